namespace Extractor.Cli.Commands;

/// <summary>What the program's exit says; the contract's numbers.</summary>
internal static class ExitCode
{
    /// <summary>Everything was read, and no audit found an error.</summary>
    public const int Clean = 0;

    /// <summary>Everything was read, and an audit found an error.</summary>
    public const int ErrorsFound = 1;

    /// <summary>The call makes no sense, or its output can go nowhere: nothing was done.</summary>
    public const int BadUsage = 2;

    /// <summary>At least one input was not read, or not in full; the others are done.</summary>
    public const int NotAllRead = 3;

    public static int Of(bool allRead, bool errorsFound) => !allRead ? NotAllRead : errorsFound ? ErrorsFound : Clean;
}

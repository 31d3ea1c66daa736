namespace Extractor.Cli.Language;

internal static class Tongues
{
    /// <summary>In the order of precedence that POSIX gives them.</summary>
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language of the environment.</summary>
    public static Tongue FromEnvironment() =>
        From(Variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)));

    /// <param name="locale">A POSIX locale (zh_CN.UTF-8) or a language tag (zh-Hans); English unless it is Chinese.</param>
    public static Tongue From(string? locale) =>
        locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Tongue.Chinese : Tongue.English;
}

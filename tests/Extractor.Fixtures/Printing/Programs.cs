using System.Diagnostics;

namespace Extractor.Fixtures.Printing;

/// <summary>Outside programs, run to their end.</summary>
internal static class Programs
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <returns>What the program wrote to standard output.</returns>
    public static string Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{program} did not end within {Limit}.");
        }

        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"{program} failed: {errors.Result}");
    }

    /// <summary>A directory that is gone when the work in it is done.</summary>
    public static void InNewDirectory(Action<string> work)
    {
        var directory = Directory.CreateTempSubdirectory("make-fixtures-");
        try
        {
            work(directory.FullName);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}

using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Extractor.Cli.Tests;

/// <summary>What a run of a program left: its exit code, and all that it printed.</summary>
internal sealed record Run(int ExitCode, string Out, string Error);

/// <summary>The program, run as a process of its own.</summary>
internal static class TestedProgram
{
    private static readonly Dictionary<string, string> Metadata = typeof(TestedProgram).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(data => data.Key, data => data.Value!);

    /// <summary>The native executable where the environment names it (scripts/test does), else the one built along with the tests.</summary>
    public static string Path => Environment.GetEnvironmentVariable("EXTRACTOR_PROGRAM") ?? Metadata["Program"];

    /// <summary>The folder at the top of the repository.</summary>
    public static string Repository => System.IO.Path.GetFullPath(Metadata["Repository"]);

    /// <summary>In English unless the arguments or <paramref name="environment"/> say otherwise.</summary>
    public static Run Run(string[] arguments, params (string Name, string Value)[] environment) =>
        Finish(Start(Path, arguments, environment));

    public static Run RunOther(string program, string[] arguments, params (string Name, string Value)[] environment) =>
        Finish(Start(program, arguments, environment));

    /// <summary>Starts it and does not wait; <see cref="Finish"/> does.</summary>
    public static Process Start(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment.Prepend(("LC_ALL", "C.UTF-8")))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static Run Finish(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Run(process.ExitCode, output, error.Result);
        }
    }
}

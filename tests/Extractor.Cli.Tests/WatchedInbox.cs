using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Extractor.Cli.Tests;

/// <summary>An inbox, a store and an output folder, and the program that watches them.</summary>
internal sealed class WatchedInbox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TemporaryFolder _folder = new();

    public WatchedInbox() => Directory.CreateDirectory(Inbox);

    public string Inbox => _folder.At("inbox");

    public string Store => _folder.At("store");

    public string Output => _folder.At("output");

    public string At(params string[] names) => _folder.At(names);

    public string Drop(string name, ReadOnlySpan<byte> bytes) => _folder.Write(Path.Combine("inbox", name), bytes);

    /// <summary>The arguments of a watch that is in a hurry.</summary>
    public string[] Arguments(params string[] more) =>
        ["watch", Inbox, "--store", Store, "--output", Output, "--settle", "0.3", "--patience", "1", "--scan", "1", .. more.Contains("--workers") ? more : ["--workers", "2", .. more]];

    public Process Start(params string[] more) => TestedProgram.Start(TestedProgram.Path, Arguments(more));

    /// <summary>Works off what is there.</summary>
    public Run WorkOff(params string[] more) => TestedProgram.Run(Arguments(["--once", .. more]));

    public JsonElement Status()
    {
        var run = TestedProgram.Run(["status", "--store", Store, "--json"]);
        Assert.True(run.ExitCode == 0, run.Error);
        using var json = JsonDocument.Parse(run.Out);
        var status = json.RootElement.Clone();
        var files = status.GetProperty("files").EnumerateObject().ToDictionary(count => count.Name, count => count.Value.GetInt64());
        Assert.Equal(files["seen"], files.Where(count => count.Key != "seen").Sum(count => count.Value));
        return status;
    }

    public long Count(string what, string of = "documents") => Status().GetProperty(of).GetProperty(what).GetInt64();

    /// <summary>How many documents are in quarantine, by reason.</summary>
    public Dictionary<string, long> Quarantined() => Status().GetProperty("reasons").EnumerateArray()
        .ToDictionary(reason => reason.GetProperty("reason").GetString()!, reason => reason.GetProperty("quarantined").GetInt64());

    /// <summary>The result files, by name.</summary>
    public SortedDictionary<string, byte[]> Results() => new(
        Directory.EnumerateFiles(Output, "*.json").ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes), StringComparer.Ordinal);

    public Run Verify() => TestedProgram.Run(["verify", "--store", Store, "--output", Output]);

    public void WaitUntil(Func<bool> isSo, Process watch)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.False(watch.HasExited, "The watch ended.");
            if (clock.Elapsed > Patience)
            {
                throw new TimeoutException($"It did not come to that: {Status()}");
            }

            watch.WaitForExit(TimeSpan.FromMilliseconds(50));
        }
    }

    public int ResultCount() => Directory.Exists(Output) ? Directory.EnumerateFiles(Output, "*.json").Count() : 0;

    /// <summary>The worker processes of a running watch.</summary>
    public static List<int> Workers(Process watch)
    {
        try
        {
            return
            [
                .. Directory.GetDirectories($"/proc/{watch.Id}/task")
                    .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(id => int.Parse(id, CultureInfo.InvariantCulture)),
            ];
        }
        catch (IOException)
        {
            return [];
        }
    }

    public static void Signal(string signal, int process)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose() => _folder.Dispose();
}

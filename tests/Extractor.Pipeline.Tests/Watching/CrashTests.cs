using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;
using Microsoft.Data.Sqlite;

namespace Extractor.Pipeline.Tests.Watching;

/// <summary>The program ends, or the disk refuses, at every step of a file's way; nothing is lost, doubled or half.</summary>
public sealed class CrashTests
{
    public static TheoryData<Step, Completion> Everywhere()
    {
        var data = new TheoryData<Step, Completion>();
        foreach (var step in Enum.GetValues<Step>())
        {
            data.Add(step, Completion.Move);
            if (step is Step.BeforeSourceRemoval or Step.SourceAside or Step.AfterSourceRemoval)
            {
                data.Add(step, Completion.Delete);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void W12_A_crash_at_any_step_loses_and_doubles_nothing(Step step, Completion completion)
    {
        var reached = true;
        for (var time = 1; reached; time++)
        {
            using var watch = WatchOf(completion);
            DropAll(watch);
            var left = time;
            watch.AtStep = at =>
            {
                if (at == step && --left == 0)
                {
                    throw new CrashException();
                }
            };
            reached = Crashes(watch);
            Check(watch, completion);
        }
    }

    [Theory]
    [InlineData(Completion.Move)]
    public void W31_A_disk_that_refuses_any_write_stops_nothing_for_longer_than_it_refuses(Completion completion)
    {
        var reached = true;
        for (var time = 1; reached; time++)
        {
            using var watch = WatchOf(completion);
            DropAll(watch);
            var left = time;
            watch.AtStep = at =>
            {
                if (at is Step.BeforeRename or Step.BeforeCommit or Step.BeforeOutput or Step.BeforeSourceRemoval && --left == 0)
                {
                    throw new IOException("No space left on device", 28);
                }
            };

            // As the watch does it: once more.
            reached = false;
            for (var attempt = 0; attempt < 2; attempt++)
            {
                try
                {
                    watch.Finish();
                    break;
                }
                catch (IOException)
                {
                    reached = true;
                }
            }

            watch.AtStep = _ => { };
            Patiently(watch);
            Check(watch, completion);
        }
    }

    [Fact]
    public void W14_Bytes_are_on_the_disk_before_the_ledger_speaks_of_them_and_outputs_come_last()
    {
        using var watch = new TestWatch();
        watch.Drop("a.txt", "a");
        watch.Scan();
        watch.Time.Pass(TestWatch.Settle);
        watch.Scan();
        watch.Steps.Clear();
        watch.Work();
        Step[] commit = [Step.BeforeCommit, Step.AfterCommit];
        Assert.Equal(
            [
                Step.Copied, Step.BeforeRename, Step.AfterRename, .. commit,       // the copy, then its document
                .. commit, Step.BeforeRename, Step.AfterRename, .. commit,         // the lease; the result, then its document
                .. commit, .. commit,                                              // nothing else to read
                Step.BeforeOutput, Step.AfterOutput, .. commit,                    // the quarantine, which has nothing to do
                Step.BeforeOutput, Step.AfterOutput, .. commit,                    // the result file
            ],
            watch.Steps);
    }

    [Fact]
    public void Outputs_that_are_missing_after_a_restart_are_written_again()
    {
        using var watch = new TestWatch();
        watch.Drop("a.txt", "a");
        watch.Drop("b.txt", "b");
        watch.Drop("bad.txt", "fails: Damaged");
        watch.Finish();
        File.Delete(Path.Combine(watch.Output, "a.json"));
        File.WriteAllText(Path.Combine(watch.Output, ".0123456789abcdef.tmp"), "half");
        Directory.Delete(watch.Store.Quarantine, recursive: true);
        watch.Restart();
        Assert.Equal(["a.json", "b.json"], watch.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Single(Directory.GetDirectories(watch.Store.Quarantine));
        Assert.Equal(3, watch.Reader.Read.Count);
    }

    private static TestWatch WatchOf(Completion completion)
    {
        TestWatch? made = null;
        made = new TestWatch(settings => settings with { Completion = completion, Processed = made?.At("processed") });
        Directory.CreateDirectory(made.At("processed"));
        return made;
    }

    private static void DropAll(TestWatch watch)
    {
        watch.Drop("a.txt", "a");
        watch.Drop("sub/b.txt", "b");
        watch.Drop("copy of a.txt", "a");
        watch.Drop("bad.txt", "fails: Damaged");
    }

    /// <returns>Whether it crashed before it was done.</returns>
    private static bool Crashes(TestWatch watch)
    {
        try
        {
            watch.Finish();
            return false;
        }
        catch (CrashException)
        {
            watch.AtStep = _ => { };
            watch.Restart();
            watch.Finish();
            return true;
        }
    }

    private static void Patiently(TestWatch watch)
    {
        // A lease that was given out and not used, as when the lock could not be had, runs out.
        watch.Time.Pass(TimeSpan.FromMinutes(11));
        watch.Finish();
    }

    private static void Check(TestWatch watch, Completion completion)
    {
        Assert.Equal(new Dictionary<string, string> { ["a.json"] = "a", ["b.json"] = "b" }, watch.Outputs);
        Assert.Equal([DocumentState.Done, DocumentState.Done, DocumentState.Quarantined], watch.Documents.Select(document => document.State).Order());
        Assert.Equal(["a.txt", "copy of a.txt"], watch.Document("a.txt").Sightings.Order(StringComparer.Ordinal));
        Assert.Empty(watch.Faults);
        Assert.Empty(Directory.GetFileSystemEntries(watch.Output, "*.tmp"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(watch.InboxPath, ".extractor*", SearchOption.AllDirectories));
        Assert.Equal(3, watch.Store.Blobs.All().Count());
        Assert.Equal(2, watch.Store.Results.All().Count());
        using var ledger = new Statements(SqliteLedger.Connect(watch.At("store", "ledger.db"), SqliteOpenMode.ReadOnly));
        Assert.Equal(2L, ledger.Value("SELECT count(*) FROM result"));

        string[] inInbox = completion == Completion.Leave ? ["a.txt", "bad.txt", "copy of a.txt", "sub/b.txt"] : ["bad.txt"];
        Assert.Equal(inInbox, FilesIn(watch.InboxPath));
        Assert.Equal(completion == Completion.Move ? ["a.txt", "copy of a.txt", "sub/b.txt"] : [], FilesIn(watch.At("processed")));
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file)).Where(name => name != ".inbox-id").Order(StringComparer.Ordinal);

    private sealed class CrashException : Exception;
}

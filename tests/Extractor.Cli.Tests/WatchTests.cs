using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Extractor.Cli.Tests;

/// <summary>The watch as a program: what happens to it, and what others see of it.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly WatchedInbox _inbox = new();

    public void Dispose() => _inbox.Dispose();

    [Fact]
    public void What_is_dropped_while_it_watches_becomes_results()
    {
        _inbox.Drop("before.pdf", TestPdf.WithText("before"));
        using var watch = _inbox.Start();
        _inbox.WaitUntil(() => _inbox.ResultCount() == 1, watch);
        _inbox.Drop("sub/after.pdf", TestPdf.WithText("after"));
        _inbox.WaitUntil(() => _inbox.ResultCount() == 2, watch);
        Assert.True(_inbox.Status().GetProperty("watching").GetBoolean());
        WatchedInbox.Signal("TERM", watch.Id);
        var run = TestedProgram.Finish(watch);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Mode: file system events", run.Error, StringComparison.Ordinal);
        Assert.Equal(["after.json", "before.json"], _inbox.Results().Keys);
        Assert.False(_inbox.Status().GetProperty("watching").GetBoolean());
        Assert.Equal(0, _inbox.Verify().ExitCode);
        Assert.DoesNotContain("before", File.ReadAllText(Assert.Single(Directory.GetFiles(_inbox.At("store", "logs")))), StringComparison.Ordinal);
    }

    [Fact]
    public void W19_W25_What_a_file_is_says_its_content_and_what_is_none_is_told()
    {
        _inbox.Drop("UPPER.PDF", TestPdf.WithText("upper"));
        _inbox.Drop("no extension", TestPdf.WithText("none"));
        _inbox.Drop("web.pdf", "<html><body><table><tr><td>1</td></tr></table></body></html>"u8);
        _inbox.Drop("picture.pdf", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0xFF, 0xD9]);
        _inbox.Drop("empty.pdf", []);
        _inbox.Drop("secret.pdf", TestPdf.Encrypted());
        Assert.Equal(0, TestedProgram.RunOther("mkfifo", [_inbox.At("inbox", "pipe.pdf")]).ExitCode);
        File.CreateSymbolicLink(_inbox.At("inbox", "link.pdf"), "/etc/passwd");
        var run = _inbox.WorkOff();
        Assert.Equal(0, run.ExitCode);
        Assert.Empty(new[] { "UPPER.json", "no extension.json", "web.json" }.Except(_inbox.Results().Keys));
        var quarantined = _inbox.Quarantined();
        Assert.Equal((1, 1, 0), (quarantined["empty"], quarantined["encrypted"], quarantined["not-a-file"]));
        Assert.Equal(8, _inbox.Count("quarantined", "files") + _inbox.ResultCount());
        var reasons = Directory.GetFiles(_inbox.At("store", "quarantine"), "reason.txt", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Assert.Contains(reasons, text => text.Contains("secret.pdf", StringComparison.Ordinal) && text.Contains("文件已加密", StringComparison.Ordinal) && text.Contains("encrypted", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_in_quarantine_is_read_again_when_that_is_asked_for()
    {
        _inbox.Drop("empty.pdf", []);
        _inbox.WorkOff();
        Assert.Equal(3, TestedProgram.Run(["retry", "0123456789ab", "--store", _inbox.Store]).ExitCode);
        Assert.Equal(2, TestedProgram.Run(["retry", "--store", _inbox.Store]).ExitCode);
        Assert.Equal(0, TestedProgram.Run(["retry", "e3b0c44298fc", "--store", _inbox.Store]).ExitCode);
        Assert.Equal(1, _inbox.Count("waiting"));
        _inbox.WorkOff();
        Assert.Equal(1, _inbox.Count("quarantined"));
    }

    [Theory]
    [InlineData("--output", "inbox/out")]
    [InlineData("--output", "link to inbox/out")]
    [InlineData("--store", "inbox")]
    [InlineData("--processed", "inbox/done")]
    public void W20_Whoever_would_write_into_the_inbox_is_refused(string option, string folder)
    {
        Directory.CreateSymbolicLink(_inbox.At("link to inbox"), _inbox.Inbox);
        string[] arguments = ["watch", _inbox.Inbox, "--on-done", "move", "--store", _inbox.Store, "--output", _inbox.Output, "--processed", _inbox.At("processed"), "--once"];
        arguments[Array.IndexOf(arguments, option) + 1] = _inbox.At(folder);
        var run = TestedProgram.Run(arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("within the inbox", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_inbox.Inbox));
    }

    [Fact]
    public void Stores_of_other_kinds_and_inboxes_that_are_not_there_are_refused()
    {
        Assert.Contains("postgres", TestedProgram.Run(["watch", _inbox.Inbox, "--store", "postgres://localhost/x"]).Error, StringComparison.Ordinal);
        Assert.Equal(2, TestedProgram.Run(["watch", _inbox.At("none"), "--store", _inbox.Store]).ExitCode);
        Assert.Equal(2, TestedProgram.Run(["status", "--store", _inbox.At("none")]).ExitCode);
    }

    [Fact]
    public void W32_A_second_watch_is_refused()
    {
        _inbox.Drop("a.pdf", TestPdf.WithText("a"));
        using var watch = _inbox.Start();
        _inbox.WaitUntil(() => _inbox.ResultCount() == 1, watch);
        var second = _inbox.WorkOff();
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("Another program is watching", second.Error, StringComparison.Ordinal);
        Assert.Equal(2, TestedProgram.Run(["watch", _inbox.Inbox, "--store", _inbox.At("store 2"), "--once"]).ExitCode);
        watch.Kill();
    }

    [Fact]
    public void A_watch_that_is_told_to_end_reads_to_the_end_what_it_has_begun()
    {
        // It takes a page's limit of CPU time, five seconds.
        _inbox.Drop("long.pdf", TestPdf.Treadmill());
        using var watch = _inbox.Start("--quiet");
        _inbox.WaitUntil(() => File.Exists(_inbox.At("store", "ledger.db")) && _inbox.Count("running") == 1, watch);
        _inbox.Drop("later.pdf", TestPdf.WithText("later"));
        WatchedInbox.Signal("TERM", watch.Id);
        Assert.Equal(0, TestedProgram.Finish(watch).ExitCode);
        Assert.Equal(["long.json"], _inbox.Results().Keys);
        Assert.Equal(0, _inbox.Count("running"));
        _inbox.WorkOff();
        Assert.Equal(["later.json", "long.json"], _inbox.Results().Keys);
    }

    [Fact]
    public void W11_W13_A_watch_killed_again_and_again_ends_as_if_it_had_not_been()
    {
        const int files = 60, kills = 24;
        for (var number = 0; number < files; number++)
        {
            _inbox.Drop($"{number % 4}/{number}.pdf", TestPdf.WithText(string.Create(CultureInfo.InvariantCulture, $"text {number}")));
        }

        var random = new Random(7);
        using var reader = new OutputReader(_inbox.Output);
        for (var kill = 0; kill < kills; kill++)
        {
            using var watch = _inbox.Start("--quiet");
            var results = _inbox.ResultCount();
            var life = TimeSpan.FromMilliseconds(random.Next(50, 1500));
            watch.WaitForExit(life);
            watch.Kill();
            watch.WaitForExit();
            Assert.True(_inbox.ResultCount() >= results);
        }

        Assert.Equal(0, _inbox.WorkOff("--quiet").ExitCode);
        Assert.Equal(0, reader.End());
        Assert.Equal((files, 0, 0), (_inbox.Count("done"), _inbox.Count("waiting"), _inbox.Count("quarantined")));
        AssertAsUndisturbed();
    }

    [Fact]
    public void W11_Workers_killed_again_and_again_change_no_result()
    {
        const int files = 40, kills = 30;
        for (var number = 0; number < files; number++)
        {
            _inbox.Drop($"{number}.pdf", TestPdf.WithText([.. Enumerable.Range(0, 30).Select(page => $"text {number} {page}")]));
        }

        // A page is left out that ends three workers: one reader, and no third kill before its document is done.
        var random = new Random(8);
        using (var watch = _inbox.Start("--quiet", "--workers", "1"))
        {
            for (var kill = 0; kill < kills; kill++)
            {
                var done = _inbox.ResultCount();
                if (kill % 2 == 0 && kill > 0)
                {
                    _inbox.WaitUntil(() => _inbox.ResultCount() is var now && (now > done || now == files), watch);
                }

                _inbox.WaitUntil(() => WatchedInbox.Workers(watch).Count > 0 || _inbox.ResultCount() == files, watch);
                foreach (var worker in WatchedInbox.Workers(watch).Take(1))
                {
                    WatchedInbox.Signal("KILL", worker);
                }

                watch.WaitForExit(TimeSpan.FromMilliseconds(random.Next(5, 60)));
            }

            _inbox.WaitUntil(() => _inbox.ResultCount() == files, watch);
            WatchedInbox.Signal("TERM", watch.Id);
            Assert.Equal(0, TestedProgram.Finish(watch).ExitCode);
        }

        AssertAsUndisturbed();
    }

    [Fact]
    public void W29_Hostile_documents_cost_the_others_nothing()
    {
        _inbox.Drop("bomb.pdf", TestPdf.Bomb());
        _inbox.Drop("endless.pdf", TestPdf.WithDeadlyPages("good page", null));
        for (var number = 0; number < 10; number++)
        {
            _inbox.Drop($"good {number}.pdf", TestPdf.WithText($"text {number}"));
        }

        Assert.Equal(0, _inbox.WorkOff("--quiet").ExitCode);
        Assert.Equal(12, _inbox.Count("done") + _inbox.Count("quarantined"));
        Assert.Equal(10, _inbox.Results().Keys.Count(name => name.StartsWith("good", StringComparison.Ordinal)));
    }

    [Fact]
    public void W31_A_limit_on_files_is_waited_for_and_nothing_is_lost()
    {
        const int files = 4;
        for (var number = 0; number < files; number++)
        {
            _inbox.Drop($"{number}.pdf", TestPdf.WithText([.. Enumerable.Range(0, 1500).Select(page => $"text {number} {page}")]));
        }

        Assert.Equal(0, TestedProgram.Run(["init", _inbox.Inbox, "--store", _inbox.Store]).ExitCode);

        // As a full disk: what is longer than 400 kB cannot be written.
        using var watch = TestedProgram.Start(
            "bash", ["-c", "trap '' XFSZ; ulimit -S -f 400; exec \"$@\"", "x", TestedProgram.Path, .. _inbox.Arguments()],
            ("DOTNET_EnableWriteXorExecute", "0"));
        var words = new StringBuilder();
        watch.ErrorDataReceived += (_, line) =>
        {
            lock (words)
            {
                words.AppendLine(line.Data);
            }
        };
        watch.BeginErrorReadLine();
        bool IsSaid(string sentence)
        {
            lock (words)
            {
                return words.ToString().Contains(sentence, StringComparison.Ordinal);
            }
        }

        _inbox.WaitUntil(() => IsSaid("Warning: the store"), watch);
        Assert.Equal(0, _inbox.ResultCount());
        Assert.Equal(0, TestedProgram.RunOther("prlimit", [$"--pid={watch.Id}", "--fsize=unlimited"]).ExitCode);
        _inbox.WaitUntil(() => _inbox.ResultCount() == files, watch);
        Assert.True(IsSaid("can be used again"));
        watch.Kill();
        watch.WaitForExit();
        Assert.Equal(0, _inbox.Verify().ExitCode);
    }

    [Fact]
    public void W27_W28_What_may_not_be_read_or_written_is_told_and_taken_once_it_may()
    {
        _inbox.Drop("good.pdf", TestPdf.WithText("good"));
        var closed = _inbox.Drop("closed.pdf", TestPdf.WithText("closed"));
        _inbox.Drop("closed/inner.pdf", TestPdf.WithText("inner"));
        Directory.CreateDirectory(_inbox.Store);
        Directory.CreateDirectory(_inbox.Output);
        Assert.Equal(0, TestedProgram.RunOther("chmod", ["-R", "a+rX", _inbox.At()]).ExitCode);
        Assert.Equal(0, TestedProgram.RunOther("chmod", ["777", _inbox.Store, _inbox.Output]).ExitCode);
        Assert.Equal(0, TestedProgram.RunOther("chmod", ["000", closed, _inbox.At("inbox", "closed")]).ExitCode);
        Assert.Equal(0, TestedProgram.RunOther("chmod", ["555", _inbox.Inbox]).ExitCode);

        // Nothing is closed to the administrator; this is somebody else.
        string[] somebody = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : ["env"];
        var run = TestedProgram.RunOther(somebody[0], [.. somebody[1..], TestedProgram.Path, .. _inbox.Arguments("--once")], ("HOME", _inbox.At("store")), ("TMPDIR", _inbox.Store), ("DOTNET_BUNDLE_EXTRACT_BASE_DIR", _inbox.Store));
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("cannot be written to, so events could not be tried", run.Error, StringComparison.Ordinal);
        Assert.Contains("closed.pdf: the file cannot be read", run.Error, StringComparison.Ordinal);
        Assert.Contains("closed: the file cannot be read", run.Error, StringComparison.Ordinal);
        Assert.Equal(["good.json"], _inbox.Results().Keys);
        Assert.Equal(2, _inbox.Count("quarantined", "files"));
        Assert.Equal(["closed", "closed.pdf", "good.pdf"], Directory.GetFileSystemEntries(_inbox.Inbox).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(0, TestedProgram.RunOther("chmod", ["-R", "755", _inbox.Inbox]).ExitCode);
        Assert.Equal(0, _inbox.WorkOff().ExitCode);
        Assert.Equal(["closed.json", "good.json", "inner.json"], _inbox.Results().Keys);
    }

    [Fact]
    public void A_store_is_verified_backed_up_and_restored()
    {
        _inbox.Drop("a.pdf", TestPdf.WithText("a"));
        Assert.Equal(0, TestedProgram.Run(["init", _inbox.Inbox, "--store", $"file://{_inbox.Store}"]).ExitCode);
        Assert.True(File.Exists(_inbox.At("inbox", ".inbox-id")));
        _inbox.WorkOff();
        Assert.Equal(0, TestedProgram.Run(["backup", "--store", _inbox.Store, "--output", _inbox.At("backup")]).ExitCode);
        Directory.Delete(_inbox.Store, recursive: true);
        Assert.Equal(0, TestedProgram.Run(["restore", _inbox.At("backup"), "--store", _inbox.Store]).ExitCode);
        Assert.Equal(0, _inbox.Verify().ExitCode);
        Assert.Equal(2, TestedProgram.Run(["restore", _inbox.At("backup"), "--store", _inbox.Store]).ExitCode);
        File.Delete(_inbox.At("store", "ledger.db"));
        Assert.Equal(0, TestedProgram.Run(["restore", "--store", _inbox.Store]).ExitCode);
        _inbox.WorkOff();
        Assert.Equal(0, _inbox.Verify().ExitCode);
        File.AppendAllText(_inbox.At("output", "a.json"), " ");
        var altered = _inbox.Verify();
        Assert.Equal(3, altered.ExitCode);
        Assert.Contains("altered: " + _inbox.At("output", "a.json"), altered.Error, StringComparison.Ordinal);
    }

    /// <summary>The same files, worked off in one go by another store, give the same bytes.</summary>
    private void AssertAsUndisturbed()
    {
        Assert.Equal(0, _inbox.Verify().ExitCode);
        var undisturbed = TestedProgram.Run(
            ["watch", _inbox.Inbox, "--store", _inbox.At("store 2"), "--output", _inbox.At("output 2"), "--settle", "0.3", "--once", "--quiet"]);
        Assert.Equal(0, undisturbed.ExitCode);
        var expected = Directory.GetFiles(_inbox.At("output 2")).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);
        var results = _inbox.Results();
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), results.Keys);
        Assert.All(expected, result => Assert.Equal(result.Value, results[result.Key]));
    }

    /// <summary>Opens every result as it appears, and counts those that are not whole.</summary>
    private sealed class OutputReader : IDisposable
    {
        private readonly Thread _thread;
        private readonly ManualResetEventSlim _ends = new();
        private int _broken;

        public OutputReader(string folder)
        {
            _thread = new Thread(() =>
            {
                do
                {
                    foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
                    {
                        try
                        {
                            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                        }
                        catch (JsonException)
                        {
                            _broken++;
                        }
                    }

                }
                while (!_ends.Wait(TimeSpan.FromMilliseconds(20)));
            });
            _thread.Start();
        }

        public int End()
        {
            _ends.Set();
            _thread.Join();
            return _broken;
        }

        public void Dispose()
        {
            End();
            _ends.Dispose();
        }
    }
}

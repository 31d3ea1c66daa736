using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Pipeline.Tests.Watching;

/// <summary>What is found in an inbox, whatever a folder can hold.</summary>
public sealed class ScanTests : IDisposable
{
    private readonly TestWatch _watch = new();

    public void Dispose() => _watch.Dispose();

    [Fact]
    public void W05_W36_Without_any_event_all_files_are_found_and_counted()
    {
        for (var number = 0; number < 300; number++)
        {
            _watch.Drop($"{number % 7}/{number}.txt", $"text {number}");
        }

        _watch.Scan();
        Assert.Equal((301, 300, 1), (_watch.Counts.Seen, _watch.Counts.Waiting, _watch.Counts.Ignored));
        _watch.Finish();
        Assert.Equal((301, 300, 0), (_watch.Counts.Seen, _watch.Counts.Done, _watch.Counts.Waiting));
        Assert.Equal(300, _watch.Outputs.Count);
    }

    [Fact]
    public void W06_A_folder_that_is_moved_in_brings_all_that_is_in_it()
    {
        for (var number = 0; number < 90; number++)
        {
            Directory.CreateDirectory(_watch.At("elsewhere", $"{number / 10}"));
            File.WriteAllText(_watch.At("elsewhere", $"{number / 10}", $"{number}.txt"), $"text {number}");
        }

        _watch.Scan();
        Directory.Move(_watch.At("elsewhere"), _watch.At("inbox", "moved"));
        _watch.Finish();
        Assert.Equal(90, _watch.Reader.Read.Count);
    }

    [Fact]
    public void W07_A_probe_says_whether_events_come()
    {
        using var signal = new ManualResetEventSlim();
        using (var listening = WakeUp.Open(_watch.InboxPath, poll: false, signal))
        {
            Assert.Equal(WatchMode.Events, listening.Mode);
            signal.Reset();
            _watch.Drop("a.txt", "a");
            Assert.True(signal.Wait(TimeSpan.FromSeconds(30)));
        }

        using var ordered = WakeUp.Open(_watch.InboxPath, poll: true, signal);
        Assert.Equal(WatchMode.Ordered, ordered.Mode);
        using var closed = WakeUp.Open("/proc/sys/vm", poll: false, signal);
        Assert.Equal(WatchMode.NotWritable, closed.Mode);
        Assert.Empty(Directory.GetFiles(_watch.InboxPath, ".extractor*"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void W08_An_inbox_that_goes_and_comes_back_costs_nothing(bool leavesAnEmptyFolder)
    {
        for (var number = 0; number < 20; number++)
        {
            _watch.Drop($"{number}.txt", $"text {number}");
        }

        _watch.Scan();
        for (var round = 0; round < 20; round++)
        {
            Directory.Move(_watch.InboxPath, _watch.At("away"));
            if (leavesAnEmptyFolder)
            {
                Directory.CreateDirectory(_watch.InboxPath);
            }

            Assert.False(_watch.Scan().IsAvailable);
            Assert.IsType<InboxGone>(_watch.News[^1]);
            _watch.Work();
            if (leavesAnEmptyFolder)
            {
                Directory.Delete(_watch.InboxPath);
            }

            Directory.Move(_watch.At("away"), _watch.InboxPath);
            Assert.True(_watch.Scan().IsAvailable);
            Assert.IsType<InboxBack>(_watch.News[^1]);
            _watch.Finish();
        }

        Assert.Equal(20, _watch.Reader.Read.Count);
        Assert.Equal((20, 20, 0), (_watch.Counts.Seen - 1, _watch.Counts.Done, _watch.Counts.Withdrawn));
        Assert.Equal(40, _watch.News.Count);
    }

    [Fact]
    public void W08_Another_inbox_in_the_place_of_the_first_is_not_taken_for_it()
    {
        _watch.Drop("a.txt", "a");
        _watch.Finish();
        Directory.Move(_watch.InboxPath, _watch.At("away"));
        Directory.CreateDirectory(_watch.InboxPath);
        Marker.Write(_watch.InboxPath, Marker.NewId());
        _watch.Drop("b.txt", "b");
        Assert.False(_watch.Scan().IsAvailable);
        _watch.Restart();
        Assert.False(_watch.Scan().IsAvailable);

        // Until somebody says that it is meant.
        InboxRegister.Init(_watch.Store, _watch.InboxPath);
        _watch.Restart();
        _watch.Finish();
        Assert.Equal(["a", "b"], _watch.Reader.Read.Select(read => read.Text));
    }

    [Fact]
    public void W08_Files_that_are_missed_while_the_inbox_goes_are_not_withdrawn()
    {
        _watch.Drop("a.txt", "a");
        _watch.Scan();
        _watch.Time.Pass(TestWatch.Settle);
        _watch.Scan();
        Directory.Move(_watch.InboxPath, _watch.At("away"));
        _watch.Work();
        Assert.Equal((0, 1), (_watch.Counts.Withdrawn, _watch.Counts.Waiting));
        Directory.Move(_watch.At("away"), _watch.InboxPath);
        _watch.Finish();
        Assert.Single(_watch.Reader.Read);
    }

    [Fact]
    public void W09_The_same_bytes_under_many_names_are_read_once()
    {
        for (var number = 0; number < 200; number++)
        {
            _watch.Drop($"{number:000}.txt", "the same");
        }

        _watch.Finish();
        Assert.Single(_watch.Reader.Read);
        Assert.Equal(200, Assert.Single(_watch.Documents).Sightings.Length);
        Assert.Equal((1, 199), (_watch.Counts.Done, _watch.Counts.Duplicate));
        Assert.Equal(["000.json"], _watch.Outputs.Keys);
    }

    [Fact]
    public void W10_Ten_contents_under_one_name_are_ten_documents_in_their_order()
    {
        for (var version = 0; version < 10; version++)
        {
            _watch.Drop("a.txt", $"version {version}");
            _watch.Finish();
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(version => $"version {version}"), _watch.Reader.Read.Select(read => read.Text));
        var documents = _watch.Documents;
        Assert.Equal(documents.Skip(1).Select(document => document.Sha256), documents.SkipLast(1).Select(document => document.SupersededBy));
        Assert.Equal(10, _watch.Outputs.Count);
        Assert.Equal("version 9", _watch.Outputs["a.json"]);
    }

    [Fact]
    public void W16_An_idle_watch_copies_nothing_and_writes_nothing()
    {
        for (var number = 0; number < 100; number++)
        {
            _watch.Drop($"{number}.txt", $"text {number}");
        }

        _watch.Finish();
        _watch.Restart();
        for (var round = 0; round < 10; round++)
        {
            _watch.Scan();
            _watch.Time.Pass(TimeSpan.FromSeconds(10));
            _watch.Work();
        }

        Assert.DoesNotContain(Step.Copied, _watch.Steps);
        Assert.DoesNotContain(Step.AfterOutput, _watch.Steps);
        Assert.Equal(100, _watch.Reader.Read.Count);
    }

    [Fact]
    public void W17_Files_that_were_touched_are_hashed_once_and_not_read()
    {
        for (var number = 0; number < 50; number++)
        {
            _watch.Drop($"{number}.txt", $"text {number}");
        }

        _watch.Finish();
        foreach (var file in Directory.GetFiles(_watch.InboxPath, "*.txt"))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        _watch.Steps.Clear();
        _watch.Finish();
        _watch.Finish();
        Assert.Equal(50, _watch.Steps.Count(step => step == Step.Copied));
        Assert.Equal(50, _watch.Reader.Read.Count);
        Assert.Equal(50, _watch.Counts.Done);
    }

    [Fact]
    public void W18_Files_deep_below_are_found_with_their_paths_and_empty_folders_are_nothing()
    {
        var deep = string.Join('/', Enumerable.Range(0, 60).Select(level => $"层{level}"));
        _watch.Drop($"{deep}/a.txt", "a");
        Directory.CreateDirectory(_watch.At("inbox", "empty", "empty too"));
        _watch.Finish();
        Assert.Equal([$"{deep}/a.txt"], _watch.Documents.Single().Sightings.ToArray());
        Assert.Equal(2, _watch.Counts.Seen);
    }

    [Fact]
    public void W19_Links_pipes_and_sockets_are_never_opened()
    {
        _watch.Drop("good.txt", "good");
        Run("mkfifo", _watch.At("inbox", "pipe.pdf"));
        File.WriteAllText(_watch.At("secret.txt"), "secret");
        File.CreateSymbolicLink(_watch.At("inbox", "link.txt"), _watch.At("secret.txt"));
        Directory.CreateDirectory(_watch.At("outside"));
        File.WriteAllText(_watch.At("outside", "x.txt"), "outside");
        Directory.CreateSymbolicLink(_watch.At("inbox", "folder"), _watch.At("outside"));
        Directory.CreateDirectory(_watch.At("inbox", "name.pdf"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_watch.At("inbox", "socket.pdf")));
        _watch.Finish();
        _watch.Restart();
        _watch.Time.Pass(TimeSpan.FromMinutes(10));
        _watch.Finish();
        Assert.Equal("good", Assert.Single(_watch.Reader.Read).Text);
        Assert.Equal([new ReasonCount(FailureReason.NotAFile, 0, 4, 0)], _watch.Counts.Reasons.ToArray());
    }

    [Fact]
    public void W19_A_file_that_becomes_a_link_before_it_is_taken_is_not_followed()
    {
        File.WriteAllText(_watch.At("secret.txt"), "secret");
        var path = _watch.Drop("sub/a.txt", "sssss!");
        _watch.Scan();
        _watch.Time.Pass(TestWatch.Settle);
        Assert.Single(_watch.Scan().Ready);
        File.Delete(path);
        File.CreateSymbolicLink(path, _watch.At("secret.txt"));
        _watch.Work();
        Directory.Delete(_watch.At("inbox", "sub"), recursive: true);
        Directory.CreateSymbolicLink(_watch.At("inbox", "sub"), _watch.At());
        _watch.Finish();
        Assert.Empty(_watch.Reader.Read);
    }

    public static TheoryData<string> OddNames() =>
    [
        new string('财', 83) + ".txt", new string('政', 85), "e\u0301.txt", "\u00e9.txt", " blank before.txt", "blank after.txt ", "new\nline.txt",
        "quote\"'`.txt", "100%.txt", "%41.txt", "right\u202eleft.txt", "👍🏽.txt", "back\\slash.txt", "tab\t.txt", "-rf", "--help", "a;b|c&d.txt", "$(x).txt",
        "*?[].txt", "CON.txt", "a.b.c.txt", "name.", "逗号，括号（一）.txt",
    ];

    [Theory]
    [MemberData(nameof(OddNames))]
    public void W21_Every_name_is_taken_and_told_exactly(string name)
    {
        _watch.Drop(name, "text");
        _watch.Finish();
        Assert.Equal([name], _watch.Documents.Single().Sightings.ToArray());
        var output = Assert.Single(Directory.GetFiles(_watch.Output));
        Assert.Equal(name, Extractor.Core.Results.ResultFormat.ReadResultFile(File.ReadAllBytes(output)).Document.FileName);
        Assert.Empty(_watch.Faults);
    }

    [Fact]
    public void W21_Names_that_look_the_same_are_two()
    {
        _watch.Drop("e\u0301.txt", "decomposed");
        _watch.Drop("\u00e9.txt", "composed");
        _watch.Finish();
        Assert.Equal(2, _watch.Outputs.Count);
    }

    [Fact]
    public void W22_Names_that_are_not_UTF_8_are_read_and_can_be_deleted()
    {
        using var watch = new TestWatch(settings => settings with { Completion = Completion.Delete });
        watch.DropBytes([0xb2, 0xc6, 0xd5, 0xfe, .. ".txt"u8], "财政");
        watch.DropBytes([0xb2, 0xc7, .. ".txt"u8], "other");
        watch.Finish();
        Assert.Equal([@"\xb2\xc6\xd5\xfe.txt", @"\xb2\xc7.txt"], watch.Documents.SelectMany(document => document.Sightings));
        Assert.Equal(2, watch.Outputs.Count);
        using var root = Posix.OpenRoot(watch.InboxPath);
        Assert.Equal([".inbox-id"], Posix.Names(root).Select(name => Encoding.ASCII.GetString(name)));
    }

    [Fact]
    public void W23_A_path_longer_than_any_call_takes_is_read()
    {
        var segment = Encoding.UTF8.GetBytes(new string('长', 80));
        _watch.Drop("a.txt", "a");
        var folder = Posix.OpenRoot(_watch.InboxPath);
        for (var level = 0; level < 20; level++)
        {
            Posix.MakeFolder(folder, segment);
            var inner = Posix.OpenFolder(folder, segment);
            folder.Dispose();
            folder = inner;
        }

        using (var file = Posix.CreateFile(folder, "deep.txt"u8))
        {
            RandomAccess.Write(file, "deep"u8, 0);
        }

        folder.Dispose();
        _watch.Finish();
        Assert.Equal(["a", "deep"], _watch.Reader.Read.Select(read => read.Text).Order(StringComparer.Ordinal));
        Assert.Contains(_watch.Documents, document => Encoding.UTF8.GetByteCount(document.Sightings[0]) > 4096);
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("._x.pdf")]
    [InlineData("Thumbs.db")]
    [InlineData("desktop.ini")]
    [InlineData("~$x.docx")]
    [InlineData("@eaDir/x.pdf")]
    [InlineData("__MACOSX/x.pdf")]
    [InlineData(".stfolder/x.pdf")]
    [InlineData(".stversions/x.pdf")]
    [InlineData(".Trashes/x.pdf")]
    [InlineData("x.pdf.tmp")]
    [InlineData("x.PART")]
    [InlineData("x.pdf.partial")]
    [InlineData("x.crdownload")]
    [InlineData("x.filepart")]
    public void W24_What_systems_leave_behind_is_ignored_and_counted(string name)
    {
        _watch.Drop(name, "junk");
        _watch.Finish();
        Assert.Empty(_watch.Documents);
        Assert.Equal((2, 2), (_watch.Counts.Seen, _watch.Counts.Ignored));
    }

    [Fact]
    public void W36_A_file_s_way_is_told_with_its_times()
    {
        _watch.Drop("a.txt", "a");
        _watch.Scan();
        Assert.Equal(FileState.Seen, Assert.Single(_watch.Store.Ledger.Files(_watch.Inbox.Id), file => file.Path.Shown == "a.txt").State);
        _watch.Finish();
        Assert.Equal(FileState.Claimed, Assert.Single(_watch.Store.Ledger.Files(_watch.Inbox.Id), file => file.Path.Shown == "a.txt").State);
        using var ledger = new Statements(SqliteLedger.Connect(_watch.At("store", "ledger.db"), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly));
        var times = Assert.Single(ledger.Rows(
            "SELECT f.first_seen, f.stable, d.arrived, a.started, a.ended, d.ended FROM file f JOIN document d USING (sha256) JOIN attempt a USING (sha256)",
            row => Enumerable.Range(0, 6).Select(row.GetInt64).ToArray()));
        Assert.Equal(times.Order(), times);
        Assert.Equal(5000, times[1] - times[0]);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}

using System.Diagnostics;
using System.Text;
using Extractor.Core.Results;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;
using Serilog;

namespace Extractor.Pipeline.Tests.Watching;

/// <summary>
/// A watch whose parts run one after the other when a test says so, by a clock that the test moves; readers are in this
/// process. After every round, what was seen must add up.
/// </summary>
internal sealed class TestWatch : IDisposable
{
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder _folder = new();
    private readonly Func<WatchSettings, WatchSettings> _change;
    private Parts? _parts;

    public TestWatch(Func<WatchSettings, WatchSettings>? change = null)
    {
        _change = change ?? (settings => settings);
        Directory.CreateDirectory(InboxPath);
        Directory.CreateDirectory(Output);
    }

    public ManualTime Time { get; } = new();

    public TestReader Reader { get; } = new();

    public List<WatchNews> News { get; } = [];

    /// <summary>What happens at a step; nothing, unless a test says so.</summary>
    public Action<Step> AtStep { get; set; } = _ => { };

    public List<Step> Steps { get; } = [];

    public string InboxPath => _folder.At("inbox");

    public string Output => _folder.At("output");

    public string At(params string[] names) => _folder.At(names);

    public Store Store => Open.Store;

    public Inbox Inbox => Open.Inbox;

    public InboxTree Tree => new(InboxPath);

    private Parts Open => _parts ??= Parts.Of(this);

    public string Drop(string name, string text) => Drop(name, Encoding.UTF8.GetBytes(text));

    public string Drop(string name, ReadOnlySpan<byte> bytes) => _folder.Write(Path.Combine("inbox", name), bytes);

    /// <summary>Drops a file under a name that need not be UTF-8.</summary>
    public void DropBytes(byte[] name, string text)
    {
        using var root = Posix.OpenRoot(InboxPath);
        using var file = Posix.CreateFile(root, name);
        RandomAccess.Write(file, Encoding.UTF8.GetBytes(text), 0);
    }

    public Scan Scan()
    {
        var scan = Open.Intake.Scan();
        CheckSums();
        return scan;
    }

    /// <summary>All that is ready is taken, read and written.</summary>
    public void Work()
    {
        while (Open.Intake.TakeSome())
        {
            Read();
        }

        Read();
        Open.Deliveries.Run();
        Open.Intake.RemoveDone();
        CheckSums();
    }

    public void Read()
    {
        while (Open.Lane.ReadNext() is { } commit)
        {
            commit();
        }
    }

    /// <summary>What is there now is found, settles and is worked off.</summary>
    public void Finish()
    {
        Scan();
        Time.Pass(Settle);
        Scan();
        Work();
    }

    /// <summary>The program ends, in whatever state, and another begins.</summary>
    public void Restart()
    {
        _parts?.Dispose();
        _parts = null;
        Steps.Clear();
        Store.Blobs.CleanUp();
        Store.Results.CleanUp();
        Store.Ledger.ReleaseAll();
        Open.Deliveries.Restore();
    }

    public Counts Counts => Store.Ledger.Count();

    public IReadOnlyList<LedgerDocument> Documents => [.. Store.Ledger.All()];

    public LedgerDocument Document(string name) => Documents.Single(document => document.Sightings.Contains(name));

    /// <summary>The outputs, by their names: the text that the document in each had.</summary>
    public Dictionary<string, string> Outputs => Directory.EnumerateFiles(Output).ToDictionary(
        file => Path.GetFileName(file), file => ResultFormat.ReadResultFile(File.ReadAllBytes(file)).Document.Remarks.Single());

    public IEnumerable<FoundFault> Faults => new StoreCheck(Store).Run(Output);

    public void Dispose()
    {
        _parts?.Dispose();

        // Names that are not UTF-8, and paths of any length.
        using var remove = Process.Start("rm", ["-rf", _folder.Path]);
        remove.WaitForExit();
        Directory.CreateDirectory(_folder.Path);
        _folder.Dispose();
    }

    private void CheckSums()
    {
        var counts = Counts;
        Assert.Equal(
            counts.Seen, counts.Done + counts.Waiting + counts.Quarantined + counts.Duplicate + counts.Ignored + counts.Withdrawn + counts.Removed);
    }

    private sealed record Parts(Store Store, Inbox Inbox, InboxIntake Intake, Lane Lane, Deliveries Deliveries) : IDisposable
    {
        public static Parts Of(TestWatch watch)
        {
            void AtStep(Step step)
            {
                watch.Steps.Add(step);
                watch.AtStep(step);
            }

            var log = new LoggerConfiguration().CreateLogger();
            var store = Store.Create(new StoreLocation(watch.At("store")), watch.Time, AtStep);
            var inbox = InboxRegister.Find(store, watch.InboxPath);
            var settings = watch._change(WatchSettings.For(watch.InboxPath));
            return new Parts(
                store, inbox, new InboxIntake(settings, inbox, store, watch.Time, AtStep, log, watch.News.Add),
                new Lane(store, watch.Reader, new ReadingOrder(null, null), () => false, watch.Time, log),
                new Deliveries(
                    store.Ledger,
                    [new QuarantineOutput(store.Quarantine, store.Blobs, document => $"{document.Why!.Reason}"), new JsonOutput(watch.Output, store.Results)],
                    AtStep));
        }

        public void Dispose() => Store.Dispose();
    }
}

using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;
using Extractor.Pipeline.Watching;

namespace Extractor.Pipeline.Tests.Watching;

/// <summary>Documents that cannot be read.</summary>
public sealed class PoisonTests : IDisposable
{
    private readonly TestWatch _watch = new();

    public void Dispose() => _watch.Dispose();

    [Theory]
    [InlineData(FailureReason.Encrypted)]
    [InlineData(FailureReason.TimeLimit)]
    [InlineData(FailureReason.MemoryLimit)]
    [InlineData(FailureReason.Damaged)]
    public void W30_What_will_never_be_read_is_tried_once_and_costs_the_others_nothing(FailureReason reason)
    {
        _watch.Drop("a bad one.txt", $"fails: {reason}");
        _watch.Drop("good.txt", "good");
        _watch.Finish();
        Assert.Equal(2, _watch.Reader.Read.Count);
        Assert.Equal([new ReasonCount(reason, 1, 0, 0)], _watch.Counts.Reasons.ToArray());
        Assert.Equal(["good.json"], _watch.Outputs.Keys);
        var quarantine = Path.Combine(_watch.Store.Quarantine, _watch.Document("a bad one.txt").Sha256);
        Assert.Equal($"{reason}", File.ReadAllText(Path.Combine(quarantine, "reason.txt")));
        Assert.Equal($"fails: {reason}", File.ReadAllText(Path.Combine(quarantine, "document")));
    }

    [Fact]
    public void W29_What_ends_its_reader_is_tried_three_times()
    {
        for (var number = 0; number < 20; number++)
        {
            _watch.Drop($"good {number}.txt", $"text {number}");
        }

        _watch.Drop("bad.txt", "fails: ReaderCrashed");
        _watch.Finish();
        for (var round = 0; round < 10; round++)
        {
            _watch.Time.Pass(TimeSpan.FromMinutes(10));
            _watch.Finish();
        }

        Assert.Equal(3, _watch.Reader.Read.Count(read => read.Name == "bad.txt"));
        Assert.Equal(DocumentState.Quarantined, _watch.Document("bad.txt").State);
        Assert.Equal(20, _watch.Outputs.Count);
    }

    [Fact]
    public void What_passes_is_tried_for_ever_less_and_less_often_and_seen_to_wait()
    {
        _watch.Drop("a.txt", "fails: ReaderMissing");
        _watch.Finish();
        for (var round = 0; round < 50; round++)
        {
            Assert.Equal([new ReasonCount(FailureReason.ReaderMissing, 0, 0, 1)], _watch.Counts.Reasons.ToArray());
            var due = _watch.Store.Ledger.NextDue()!.Value;
            Assert.InRange(due, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
            _watch.Time.Pass(due);
            _watch.Work();
        }

        Assert.Equal(51, _watch.Reader.Read.Count);
        Assert.Equal(TimeSpan.FromMinutes(10), _watch.Store.Ledger.NextDue());
    }

    [Fact]
    public void What_is_read_after_all_leaves_quarantine()
    {
        _watch.Drop("a.txt", "fails: Encrypted");
        _watch.Finish();
        var document = Assert.Single(_watch.Documents);
        Assert.Equal(1, _watch.Store.Ledger.Retry(document.Sha256[..12]));
        var lease = _watch.Store.Ledger.Take(TimeSpan.FromMinutes(1))!;
        _watch.Store.Ledger.Complete(lease, new NewResult(_watch.Store.Results.Add(new("x"u8.ToArray())), 1, 1, 0, 0, 0, 0, 0, []));
        _watch.Work();
        Assert.Empty(Directory.GetDirectories(_watch.Store.Quarantine));
    }

    [Fact]
    public void A_copy_that_changed_in_the_store_gives_no_result()
    {
        _watch.Drop("a.txt", "a");
        _watch.AtStep = step =>
        {
            if (step == Step.AfterRename)
            {
                _watch.AtStep = _ => { };
                File.WriteAllText(_watch.Store.Blobs.PathOf(_watch.Store.Blobs.All().Single()), "b");
            }
        };
        _watch.Finish();
        Assert.Equal(FailureReason.Internal, Assert.Single(_watch.Documents).Why!.Reason);
        Assert.Empty(_watch.Outputs);
        Assert.Equal(Fault.Altered, Assert.Single(_watch.Faults).Fault);
    }

    [Fact]
    public void Unreadable_things_are_told_once_an_hour()
    {
        // A folder deeper than is looked into stands for one that may not be looked into.
        _watch.Drop(string.Join('/', Enumerable.Repeat("d", 210)) + "/a.txt", "a");
        for (var minute = 0; minute < 90; minute++)
        {
            _watch.Scan();
            _watch.Time.Pass(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(2, _watch.News.Count);
        Assert.All(_watch.News, news => Assert.Equal(FailureReason.NotReadable, Assert.IsType<NotReadable>(news).Why.Reason));
        Assert.Equal(1, _watch.Counts.Quarantined);
    }
}

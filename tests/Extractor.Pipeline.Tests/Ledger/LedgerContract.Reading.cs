using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Tests.Ledger;

/// <summary>What consumers see.</summary>
public abstract partial class LedgerContract
{
    [Fact]
    public void Who_follows_the_sequence_sees_each_change_once()
    {
        Arrive("a.pdf", 'a');
        Arrive("b.pdf", 'b');
        Complete(Take(), "r1");
        Complete(Take(), "r2");
        var seen = Ledger.Ended(0).Max(document => document.Sequence);
        Assert.Empty(Ledger.Ended(seen));
        Arrive("again.pdf", 'a');
        var changed = Assert.Single(Ledger.Ended(seen));
        Assert.Equal(["a.pdf", "again.pdf"], changed.Sightings.ToArray());
        Arrive("again.pdf", 'a');
        Assert.Empty(Ledger.Ended(changed.Sequence));
    }

    [Fact]
    public void Documents_are_seen_as_they_are_at_the_moment_of_the_first()
    {
        Arrive("a.pdf", 'a');
        Arrive("b.pdf", 'b');
        Complete(Take(), "r1");
        Complete(Take(), "r2");
        using var documents = Ledger.Ended(0).GetEnumerator();
        Assert.True(documents.MoveNext());
        Arrive("b2.pdf", 'a');
        Assert.True(documents.MoveNext());
        Assert.False(documents.MoveNext());
    }

    [Fact]
    public void An_output_s_place_in_the_sequence_is_remembered()
    {
        Assert.Equal(0, Ledger.DeliveredTo("here"));
        Ledger.SetDelivered("here", 3);
        Ledger.SetDelivered("here", 5);
        Reopen();
        Assert.Equal((5, 0), (Ledger.DeliveredTo("here"), Ledger.DeliveredTo("there")));
    }

    [Fact]
    public void Counts_add_up()
    {
        Arrive("done.pdf", 'a');
        Arrive("copy.pdf", 'a');
        Complete(Take(), "r1");
        Arrive("bad.pdf", 'b');
        Ledger.Quarantine(Take(), new Failed(FailureReason.Damaged, ""));
        Arrive("waits.pdf", 'c');
        Record("new.pdf", FileState.Seen);
        Record(".DS_Store", FileState.Ignored);
        Record("gone.pdf", FileState.Withdrawn);
        Ledger.Record(InboxId, [new FileNews(new FilePath("pipe"), FileState.Refused, default, null, new Failed(FailureReason.NotAFile, ""))]);
        var counts = Ledger.Count();
        Assert.Equal((8, 1, 2, 2, 1, 1, 1, 0), (
            counts.Seen, counts.Done, counts.Waiting, counts.Quarantined, counts.Duplicate, counts.Ignored, counts.Withdrawn, counts.Removed));
        Assert.Equal(counts.Seen, counts.Done + counts.Waiting + counts.Quarantined + counts.Duplicate + counts.Ignored + counts.Withdrawn + counts.Removed);
        Assert.Equal(
            [new ReasonCount(FailureReason.Damaged, 1, 0, 0), new ReasonCount(FailureReason.NotAFile, 0, 1, 0)], counts.Reasons.OrderBy(reason => $"{reason.Reason}", StringComparer.Ordinal));
    }

    [Fact]
    public void Files_that_are_done_are_those_whose_document_is()
    {
        Arrive("a.pdf", 'a');
        Arrive("copy.pdf", 'a');
        Arrive("b.pdf", 'b');
        Complete(Take(), "r1");
        Ledger.Quarantine(Take(), new Failed(FailureReason.Damaged, ""));
        Assert.Equal(["a.pdf", "copy.pdf"], Ledger.FilesDone(InboxId).Select(file => file.Path.Shown));
        Record("a.pdf", FileState.Removed);
        Assert.Equal(["copy.pdf"], Ledger.FilesDone(InboxId).Select(file => file.Path.Shown));
    }
}

using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Tests.Ledger;

/// <summary>What every ledger must do, whatever it keeps its rows in.</summary>
public abstract class LedgerContract : IDisposable
{
    protected const string InboxId = "0123456789abcdef";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private ILedger? _ledger;

    internal ManualTime Time { get; } = new();

    private protected TemporaryFolder Folder { get; } = new();

    /// <summary>The one ledger of this test: opened again, it knows what it knew.</summary>
    protected abstract ILedger Open();

    protected ILedger Ledger
    {
        get
        {
            if (_ledger is null)
            {
                _ledger = Open();
                _ledger.Register(new Inbox(InboxId, "/inbox", IsMarked: true));
            }

            return _ledger;
        }
    }

    public void Dispose()
    {
        _ledger?.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Reopen()
    {
        _ledger?.Dispose();
        _ledger = null;
    }

    // Files and documents.

    [Fact]
    public void A_new_document_waits_and_is_given_out_once()
    {
        Arrive("a.pdf", 'a');
        var lease = Ledger.Take(Long);
        Assert.Equal((Sha('a'), "a.pdf", 10L, 0), (lease!.Sha256, lease.Name, lease.Length, lease.Tries));
        Assert.Null(Ledger.Take(Long));
    }

    [Fact]
    public void Documents_are_given_out_in_the_order_in_which_they_came()
    {
        Arrive("b.pdf", 'b');
        Arrive("a.pdf", 'a');
        Arrive("c.pdf", 'c');
        Assert.Equal(["b.pdf", "a.pdf", "c.pdf"], new[] { Take().Name, Take().Name, Take().Name });
    }

    [Fact]
    public void The_same_bytes_under_many_names_are_one_document_with_as_many_sightings()
    {
        for (var copy = 0; copy < 50; copy++)
        {
            Arrive($"copy {copy}.pdf", 'a');
        }

        Complete(Take(), "r1");
        Assert.Null(Ledger.Take(Long));
        Assert.Equal(50, Assert.Single(Ledger.Ended(0)).Sightings.Length);
        Assert.Equal((50, 1, 49), (Ledger.Count().Seen, Ledger.Count().Done, Ledger.Count().Duplicate));
    }

    [Fact]
    public void Other_bytes_under_an_old_name_supersede_what_stood_there()
    {
        Arrive("a.pdf", 'a');
        Complete(Take(), "r1");
        Arrive("a.pdf", 'b');
        Complete(Take(), "r2");
        var (old, present) = (Document('a'), Document('b'));
        Assert.Equal((Sha('b'), null), (old.SupersededBy, present.SupersededBy));
        Assert.True(old.Sequence < present.Sequence);
        Assert.Equal(("a~aaaaaaaa.json", "a.json"), (old.Output, present.Output));
    }

    [Fact]
    public void A_document_that_also_stands_elsewhere_is_not_superseded()
    {
        Arrive("a.pdf", 'a');
        Arrive("copy.pdf", 'a');
        Arrive("a.pdf", 'b');
        Assert.Null(Document('a').SupersededBy);
        Arrive("copy.pdf", 'b');
        Assert.Equal(Sha('b'), Document('a').SupersededBy);
    }

    [Fact]
    public void Bytes_that_come_back_under_their_name_are_the_latest_again()
    {
        Arrive("a.pdf", 'a');
        Complete(Take(), "r1");
        Arrive("a.pdf", 'b');
        Complete(Take(), "r2");
        Arrive("a.pdf", 'a');
        Assert.Null(Ledger.Take(Long));
        Assert.Equal((null, Sha('a')), (Document('a').SupersededBy, Document('b').SupersededBy));
        Assert.Equal(("a.json", "a~bbbbbbbb.json"), (Document('a').Output, Document('b').Output));
    }

    [Fact]
    public void A_new_version_that_cannot_be_read_leaves_the_name_to_the_old_result()
    {
        Arrive("a.pdf", 'a');
        Complete(Take(), "r1");
        Arrive("a.pdf", 'b');
        Ledger.Quarantine(Take(), new Failed(FailureReason.Encrypted, ""));
        Assert.Equal(("a.json", Sha('b')), (Document('a').Output, Document('a').SupersededBy));
    }

    [Fact]
    public void Documents_of_one_name_in_two_folders_have_two_outputs()
    {
        Arrive("x/a.pdf", 'a');
        Arrive("y/a.pdf", 'b');
        Arrive("a.xlsx", 'c');
        Assert.Equal(["a.json", "a~bbbbbbbb.json", "a~cccccccc.json"], Ledger.All().Select(document => document.Output));
    }

    [Fact]
    public void What_is_known_of_files_is_known_after_a_restart_byte_for_byte()
    {
        var name = new FilePath([0xb2, 0xc6, (byte)'.', (byte)'p']);
        Ledger.Record(InboxId, [new FileNews(name, FileState.Seen, new FileStamp(5, long.MaxValue, ulong.MaxValue))]);
        Arrive("财/a.pdf", 'a');
        Reopen();
        var files = Ledger.Files(InboxId).OrderBy(file => file.Path.Shown, StringComparer.Ordinal).ToArray();
        Assert.Equal(2, files.Length);
        Assert.Equal((name, FileState.Seen, new FileStamp(5, long.MaxValue, ulong.MaxValue), null), (files[0].Path, files[0].State, files[0].Stamp, files[0].Sha256));
        Assert.Equal((@"\xb2\xc6.p", "财/a.pdf", Sha('a')), (files[0].Path.Shown, files[1].Path.Shown, files[1].Sha256));
    }

    [Fact]
    public void The_members_of_an_archive_are_documents_wherever_the_archive_stands()
    {
        Arrive("z.zip", 'z');
        Ledger.Unpack(Take(), [new Member("sub/财.pdf", Sha('a'), 3), new Member("b.pdf", Sha('b'), 4)], refusal: null);
        Arrive("copy.zip", 'z');
        var first = Take();
        Assert.Equal((Sha('a'), "财.pdf"), (first.Sha256, first.Name));
        Complete(first, "r1");
        Assert.Equal(["z.zip!sub/财.pdf", "copy.zip!sub/财.pdf"], Document('a').Sightings.ToArray());
        Assert.Equal([Sha('a')], Ledger.Ended(0).Select(document => document.Sha256));
    }

    [Fact]
    public void An_archive_not_all_of_which_could_be_unpacked_is_in_quarantine_and_its_members_are_not()
    {
        Arrive("z.zip", 'z');
        Ledger.Unpack(Take(), [new Member("a.pdf", Sha('a'), 3)], new Failed(FailureReason.CannotDecrypt, "b.pdf"));
        Assert.Equal((DocumentState.Quarantined, DocumentState.Waiting), (Document('z').State, Document('a').State));
    }

    [Fact]
    public void A_new_version_of_an_archive_supersedes_the_members_that_changed()
    {
        Arrive("z.zip", 'y');
        Ledger.Unpack(Take(), [new Member("a.pdf", Sha('a'), 3), new Member("b.pdf", Sha('b'), 4)], null);
        Arrive("z.zip", 'z');
        Complete(Take(), "r1");
        Complete(Take(), "r2");
        Ledger.Unpack(Take(), [new Member("a.pdf", Sha('a'), 3), new Member("b.pdf", Sha('c'), 4)], null);
        Assert.Equal((null, Sha('c')), (Document('a').SupersededBy, Document('b').SupersededBy));
    }

    // The queue.

    [Fact]
    public void A_lease_that_runs_out_is_given_to_the_next_and_its_holder_is_refused()
    {
        Arrive("a.pdf", 'a');
        var slow = Take();
        Time.Pass(Long);
        var next = Take();
        Assert.True(next.Epoch > slow.Epoch);
        Assert.False(Ledger.Complete(slow, Result("r1")));
        Assert.False(Ledger.Quarantine(slow, new Failed(FailureReason.Damaged, "")));
        Assert.False(Ledger.PutOff(slow, new Failed(FailureReason.Damaged, ""), Long, counts: true));
        Assert.False(Ledger.Return(slow));
        Assert.False(Ledger.Extend(slow, Long));
        Assert.False(Ledger.Unpack(slow, [new Member("x", Sha('x'), 1)], null));
        Assert.Single(Ledger.All());
        Assert.True(Ledger.Complete(next, Result("r2")));
        Assert.Equal("r2", Assert.Single(Ledger.Ended(0)).Result);
    }

    [Fact]
    public void A_result_is_committed_once()
    {
        Arrive("a.pdf", 'a');
        var lease = Take();
        Assert.True(Ledger.Complete(lease, Result("r1")));
        Assert.False(Ledger.Complete(lease, Result("r2")));
        Assert.Equal("r1", Assert.Single(Ledger.Ended(0)).Result);
    }

    [Fact]
    public void A_lease_that_is_extended_is_not_given_out()
    {
        Arrive("a.pdf", 'a');
        var lease = Take();
        for (var minute = 0; minute < 20; minute++)
        {
            Time.Pass(TimeSpan.FromMinutes(1));
            Assert.True(Ledger.Extend(lease, Long));
        }

        Assert.Null(Ledger.Take(Long));
        Assert.True(Ledger.Complete(lease, Result("r1")));
    }

    [Fact]
    public void What_is_put_off_waits_its_time_and_remembers_the_tries_that_count()
    {
        Arrive("a.pdf", 'a');
        Assert.True(Ledger.PutOff(Take(), new Failed(FailureReason.ReaderCrashed, "signal 9"), TimeSpan.FromMinutes(1), counts: true));
        Assert.Null(Ledger.Take(Long));
        Assert.Equal(TimeSpan.FromMinutes(1), Ledger.NextDue());
        Assert.Equal(new Failed(FailureReason.ReaderCrashed, "signal 9"), Document('a').Why);
        Assert.Equal([new ReasonCount(FailureReason.ReaderCrashed, 0, 0, 1)], Ledger.Count().Reasons.ToArray());
        Time.Pass(TimeSpan.FromMinutes(1));
        var again = Take();
        Assert.Equal(1, again.Tries);
        Ledger.PutOff(again, new Failed(FailureReason.NotReadable, ""), TimeSpan.FromMinutes(1), counts: false);
        Time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Take().Tries);
    }

    [Fact]
    public void What_is_given_back_waits_again_as_if_nothing_had_been()
    {
        Arrive("a.pdf", 'a');
        Assert.True(Ledger.Return(Take()));
        Assert.Equal(0, Take().Tries);
    }

    [Fact]
    public void What_a_killed_program_held_is_given_out_after_its_restart()
    {
        Arrive("a.pdf", 'a');
        var lost = Take();
        Reopen();
        Ledger.ReleaseAll();
        var lease = Take();
        Assert.Equal(lost.Sha256, lease.Sha256);
        Assert.False(Ledger.Complete(lost, Result("r1")));
        Assert.True(Ledger.Complete(lease, Result("r1")));
    }

    [Fact]
    public void What_is_in_quarantine_says_why_and_waits_again_when_somebody_asks()
    {
        Arrive("a.pdf", 'a');
        Arrive("b.pdf", 'b');
        Ledger.Quarantine(Take(), new Failed(FailureReason.Encrypted, "why"));
        Ledger.Quarantine(Take(), new Failed(FailureReason.Damaged, ""));
        Assert.Equal(new Failed(FailureReason.Encrypted, "why"), Document('a').Why);
        Assert.Equal(2, Ledger.Count().Quarantined);
        Assert.Null(Ledger.Take(Long));
        Assert.Equal(1, Ledger.Retry(Sha('b')));
        Assert.Equal(Sha('b'), Take().Sha256);
        Assert.Equal(0, Ledger.Retry(Sha('b')));
        Assert.Equal(1, Ledger.Retry(null));
    }

    [Fact]
    public void A_clock_set_back_or_forward_stops_nothing()
    {
        Arrive("a.pdf", 'a');
        Arrive("b.pdf", 'b');
        Time.Jump(-TimeSpan.FromDays(1));
        Ledger.PutOff(Take(), new Failed(FailureReason.NotReadable, ""), TimeSpan.FromMinutes(5), counts: false);
        Time.Jump(-TimeSpan.FromDays(1));
        Assert.Equal([Sha('a'), Sha('b')], new[] { Take().Sha256, Take().Sha256 }.Order(StringComparer.Ordinal));
        Time.Jump(-TimeSpan.FromDays(1));
        Assert.NotNull(Ledger.Take(Long));
    }

    [Fact]
    public void Many_at_once_get_every_document_once()
    {
        const int count = 200;
        for (var index = 0; index < count; index++)
        {
            Ledger.Record(InboxId, [Claimed($"{index}.pdf", $"{index:x64}")]);
        }

        var taken = new System.Collections.Concurrent.ConcurrentBag<string>();
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            while (Ledger.Take(Long) is { } lease)
            {
                Assert.True(Ledger.Complete(lease, Result("r" + lease.Sha256[^3..])));
                taken.Add(lease.Sha256);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Equal(count, taken.Distinct().Count());
        Assert.Equal(count, taken.Count);
        Assert.Equal(Enumerable.Range(1, count), Ledger.Ended(0).Select(document => (int)document.Sequence));
    }

    // What consumers see.

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

    private protected static string Sha(char digit) => new(char.IsAsciiHexDigitLower(digit) ? digit : (char)('0' + (digit % 10)), 64);

    private protected static FileNews Claimed(string path, string sha256) =>
        new(new FilePath(path), FileState.Claimed, new FileStamp(10, 1, 1), new NewContent(sha256, 10));

    private protected void Arrive(string path, char digit) => Ledger.Record(InboxId, [Claimed(path, Sha(digit))]);

    private void Record(string path, FileState state) => Ledger.Record(InboxId, [new FileNews(new FilePath(path), state, default)]);

    private protected Lease Take() => Ledger.Take(Long) ?? throw new InvalidOperationException("Nothing waits.");

    private protected static NewResult Result(string sha256) =>
        new(sha256, 100, 1, 0, 1, 1, 0, 0, [new NewFinding("form-1", 1, "F01", "/total", "error")]);

    private protected void Complete(Lease lease, string result) => Assert.True(Ledger.Complete(lease, Result(result)));

    private LedgerDocument Document(char digit) => Ledger.All().Single(document => document.Sha256 == Sha(digit));
}

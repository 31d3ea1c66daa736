using System.Collections.Immutable;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Ledger;

/// <summary>
/// What is known of files and documents, and the queue of what is to be read. Every method is one transaction: it lasts
/// once it returns, and never half of it. May be called from any thread.
/// </summary>
public interface ILedger : IDisposable
{
    /// <summary>Adds an inbox, or takes what is said of one that has the same id. Another that was at its path is there no more.</summary>
    void Register(Inbox inbox);

    ImmutableArray<Inbox> Inboxes();

    /// <summary>What is known of the files of an inbox.</summary>
    IEnumerable<KnownFile> Files(string inbox);

    /// <summary>Takes news of files: documents that are new wait to be read.</summary>
    void Record(string inbox, IReadOnlyCollection<FileNews> news);

    /// <summary>Files whose document is done and that still stand in the inbox.</summary>
    ImmutableArray<KnownFile> FilesDone(string inbox);

    /// <summary>
    /// Gives out the document that has waited longest, or one whose lease ran out; null when none is due. Begins an attempt.
    /// </summary>
    Lease? Take(TimeSpan length);

    /// <returns>False where the lease is lost: somebody else has the document.</returns>
    bool Extend(Lease lease, TimeSpan length);

    /// <summary>Commits a result. What came before it from a lost lease is refused.</summary>
    /// <returns>False where the lease is lost: nothing was committed.</returns>
    bool Complete(Lease lease, NewResult result);

    /// <summary>Commits what an archive holds: its members are documents of their own.</summary>
    /// <param name="refusal">Why not all of it could be unpacked; null where it was.</param>
    /// <returns>False where the lease is lost: nothing was committed.</returns>
    bool Unpack(Lease lease, ImmutableArray<Member> members, Failed? refusal);

    /// <summary>Has the document wait again.</summary>
    /// <param name="counts">The attempt counts against it.</param>
    /// <returns>False where the lease is lost.</returns>
    bool PutOff(Lease lease, Failed why, TimeSpan delay, bool counts);

    /// <summary>Gives a document back as if it had not been taken: the program ends.</summary>
    bool Return(Lease lease);

    /// <summary>Commits that the document cannot be read.</summary>
    /// <returns>False where the lease is lost.</returns>
    bool Quarantine(Lease lease, Failed why);

    /// <summary>Gives back whatever is leased. For the one program that reads, when it starts.</summary>
    void ReleaseAll();

    /// <summary>Has documents in quarantine wait again: all, or those whose SHA-256 begins so.</summary>
    /// <returns>How many.</returns>
    int Retry(string? start);

    /// <summary>How long until a document that was put off is due; null where none is.</summary>
    TimeSpan? NextDue();

    /// <summary>How many documents wait or are being read.</summary>
    long Backlog();

    Counts Count();

    /// <summary>Documents that came to an end and changed after a sequence, in the order of their sequences, as they are at one moment.</summary>
    IEnumerable<LedgerDocument> Ended(long after);

    /// <summary>All documents, in the order in which they came, as they are at one moment.</summary>
    IEnumerable<LedgerDocument> All();

    /// <summary>Up to which sequence an output is written.</summary>
    long DeliveredTo(string target);

    void SetDelivered(string target, long sequence);

    /// <summary>What is damaged in the ledger itself, in words; none where it is sound.</summary>
    ImmutableArray<string> Faults();

    /// <summary>Copies the ledger as it is at one moment into a new file, while others go on working with it.</summary>
    void CopyTo(string file);
}

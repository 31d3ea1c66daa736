using System.Collections.Immutable;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Ledger;

/// <summary>A watched folder.</summary>
/// <param name="Id">What its marker file holds.</param>
/// <param name="IsMarked">False where the folder could not be written to and has no marker.</param>
public sealed record Inbox(string Id, string Path, bool IsMarked);

/// <summary>What tells that a file has not changed: equal, not earlier or later. Clocks jump, and shares round.</summary>
public readonly record struct FileStamp(long Size, long Modified, ulong Inode);

/// <summary>What the ledger says of a name in an inbox.</summary>
public enum FileState
{
    /// <summary>Not yet taken: it may still be written.</summary>
    Seen,

    /// <summary>Taken; the first that brought its document.</summary>
    Claimed,

    /// <summary>Taken; its bytes were there already.</summary>
    Duplicate,

    /// <summary>Not taken, for a reason.</summary>
    Refused,

    /// <summary>What systems leave behind; never opened.</summary>
    Ignored,

    /// <summary>Gone before it was taken.</summary>
    Withdrawn,

    /// <summary>Done, and not there any more, since the watch was to move or delete it.</summary>
    Removed,
}

/// <param name="Sha256">Of the document that it last was taken as; null where it never was.</param>
/// <param name="Reason">Where it was refused.</param>
public sealed record KnownFile(FilePath Path, FileState State, FileStamp Stamp, string? Sha256, FailureReason? Reason);

/// <summary>What the scanner found out about a file.</summary>
/// <param name="State">
/// <see cref="FileState.Claimed"/> also for bytes that were there already: the ledger knows better.
/// </param>
/// <param name="Content">What was copied; null where nothing was.</param>
/// <param name="Why">Where it was refused.</param>
public sealed record FileNews(FilePath Path, FileState State, FileStamp Stamp, NewContent? Content = null, Failed? Why = null);

/// <summary>Bytes that lie in the store.</summary>
public sealed record NewContent(string Sha256, long Length);

/// <summary>A document in an archive.</summary>
/// <param name="Label">Its path in the archive; of an archive in it, <c>inner.zip!name.pdf</c>.</param>
public sealed record Member(string Label, string Sha256, long Length)
{
    /// <summary>That it is read under.</summary>
    public string Name { get; init; } = Label[(Label.LastIndexOf('/') + 1)..];
}

/// <summary>The right to read a document, until it ends or is taken by another.</summary>
/// <param name="Epoch">Grows each time the document is given out: what an earlier holder commits is refused.</param>
/// <param name="Name">That it is read under.</param>
/// <param name="Tries">How many attempts counted against it.</param>
public sealed record Lease(string Sha256, long Epoch, string Name, long Length, int Tries);

/// <summary>A result that lies in the store.</summary>
/// <param name="Findings">In the order of the result.</param>
public sealed record NewResult(
    string Sha256, long Length, int Pages, int Unread, int Forms, int Errors, int Warnings, int Infos, ImmutableArray<NewFinding> Findings);

/// <param name="Form">Empty where it is about the document as a whole.</param>
public sealed record NewFinding(string Form, int Number, string Rule, string Subject, string Severity);

/// <summary>Where a document is on its way.</summary>
public enum DocumentState { Waiting, Running, Done, Unpacked, Quarantined }

/// <summary>A document as the ledger has it.</summary>
/// <param name="Output">The name of its result file, unlike that of all others.</param>
/// <param name="Result">The SHA-256 of its result; null where it has none.</param>
/// <param name="Why">Why it is in quarantine, or was put off.</param>
/// <param name="Sightings">As in <see cref="DeliveredDocument"/>.</param>
public sealed record LedgerDocument(
    long Sequence, string Sha256, long Length, string Name, string Output, DocumentState State, string? Result, Failed? Why,
    string? SupersededBy, ImmutableArray<string> Sightings);

/// <summary>How many there are of what.</summary>
/// <param name="Seen">All names that were seen in inboxes: the sum of the next seven.</param>
/// <param name="Done">Files whose document is done.</param>
/// <param name="Waiting">Files that are not taken yet, or whose document is not read yet.</param>
/// <param name="Quarantined">Files that were refused, or whose document could not be read.</param>
/// <param name="Documents">By state.</param>
/// <param name="PutOff">Documents among those that wait that were tried and failed for a reason that passes.</param>
/// <param name="DoneLately">Documents done or quarantined in the last minute.</param>
public sealed record Counts(
    long Seen, long Done, long Waiting, long Quarantined, long Duplicate, long Ignored, long Withdrawn, long Removed,
    ImmutableDictionary<DocumentState, long> Documents, long PutOff, long DoneLately, ImmutableArray<ReasonCount> Reasons);

/// <param name="Held">Documents in quarantine for it.</param>
/// <param name="Refused">Files refused for it.</param>
/// <param name="PutOff">Documents that wait because of it.</param>
public sealed record ReasonCount(FailureReason Reason, long Held, long Refused, long PutOff);

using System.Collections.Immutable;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Watching;

namespace Extractor.Cli.Reporting;

/// <summary>What <c>status --json</c> prints.</summary>
/// <param name="Watching">A watch runs with this store.</param>
internal sealed record StatusSummary(
    bool Watching, ImmutableArray<InboxStatus> Inboxes, FileCounts Files, DocumentCounts Documents, ImmutableArray<ReasonCounts> Reasons);

internal sealed record InboxStatus(string Path, bool Available);

/// <param name="Seen">The sum of all others.</param>
internal sealed record FileCounts(long Seen, long Done, long Waiting, long Quarantined, long Duplicate, long Ignored, long Withdrawn, long Removed);

internal sealed record DocumentCounts(long Waiting, long PutOff, long Running, long Done, long Archives, long Quarantined, long EndedInLastMinute);

internal sealed record ReasonCounts(FailureReason Reason, long Quarantined, long NotTaken, long PutOff);

/// <summary>What <c>verify --json</c> prints.</summary>
internal sealed record VerifySummary(long Checked, ImmutableArray<FaultSummary> Faults);

internal sealed record FaultSummary(Fault Fault, string What);

using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;

namespace Extractor.Pipeline.Watching;

/// <summary>Whether a document that could not be read is tried again, and when.</summary>
internal static class Retrying
{
    private const int MostTries = 3;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5), Longest = TimeSpan.FromMinutes(10);

    /// <summary>How long until the next attempt; null where there is none.</summary>
    public static TimeSpan? DelayOf(FailureReason reason, Lease lease) =>
        IsTransient(reason) || (IsUnknown(reason) && lease.Tries + 1 < MostTries) ? Backoff(lease.Epoch) : null;

    /// <summary>Of the machine, not of the document: tried for ever.</summary>
    public static bool IsTransient(FailureReason reason) => reason is
        FailureReason.NotFound or FailureReason.NotReadable or FailureReason.NotWritable or FailureReason.DiskFull
        or FailureReason.ReaderMissing or FailureReason.BadTemplate or FailureReason.BadProfile;

    /// <summary>May be of the document, or of the machine.</summary>
    public static bool IsUnknown(FailureReason reason) => reason is FailureReason.ReaderCrashed or FailureReason.Internal;

    private static TimeSpan Backoff(long attempt)
    {
        var doublings = (int)Math.Min(attempt - 1, 10);
        var delay = First * (1 << Math.Max(0, doublings));
        return delay < Longest ? delay : Longest;
    }
}

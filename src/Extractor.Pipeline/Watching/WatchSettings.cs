namespace Extractor.Pipeline.Watching;

/// <summary>What becomes of a file in the inbox once its document is done.</summary>
public enum Completion { Leave, Move, Delete }

/// <summary>How an inbox is watched.</summary>
/// <param name="Inbox">The full path of the folder.</param>
/// <param name="Settle">So long a file must not have changed before it is taken.</param>
/// <param name="Patience">So long a file that does not look whole must not have changed before it is taken all the same.</param>
/// <param name="ScanEvery">The time between two scans in which nothing was heard of.</param>
/// <param name="Processed">Where files are moved to.</param>
/// <param name="LargestFile">In bytes; what is larger is refused without being copied.</param>
/// <param name="MostWaiting">So many documents may wait before no more files are taken: the store is filled as it is emptied.</param>
public sealed record WatchSettings(
    string Inbox, TimeSpan Settle, TimeSpan Patience, TimeSpan ScanEvery, Completion Completion = Completion.Leave, string? Processed = null,
    long LargestFile = 2L << 30, int MostWaiting = 256)
{
    public static WatchSettings For(string inbox) =>
        new(inbox, Settle: TimeSpan.FromSeconds(5), Patience: TimeSpan.FromMinutes(1), ScanEvery: TimeSpan.FromSeconds(10));

    /// <summary>How often a file that could not be opened is tried again.</summary>
    internal TimeSpan RetryRefused { get; init; } = TimeSpan.FromSeconds(30);
}

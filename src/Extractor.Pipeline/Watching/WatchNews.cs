using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Watching;

/// <summary>What a person should hear of.</summary>
public abstract record WatchNews;

/// <summary>The inbox, or its marker, is not there: nothing is concluded, and nothing taken.</summary>
public sealed record InboxGone : WatchNews;

public sealed record InboxBack : WatchNews;

/// <summary>Something in the inbox cannot be read. Told once an hour for as long as it is so.</summary>
public sealed record NotReadable(string Path, Failed Why) : WatchNews;

/// <summary>The store or an output cannot be written to, or read: work waits until it can.</summary>
public sealed record Troubled(string What) : WatchNews;

public sealed record Recovered : WatchNews;

/// <summary>How the watch learns that something changed.</summary>
public enum WatchMode
{
    /// <summary>By events of the file system, and by scans.</summary>
    Events,

    /// <summary>By scans alone: what the inbox is on tells nothing of changes that other machines make.</summary>
    RemoteFolder,

    /// <summary>By scans alone: listening was refused, or a file was written to try it and no event came.</summary>
    NoEvents,

    /// <summary>By scans alone: nothing can be written to the inbox to try whether events come.</summary>
    NotWritable,

    /// <summary>By scans alone: that was asked for.</summary>
    Ordered,
}

/// <summary>The watch begins.</summary>
public sealed record WatchBegins(WatchMode Mode) : WatchNews;

/// <summary>Where the watch stands.</summary>
/// <param name="Files">That the last scan found.</param>
/// <param name="Waiting">Documents that wait or are being read.</param>
/// <param name="Done">Since the start.</param>
/// <param name="Running">Documents being read.</param>
public sealed record WatchProgress(int Files, long Waiting, int Running, long Done, TimeSpan Elapsed);

namespace Extractor.Pipeline.Watching;

/// <summary>
/// Events of the file system, as a hint that a scan is worth while. Events get lost, and some folders have none; nothing
/// but the time of the next scan depends on them.
/// </summary>
internal sealed class WakeUp : IDisposable
{
    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(2);

    private readonly FileSystemWatcher? _watcher;

    private WakeUp(WatchMode mode, FileSystemWatcher? watcher) => (Mode, _watcher) = (mode, watcher);

    public WatchMode Mode { get; }

    /// <summary>Finds out, by a file that it writes and removes, whether events come; and if so has them set the signal.</summary>
    public static WakeUp Open(string inbox, bool poll, ManualResetEventSlim signal)
    {
        if (poll)
        {
            return new WakeUp(WatchMode.Ordered, null);
        }

        if (new DriveInfo(inbox).DriveType == DriveType.Network)
        {
            return new WakeUp(WatchMode.RemoteFolder, null);
        }

        FileSystemWatcher? watcher = null;
        var probe = Path.Combine(inbox, $".extractor-{Guid.NewGuid():n}.tmp");
        var isListening = false;
        try
        {
            watcher = new FileSystemWatcher(inbox)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.Size | NotifyFilters.LastWrite,
            };
            watcher.Created += (_, _) => signal.Set();
            watcher.Changed += (_, _) => signal.Set();
            watcher.Renamed += (_, _) => signal.Set();
            watcher.Deleted += (_, _) => signal.Set();
            watcher.Error += (_, _) => signal.Set();
            watcher.EnableRaisingEvents = true;
            isListening = true;
            File.Create(probe).Dispose();
            var heard = signal.Wait(ProbePatience);
            File.Delete(probe);
            if (heard)
            {
                return new WakeUp(WatchMode.Events, watcher);
            }

            watcher.Dispose();
            return new WakeUp(WatchMode.NoEvents, null);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            watcher?.Dispose();
            return new WakeUp(isListening ? WatchMode.NotWritable : WatchMode.NoEvents, null);
        }
    }

    public void Dispose() => _watcher?.Dispose();
}

/// <summary>Listens for as long as the inbox is there: events of a folder that went away do not come back with it.</summary>
internal sealed class Ears(string inbox, WatchParts parts, ManualResetEventSlim signal) : IDisposable
{
    private WakeUp? _wakeUp;

    public void Hear(bool isThere)
    {
        if (isThere == _wakeUp is not null)
        {
            return;
        }

        _wakeUp?.Dispose();
        _wakeUp = isThere ? WakeUp.Open(inbox, parts.Poll, signal) : null;
        if (_wakeUp is not null)
        {
            parts.Log.Information("Watching: {Mode}", _wakeUp.Mode);
            parts.Tell(new WatchBegins(_wakeUp.Mode));
        }
    }

    public void Dispose() => _wakeUp?.Dispose();
}

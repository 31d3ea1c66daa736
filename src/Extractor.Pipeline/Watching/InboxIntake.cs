using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;
using Serilog;

namespace Extractor.Pipeline.Watching;

/// <summary>From the inbox into the store: scans, takes what is stable, and takes away what is done.</summary>
internal sealed class InboxIntake
{
    private const int TakenAtATime = 32;

    private static readonly TimeSpan TellAgain = TimeSpan.FromHours(1);

    private readonly WatchSettings _settings;
    private readonly Inbox _inbox;
    private readonly Store _store;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Action<WatchNews> _tell;
    private readonly Scanner _scanner;
    private readonly SourceCopy _copy;
    private readonly SourceRemoval _removal;
    private readonly Queue<SourceFile> _ready = new();
    private readonly Dictionary<FilePath, long> _told = [];
    private bool _isAway;

    public InboxIntake(WatchSettings settings, Inbox inbox, Store store, TimeProvider time, Action<Step> steps, ILogger log, Action<WatchNews> tell)
    {
        (_settings, _inbox, _store, _time, _log, _tell) = (settings, inbox, store, time, log, tell);
        var tree = new InboxTree(settings.Inbox);
        _scanner = new Scanner(settings, inbox, store.Ledger, time);
        _copy = new SourceCopy(tree, store.Blobs, settings, steps);
        _removal = new SourceRemoval(tree, settings, store.Blobs, steps);
    }

    /// <summary>Files that are stable and not taken yet.</summary>
    public int Ready => _ready.Count;

    public TimeSpan? NextLook() => _scanner.NextLook();

    public Scan Scan()
    {
        var started = _time.GetTimestamp();
        var scan = _scanner.Run();
        _log.Debug("Scan of {Files} files in {Elapsed} ms, {Ready} ready", scan.Files, _time.GetElapsedTime(started).TotalMilliseconds, scan.Ready.Length);
        if (scan.IsAvailable == _isAway)
        {
            _isAway = !scan.IsAvailable;
            _log.Warning("Inbox {Inbox} available: {Available}", _inbox.Id, scan.IsAvailable);
            _tell(_isAway ? new InboxGone() : new InboxBack());
        }

        _ready.Clear();
        foreach (var file in scan.Ready)
        {
            _ready.Enqueue(file);
        }

        foreach (var (path, why) in scan.Closed)
        {
            TellHourly(path, new Failed(FailureReason.NotReadable, why));
        }

        return scan;
    }

    /// <summary>Takes some files that are ready, unless enough documents wait.</summary>
    /// <returns>Whether it took any.</returns>
    /// <exception cref="Exception">The store cannot be written to: <see cref="StoreTrouble.Is"/>. Nothing is lost.</exception>
    public bool TakeSome()
    {
        if (_ready.Count == 0 || _store.Ledger.Backlog() >= _settings.MostWaiting)
        {
            return false;
        }

        var takings = new List<(SourceFile, Taking)>();
        try
        {
            while (takings.Count < TakenAtATime && _ready.TryPeek(out var file))
            {
                var taking = _copy.Take(file.Path, file.Stamp, _scanner.Quiet(file));
                _ready.Dequeue();
                takings.Add((file, taking));
                if (taking is RefusedSource refused)
                {
                    TellHourly(file.Path, refused.Why);
                }
            }
        }
        finally
        {
            _scanner.Note(takings);
        }

        return true;
    }

    /// <summary>Takes away the sources of documents that are done, if that is wanted.</summary>
    public void RemoveDone()
    {
        if (_settings.Completion == Completion.Leave || _isAway)
        {
            return;
        }

        foreach (var file in _store.Ledger.FilesDone(_inbox.Id))
        {
            try
            {
                if (_removal.Remove(file))
                {
                    _scanner.NoteRemoved(file.Path);
                }
            }
            catch (IOException refused)
            {
                TellHourly(file.Path, Delivery.WriteFailure.Of(refused));
            }
        }
    }

    private void TellHourly(FilePath path, Failed why)
    {
        if (_told.TryGetValue(path, out var last) && _time.GetElapsedTime(last) < TellAgain)
        {
            return;
        }

        _told[path] = _time.GetTimestamp();
        _log.Warning(
            "File {File} cannot be used: {Reason}", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(path.Bytes))[..12], why.Reason);
        _tell(new NotReadable(path.Shown, why));
    }
}

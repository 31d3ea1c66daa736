using System.Diagnostics;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Ledger;
using Serilog;

namespace Extractor.Pipeline.Watching;

/// <summary>What a watch is made of.</summary>
/// <param name="Reader">Makes a reader for each lane; it is given what says that documents are to be cut off.</param>
/// <param name="Lanes">So many documents are read at a time.</param>
/// <param name="Poll">Not to listen to events of the file system.</param>
/// <param name="Once">To end when everything is done that there is to do.</param>
public sealed record WatchParts(
    TimeProvider Time, Func<Func<bool>, IReader> Reader, int Lanes, ReadingOrder Order, IReadOnlyList<IOutput> Outputs,
    Action<Step> Steps, ILogger Log, Action<WatchNews> Tell, Action<WatchProgress> Progress, bool Poll = false, bool Once = false);

/// <summary>
/// Watches an inbox until it is told to end. One thread takes files in, some read documents, one writes outputs; what they
/// know of each other is in the ledger.
/// </summary>
public sealed class Watch : IDisposable
{
    /// <summary>An idle watch scans no longer than this part of the time; one that has something to do, no longer than the second.</summary>
    private const int IdleShare = 25, BusyShare = 4;

    private static readonly TimeSpan
        ShortestPause = TimeSpan.FromMilliseconds(300), TroublePause = TimeSpan.FromSeconds(2), LanePause = TimeSpan.FromSeconds(1);

    private readonly WatchSettings _settings;
    private readonly Inbox _inbox;
    private readonly Store _store;
    private readonly WatchParts _parts;
    private readonly CancellationToken _drain, _stop;
    private readonly ManualResetEventSlim _wake = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly AutoResetEvent _deliver = new(true);
    private readonly long _started;
    private int _running, _troubled, _idleLanes;
    private long _done;
    private volatile bool _ended, _lanesEnded;

    private Watch(WatchSettings settings, Inbox inbox, Store store, WatchParts parts, CancellationToken drain, CancellationToken stop)
    {
        (_settings, _inbox, _store, _parts, _drain, _stop) = (settings, inbox, store, parts, drain, stop);
        _started = parts.Time.GetTimestamp();
    }

    /// <summary>Watches until <paramref name="drain"/>; documents that are being read then are read to their end, unless <paramref name="stop"/> comes.</summary>
    /// <exception cref="StoreException">Another program watches the inbox, or with the store.</exception>
    public static void Run(WatchSettings settings, Inbox inbox, Store store, WatchParts parts, CancellationToken drain, CancellationToken stop)
    {
        using var right = StoreLock.Take(store, inbox);
        using var watch = new Watch(settings, inbox, store, parts, drain, stop);
        watch.Run();
    }

    public void Dispose()
    {
        _wake.Dispose();
        _work.Dispose();
        _deliver.Dispose();
    }

    private bool IsEnding => _drain.IsCancellationRequested || _ended;

    private void Run()
    {
        Patiently(() =>
        {
            _store.Blobs.CleanUp();
            _store.Results.CleanUp();
            _store.Ledger.ReleaseAll();
            return true;
        });
        var lanes = Enumerable.Range(0, _parts.Lanes).Select(number => Start($"lane {number}", RunLane)).ToList();
        var delivery = Start("delivery", RunDelivery);
        try
        {
            RunIntake();
        }
        finally
        {
            _ended = true;
            _work.Release(_parts.Lanes);
            lanes.ForEach(lane => lane.Join());
            _lanesEnded = true;
            _deliver.Set();
            delivery.Join();
            _parts.Log.Information("Ended; {Done} documents came to an end", _done);
        }
    }

    private static Thread Start(string name, Action run)
    {
        var thread = new Thread(() => run()) { Name = name };
        thread.Start();
        return thread;
    }

    private void RunIntake()
    {
        var intake = new InboxIntake(_settings, _inbox, _store, _parts.Time, _parts.Steps, _parts.Log, _parts.Tell);
        using var ears = new Ears(_settings.Inbox, _parts, _wake);
        while (!IsEnding)
        {
            _wake.Reset();
            var began = Stopwatch.GetTimestamp();
            var files = 0;
            var isBusy = false;
            Patiently(() =>
            {
                var scan = intake.Scan();
                files = scan.Files;
                ears.Hear(scan.IsAvailable);
                intake.RemoveDone();
                isBusy = scan.IsAvailable && intake.Ready > 0;
                return true;
            });
            var spent = Stopwatch.GetElapsedTime(began);
            if (TakeAll(intake, files) || IsEnding)
            {
                continue;
            }

            if (_parts.Once && !isBusy && IsIdle(intake))
            {
                _ended = true;
                break;
            }

            Pause(intake, spent, files);
        }
    }

    /// <summary>Takes what the scan found ready, as fast as it is read; true where the next scan is due before all is taken.</summary>
    private bool TakeAll(InboxIntake intake, int files)
    {
        var began = Stopwatch.GetTimestamp();
        while (!IsEnding && intake.Ready > 0)
        {
            if (Patiently(intake.TakeSome))
            {
                _work.Release(_parts.Lanes);
                _deliver.Set();
            }
            else if (!IsEnding)
            {
                _drain.WaitHandle.WaitOne(ShortestPause);
            }

            Progress(files);
            if (Stopwatch.GetElapsedTime(began) > _settings.ScanEvery * BusyShare)
            {
                return true;
            }
        }

        return false;
    }

    private void Pause(InboxIntake intake, TimeSpan spent, int files)
    {
        var began = Stopwatch.GetTimestamp();
        var next = intake.NextLook();
        var longest = Longer(next is { } look && look < _settings.ScanEvery ? look : _settings.ScanEvery, spent * (next is null ? IdleShare : BusyShare));
        var shortest = Longer(ShortestPause, spent * BusyShare);
        while (!IsEnding && Stopwatch.GetElapsedTime(began) is var waited && waited < longest)
        {
            Progress(files);
            var isWoken = _wake.IsSet;
            if (isWoken && waited >= shortest)
            {
                return;
            }

            var rest = (isWoken ? shortest : longest) - waited;
            WaitHandle.WaitAny(
                isWoken ? [_drain.WaitHandle] : [_drain.WaitHandle, _wake.WaitHandle],
                rest < LanePause ? rest : LanePause);
            if (_parts.Once && next is null && IsIdle(intake))
            {
                return;
            }
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private bool IsIdle(InboxIntake intake) =>
        intake.Ready == 0 && intake.NextLook() is null && Volatile.Read(ref _idleLanes) == _parts.Lanes
        && (_store.Ledger.Backlog() == 0 || _store.Ledger.NextDue() > TimeSpan.Zero);

    private void RunLane()
    {
        using var reader = _parts.Reader(() => _stop.IsCancellationRequested);
        var lane = new Lane(_store, reader, _parts.Order, () => _stop.IsCancellationRequested, _parts.Time, _parts.Log);
        while (!IsEnding)
        {
            Interlocked.Increment(ref _running);
            var commit = Patiently(lane.ReadNext);
            if (commit is not null)
            {
                Patiently(() =>
                {
                    commit();
                    return true;
                });
                Interlocked.Increment(ref _done);
                _deliver.Set();
            }

            Interlocked.Decrement(ref _running);
            if (commit is null && !IsEnding)
            {
                Interlocked.Increment(ref _idleLanes);
                _work.Wait(LanePause);
                Interlocked.Decrement(ref _idleLanes);
            }
        }
    }

    private void RunDelivery()
    {
        var deliveries = new Deliveries(_store.Ledger, _parts.Outputs, _parts.Steps);
        Patiently(() =>
        {
            deliveries.Restore();
            return true;
        });
        var isLast = false;
        while (!isLast)
        {
            _deliver.WaitOne();

            // What the lanes still committed is written before the end.
            isLast = _lanesEnded;
            Patiently(() =>
            {
                deliveries.Run();
                return true;
            });
        }
    }

    /// <summary>
    /// Does something until the disk lets it. A document that was read is not read again because its result could not be
    /// written, and nothing is taken meanwhile: the lanes wait with what they have.
    /// </summary>
    private T? Patiently<T>(Func<T> work)
    {
        while (true)
        {
            try
            {
                var result = work();
                if (Interlocked.Exchange(ref _troubled, 0) != 0)
                {
                    _parts.Tell(new Recovered());
                }

                return result;
            }
            catch (Exception trouble) when (StoreTrouble.Is(trouble))
            {
                _parts.Log.Error("Trouble with the store: {Kind} {Code}", trouble.GetType().Name, trouble.HResult);
                if (Interlocked.Exchange(ref _troubled, 1) == 0)
                {
                    _parts.Tell(new Troubled(trouble.Message));
                }

                if (IsEnding)
                {
                    return default;
                }

                _drain.WaitHandle.WaitOne(TroublePause);
            }
        }
    }

    private void Progress(int files) => _parts.Progress(new WatchProgress(
        files, _store.Ledger.Backlog(), Volatile.Read(ref _running), Volatile.Read(ref _done), _parts.Time.GetElapsedTime(_started)));
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Extractor.Core.Pages;

namespace Extractor.Pipeline.Jobs;

/// <summary>
/// One document, from the first attempt to the last. A page that kills the worker is left out of the next attempt and
/// listed as unread, so that one bad page does not cost the others.
/// </summary>
/// <param name="crashesToBlame">How often a page must end a fresh worker before it is left out.</param>
internal sealed class DocumentRun(WorkerSeat seat, WorkerLimits limits, Func<bool> isStopped, int crashesToBlame = 1)
{
    /// <summary>So many pages may kill a worker before the document is given up.</summary>
    private const int MostSkippedPages = 3;

    /// <summary>An exit code above this is a signal's number added to it.</summary>
    private const int SignalBase = 128;

    /// <summary>How often the usage of a worker is looked at while it is silent or busy.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private PageBegun _at = new(0, 0);

    public Outcome Run(Job job, Action<PageBegun> pageBegins)
    {
        var skipped = ImmutableArray<SkippedPage>.Empty;
        var crashes = 0;
        while (true)
        {
            _at = new PageBegun(0, 0);
            var fresh = seat.IsEmpty;
            switch (TryOnce(new Attempt(job, skipped), pageBegins))
            {
                case Ended(var outcome):
                    seat.VacateWhenSwollen();
                    return outcome;
                case Lost { Why.Reason: not UnreadReason.TimeLimit } when !fresh:
                    // Perhaps of the documents before it: what is blamed on this one must not depend on them.
                    break;
                case Lost { Why.Reason: UnreadReason.ReaderCrashed } when ++crashes < crashesToBlame:
                    break;
                case Lost lost when lost.Why.ByDocument || _at.Number == 0 || skipped.Length == MostSkippedPages:
                    return GiveUp(lost, skipped.Length);
                case Lost lost:
                    skipped = skipped.Add(new SkippedPage(_at.Number, lost.Why.Reason, lost.Why.Detail));
                    crashes = 0;
                    break;
            }
        }
    }

    private AttemptEnd TryOnce(Attempt attempt, Action<PageBegun> pageBegins)
    {
        var worker = seat.Occupied();
        if (!worker.TrySend(attempt))
        {
            return Bury(worker, highestMemory: 0);
        }

        var watch = new LimitWatch(limits);
        var lastLook = Stopwatch.GetTimestamp();
        var highestMemory = 0L;
        while (true)
        {
            if (worker.TryReceive(LookEvery, out var message))
            {
                switch (message)
                {
                    case JobEnded ended:
                        return new Ended(ended.Outcome);
                    case PageBegun page:
                        _at = page;
                        watch.PageBegins(page);
                        pageBegins(page);
                        break;
                }
            }
            else if (worker.IsDead)
            {
                return Bury(worker, highestMemory);
            }

            if (Stopwatch.GetElapsedTime(lastLook) < LookEvery)
            {
                continue;
            }

            lastLook = Stopwatch.GetTimestamp();
            if (worker.MeasureUsage() is { } usage)
            {
                highestMemory = Math.Max(highestMemory, usage.Memory);
                if (watch.Check(usage) is { } passed)
                {
                    seat.Vacate();
                    return new Lost(passed);
                }
            }

            if (isStopped())
            {
                seat.Vacate();
                return new Ended(new Failed(FailureReason.Internal, "The run was stopped."));
            }
        }
    }

    /// <summary>
    /// A worker that died of itself. One that had grown large met its own memory limit: an allocation that fails ends
    /// the reader, which cannot go on without.
    /// </summary>
    private Lost Bury(WorkerProcess worker, long highestMemory)
    {
        var (exitCode, lastWords) = worker.WaitForEnd();
        seat.Vacate();
        return highestMemory > limits.Memory / 2
            ? new Lost(LimitWatch.MemoryPassed(limits))
            : new Lost(new LimitPassed(UnreadReason.ReaderCrashed, CrashSentence(exitCode)), lastWords);
    }

    private static string CrashSentence(int exitCode) => string.Create(
        CultureInfo.InvariantCulture,
        $"The reader's process ended with {(exitCode > SignalBase ? "signal" : "code")} {(exitCode > SignalBase ? exitCode - SignalBase : exitCode)}.");

    private Failed GiveUp(Lost lost, int pagesBefore)
    {
        var where = lost.Why.ByDocument || _at.Number == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $" This was page {_at.Number}, after {pagesBefore} other such pages.");
        return new Failed(ReasonOf(lost.Why.Reason), $"{lost.Why.Detail}{where} {lost.LastWords}".Trim());
    }

    private static FailureReason ReasonOf(UnreadReason reason) => reason switch
    {
        UnreadReason.TimeLimit => FailureReason.TimeLimit,
        UnreadReason.MemoryLimit => FailureReason.MemoryLimit,
        _ => FailureReason.ReaderCrashed,
    };

    /// <summary>How an attempt ended.</summary>
    private abstract record AttemptEnd;

    private sealed record Ended(Outcome Outcome) : AttemptEnd;

    /// <summary>The worker was killed or died.</summary>
    /// <param name="LastWords">What it wrote to standard error: for a person, never for a result, whose bytes must not depend on the run.</param>
    private sealed record Lost(LimitPassed Why, string LastWords = "") : AttemptEnd;
}

namespace Extractor.Pipeline.Jobs;

/// <summary>
/// Runs jobs in worker processes, one document at a time in each. What came of them is handed back in the order of the
/// jobs, however fast each was.
/// </summary>
public sealed class Supervisor(WorkerLaunch launch, WorkerLimits limits)
{
    /// <summary>How many jobs a worker may be ahead of the one that is waited for: bounds the memory, keeps the workers busy.</summary>
    private const int AheadPerWorker = 16;

    /// <summary>Lazily: a worker starts when there is a job for it. Leaving the loop early stops everything.</summary>
    /// <param name="workers">The most worker processes at a time.</param>
    /// <param name="pageBegins">Told, on any thread, the index of a job and the page that it has come to.</param>
    /// <param name="deliver">
    /// Called on any thread, as soon as the outcome is there, with the index of its job. What it gives back comes in the
    /// order of the jobs.
    /// </param>
    public IEnumerable<T> Run<T>(
        IReadOnlyList<Job> jobs, int workers, Action<int, PageBegun> pageBegins, Func<int, Outcome, T> deliver)
        where T : class
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var queue = new JobQueue<T>(jobs.Count, workers * AheadPerWorker);
        var lanes = new List<Thread>();
        for (var lane = 0; lane < Math.Min(workers, jobs.Count); lane++)
        {
            var thread = new Thread(() => RunLane(jobs, queue, pageBegins, deliver)) { Name = $"lane {lane}" };
            thread.Start();
            lanes.Add(thread);
        }

        try
        {
            for (var index = 0; index < jobs.Count; index++)
            {
                yield return queue.WaitFor(index);
            }
        }
        finally
        {
            queue.Stop();
            lanes.ForEach(lane => lane.Join());
        }
    }

    private void RunLane<T>(
        IReadOnlyList<Job> jobs, JobQueue<T> queue, Action<int, PageBegun> pageBegins, Func<int, Outcome, T> deliver)
        where T : class
    {
        using var reader = new SupervisedReader(launch, limits, () => queue.IsStopped);
        while (queue.TakeNext() is { } index)
        {
            queue.Deliver(index, deliver(index, reader.Read(jobs[index], page => pageBegins(index, page))));
        }
    }
}

/// <summary>A place for one worker process: it is started when it is first needed, and again after it was lost.</summary>
internal sealed class WorkerSeat(WorkerLaunch launch, WorkerLimits limits) : IDisposable
{
    private WorkerProcess? _worker;

    public bool IsEmpty => _worker is null;

    public WorkerProcess Occupied() => _worker ??= new WorkerProcess(launch);

    public void Vacate()
    {
        _worker?.Dispose();
        _worker = null;
    }

    /// <summary>Sends home a worker that kept much memory of its last document: the next would be blamed for it.</summary>
    public void VacateWhenSwollen()
    {
        if (_worker?.MeasureUsage() is { } usage && usage.Memory > limits.Memory / 2)
        {
            Vacate();
        }
    }

    public void Dispose() => Vacate();
}

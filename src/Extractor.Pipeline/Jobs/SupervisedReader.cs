using System.ComponentModel;

namespace Extractor.Pipeline.Jobs;

/// <summary>Reads in a worker process, which is started when it is first needed and replaced when it is lost.</summary>
/// <param name="crashesToBlame">
/// How often a page must end a fresh worker before the page is left out. More than one where workers may also die of
/// something else, such as somebody who kills them.
/// </param>
/// <param name="isStopped">Asked now and then: true cuts the document off, with whatever outcome.</param>
public sealed class SupervisedReader(WorkerLaunch launch, WorkerLimits limits, Func<bool> isStopped, int crashesToBlame = 1) : IReader
{
    private readonly WorkerSeat _seat = new(launch, limits);

    public Outcome Read(Job job, Action<PageBegun> pageBegins)
    {
        try
        {
            return new DocumentRun(_seat, limits, isStopped, crashesToBlame).Run(job, pageBegins);
        }
        catch (Win32Exception cannotStart)
        {
            return new Failed(FailureReason.Internal, $"{launch.Program}: {cannotStart.Message}");
        }
    }

    public void Dispose() => _seat.Dispose();
}

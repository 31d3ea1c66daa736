using System.Globalization;
using Extractor.Core.Pages;

namespace Extractor.Pipeline.Jobs;

/// <summary>What one document may take of a worker. A PDF of 591 bytes can hang a reader for ever; one of 2 KB can fill the memory.</summary>
/// <param name="Memory">Bytes of resident memory of the worker process.</param>
/// <param name="PageCpu">CPU time for one page, or for opening the document: a busy machine does not count against it.</param>
/// <param name="PageWall">Time on the wall for one page: for a reader that waits for something that never comes.</param>
/// <param name="DocumentCpu">CPU time for the whole document, to which every page adds <paramref name="DocumentCpuPerPage"/>.</param>
public sealed record WorkerLimits(
    long Memory, TimeSpan PageCpu, TimeSpan PageWall, TimeSpan DocumentCpu, TimeSpan DocumentCpuPerPage)
{
    /// <summary>CPU time for recognising what stands on the picture of one page; the document may take as much more for every such page.</summary>
    public TimeSpan PictureCpu { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time on the wall for the same.</summary>
    public TimeSpan PictureWall { get; init; } = TimeSpan.FromSeconds(120);

    public static WorkerLimits Default { get; } = new(
        Memory: 700_000_000,
        PageCpu: TimeSpan.FromSeconds(5),
        PageWall: TimeSpan.FromSeconds(30),
        DocumentCpu: TimeSpan.FromSeconds(60),
        DocumentCpuPerPage: TimeSpan.FromMilliseconds(500));
}

/// <summary>What a worker process has used since it started.</summary>
public readonly record struct Usage(TimeSpan Cpu, TimeSpan Wall, long Memory);

/// <summary>A limit that was passed.</summary>
/// <param name="ByDocument">By the document as a whole: no single page is to blame.</param>
public sealed record LimitPassed(UnreadReason Reason, string Detail, bool ByDocument = false);

/// <summary>
/// Watches one attempt at one document: told when a page begins and, now and then, what the worker has used, it says
/// when a limit is passed. Knows no clock and no process.
/// </summary>
public sealed class LimitWatch(WorkerLimits limits)
{
    private Usage? _documentStart;
    private Usage? _pageStart;
    private int _pageCount;
    private bool _isPicture;
    private int _pictureCount;

    /// <summary>Pages count from the first look at the usage after their beginning: most end before one is due.</summary>
    public void PageBegins(PageBegun page)
    {
        _pageStart = null;
        _pageCount = page.Count;
        _isPicture = page.IsPicture;
        _pictureCount += page.IsPicture ? 1 : 0;
    }

    public LimitPassed? Check(Usage now)
    {
        _documentStart ??= now;
        _pageStart ??= now;
        if (now.Memory > limits.Memory)
        {
            return MemoryPassed(limits);
        }

        var pageCpu = now.Cpu - _pageStart.Value.Cpu;
        var pageWall = now.Wall - _pageStart.Value.Wall;
        var documentCpu = now.Cpu - _documentStart.Value.Cpu;
        var documentLimit = limits.DocumentCpu + (_pageCount * limits.DocumentCpuPerPage) + (_pictureCount * limits.PictureCpu);
        var (cpuLimit, wallLimit) = _isPicture ? (limits.PictureCpu, limits.PictureWall) : (limits.PageCpu, limits.PageWall);
        return pageCpu > cpuLimit ? Time(cpuLimit, "CPU time")
            : pageWall > wallLimit ? Time(wallLimit, "waiting")
            : documentCpu > documentLimit ? Time(documentLimit, "CPU time for the whole document", byDocument: true)
            : null;
    }

    internal static LimitPassed MemoryPassed(WorkerLimits limits) => new(
        UnreadReason.MemoryLimit,
        string.Create(CultureInfo.InvariantCulture, $"It took more than {limits.Memory / 1_000_000} MB of memory."));

    private static LimitPassed Time(TimeSpan limit, string what, bool byDocument = false) => new(
        UnreadReason.TimeLimit,
        string.Create(CultureInfo.InvariantCulture, $"It took more than {limit.TotalSeconds:0.#} s of {what}."),
        byDocument);
}

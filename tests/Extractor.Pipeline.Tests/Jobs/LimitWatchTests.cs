using Extractor.Core.Pages;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Jobs;

public class LimitWatchTests
{
    private static readonly WorkerLimits Limits = new(
        Memory: 100_000_000,
        PageCpu: TimeSpan.FromSeconds(5),
        PageWall: TimeSpan.FromSeconds(30),
        DocumentCpu: TimeSpan.FromSeconds(10),
        DocumentCpuPerPage: TimeSpan.FromSeconds(1));

    [Fact]
    public void A_page_that_takes_too_much_CPU_passes_the_limit()
    {
        var watch = new LimitWatch(Limits);
        Assert.Null(watch.Check(Used(cpu: 100, wall: 0)));
        Assert.Null(watch.Check(Used(cpu: 105, wall: 5)));
        Assert.Equal(UnreadReason.TimeLimit, watch.Check(Used(cpu: 105.1, wall: 5))?.Reason);
    }

    [Fact]
    public void Each_page_has_its_time_anew()
    {
        var watch = new LimitWatch(Limits);
        watch.PageBegins(new PageBegun(1, 100));
        Assert.Null(watch.Check(Used(cpu: 0, wall: 0)));
        Assert.Null(watch.Check(Used(cpu: 4, wall: 4)));
        watch.PageBegins(new PageBegun(2, 100));
        Assert.Null(watch.Check(Used(cpu: 6, wall: 6)));
        Assert.Null(watch.Check(Used(cpu: 10, wall: 10)));
    }

    [Fact]
    public void A_page_that_waits_too_long_passes_the_limit()
    {
        var watch = new LimitWatch(Limits);
        Assert.Null(watch.Check(Used(cpu: 0, wall: 7)));
        Assert.Null(watch.Check(Used(cpu: 0, wall: 37)));
        Assert.Equal(UnreadReason.TimeLimit, watch.Check(Used(cpu: 0, wall: 37.1))?.Reason);
    }

    [Fact]
    public void A_document_has_more_time_the_more_pages_it_has()
    {
        var short_ = WatchAfter(pages: 2);
        Assert.True(short_.Check(Used(cpu: 12.5, wall: 13))?.ByDocument);
        var long_ = WatchAfter(pages: 3);
        Assert.Null(long_.Check(Used(cpu: 12.5, wall: 13)));
    }

    [Fact]
    public void Too_much_memory_passes_the_limit_at_once() =>
        Assert.Equal(
            UnreadReason.MemoryLimit,
            new LimitWatch(Limits).Check(new Usage(TimeSpan.Zero, TimeSpan.Zero, Limits.Memory + 1))?.Reason);

    /// <summary>A watch over a document whose pages took 4 CPU seconds each, so far 12.</summary>
    private static LimitWatch WatchAfter(int pages)
    {
        var watch = new LimitWatch(Limits);
        for (var page = 0; page < 3; page++)
        {
            watch.PageBegins(new PageBegun(page + 1, pages));
            Assert.Null(watch.Check(Used(cpu: 4 * page, wall: 4 * page)));
        }

        watch.PageBegins(new PageBegun(4, pages));
        Assert.Null(watch.Check(Used(cpu: 12, wall: 12)));
        return watch;
    }

    private static Usage Used(double cpu, double wall) => new(TimeSpan.FromSeconds(cpu), TimeSpan.FromSeconds(wall), 50_000_000);
}

using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Tests.Jobs;

public class JobQueueTests
{
    [Fact]
    public void Outcomes_come_back_in_the_order_of_the_jobs()
    {
        var queue = new JobQueue<Outcome>(count: 3, window: 3);
        Assert.Equal([0, 1, 2], new[] { queue.TakeNext(), queue.TakeNext(), queue.TakeNext() });
        queue.Deliver(2, Named("c"));
        queue.Deliver(0, Named("a"));
        queue.Deliver(1, Named("b"));
        Assert.Equal(["a", "b", "c"], Enumerable.Range(0, 3).Select(index => ((Failed)queue.WaitFor(index)).Detail));
        Assert.Null(queue.TakeNext());
    }

    [Fact]
    public void A_lane_far_ahead_waits_until_an_outcome_is_taken()
    {
        var queue = new JobQueue<Outcome>(count: 10, window: 2);
        queue.TakeNext();
        queue.TakeNext();
        int? third = null;
        var lane = new Thread(() => third = queue.TakeNext());
        lane.Start();
        queue.Deliver(0, Named("a"));
        Assert.Null(third);
        queue.WaitFor(0);
        lane.Join();
        Assert.Equal(2, third);
    }

    [Fact]
    public void A_stopped_queue_gives_nothing_more_out()
    {
        var queue = new JobQueue<Outcome>(count: 10, window: 1);
        queue.TakeNext();
        var lane = new Thread(() => Assert.Null(queue.TakeNext()));
        lane.Start();
        queue.Stop();
        lane.Join();
        Assert.True(queue.IsStopped);
    }

    private static Failed Named(string name) => new(FailureReason.Damaged, name);
}

using System.Collections.Concurrent;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Delivery.Webhooks;

namespace Extractor.Pipeline.Tests.Delivery.Webhooks;

public class WebhookDeliveryTests
{
    private static readonly WebhookEndpoint Endpoint = new(new Uri("https://hooks.example/"), [WebhookSenderTests.Secret]);

    private static IEnumerable<DeliveredDocument> Changed(long after) => SampleDocuments.All.Where(document => document.Sequence > after);

    private static async Task Tell(WebhookSink sink, KeptLog log, HastyTime time, CancellationToken stop = default)
    {
        using var sender = new WebhookSender(sink.Transport, TimeProvider.System);
        await new WebhookDelivery(sender, log, time).TellAsync(Endpoint, Changed, stop);
    }

    [Fact]
    public async Task Every_change_is_told_in_order_and_once()
    {
        using var sink = new WebhookSink();
        var log = new KeptLog();
        await Tell(sink, log, new HastyTime());
        await Tell(sink, log, new HastyTime());

        Assert.Equal(8, log.Told);
        Assert.Equal(["msg_3_1111111111111111", "msg_5_2222222222222222", "msg_8_3333333333333333"], sink.Requests.Select(taken => taken.Headers["webhook-id"]));
        Assert.All(log.Replies, reply => Assert.True(reply.IsDelivered));
    }

    [Fact]
    public async Task What_fails_is_tried_again_by_the_schedule_under_the_same_id()
    {
        using var sink = new WebhookSink { Answer = number => WebhookSink.Status(number < 3 ? "500 Oops" : "200 OK") };
        var (log, time) = (new KeptLog(), new HastyTime());
        await Tell(sink, log, time);

        Assert.Equal(8, log.Told);
        Assert.Equal(4, sink.Requests.Count(taken => taken.Headers["webhook-id"] == "msg_3_1111111111111111"));
        Assert.Collection(
            time.Waits,
            wait => Assert.InRange(wait.TotalSeconds, 5, 5.5),
            wait => Assert.InRange(wait.TotalMinutes, 5, 5.5),
            wait => Assert.InRange(wait.TotalMinutes, 30, 33));
    }

    [Fact]
    public async Task An_endpoint_that_is_gone_is_disabled_at_once_and_asked_no_more()
    {
        using var sink = new WebhookSink { Answer = _ => WebhookSink.Status("410 Gone") };
        var log = new KeptLog();
        await Tell(sink, log, new HastyTime());
        await Tell(sink, log, new HastyTime());

        Assert.Single(sink.Requests);
        Assert.Equal("answered 410", log.Disabled);
        Assert.Equal(0, log.Told);
    }

    [Fact]
    public async Task An_endpoint_that_never_answers_is_disabled_after_days()
    {
        using var sink = new WebhookSink { Answer = _ => WebhookSink.Status("502 Bad Gateway") };
        var (log, time) = (new KeptLog(), new HastyTime());
        await Tell(sink, log, time);

        Assert.Equal(10, log.Replies.Count);
        Assert.True(time.Waits.Aggregate((all, one) => all + one) > TimeSpan.FromDays(3));
        Assert.Equal("answered 502", log.Disabled);
    }

    [Fact]
    public async Task What_was_told_stays_told_when_the_program_ends()
    {
        using var end = new CancellationTokenSource();
        using var sink = new WebhookSink();
        sink.Answer = number =>
        {
            if (number == 1)
            {
                end.Cancel();
                return null;
            }

            return WebhookSink.Status("200 OK");
        };
        var log = new KeptLog();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tell(sink, log, new HastyTime(), end.Token));
        Assert.Equal(3, log.Told);
        Assert.Null(log.Disabled);

        sink.Answer = _ => WebhookSink.Status("200 OK");
        await Tell(sink, log, new HastyTime());
        Assert.Equal(8, log.Told);
    }

    [Theory]
    [InlineData(0, 60, 60)]
    [InlineData(2, 60, 1800)]
    [InlineData(0, 999_999, 86_400)]
    public void The_longer_of_the_schedule_and_what_is_asked_for_is_waited(int attempt, int asked, int least)
    {
        var delay = WebhookDelivery.Delay(attempt, TimeSpan.FromSeconds(asked));
        Assert.InRange(delay.TotalSeconds, least, least * 1.1);
    }

    private sealed class KeptLog : IWebhookLog
    {
        public long Told { get; private set; }

        public string? Disabled { get; private set; }

        public ConcurrentQueue<WebhookReply> Replies { get; } = [];

        public long ToldTo(string endpoint) => Told;

        public bool IsDisabled(string endpoint) => Disabled is not null;

        public void Record(string endpoint, WebhookMessage message, WebhookReply reply) => Replies.Enqueue(reply);

        public void SetTold(string endpoint, long sequence) => Told = sequence;

        public void Disable(string endpoint, string why) => Disabled = why;
    }
}

/// <summary>A clock whose timers ring at once, and that remembers for how long they were set.</summary>
internal sealed class HastyTime : TimeProvider
{
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Waits.Enqueue(dueTime);
        }

        return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.FromMilliseconds(1) : dueTime, period);
    }
}

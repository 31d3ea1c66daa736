using System.Collections.Immutable;
using Polly;
using Polly.Retry;

namespace Extractor.Pipeline.Delivery.Webhooks;

/// <summary>Keeps what endpoints were told, for whoever goes on after this process.</summary>
public interface IWebhookLog
{
    /// <summary>Up to which sequence an endpoint was told.</summary>
    long ToldTo(string endpoint);

    bool IsDisabled(string endpoint);

    /// <summary>Every attempt, told or not.</summary>
    void Record(string endpoint, WebhookMessage message, WebhookReply reply);

    void SetTold(string endpoint, long sequence);

    /// <summary>The endpoint wants no more messages, or never answered.</summary>
    void Disable(string endpoint, string why);
}

/// <summary>
/// Tells endpoints of every change, each in order and at least once. What fails is tried again for three days, then the endpoint
/// is disabled, as it is at once when it answers 410.
/// </summary>
public sealed class WebhookDelivery(WebhookSender sender, IWebhookLog log, TimeProvider time)
{
    /// <summary>The schedule of Standard Webhooks 1.0, "Deliverability and reliability".</summary>
    private static readonly ImmutableArray<TimeSpan> Delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>Part of a delay by which it may be longer, so that many messages do not come back at once.</summary>
    private const double Jitter = 0.1;

    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(24);

    private readonly ResiliencePipeline<WebhookReply> _patience = new ResiliencePipelineBuilder<WebhookReply> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<WebhookReply>
        {
            MaxRetryAttempts = Delays.Length,
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { IsDelivered: false, IsGone: false }),
            DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(Delay(attempt.AttemptNumber, attempt.Outcome.Result?.RetryAfter)),
        })
        .Build();

    /// <summary>Tells an endpoint of what it was not told yet.</summary>
    /// <param name="changed">Gives the documents that changed after a sequence, in order.</param>
    /// <param name="stop">Ends it between two attempts, or in one: what was not told is told next time.</param>
    public async Task TellAsync(WebhookEndpoint endpoint, Func<long, IEnumerable<DeliveredDocument>> changed, CancellationToken stop)
    {
        // Asked for one by one: what gives them is not kept waiting while an endpoint sleeps.
        while (!log.IsDisabled(endpoint.Name) && changed(log.ToldTo(endpoint.Name)).FirstOrDefault() is { } document)
        {
            var message = WebhookMessage.About(document, time.GetUtcNow());
            var reply = await _patience.ExecuteAsync(async token => await SendAsync(endpoint, message, token).ConfigureAwait(false), stop).ConfigureAwait(false);
            if (!reply.IsDelivered)
            {
                log.Disable(endpoint.Name, reply.Problem!);
                return;
            }

            log.SetTold(endpoint.Name, document.Sequence);
        }
    }

    /// <summary>The longer of what the schedule says and what the endpoint asks for.</summary>
    /// <param name="attempt">From 0.</param>
    internal static TimeSpan Delay(int attempt, TimeSpan? asked)
    {
        var planned = Delays[attempt] * (1 + (Random.Shared.NextDouble() * Jitter));
        var wanted = asked > LongestAsked ? LongestAsked : asked ?? TimeSpan.Zero;
        return wanted > planned ? wanted : planned;
    }

    private async ValueTask<WebhookReply> SendAsync(WebhookEndpoint endpoint, WebhookMessage message, CancellationToken stop)
    {
        var reply = await sender.SendAsync(endpoint, message, stop).ConfigureAwait(false);
        log.Record(endpoint.Name, message, reply);
        return reply;
    }
}

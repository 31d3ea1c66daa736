using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Extractor.Pipeline.Delivery.Webhooks;

/// <summary>What became of one attempt to tell an endpoint.</summary>
/// <param name="Status">Of HTTP; null where no answer came.</param>
/// <param name="Problem">In English; null where it was told.</param>
/// <param name="RetryAfter">How long the endpoint asks to be left alone.</param>
public sealed record WebhookReply(HttpStatusCode? Status, string? Problem, TimeSpan? RetryAfter = null)
{
    public bool IsDelivered => Problem is null;

    /// <summary>It wants no more messages.</summary>
    public bool IsGone => Status == HttpStatusCode.Gone;
}

/// <summary>Sends messages as Standard Webhooks 1.0 asks for: signed, one attempt at a time.</summary>
public sealed class WebhookSender(WebhookTransport transport, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int MostReplyBytes = 64 * 1024;

    private static readonly string Agent = "extractor/" + typeof(WebhookSender).Assembly.GetName().Version!.ToString(3);

    private readonly HttpMessageInvoker _http = transport.Open();

    /// <summary>Never throws but for <paramref name="stop"/>: what goes wrong is a reply.</summary>
    public async Task<WebhookReply> SendAsync(WebhookEndpoint endpoint, WebhookMessage message, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            using var request = Request(endpoint, message);
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            await SwallowAsync(response, either.Token).ConfigureAwait(false);
            return Of(response);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new WebhookReply(null, $"no answer within {Longest.TotalSeconds} seconds");
        }
        catch (HttpRequestException failed)
        {
            return new WebhookReply(null, (failed.InnerException ?? failed).Message);
        }
        catch (IOException failed)
        {
            return new WebhookReply(null, failed.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(WebhookEndpoint endpoint, WebhookMessage message)
    {
        var now = time.GetUtcNow();
        var content = new ReadOnlyMemoryContent(message.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = content };
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", string.Join(' ', endpoint.Secrets.Select(secret => secret.Sign(message.Id, now, message.Body.Span))));
        request.Headers.UserAgent.ParseAdd(Agent);
        return request;
    }

    private WebhookReply Of(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return status is >= 200 and < 300
            ? new WebhookReply(response.StatusCode, null)
            : new WebhookReply(response.StatusCode, string.Create(CultureInfo.InvariantCulture, $"answered {status}"), RetryAfter(response.Headers.RetryAfter));
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? asked) => asked?.Delta ?? (asked?.Date is { } date ? date - time.GetUtcNow() : null);

    /// <summary>What is answered says nothing to us; an answer without end is cut off.</summary>
    private static async Task SwallowAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var answer = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        var buffer = new byte[4096];
        for (var read = 0; read < MostReplyBytes;)
        {
            var more = await answer.ReadAsync(buffer, stop).ConfigureAwait(false);
            if (more == 0)
            {
                return;
            }

            read += more;
        }
    }
}

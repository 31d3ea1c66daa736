using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Extractor.Pipeline.Delivery.Webhooks;

namespace Extractor.Pipeline.Tests.Delivery.Webhooks;

public class WebhookSenderTests
{
    internal static readonly WebhookSecret Secret = WebhookSecret.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static readonly WebhookSecret Former = WebhookSecret.Parse("whsec_" + Convert.ToBase64String(new byte[24]));

    private static readonly WebhookMessage Message = WebhookMessage.About(SampleDocuments.All[0], new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.FromHours(8)));

    private static async Task<WebhookReply> Send(WebhookSink sink, string url, TimeProvider? time = null)
    {
        using var sender = new WebhookSender(sink.Transport, time ?? TimeProvider.System);
        return await sender.SendAsync(new WebhookEndpoint(WebhookEndpoint.CheckUrl(url), [Secret, Former]), Message, CancellationToken.None);
    }

    [Fact]
    public async Task A_message_is_thin_and_signed_with_every_key()
    {
        using var sink = new WebhookSink();
        Assert.True((await Send(sink, "https://hooks.example/in?x=1")).IsDelivered);

        var taken = Assert.Single(sink.Requests);
        Assert.Equal("POST /in?x=1 HTTP/1.1", taken.Line);
        Assert.Equal("hooks.example", taken.Headers["host"]);
        Assert.Equal("application/json", taken.Headers["content-type"]);
        Assert.Equal(
            "{\"type\":\"document.result\",\"timestamp\":\"2026-03-01T00:00:00Z\",\"data\":{\"document\":\"" + SampleDocuments.First + "\",\"sequence\":3,\"supersededBy\":null}}",
            taken.Body);
        Assert.DoesNotContain('.', taken.Headers["webhook-id"]);
        var time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(taken.Headers["webhook-timestamp"], CultureInfo.InvariantCulture));
        Assert.Equal(
            $"{Secret.Sign(Message.Id, time, Encoding.UTF8.GetBytes(taken.Body))} {Former.Sign(Message.Id, time, Encoding.UTF8.GetBytes(taken.Body))}",
            taken.Headers["webhook-signature"]);
        Assert.Equal([new IPEndPoint(IPAddress.Parse("93.184.216.34"), 443)], sink.Dialled);
    }

    [Fact]
    public void What_happened_to_a_document_is_the_type()
    {
        static string? Type(WebhookMessage message)
        {
            using var json = JsonDocument.Parse(message.Body);
            return json.RootElement.GetProperty("type").GetString();
        }

        Assert.Equal("document.superseded", Type(WebhookMessage.About(SampleDocuments.All[1], default)));
        Assert.Equal("document.refused", Type(WebhookMessage.About(SampleDocuments.All[1] with { SupersededBy = null }, default)));
    }

    [Theory]
    [InlineData("302 Found", "Location: https://127.0.0.1/\r\n", "answered 302")]
    [InlineData("404 Not Found", "", "answered 404")]
    [InlineData("500 Internal Server Error", "", "answered 500")]
    public async Task Whatever_is_no_success_is_a_failure_and_no_redirect_is_followed(string status, string headers, string problem)
    {
        using var sink = new WebhookSink { Answer = _ => WebhookSink.Status(status, headers) };
        Assert.Equal(problem, (await Send(sink, "https://hooks.example/")).Problem);
        Assert.Single(sink.Dialled);
    }

    [Fact]
    public async Task Gone_is_told_and_so_is_when_to_come_back()
    {
        using var sink = new WebhookSink { Answer = number => number == 0 ? WebhookSink.Status("410 Gone") : WebhookSink.Status("503 Busy", "Retry-After: 120\r\n") };
        Assert.True((await Send(sink, "https://hooks.example/")).IsGone);
        Assert.Equal(TimeSpan.FromMinutes(2), (await Send(sink, "https://hooks.example/")).RetryAfter);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        // It says that it is longer than what comes; whoever read on would wait.
        using var sink = new WebhookSink { Answer = _ => $"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n{new string('x', 70_000)}" };
        Assert.True((await Send(sink, "https://hooks.example/")).IsDelivered);
    }

    [Fact]
    public async Task No_answer_is_waited_for_no_longer_than_the_limit()
    {
        using var sink = new WebhookSink { Answer = _ => null };
        Assert.Contains("no answer within 10 seconds", (await Send(sink, "https://hooks.example/", new HastyTime())).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("10.1.2.3")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("93.184.216.34", "192.168.0.1")]
    [InlineData]
    public async Task A_name_that_stands_for_an_address_within_is_not_called(params string[] addresses)
    {
        using var sink = new WebhookSink { Addresses = _ => addresses };
        Assert.Contains("no address of the internet", (await Send(sink, "https://hooks.example/")).Problem, StringComparison.Ordinal);
        Assert.Empty(sink.Dialled);
    }

    [Fact]
    public async Task What_was_looked_at_is_what_is_called()
    {
        // A name server that gives another answer the second time.
        var asked = 0;
        using var sink = new WebhookSink { Addresses = _ => asked++ == 0 ? ["93.184.216.34"] : ["127.0.0.1"] };
        await Send(sink, "https://hooks.example/");
        Assert.Equal((1, "93.184.216.34"), (asked, Assert.Single(sink.Dialled).Address.ToString()));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_a_failure()
    {
        using var sink = new WebhookSink { IsTrusted = false };
        Assert.False((await Send(sink, "https://hooks.example/")).IsDelivered);
        Assert.Empty(sink.Requests);
    }
}

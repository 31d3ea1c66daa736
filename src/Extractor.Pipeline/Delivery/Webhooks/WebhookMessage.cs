using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Extractor.Pipeline.Delivery.Webhooks;

/// <summary>What an endpoint is told: which document changed, and how. It fetches what it wants to know of it.</summary>
/// <param name="Id">The same however often it is sent; without a full stop, which parts what is signed.</param>
public sealed record WebhookMessage(string Id, ReadOnlyMemory<byte> Body)
{
    /// <param name="time">When it is told for the first time.</param>
    public static WebhookMessage About(DeliveredDocument document, DateTimeOffset time)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "document." + EventOf(document));
            json.WriteString("timestamp", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteStartObject("data");
            json.WriteString("document", document.Sha256);
            json.WriteNumber("sequence", document.Sequence);
            json.WriteString("supersededBy", document.SupersededBy);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new WebhookMessage(
            string.Create(CultureInfo.InvariantCulture, $"msg_{document.Sequence}_{document.Sha256[..16]}"), buffer.WrittenMemory.ToArray());
    }

    private static string EventOf(DeliveredDocument document) =>
        document.SupersededBy is not null ? "superseded" : document.Outcome is DeliveredResult ? "result" : "refused";
}

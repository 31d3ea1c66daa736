using System.Buffers;
using System.Text;
using System.Text.Json;
using Extractor.Core.Results;

namespace Extractor.Pipeline.Delivery.Tables;

/// <summary>JSON in a cell.</summary>
internal static class JsonText
{
    public static string Array(IEnumerable<string> texts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = ResultFormat.Encoder }))
        {
            json.WriteStartArray();
            foreach (var text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

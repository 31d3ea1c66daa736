using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Extractor.Core.Forms;
using Extractor.Core.Pages;

namespace Extractor.Core.Results;

/// <summary>none, text, ocr.</summary>
public sealed class PageOriginWords() : JsonStringEnumConverter<PageOrigin>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

/// <summary>no-text-layer, time-limit and so on.</summary>
public sealed class UnreadReasonWords() : JsonStringEnumConverter<UnreadReason>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

/// <summary>Label to text, in printed order; the labels are unique.</summary>
internal sealed class ExtraObject : JsonConverter<ImmutableArray<LabelledText>>
{
    public override ImmutableArray<LabelledText> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = ImmutableArray.CreateBuilder<LabelledText>();
        JsonWalk.Expect(reader, JsonTokenType.StartObject);
        while (JsonWalk.NextMember(ref reader, out var label))
        {
            JsonWalk.Expect(reader, JsonTokenType.String);
            texts.Add(new LabelledText(label, reader.GetString()!));
        }

        return texts.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<LabelledText> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var extra in value)
        {
            writer.WriteString(extra.Label, extra.Text);
        }

        writer.WriteEndObject();
    }
}

/// <summary>Pointer to place, or to a list of places where there are several, in the order of the fields.</summary>
internal sealed class ProvenanceObject : JsonConverter<ImmutableArray<FieldProvenance>>
{
    public override ImmutableArray<FieldProvenance> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var fields = ImmutableArray.CreateBuilder<FieldProvenance>();
        JsonWalk.Expect(reader, JsonTokenType.StartObject);
        while (JsonWalk.NextMember(ref reader, out var pointer))
        {
            fields.Add(new FieldProvenance(pointer, ReadPlaces(ref reader, options)));
        }

        return fields.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<FieldProvenance> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var field in value)
        {
            writer.WritePropertyName(field.Pointer);
            if (field.Places is [var only])
            {
                WritePlace(writer, only);
                continue;
            }

            writer.WriteStartArray();
            foreach (var place in field.Places)
            {
                WritePlace(writer, place);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static ImmutableArray<Provenance> ReadPlaces(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return [ReadPlace(ref reader, options)];
        }

        var places = ImmutableArray.CreateBuilder<Provenance>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            places.Add(ReadPlace(ref reader, options));
        }

        return places.ToImmutable();
    }

    private static Provenance ReadPlace(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, PlaceType(options)) ?? throw new JsonException("A place may not be null.");

    /// <summary>By hand, as most of a result file are places; a test holds it to what the serializer would write.</summary>
    private static void WritePlace(Utf8JsonWriter writer, Provenance place)
    {
        writer.WriteStartObject();
        writer.WriteNumber("page"u8, place.Page);
        writer.WritePropertyName("box"u8);
        BoxOnOneLine.Write(writer, place.Box);
        writer.WriteString("origin"u8, place.Origin);
        writer.WriteNumber("confidence"u8, place.Confidence);
        writer.WriteEndObject();
    }

    private static JsonTypeInfo<Provenance> PlaceType(JsonSerializerOptions options) =>
        (JsonTypeInfo<Provenance>)options.GetTypeInfo(typeof(Provenance));
}

/// <summary>A box stands on one line, <c>[56.69, 80, 538.58, 95.25]</c>, where everything else is indented.</summary>
internal sealed class BoxOnOneLine : JsonConverter<ImmutableArray<decimal>>
{
    /// <summary>A sign, the 29 digits of a decimal, a point, and what separates it from the next.</summary>
    private const int LongestNumber = 34;

    public override ImmutableArray<decimal> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = ImmutableArray.CreateBuilder<decimal>(4);
        JsonWalk.Expect(reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(reader.GetDecimal());
        }

        return numbers.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<decimal> value, JsonSerializerOptions options) => Write(writer, value);

    public static void Write(Utf8JsonWriter writer, ImmutableArray<decimal> value)
    {
        Span<byte> line = stackalloc byte[(value.Length * LongestNumber) + 2];
        var length = 0;
        line[length++] = (byte)'[';
        foreach (var number in value)
        {
            if (length > 1)
            {
                line[length++] = (byte)',';
                line[length++] = (byte)' ';
            }

            Utf8Formatter.TryFormat(number, line[length..], out var written);
            length += written;
        }

        line[length++] = (byte)']';
        writer.WriteRawValue(line[..length], skipInputValidation: true);
    }
}

/// <summary>Small steps over JSON, for the converters here.</summary>
internal static class JsonWalk
{
    public static void Expect(in Utf8JsonReader reader, JsonTokenType expected)
    {
        if (reader.TokenType != expected)
        {
            throw new JsonException($"Expected {expected} and found {reader.TokenType}.");
        }
    }

    /// <summary>Moves to the value of the next member; false at the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader, out string name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = "";
            return false;
        }

        name = reader.GetString()!;
        reader.Read();
        return true;
    }
}

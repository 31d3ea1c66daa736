using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Forms;

namespace Extractor.Core.Results;

/// <summary>Writes where a text stands, and what read it.</summary>
internal static class PlaceWriter
{
    /// <summary>The rest of a line that was begun.</summary>
    public static void Write(ResultLayout layout, Utf8JsonWriter line, Provenance place)
    {
        line.WriteNumber(MemberNames.Page, place.Page);
        WriteBox(line, place.Box);
        line.WriteString(MemberNames.Origin, place.Origin);
        line.WriteNumber(MemberNames.Confidence, place.Confidence);
        if (!place.Alternatives.IsEmpty)
        {
            line.WriteStartArray(MemberNames.Alternatives);
            foreach (var alternative in place.Alternatives)
            {
                line.WriteStringValue(alternative);
            }

            line.WriteEndArray();
        }

        if (place.TextLayer is { } layer)
        {
            line.WriteString("textLayer", layer);
        }

        layout.EndLine();
    }

    public static void WriteBox(Utf8JsonWriter line, ImmutableArray<decimal> box)
    {
        line.WriteStartArray(MemberNames.Box);
        foreach (var side in box)
        {
            line.WriteNumberValue(side);
        }

        line.WriteEndArray();
    }
}

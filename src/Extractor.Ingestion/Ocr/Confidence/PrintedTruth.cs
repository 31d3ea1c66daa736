using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>What is printed where on a generated page: its words, in page space.</summary>
public sealed record PrintedTruth(ImmutableArray<(string Text, Box Box)> Words)
{
    /// <summary>How far a word may stick out of the line that it stands in, as a share of its width.</summary>
    private const double MostOutside = 0.2;

    /// <summary>The pages of a <c>NAME.words.json</c> that the generator wrote.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ImmutableArray<PrintedTruth> Pages(ReadOnlyMemory<byte> json)
    {
        using var file = JsonDocument.Parse(json);
        return
        [
            .. file.RootElement.GetProperty("pages").EnumerateArray().Select(page => new PrintedTruth(
                [.. page.GetProperty("words").EnumerateArray().Select(word => (word.GetProperty("text").GetString()!, BoxOf(word.GetProperty("box"))))])),
        ];
    }

    /// <summary>
    /// Whether the text is what is printed in the box, blanks aside; null where that cannot be said, since a word is cut by the
    /// edge of the box, or stands above another one in it.
    /// </summary>
    public bool? Says(Box line, string text)
    {
        var inside = Words.Where(word => line.Contains(word.Box.Centre)).OrderBy(word => word.Box.Left).ToArray();
        var cut = Words.Any(word => Overlap(line, word.Box) is > MostOutside and < 1 - MostOutside);
        var stacked = inside.Zip(inside.Skip(1)).Any(pair => pair.Second.Box.Left < (pair.First.Box.Left + pair.First.Box.Right) / 2);
        return cut || stacked ? null : Bare(string.Concat(inside.Select(word => word.Text))) == Bare(text);
    }

    /// <summary>The share of the word's width that is in the line, where they are at one height.</summary>
    private static double Overlap(Box line, Box word)
    {
        return word.Centre.Y < line.Top || word.Centre.Y > line.Bottom || word.Right <= word.Left
            ? 0
            : Math.Max(0, Math.Min(line.Right, word.Right) - Math.Max(line.Left, word.Left)) / (word.Right - word.Left);
    }

    private static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static Box BoxOf(JsonElement box) => new(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble());
}

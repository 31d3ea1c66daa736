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
        try
        {
            return
            [
                .. file.RootElement.GetProperty("pages").EnumerateArray().Select(page => new PrintedTruth(
                    [.. page.GetProperty("words").EnumerateArray().Select(word => (word.GetProperty("text").GetString()!, BoxOf(word.GetProperty("box"))))])),
            ];
        }
        catch (Exception other) when (other is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new JsonException("The file does not list words of pages.", other);
        }
    }

    /// <summary>The same after the page was turned straight around its middle.</summary>
    /// <param name="degrees">How far it was turned clockwise before.</param>
    public PrintedTruth TurnedBack(double degrees, double width, double height)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(degrees));
        return new PrintedTruth([.. Words.Select(word =>
        {
            var (x, y) = (word.Box.Centre.X - (width / 2), word.Box.Centre.Y - (height / 2));
            var (toX, toY) = ((cos * x) + (sin * y) - x, (cos * y) - (sin * x) - y);
            return (word.Text, new Box(word.Box.Left + toX, word.Box.Top + toY, word.Box.Right + toX, word.Box.Bottom + toY));
        })]);
    }

    /// <summary>
    /// What is printed in the box, without blanks; null where that cannot be said, since a word is cut by the edge of the box or
    /// stands above another one in it.
    /// </summary>
    public string? In(Box line)
    {
        var inside = Words.Where(word => line.Contains(word.Box.Centre)).OrderBy(word => word.Box.Left).ToArray();
        var cut = Words.Any(word => Overlap(line, word.Box) is > MostOutside and < 1 - MostOutside);
        var stacked = inside.Zip(inside.Skip(1)).Any(pair => pair.Second.Box.Left < pair.First.Box.Centre.X);
        var touched = inside.Length == 0 && Words.Any(word => Touch(line, word.Box));
        return cut || stacked || touched ? null : Bare(string.Concat(inside.Select(word => word.Text)));
    }

    /// <summary>Without blanks: they are not compared.</summary>
    public static string Bare(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static bool Touch(Box line, Box word) =>
        line.Left < word.Right && word.Left < line.Right && line.Top < word.Bottom && word.Top < line.Bottom;

    /// <summary>The share of the word's width that is in the line, where they are at one height.</summary>
    private static double Overlap(Box line, Box word)
    {
        return word.Centre.Y < line.Top || word.Centre.Y > line.Bottom || word.Right <= word.Left
            ? 0
            : Math.Max(0, Math.Min(line.Right, word.Right) - Math.Max(line.Left, word.Left)) / (word.Right - word.Left);
    }

    private static Box BoxOf(JsonElement box) => new(box[0].GetDouble(), box[1].GetDouble(), box[2].GetDouble(), box[3].GetDouble());
}

using System.Collections.Immutable;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// Of a character with a stroke that stands apart, as the right one of 引, the recogniser may see the stroke once more, as a
/// letter. It is as high as the whole character, which letters and figures are not, and both take the place of one.
/// </summary>
internal static class SplitCharacters
{
    private const string Strokes = "Il1|";

    /// <summary>Of the place of a Chinese character: how high a stroke of one is at least, and how wide at most; how wide the rest of it is at most, and both together at least and at most.</summary>
    private const double LeastHigh = 0.85, Thickest = 0.25, WidestRest = 0.65, LeastWide = 0.7, MostWide = 1.02;

    /// <summary>The next character is as far from it as Chinese characters are from one another, but for so much of that.</summary>
    private const double OffPlace = 0.15;

    public static PlacedLine Joined(PlacedLine line)
    {
        var joined = ImmutableArray.CreateBuilder<PlacedCharacter>(line.Characters.Length);
        foreach (var (i, character) in line.Characters.Index())
        {
            if (joined.Count > 0 && IsStrokeOf(joined[^1], character, i + 1 < line.Characters.Length ? line.Characters[i + 1] : null, line.Em))
            {
                joined[^1] = joined[^1] with { Cell = Around(joined[^1].Cell, character.Cell), Ink = Around(joined[^1].Ink, character.Ink) };
            }
            else
            {
                joined.Add(character);
            }
        }

        return joined.Count < line.Characters.Length ? line with { Characters = joined.ToImmutable() } : line;
    }

    private static bool IsStrokeOf(PlacedCharacter rest, PlacedCharacter stroke, PlacedCharacter? next, double em)
    {
        if (!Strokes.Contains((char)stroke.Rune.Value) || !PlacedLine.IsHan(rest.Rune) || !rest.HasInk || !stroke.HasInk)
        {
            return false;
        }

        var whole = Around(rest.Ink, stroke.Ink);
        return stroke.Ink.Height >= LeastHigh * em && stroke.Ink.Width <= Thickest * em && rest.Ink.Width <= WidestRest * em
            && whole.Width >= LeastWide * em && whole.Width <= MostWide * em
            && (next is not { HasInk: true } after || !PlacedLine.IsHan(after.Rune) || Math.Abs(Middle(after.Ink) - Middle(whole) - em) <= OffPlace * em);
    }

    private static double Middle(PixelBox box) => (box.Left + box.Right) / 2.0;

    private static PixelBox Around(PixelBox one, PixelBox other) =>
        new(Math.Min(one.Left, other.Left), Math.Min(one.Top, other.Top), Math.Max(one.Right, other.Right), Math.Max(one.Bottom, other.Bottom));
}

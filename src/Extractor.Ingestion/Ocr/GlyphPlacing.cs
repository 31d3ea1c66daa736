using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>Makes glyphs of a recognised line. The boxes of neighbours touch: whether a blank is printed between them, the recogniser has said.</summary>
internal static class GlyphPlacing
{
    /// <summary>The ink of a line with Chinese characters is this part of their font size high; that of figures alone is lower.</summary>
    private const double InkOfHan = 0.92, InkOfFigures = 0.72;

    /// <summary>How far the baseline is under the middle of a glyph's cell, in font sizes.</summary>
    private const double Baseline = 0.36;

    /// <summary>A font is at least this part of the advance of its characters high: a dash is flat, not small.</summary>
    private const double LeastSize = 0.75;

    /// <param name="onPage">What of the line is on the page, of which a break may cut off its foot.</param>
    /// <param name="readingNumber">Among the line readings of the page, from 1.</param>
    /// <param name="confidence">The probability that the line is right.</param>
    /// <param name="scale">Points a pixel.</param>
    public static void Add(
        PlacedLine line, PixelBox onPage, int readingNumber, double confidence, double scale, ImmutableArray<Glyph>.Builder glyphs)
    {
        var characters = line.Characters;
        var isHan = characters.Any(character => PlacedLine.IsHan(character.Rune));
        var size = Math.Max(line.Box.Height / (isHan ? InkOfHan : InkOfFigures), line.Box.Width / (double)Math.Max(1, characters.Length) * LeastSize) * scale;
        var middle = (onPage.Top + onPage.Bottom) / 2.0 * scale;
        foreach (var character in characters)
        {
            var box = new Box(character.Cell.Left * scale, onPage.Top * scale, character.Cell.Right * scale, onPage.Bottom * scale);
            glyphs.Add(new Glyph(character.Rune, box, new Point(box.Left, middle + (Baseline * size)), size, Turn: 0, confidence) { ReadingNumber = readingNumber });
        }
    }
}

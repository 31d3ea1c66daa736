using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>Gives every recognised character of a line its place on the page.</summary>
internal static class GlyphPlacing
{
    /// <summary>The ink of a line with Chinese characters is this part of their font size high; that of figures alone is lower.</summary>
    private const double InkOfHan = 0.92, InkOfFigures = 0.72;

    /// <summary>How far the baseline is under the middle of a glyph's cell, in font sizes.</summary>
    private const double Baseline = 0.36;

    /// <summary>A font is at least this part of the advance of its characters high: a dash is flat, not small.</summary>
    private const double LeastSize = 0.75;

    private const int FirstHan = 0x2E80;

    /// <param name="line">Tight around the ink.</param>
    /// <param name="cut">What the recogniser saw.</param>
    /// <param name="scale">Points a pixel.</param>
    public static void Add(
        RecognizedLine read, PixelBox line, PixelBox cut, Bitmap ink, double scale, ImmutableArray<Glyph>.Builder glyphs)
    {
        var characters = read.Characters;
        if (characters.IsEmpty)
        {
            return;
        }

        var columns = InkByColumn(ink, line);
        var edges = Edges(characters, line, cut, columns);
        var isHan = characters.Any(character => character.Character.Value >= FirstHan);
        var size = Math.Max(line.Height / (isHan ? InkOfHan : InkOfFigures), line.Width / (double)characters.Length * LeastSize) * scale;
        var middle = (line.Top + line.Bottom) / 2.0 * scale;
        var reading = new LineReading(Reader.PpOcr, []);
        for (var i = 0; i < characters.Length; i++)
        {
            // The boxes of neighbours touch: whether a blank is printed between them, the recogniser has said.
            var (from, to) = (edges[i], edges[i + 1]);
            var box = new Box((line.Left + from) * scale, line.Top * scale, (line.Left + to) * scale, line.Bottom * scale);
            glyphs.Add(new Glyph(
                characters[i].Character, box, new Point(box.Left, middle + (Baseline * size)), size, Turn: 0, characters[i].Confidence)
                { Reading = reading });
        }
    }

    private static int[] InkByColumn(Bitmap ink, PixelBox line)
    {
        var columns = new int[line.Width];
        for (var y = line.Top; y < line.Bottom; y++)
        {
            var row = ink.Row(y)[line.Left..line.Right];
            for (var x = 0; x < row.Length; x++)
            {
                columns[x] += row[x];
            }
        }

        return columns;
    }

    /// <summary>Where one character ends and the next begins, from the left edge of the line: where there is least ink between their middles.</summary>
    private static int[] Edges(ImmutableArray<RecognizedCharacter> characters, PixelBox line, PixelBox cut, int[] columns)
    {
        double Middle(int i) => cut.Left + (characters[i].Position * cut.Width) - line.Left;
        var edges = new int[characters.Length + 1];
        edges[^1] = columns.Length;
        for (var i = 1; i < characters.Length; i++)
        {
            var (before, after) = (Middle(i - 1), Middle(i));
            var halfway = (before + after) / 2;
            var reach = (after - before) / 3;
            var best = Math.Clamp((int)halfway, edges[i - 1], columns.Length);
            var bestCost = double.MaxValue;
            for (var x = Math.Max(edges[i - 1], (int)(halfway - reach)); x < Math.Min(columns.Length, (int)(halfway + reach) + 1); x++)
            {
                var cost = columns[x] + (Math.Abs(x - halfway) / (1 + reach));
                (best, bestCost) = cost < bestCost ? (x, cost) : (best, bestCost);
            }

            edges[i] = best;
        }

        return edges;
    }
}

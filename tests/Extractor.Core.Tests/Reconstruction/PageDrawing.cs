using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Tests.Reconstruction;

/// <summary>Draws a page for a test: lines and text where the test says.</summary>
internal sealed class PageDrawing(int number = 1, double width = 595, double height = 842)
{
    private readonly List<Glyph> glyphs = [];
    private readonly List<Ruling> rulings = [];
    private readonly List<LineReading> readings = [];

    public PageDrawing Horizontal(double y, double from, double to)
    {
        rulings.Add(new Ruling(RulingDirection.Horizontal, y, new Extent(from, to), 0.5));
        return this;
    }

    public PageDrawing Vertical(double x, double from, double to)
    {
        rulings.Add(new Ruling(RulingDirection.Vertical, x, new Extent(from, to), 0.5));
        return this;
    }

    public PageDrawing Rectangle(double left, double top, double right, double bottom) =>
        Horizontal(top, left, right).Horizontal(bottom, left, right).Vertical(left, top, bottom).Vertical(right, top, bottom);

    /// <summary>A line of text whose glyphs' cells start at (x, y), y at the top of the em square; CJK one em wide, others half an em.</summary>
    /// <param name="recognized">How sure a recogniser is of it; null for a text layer.</param>
    public PageDrawing Text(double x, double y, string text, double size = 10, double? recognized = null)
    {
        if (recognized is not null)
        {
            readings.Add(new LineReading(Reader.PpOcr, []));
        }

        foreach (var rune in text.EnumerateRunes())
        {
            var advance = rune.Value < 0x2000 ? size / 2 : size;
            glyphs.Add(new Glyph(
                rune, new Box(x + (0.05 * advance), y + (0.1 * size), x + (0.95 * advance), y + (0.9 * size)),
                new Point(x, y + (0.86 * size)), size, 0, recognized ?? 1) { ReadingNumber = recognized is null ? 0 : readings.Count });
            x += advance;
        }

        return this;
    }

    /// <summary>Glyphs one under another.</summary>
    public PageDrawing TextDown(double x, double y, string text, double size = 10)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            Text(x, y, rune.ToString(), size);
            y += size;
        }

        return this;
    }

    public Page Page() => new(
        number, width, height, PageOrigin.Text, 0, 0, [.. glyphs], [.. rulings]) { LineReadings = [.. readings] };
}

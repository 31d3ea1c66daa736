using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>Lays out a page whose tables are given: what comes after is the same for it as for a page that was drawn.</summary>
public static class SheetLayout
{
    /// <summary>Sizes of the text that is set into cells, in points, where there is room for it.</summary>
    private const double FontSize = 10, LinePitch = 13, Padding = 2;

    /// <summary>The share of a line's pitch that its glyphs take.</summary>
    private const double InkOfPitch = 0.77;

    /// <summary>Given a sheet, returns its layout; it is whole: nothing of it goes on over its end.</summary>
    public static PageLayout Of(Sheet sheet) => new(
        sheet.Number, sheet.Width, sheet.Height,
        [.. sheet.Tables.Where(table => table.Cells.Length > 1).Select(table => ToFragment(sheet.Number, table))],
        [.. sheet.Tables.Where(table => table.Cells.Length == 1).SelectMany(Frame)
            .Concat(sheet.Lines.SelectMany(line => Set(line.Text, line.Box)))
            .OrderBy(line => line.Box.Top)])
    {
        IsWhole = true,
    };

    /// <summary>A single cell is a frame around a text, not a table, here as on a drawn page.</summary>
    private static IEnumerable<TextLine> Frame(SheetTable table) => Set(table.Cells[0].Text, BoxOf(table, table.Cells[0]));

    private static Fragment ToFragment(int pageNumber, SheetTable table) => new(
        pageNumber,
        new Box(table.ColumnEdges[0], table.RowEdges[0], table.ColumnEdges[^1], table.RowEdges[^1]),
        table.ColumnEdges, table.RowEdges,
        [.. table.Cells.Select(cell =>
        {
            var box = BoxOf(table, cell);
            return new Cell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, box, Set(cell.Text, box), OpenTop: false, OpenBottom: false);
        })]);

    private static Box BoxOf(SheetTable table, SheetCell cell) => new(
        table.ColumnEdges[cell.Column], table.RowEdges[cell.Row],
        table.ColumnEdges[cell.Column + cell.ColumnSpan], table.RowEdges[cell.Row + cell.RowSpan]);

    /// <summary>Sets a text into a box, line under line. A line break of the author's ends a word.</summary>
    private static ImmutableArray<TextLine> Set(string text, Box box)
    {
        string[] lines = [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
        var pitch = Math.Min(LinePitch, box.Height / Math.Max(lines.Length, 1));
        var size = Math.Min(FontSize, pitch * InkOfPitch);
        var room = Math.Max(box.Width - (2 * Padding), box.Width / 2);
        var left = box.Left + ((box.Width - room) / 2);
        var set = ImmutableArray.CreateBuilder<TextLine>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var top = box.Top + (i * pitch) + ((pitch - size) / 2);
            var ink = new Box(left, top, left + Math.Min(WidthOf(lines[i], size), room), top + size);
            set.Add(new TextLine(lines[i], ink, size, size, size, size, BlankAfter: i < lines.Length - 1, Vertical: false, Confidence: 1));
        }

        return set.MoveToImmutable();
    }

    private static double WidthOf(string text, double size) =>
        text.EnumerateRunes().Sum((Rune rune) => rune.Value < 0x2000 ? 0.5 : 1.0) * size;
}

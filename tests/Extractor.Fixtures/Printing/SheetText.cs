using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Printing;

/// <summary>
/// How high the rows of a sheet must be. Calc fits a row to its text only where no cell is merged, so the heights are
/// estimated here, on the generous side, as a person would drag them.
/// </summary>
internal static class SheetText
{
    private const decimal LineHeight = 1.5m;

    private const decimal LatinWidth = 0.62m;

    /// <summary>Calc moves the last column to a page of its own when the columns fill the page exactly.</summary>
    public static decimal Width(Look look) => look.PointsWide - 6;

    public static decimal Height(string text, decimal width, decimal size) => (text.Split('\n').Sum(line => Lines(line, width, size)) * size * LineHeight) + 4;

    public static decimal[] Heights(LogicalTable table, Look look)
    {
        var heights = Enumerable.Repeat((decimal)look.MinimumRowHeight, table.RowCount).ToArray();
        foreach (var cell in table.Cells.OrderBy(c => c.RowSpan))
        {
            var lacking = Height(cell, table, look) - heights.AsSpan()[cell.Row..cell.EndRow].ToArray().Sum();
            if (lacking > 0)
            {
                heights[cell.EndRow - 1] += lacking;
            }
        }

        return heights;
    }

    private static decimal Height(LogicalCell cell, LogicalTable table, Look look)
    {
        var size = cell.Role == CellRole.Title ? look.FontSize * 1.5m : look.FontSize;
        var width = (Width(look) * table.WidthOf(cell) / TableDraft.Width) - (2 * look.Padding) - 2;
        var text = look.Vertical(cell) ? string.Join('\n', cell.Text.ToCharArray()) : cell.Text;
        return Height(text, width, size) + (2 * look.Padding);
    }

    /// <summary>One em a line is given away for what may not start or end a line.</summary>
    private static decimal Lines(string line, decimal width, decimal size) =>
        Math.Max(1, Math.Ceiling(line.Sum(c => c < 0x2E80 ? LatinWidth : 1) * size / Math.Max(size, width - size)));
}

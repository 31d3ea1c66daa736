namespace Extractor.Core.Reconstruction;

/// <summary>
/// Takes out rows that are none: where a page break cuts a merged label whose cells are drawn apart, Chromium ends the label's
/// box early and leaves a strip under it that holds nothing, while every other cell runs through.
/// </summary>
internal static class VoidRows
{
    /// <summary>Such a strip is beside few cells; a row of its own is more than this share of the table's width.</summary>
    private const double WidestStrip = 0.4;

    public static Fragment Remove(Fragment fragment)
    {
        var widths = FilledOrWide(fragment);
        for (var row = fragment.RowCount - 2; row > 0; row--)
        {
            if (widths[row] > WidestStrip * fragment.Box.Width)
            {
                continue;
            }

            var strip = fragment.Cells.Where(cell => cell.Row == row).ToArray();
            if (strip.All(cell => Above(fragment, cell) is not null)
                && MostHaveText(fragment.Cells.Where(cell => cell.Row < row && cell.EndRow > row)))
            {
                fragment = Without(fragment, row, strip);
            }
        }

        return fragment;
    }

    /// <summary>By row: the width of the cells that begin in it; infinite where one of them holds something.</summary>
    private static double[] FilledOrWide(Fragment fragment)
    {
        var widths = new double[fragment.RowCount];
        foreach (var cell in fragment.Cells)
        {
            widths[cell.Row] += cell.IsEmpty ? cell.Box.Width : double.PositiveInfinity;
        }

        return widths;
    }

    /// <summary>In a blank table nothing tells a strip from a blank cell.</summary>
    private static bool MostHaveText(IEnumerable<Cell> cells) => cells.Sum(cell => cell.IsEmpty ? -1 : 1) > 0;

    private static Cell? Above(Fragment fragment, Cell cell) => fragment.Cells.FirstOrDefault(
        other => other.EndRow == cell.Row && other.Column == cell.Column && other.ColumnSpan == cell.ColumnSpan);

    /// <summary>The cells above the strip take it over; the row edge between them goes.</summary>
    private static Fragment Without(Fragment fragment, int row, Cell[] strip)
    {
        var gains = strip.ToDictionary(cell => Above(fragment, cell)!);
        return new Fragment(
            fragment.PageNumber, fragment.Box, fragment.ColumnEdges, fragment.RowEdges.RemoveAt(row),
            [.. fragment.Cells.Except(strip).Select(cell =>
                gains.TryGetValue(cell, out var gain)
                    ? cell with { RowSpan = cell.RowSpan + gain.RowSpan - 1, Box = cell.Box.Union(gain.Box), OpenBottom = gain.OpenBottom }
                : cell.Row > row ? cell with { Row = cell.Row - 1 }
                : cell.EndRow > row ? cell with { RowSpan = cell.RowSpan - 1 }
                : cell)]) { Turn = fragment.Turn };
    }
}

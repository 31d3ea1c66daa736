using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Sheets;

namespace Extractor.Ingestion.Office;

/// <summary>
/// A worksheet as a person sees it: hidden rows and columns left out, cells that are merged as one, a table for each block of
/// rows with nothing between them, and as lines what stands loose above or below a table's frame.
/// </summary>
internal static class WorksheetLayout
{
    /// <param name="number">Of the page, from 1.</param>
    /// <exception cref="SheetTooLargeException">A block has more slots than the limits allow.</exception>
    public static Sheet Of(Worksheet worksheet, int number)
    {
        var tables = ImmutableArray.CreateBuilder<SheetTable>();
        var lines = ImmutableArray.CreateBuilder<SheetLine>();
        double right = 0, bottom = 0;
        foreach (var block in WorksheetBlock.Of(worksheet))
        {
            var (first, end) = block.FramedRows();
            lines.AddRange(block.Lines(0, first));
            if (end > first)
            {
                tables.Add(block.Table(first, end));
            }

            lines.AddRange(block.Lines(end, block.RowCount));
            right = Math.Max(right, block.Bounds.Right);
            bottom = Math.Max(bottom, block.Bounds.Bottom);
        }

        return new Sheet(number, right, bottom, tables.ToImmutable(), lines.ToImmutable());
    }
}

/// <summary>Rows of a worksheet that follow one another with something in each, in the rows and columns that are seen.</summary>
internal sealed class WorksheetBlock
{
    private readonly Worksheet _sheet;
    private readonly ImmutableArray<int> _rows;
    private readonly ImmutableArray<int> _columns;
    private readonly ImmutableArray<StoredCell> _cells;
    private readonly ImmutableArray<SheetCell> _placed;

    private WorksheetBlock(Worksheet sheet, ImmutableArray<int> rows, ImmutableArray<int> columns, ImmutableArray<StoredCell> cells, ImmutableArray<CellRange> merged)
    {
        (_sheet, _rows, _columns, _cells) = (sheet, rows, columns, cells);
        var grid = new GridDraft();
        foreach (var range in merged)
        {
            // The text of a range is that of its first cell, though that be hidden; the others' is not shown.
            var (top, left) = (FirstAt(rows, range.Top), FirstAt(columns, range.Left));
            var (down, across) = (FirstAt(rows, range.Bottom + 1) - top, FirstAt(columns, range.Right + 1) - left);
            if (down > 0 && across > 0 && !grid.IsTaken(top, left))
            {
                grid.Add(new SheetCell(top, left, down, across, TextAt(sheet.Cells, range.Top, range.Left)));
            }
        }

        foreach (var cell in cells)
        {
            var (row, column) = (FirstAt(rows, cell.Row), FirstAt(columns, cell.Column));
            if (column < columns.Length && columns[column] == cell.Column && !grid.IsTaken(row, column))
            {
                grid.Add(new SheetCell(row, column, 1, 1, cell.Text));
            }
        }

        grid.AddRow(rows.Length - 1);
        _placed = grid.Cells();
    }

    public int RowCount => _rows.Length;

    public Box Bounds => new(X(0), Y(0), X(_columns.Length), Y(_rows.Length));

    /// <summary>The blocks of a worksheet, top to bottom.</summary>
    public static IEnumerable<WorksheetBlock> Of(Worksheet sheet)
    {
        var seen = sheet.Cells.Where(cell => !sheet.Rows.IsHidden(cell.Row) && !sheet.Columns.IsHidden(cell.Column)).ToImmutableArray();
        var used = sheet.Cells.Where(cell => cell.IsSeen).ToImmutableArray();
        if (used.IsEmpty)
        {
            yield break;
        }

        var (lastRow, lastColumn) = (used.Max(cell => cell.Row), used.Max(cell => cell.Column));
        var places = used.Select(cell => (cell.Row, cell.Column)).ToHashSet();
        var merged = sheet.Merged
            .Where(range => places.Contains((range.Top, range.Left)))
            .Select(range => range with { Bottom = Math.Min(range.Bottom, lastRow), Right = Math.Min(range.Right, lastColumn) })
            .OrderBy(range => range.Top).ThenBy(range => range.Left)
            .ToImmutableArray();
        foreach (var (top, bottom) in Stretches(sheet, seen, merged))
        {
            // Both are in the order of rows, and none reaches over two stretches.
            var cells = Between(seen, cell => cell.Row, top, bottom);
            var rows = Shown(top, bottom, sheet.Rows);
            // A range in hidden rows only makes the table no wider.
            var inside = Between(merged, range => range.Top, top, bottom).RemoveAll(range => FirstAt(rows, range.Bottom + 1) == FirstAt(rows, range.Top));
            var ends = cells.Where(cell => cell.IsSeen).Select(cell => (Left: cell.Column, Right: cell.Column))
                .Concat(inside.Select(range => (range.Left, range.Right))).ToArray();
            if (ends.Length == 0)
            {
                continue;
            }

            var columns = Shown(ends.Min(end => end.Left), ends.Max(end => end.Right), sheet.Columns);
            if (!rows.IsEmpty && !columns.IsEmpty)
            {
                SheetLimits.Check((long)rows.Length * columns.Length);
                yield return new WorksheetBlock(sheet, rows, columns, cells, inside);
            }
        }
    }

    /// <summary>
    /// The first row of the table and the row after its last: rows above and below its frame stand loose. Without any frame
    /// all rows are the table, unless each holds one text only, as loose texts do.
    /// </summary>
    public (int First, int End) FramedRows()
    {
        var lines = new CellSides[RowCount];
        var framed = new bool[RowCount];
        foreach (var cell in _cells)
        {
            var row = FirstAt(_rows, cell.Row);
            lines[row] |= cell.Lines;
            framed[row] |= cell.IsFramed;
        }

        var first = Array.FindIndex(framed, isFramed => isFramed);
        if (first < 0)
        {
            var isLoose = _placed.Where(cell => cell.Text.Length > 0).GroupBy(cell => cell.Row).All(row => row.Count() == 1);
            return isLoose ? (0, 0) : (0, RowCount);
        }

        // A table with lines above and below its rows alone: the last may have only the one below, the first only the one above.
        var hasSides = Array.Exists(lines, side => side.HasFlag(CellSides.Left) || side.HasFlag(CellSides.Right));
        while (!hasSides && first > 0 && lines[first - 1].HasFlag(CellSides.Top))
        {
            first--;
        }

        var end = Array.FindLastIndex(framed, isFramed => isFramed) + 1;
        var lastLine = Array.FindLastIndex(lines, side => side.HasFlag(CellSides.Bottom)) + 1;
        return WithMerged(first, hasSides ? end : Math.Max(end, lastLine));
    }

    /// <summary>No cell is cut.</summary>
    private (int First, int End) WithMerged(int first, int end)
    {
        while (_placed.FirstOrDefault(cell => Cuts(cell, first) || Cuts(cell, end)) is { } cut)
        {
            (first, end) = (Math.Min(first, cut.Row), Math.Max(end, cut.Row + cut.RowSpan));
        }

        return (first, end);

        static bool Cuts(SheetCell cell, int row) => cell.Row < row && cell.Row + cell.RowSpan > row;
    }

    public IEnumerable<SheetLine> Lines(int first, int end) => _placed
        .Where(cell => cell.Row >= first && cell.Row < end && cell.Text.Length > 0)
        .Select(cell => new SheetLine(
            cell.Text, new Box(X(cell.Column), Y(cell.Row), X(cell.Column + cell.ColumnSpan), Y(Math.Min(cell.Row + cell.RowSpan, end)))));

    public SheetTable Table(int first, int end) => new(
        [.. Enumerable.Range(0, _columns.Length + 1).Select(X)],
        [.. Enumerable.Range(first, end - first + 1).Select(Y)],
        [.. _placed.Where(cell => cell.Row >= first && cell.Row < end).Select(cell => cell with { Row = cell.Row - first })]);

    /// <summary>Rows that hang together: by what stands in them, or by a merged cell over them. Hidden rows between them do not part them.</summary>
    private static IEnumerable<(int Top, int Bottom)> Stretches(Worksheet sheet, ImmutableArray<StoredCell> seen, ImmutableArray<CellRange> merged)
    {
        var stretches = seen.Where(cell => cell.IsSeen).Select(cell => (Top: cell.Row, Bottom: cell.Row))
            .Concat(merged.Select(range => (range.Top, range.Bottom)))
            .Order();
        (int Top, int Bottom)? open = null;
        foreach (var stretch in stretches)
        {
            if (open is { } before && stretch.Top <= NextShown(before.Bottom))
            {
                open = (before.Top, Math.Max(before.Bottom, stretch.Bottom));
                continue;
            }

            if (open is { } whole)
            {
                yield return whole;
            }

            open = stretch;
        }

        if (open is { } last)
        {
            yield return last;
        }

        int NextShown(int row)
        {
            do
            {
                row++;
            }
            while (sheet.Rows.IsHidden(row));
            return row;
        }
    }

    private static ImmutableArray<int> Shown(int first, int last, Axis axis)
    {
        // Whoever counts has checked neither: hidden ones are stored one by one, and those shown are limited.
        SheetLimits.Check(last - first + 1 - axis.HiddenCount);
        return [.. Enumerable.Range(first, last - first + 1).Where(index => !axis.IsHidden(index))];
    }

    private double X(int column) => column < _columns.Length ? _sheet.Columns.Start(_columns[column]) : _sheet.Columns.Start(_columns[^1] + 1);

    private double Y(int row) => row < _rows.Length ? _sheet.Rows.Start(_rows[row]) : _sheet.Rows.Start(_rows[^1] + 1);

    /// <summary>The place of the first of the ascending numbers that is not below the sought one.</summary>
    private static int FirstAt(ImmutableArray<int> ascending, int sought)
    {
        var found = ascending.BinarySearch(sought);
        return found >= 0 ? found : ~found;
    }

    private static string TextAt(ImmutableArray<StoredCell> cells, int row, int column) =>
        Between(cells, cell => cell.Row, row, row).FirstOrDefault(cell => cell.Column == column).Text ?? "";

    /// <summary>The items, which are in the order of rows, that are in some of them.</summary>
    private static ImmutableArray<T> Between<T>(ImmutableArray<T> items, Func<T, int> row, int first, int last)
    {
        var (from, to) = (FirstFrom(first), FirstFrom(last + 1));
        return items[from..to];

        int FirstFrom(int sought)
        {
            int low = 0, high = items.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = row(items[middle]) < sought ? (middle + 1, high) : (low, middle);
            }

            return low;
        }
    }
}

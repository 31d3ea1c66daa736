using System.Collections.Immutable;

namespace Extractor.Fixtures.Tables;

/// <summary>
/// A table being drawn on a sheet 1000 units wide: cells are placed from edge to edge, and the columns are whatever edges
/// the cells have together. Edges closer than <see cref="Snap"/> are one.
/// </summary>
public sealed class TableDraft
{
    public const int Width = 1000;

    private const int Snap = 12;

    private readonly List<(int Row, int RowSpan, int Left, int Right, string Text, CellRole Role)> cells = [];

    public TableDraft Place(int row, int rowSpan, int left, int right, string? text, CellRole role)
    {
        cells.Add((row, rowSpan, left, right, text ?? "", role));
        return this;
    }

    public LogicalTable Build(int headerRows)
    {
        var edges = new List<int>();
        foreach (var edge in cells.SelectMany(c => new[] { c.Left, c.Right }).Distinct().Order())
        {
            if (edges.Count == 0 || edge - edges[^1] > Snap)
            {
                edges.Add(edge);
            }
        }

        int Column(int edge) => edges.FindLastIndex(e => e <= edge);
        var built = cells
            .Select(c => new LogicalCell(c.Row, Column(c.Left), c.RowSpan, Column(c.Right) - Column(c.Left), c.Text, c.Role))
            .OrderBy(c => c.Row).ThenBy(c => c.Column).ToImmutableArray();
        var rowCount = built.Max(c => c.EndRow);
        var widths = edges.Zip(edges.Skip(1), (left, right) => right - left).ToImmutableArray();
        RequireTiling(built, rowCount, widths.Length);
        return new LogicalTable(rowCount, widths, built, headerRows);
    }

    private static void RequireTiling(ImmutableArray<LogicalCell> cells, int rowCount, int columnCount)
    {
        var covered = new bool[rowCount, columnCount];
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < cell.EndRow; row++)
            {
                for (var column = cell.Column; column < cell.EndColumn; column++)
                {
                    if (covered[row, column])
                    {
                        throw new InvalidOperationException($"Slot {row},{column} is covered twice, again by '{cell.Text}'.");
                    }

                    covered[row, column] = true;
                }
            }
        }

        if (covered.Cast<bool>().Any(slot => !slot))
        {
            throw new InvalidOperationException("Not every slot of the table is covered.");
        }
    }
}

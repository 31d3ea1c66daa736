using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Sheets;

/// <summary>Lays lines and tables out one under the other, in points, for documents that say no more than their order.</summary>
internal sealed class FlowDraft(double width)
{
    private const double Margin = 36, LinePitch = 14, Padding = 4, CharacterWidth = 10;

    private readonly ImmutableArray<SheetTable>.Builder _tables = ImmutableArray.CreateBuilder<SheetTable>();
    private readonly ImmutableArray<SheetLine>.Builder _lines = ImmutableArray.CreateBuilder<SheetLine>();
    private double _y = Margin;
    private double _right = Margin + width;

    /// <summary>Adds a text, every line of it on a line of its own; blank ones are left out.</summary>
    public void AddText(string text)
    {
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            _lines.Add(new SheetLine(line, new Box(Margin, _y, Margin + width, _y + LinePitch)));
            _y += LinePitch;
        }
    }

    /// <param name="columnWidths">In points, as far as they are known; the others share what is left of the width.</param>
    public void AddTable(GridDraft grid, IReadOnlyList<double> columnWidths)
    {
        var cells = grid.Cells();
        if (cells.IsEmpty)
        {
            return;
        }

        var columns = Edges(Margin, Widths(grid.ColumnCount, columnWidths));
        var heights = new double[grid.RowCount];
        foreach (var cell in cells.OrderBy(cell => cell.RowSpan))
        {
            // A cell over several rows asks the last of them for what the others do not give.
            var needed = Height(cell.Text, columns[cell.Column + cell.ColumnSpan] - columns[cell.Column]);
            var given = heights.AsSpan(cell.Row, cell.RowSpan - 1);
            var above = 0.0;
            foreach (var height in given)
            {
                above += height;
            }

            ref var last = ref heights[cell.Row + cell.RowSpan - 1];
            last = Math.Max(last, Math.Max(needed - above, cell.RowSpan == 1 ? 0 : LinePitch + Padding));
        }

        var rows = Edges(_y, heights.Select(height => Math.Max(height, LinePitch + Padding)));
        _tables.Add(new SheetTable(columns, rows, cells));
        _y = rows[^1] + LinePitch;
        _right = Math.Max(_right, columns[^1]);
    }

    /// <param name="number">Of the page, from 1.</param>
    public Sheet ToSheet(int number) => new(number, _right + Margin, _y + Margin, _tables.ToImmutable(), _lines.ToImmutable());

    private double[] Widths(int count, IReadOnlyList<double> known)
    {
        var shared = Math.Max(width / count, CharacterWidth);
        return [.. Enumerable.Range(0, count).Select(column => column < known.Count && known[column] > 0 ? known[column] : shared)];
    }

    private static double Height(string text, double room)
    {
        var perLine = Math.Max(1, (room - Padding) / CharacterWidth);
        return Padding + (LinePitch * text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Length / perLine))));
    }

    private static ImmutableArray<double> Edges(double start, IEnumerable<double> lengths)
    {
        var edges = ImmutableArray.CreateBuilder<double>();
        edges.Add(start);
        foreach (var length in lengths)
        {
            edges.Add(edges[^1] + length);
        }

        return edges.ToImmutable();
    }
}

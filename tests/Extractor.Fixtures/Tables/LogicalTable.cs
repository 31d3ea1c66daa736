using System.Collections.Immutable;

namespace Extractor.Fixtures.Tables;

/// <summary>What a cell is for; the look of a document gives each its alignment.</summary>
public enum CellRole { Title, Caption, Label, Block, Text, Number }

/// <summary>A cell of a table. Rows and columns count from 0.</summary>
public sealed record LogicalCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, CellRole Role)
{
    public int EndRow => Row + RowSpan;

    public int EndColumn => Column + ColumnSpan;
}

/// <summary>A table as its author means it: every slot of the grid is covered by exactly one cell.</summary>
/// <param name="ColumnWidths">In thousandths of the table's width.</param>
/// <param name="Cells">By row, then by column.</param>
/// <param name="HeaderRows">How many leading rows a document may repeat on every page.</param>
public sealed record LogicalTable(
    int RowCount, ImmutableArray<int> ColumnWidths, ImmutableArray<LogicalCell> Cells, int HeaderRows)
{
    public int ColumnCount => ColumnWidths.Length;

    public int WidthOf(LogicalCell cell) => ColumnWidths.AsSpan()[cell.Column..cell.EndColumn].ToArray().Sum();

    public ILookup<int, LogicalCell> Rows => Cells.ToLookup(c => c.Row);
}

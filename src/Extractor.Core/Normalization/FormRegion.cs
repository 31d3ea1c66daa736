using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The rows of a table that hold one form.</summary>
/// <param name="endRow">The row after the last.</param>
/// <param name="heading">The text lines above, where the form is the table's first.</param>
public sealed class FormRegion(Table table, int firstRow, int endRow, ImmutableArray<HeadingLine> heading)
{
    private readonly TableCell[,] slots = SlotMap(table);

    public Table Table { get; } = table;

    public int FirstRow { get; } = firstRow;

    public int EndRow { get; } = endRow;

    public ImmutableArray<HeadingLine> Heading { get; } = heading;

    /// <summary>The cell that covers a slot.</summary>
    public TableCell At(int row, int column) => slots[row, column];

    /// <summary>The cells that cover some slot of the row, left to right.</summary>
    public IEnumerable<TableCell> Across(int row)
    {
        for (var column = 0; column < Table.ColumnCount; column = slots[row, column].EndColumn)
        {
            yield return slots[row, column];
        }
    }

    /// <summary>The cells whose first row this is, left to right.</summary>
    public IEnumerable<TableCell> StartingIn(int row) => Across(row).Where(cell => cell.Row == row);

    private static TableCell[,] SlotMap(Table table)
    {
        var map = new TableCell[table.RowCount, table.ColumnCount];
        foreach (var cell in table.Cells)
        {
            for (var r = cell.Row; r < cell.EndRow; r++)
            {
                for (var c = cell.Column; c < cell.EndColumn; c++)
                {
                    map[r, c] = cell;
                }
            }
        }

        return map;
    }
}

using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>A table's cells row by row; made once for all the forms that stand in it.</summary>
internal sealed class TableRows
{
    private readonly ImmutableArray<TableCell>[] across;
    private readonly ImmutableArray<TableCell>[] starting;

    /// <summary>By row: the least confidence of the page breaks before or in it.</summary>
    private readonly double[] breakConfidence;

    public TableRows(Table table)
    {
        Table = table;
        across = ByRow(table, cell => cell.EndRow);
        starting = ByRow(table, cell => cell.Row + 1);
        breakConfidence = new double[table.RowCount + 1];
        Array.Fill(breakConfidence, 1);
        foreach (var join in table.Joins)
        {
            breakConfidence[join.Row] = Math.Min(breakConfidence[join.Row], join.Confidence);
        }
    }

    public Table Table { get; }

    /// <summary>The cells that cover some slot of the row, left to right.</summary>
    public ImmutableArray<TableCell> Across(int row) => across[row];

    /// <summary>The cells whose first row this is, left to right.</summary>
    public ImmutableArray<TableCell> StartingIn(int row) => starting[row];

    /// <summary>The probability that what was decided at the page breaks that touch the cell is right; 1 where none does.</summary>
    public double BreakConfidence(TableCell cell)
    {
        var least = 1.0;
        if (cell.Parts.Length > 1 || cell.RowSpan == 1)
        {
            for (var row = cell.Row; row <= cell.EndRow; row++)
            {
                least = Math.Min(least, breakConfidence[row]);
            }
        }

        return least;
    }

    private static ImmutableArray<TableCell>[] ByRow(Table table, Func<TableCell, int> end)
    {
        var rows = new List<TableCell>[table.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = [];
        }

        foreach (var cell in table.Cells)
        {
            for (var row = cell.Row; row < end(cell); row++)
            {
                rows[row].Add(cell);
            }
        }

        return Array.ConvertAll(rows, static row =>
        {
            row.Sort(static (a, b) => a.Column.CompareTo(b.Column));
            return row.ToImmutableArray();
        });
    }
}

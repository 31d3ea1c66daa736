using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>A table's cells row by row; made once for all the forms that stand in it.</summary>
internal sealed class TableRows
{
    private readonly ImmutableArray<FormCell>[] across;
    private readonly ImmutableArray<FormCell>[] starting;
    private readonly RoleSet[] roles;

    /// <summary>By row: the least confidence of the page breaks before or in it.</summary>
    private readonly double[] breakConfidence;

    private TableRows(Table table, FormCell[] cells, Vocabulary vocabulary)
    {
        (Table, Vocabulary) = (table, vocabulary);
        across = ByRow(table, cells, cell => cell.EndRow);
        starting = ByRow(table, cells, cell => cell.Row + 1);
        roles = new RoleSet[table.RowCount + 1];
        foreach (var cell in cells)
        {
            roles[cell.Row] |= cell.Meaning.Roles;
        }

        breakConfidence = new double[table.RowCount + 1];
        Array.Fill(breakConfidence, 1);
        foreach (var join in table.Joins)
        {
            breakConfidence[join.Row] = Math.Min(breakConfidence[join.Row], join.Confidence);
        }
    }

    public Table Table { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>The rows of a table in which one of the labels is printed, or null: most tables of a document are no forms.</summary>
    public static TableRows? Of(Table table, Vocabulary vocabulary, RoleSet anchors)
    {
        var found = RoleSet.None;
        var cells = new FormCell[table.Cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new FormCell(i, table.Cells[i], vocabulary.Of(table.Cells[i].Key));
            found |= cells[i].Meaning.Roles;
        }

        return found.HasAny(anchors) ? new TableRows(table, cells, vocabulary) : null;
    }

    /// <summary>The cells that cover some slot of the row, left to right.</summary>
    public ImmutableArray<FormCell> Across(int row) => across[row];

    /// <summary>The cells whose first row this is, left to right.</summary>
    public ImmutableArray<FormCell> StartingIn(int row) => starting[row];

    /// <summary>What the labels that begin in the row mean, taken together.</summary>
    public RoleSet RolesIn(int row) => roles[row];

    /// <summary>The probability that what was decided at the page breaks that touch the cell is right; 1 where none does.</summary>
    public double BreakConfidence(FormCell cell)
    {
        var least = 1.0;
        if (cell.Table.Parts.Length > 1 || cell.Table.RowSpan == 1)
        {
            for (var row = cell.Row; row <= cell.EndRow; row++)
            {
                least = Math.Min(least, breakConfidence[row]);
            }
        }

        return least;
    }

    private static ImmutableArray<FormCell>[] ByRow(Table table, FormCell[] cells, Func<FormCell, int> end)
    {
        var rows = new List<FormCell>[table.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = [];
        }

        foreach (var cell in cells)
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

using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
        across = ByRow(table, cells, spanned: true);
        starting = ByRow(table, cells, spanned: false);
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
        var meanings = new Meaning[table.Cells.Length];
        for (var i = 0; i < meanings.Length; i++)
        {
            meanings[i] = vocabulary.Of(table.Cells[i].Key);
            found |= meanings[i].Roles;
        }

        return found.HasAny(anchors)
            ? new TableRows(table, Cells(table, meanings), vocabulary)
            : null;
    }

    private static FormCell[] Cells(Table table, Meaning[] meanings)
    {
        var cells = new FormCell[meanings.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new FormCell(i, table.Cells[i], meanings[i]);
        }

        return cells;
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

    /// <param name="spanned">A cell stands in every row that it covers, and not in its first one alone.</param>
    private static ImmutableArray<FormCell>[] ByRow(Table table, FormCell[] cells, bool spanned)
    {
        var counts = new int[table.RowCount];
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < (spanned ? cell.EndRow : cell.Row + 1); row++)
            {
                counts[row]++;
            }
        }

        var rows = Array.ConvertAll(counts, static count => new FormCell[count]);
        Array.Clear(counts);
        foreach (var cell in cells)
        {
            for (var row = cell.Row; row < (spanned ? cell.EndRow : cell.Row + 1); row++)
            {
                // The cells come row by row from the left: only those that began above stand out of order.
                var at = counts[row]++;
                for (; at > 0 && rows[row][at - 1].Column > cell.Column; at--)
                {
                    rows[row][at] = rows[row][at - 1];
                }

                rows[row][at] = cell;
            }
        }

        return Array.ConvertAll(rows, ImmutableCollectionsMarshal.AsImmutableArray);
    }
}

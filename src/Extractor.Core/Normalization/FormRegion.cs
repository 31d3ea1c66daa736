using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The rows of a table that may hold one form.</summary>
public sealed class FormRegion
{
    private readonly TableRows rows;

    internal FormRegion(TableRows rows, int firstRow, int endRow, ImmutableArray<HeadingLine> heading)
    {
        this.rows = rows;
        FirstRow = firstRow;
        EndRow = endRow;
        Heading = heading;
    }

    public Table Table => rows.Table;

    public int FirstRow { get; }

    /// <summary>The row after the last.</summary>
    public int EndRow { get; }

    /// <summary>The text lines above, where the form is the table's first.</summary>
    public ImmutableArray<HeadingLine> Heading { get; }

    internal Vocabulary Vocabulary => rows.Vocabulary;

    /// <summary>The cells that cover some slot of the row, left to right.</summary>
    internal ImmutableArray<FormCell> Across(int row) => rows.Across(row);

    /// <summary>The cells whose first row this is, left to right.</summary>
    internal ImmutableArray<FormCell> StartingIn(int row) => rows.StartingIn(row);

    /// <summary>What the labels that begin in the row mean, taken together; nothing outside the region.</summary>
    internal RoleSet RolesIn(int row) => row >= FirstRow && row < EndRow ? rows.RolesIn(row) : RoleSet.None;

    /// <summary>The probability that what was decided at the page breaks that touch the cell is right; 1 where none does.</summary>
    internal double BreakConfidence(FormCell cell) => rows.BreakConfidence(cell);

    /// <summary>The pages that the region stands on, ascending.</summary>
    internal ImmutableArray<int> Pages()
    {
        var pages = new SortedSet<int>();
        for (var row = FirstRow; row < EndRow; row++)
        {
            foreach (var cell in Across(row))
            {
                foreach (var part in cell.Table.Parts)
                {
                    pages.Add(part.PageNumber);
                }
            }
        }

        return [.. pages];
    }
}

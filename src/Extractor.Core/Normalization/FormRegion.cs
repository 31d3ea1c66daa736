using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The rows of a table that hold one form.</summary>
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

    /// <summary>The cells that cover some slot of the row, left to right.</summary>
    public ImmutableArray<TableCell> Across(int row) => rows.Across(row);

    /// <summary>The cells whose first row this is, left to right.</summary>
    public ImmutableArray<TableCell> StartingIn(int row) => rows.StartingIn(row);

    /// <summary>The probability that what was decided at the page breaks that touch the cell is right; 1 where none does.</summary>
    public double BreakConfidence(TableCell cell) => rows.BreakConfidence(cell);
}

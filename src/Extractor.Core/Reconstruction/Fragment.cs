using System.Collections.Immutable;
using Extractor.Core.Geometry;

namespace Extractor.Core.Reconstruction;

/// <summary>A cell of a fragment. Rows and columns count from 0 within the fragment.</summary>
/// <param name="Box">The slots it covers, in page space.</param>
/// <param name="Lines">Its text, top to bottom.</param>
public sealed record Cell(int Row, int Column, int RowSpan, int ColumnSpan, Box Box, ImmutableArray<TextLine> Lines)
{
    public int EndRow => Row + RowSpan;

    public int EndColumn => Column + ColumnSpan;

    public bool IsEmpty => Lines.IsEmpty;
}

/// <summary>
/// A table's part on one page: a grid of slots between row and column edges, every slot covered by exactly one cell.
/// </summary>
/// <param name="ColumnEdges">x of the column edges, ascending; one more than there are columns.</param>
/// <param name="RowEdges">y of the row edges, ascending; one more than there are rows.</param>
/// <param name="Cells">By row, then by column.</param>
/// <param name="OpenTop">No line closes it above: its vertical rulings start in the open.</param>
/// <param name="OpenBottom">No line closes it below.</param>
public sealed record Fragment(
    int PageNumber, Box Box, ImmutableArray<double> ColumnEdges, ImmutableArray<double> RowEdges,
    ImmutableArray<Cell> Cells, bool OpenTop, bool OpenBottom)
{
    public int RowCount => RowEdges.Length - 1;

    public int ColumnCount => ColumnEdges.Length - 1;
}

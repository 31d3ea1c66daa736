using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>A cell of a fragment. Rows and columns count from 0 within the fragment.</summary>
/// <param name="Box">The slots it covers, in page space.</param>
/// <param name="Lines">Its text, top to bottom.</param>
/// <param name="OpenTop">It is at the top of the fragment and no line is drawn over it: it may go on from the page before.</param>
/// <param name="OpenBottom">It is at the foot of the fragment and no line is drawn under it.</param>
public sealed record Cell(
    int Row, int Column, int RowSpan, int ColumnSpan, Box Box, ImmutableArray<TextLine> Lines, bool OpenTop, bool OpenBottom)
{
    /// <summary>It is at the left or the right of the fragment and no line is drawn beside it there.</summary>
    public bool OpenSide { get; init; }

    public int EndRow => Row + RowSpan;

    public int EndColumn => Column + ColumnSpan;

    public bool IsEmpty => Lines.IsEmpty;
}

/// <summary>A table's part on one page: a grid of slots between row and column edges, every slot covered by exactly one cell.</summary>
/// <param name="ColumnEdges">x of the column edges, ascending; one more than there are columns.</param>
/// <param name="RowEdges">y of the row edges, ascending; one more than there are rows.</param>
/// <param name="Cells">By row, then by column.</param>
public sealed record Fragment(
    int PageNumber, Box Box, ImmutableArray<double> ColumnEdges, ImmutableArray<double> RowEdges, ImmutableArray<Cell> Cells)
{
    /// <summary>How its page was turned; null where it was not.</summary>
    public PictureTurn? Turn { get; init; }

    public int RowCount => RowEdges.Length - 1;

    public int ColumnCount => ColumnEdges.Length - 1;

    /// <summary>
    /// The distance that text keeps from the sides of its cell, in points: the smallest seen, so that the room for a line
    /// is known even where every line is centred.
    /// </summary>
    public double Padding { get; } = SmallestGap(Cells);

    /// <summary>The cell's lines as one text.</summary>
    public string TextOf(Cell cell) => TextJoining.Join(cell.Lines, RoomIn(cell));

    /// <summary>How long a line in the cell can be, in points.</summary>
    public double RoomIn(Cell cell) => cell.Box.Width - (2 * Padding);

    private static double SmallestGap(ImmutableArray<Cell> cells)
    {
        const double Usual = 5.4;
        var smallest = Usual;
        foreach (var cell in cells)
        {
            foreach (var line in cell.Lines)
            {
                var gap = Math.Min(line.Box.Left - cell.Box.Left, cell.Box.Right - line.Box.Right);
                smallest = gap >= 0 && gap < smallest && !line.Vertical ? gap : smallest;
            }
        }

        return smallest;
    }
}

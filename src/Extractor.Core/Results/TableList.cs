using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Results;

/// <summary>Every table of a document, forms or not, joined over pages, in reading order.</summary>
/// <param name="Unread">Every page that was not read, with the reason.</param>
public sealed record TableList(ImmutableArray<ResultTable> Tables, ImmutableArray<ResultUnread> Unread)
{
    public static TableList From(ExtractionResult extraction) => new(
        [.. extraction.Tables.Select(ResultTable.From)], [.. extraction.Unread.Select(ResultUnread.From)]);
}

/// <param name="Cells">By row, then by column; every slot is covered by exactly one cell.</param>
public sealed record ResultTable(
    ImmutableArray<int> Pages, int RowCount, int ColumnCount, ImmutableArray<ResultCell> Cells)
{
    public static ResultTable From(Table table) => new(
        table.Pages, table.RowCount, table.ColumnCount,
        [.. table.Cells.Select(cell => new ResultCell(
            cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text,
            [.. cell.Parts.Select(CellPlace.From)]))]);
}

/// <summary>A cell; rows and columns count from 0.</summary>
/// <param name="Provenance">Where it stands: one place, or one a page where a page break cut it.</param>
public sealed record ResultCell(
    int Row, int Column, int RowSpan, int ColumnSpan, string Text, ImmutableArray<CellPlace> Provenance);

/// <param name="Page">From 1.</param>
/// <param name="Box">Left, top, right, bottom in points from the top left corner of the page as a person sees it.</param>
public sealed record CellPlace(int Page, ImmutableArray<decimal> Box)
{
    public static CellPlace From(CellPart part) => new(
        part.PageNumber,
        [Hundredths.Of(part.Box.Left), Hundredths.Of(part.Box.Top), Hundredths.Of(part.Box.Right), Hundredths.Of(part.Box.Bottom)]);
}

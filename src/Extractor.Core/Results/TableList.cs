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
/// <param name="Joins">One for each page break inside it: what was decided there, and why.</param>
public sealed record ResultTable(
    ImmutableArray<int> Pages, int RowCount, int ColumnCount, ImmutableArray<ResultCell> Cells, ImmutableArray<ResultJoin> Joins)
{
    public static ResultTable From(Table table) => new(
        table.Pages, table.RowCount, table.ColumnCount,
        [.. table.Cells.Select(cell => new ResultCell(
            cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan, cell.Text,
            [.. cell.Parts.Select(CellPlace.From)]))],
        [.. table.Joins.Select(ResultJoin.From)]);
}

/// <summary>A page break inside a table.</summary>
/// <param name="Row">The first row that has something on the lower page.</param>
/// <param name="RowCut">The break runs through that row: its halves were made whole.</param>
/// <param name="RepeatedRows">Header rows printed again on the lower page and left out.</param>
/// <param name="Confidence">The probability that the decision about the row is right, three decimals.</param>
public sealed record ResultJoin(
    int UpperPage, int LowerPage, int Row, bool RowCut, int RepeatedRows, decimal Confidence, ImmutableArray<ResultEvidence> Evidence)
{
    public static ResultJoin From(PageJoin join) => new(
        join.UpperPage, join.LowerPage, join.Row, join.RowCut, join.RepeatedRows, Math.Round((decimal)join.Confidence, 3),
        [.. join.Evidence.Select(evidence => new ResultEvidence(evidence.Observation, Hundredths.Of(evidence.Weight)))]);
}

/// <summary>One reason for or against a cut row.</summary>
/// <param name="Weight">Natural logarithm of how much likelier it is under the cut, two decimals; negative speaks against.</param>
public sealed record ResultEvidence(string Observation, decimal Weight);

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
        [Hundredths.Of(part.SeenBox.Left), Hundredths.Of(part.SeenBox.Top), Hundredths.Of(part.SeenBox.Right), Hundredths.Of(part.SeenBox.Bottom)]);
}

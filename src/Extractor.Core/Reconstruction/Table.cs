using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>The part of a cell that stands on one page.</summary>
public sealed record CellPart(int PageNumber, Box Box, ImmutableArray<TextLine> Lines)
{
    /// <summary>How its page was turned; null where it was not.</summary>
    public PictureTurn? Turn { get; init; }

    /// <summary>Where a person sees it on the page.</summary>
    public Box SeenBox => Turn?.Seen(Box) ?? Box;
}

/// <summary>A cell of a logical table, made whole over page breaks. Rows and columns count from 0 within the table.</summary>
/// <param name="Text">Its lines joined: without a blank where Chinese or a number was wrapped, with one between Latin words.</param>
/// <param name="Parts">In reading order: one, or one a page where a page break cut it.</param>
public sealed record TableCell(
    int Row, int Column, int RowSpan, int ColumnSpan, string Text, ImmutableArray<CellPart> Parts)
{
    public int EndRow => Row + RowSpan;

    public int EndColumn => Column + ColumnSpan;

    /// <summary>Its text as a <see cref="LabelKey"/>; empty where it is too long for a label.</summary>
    public string Key { get; } = LabelKey.OfLabel(Text);
}

/// <summary>One reason for or against a join.</summary>
/// <param name="Observation">What was seen, in plain words.</param>
/// <param name="Weight">Natural logarithm of how much likelier it is under the join; negative speaks against.</param>
public readonly record struct Evidence(string Observation, double Weight);

/// <summary>What was decided at one page break inside a table, and why.</summary>
/// <param name="Row">The first row of the table that has something on the lower page.</param>
/// <param name="RowCut">The break runs through that row: its halves were made whole.</param>
/// <param name="RepeatedRows">Header rows printed again on the lower page and left out.</param>
/// <param name="Confidence">The probability that the decision about the row is right.</param>
public sealed record PageJoin(
    int UpperPage, int LowerPage, int Row, bool RowCut, int RepeatedRows, double Confidence, ImmutableArray<Evidence> Evidence);

/// <summary>A table as its author meant it, over as many pages as it runs. Every slot is covered by exactly one cell.</summary>
/// <param name="Heading">
/// The text lines between the table before and this one, on its first page and the two before, in reading order, page
/// furniture left out.
/// </param>
/// <param name="Cells">By row, then by column.</param>
/// <param name="Joins">One for each page break inside it.</param>
public sealed record Table(
    ImmutableArray<int> Pages, int RowCount, int ColumnCount, ImmutableArray<TableCell> Cells,
    ImmutableArray<HeadingLine> Heading, ImmutableArray<PageJoin> Joins);

/// <summary>A text line above a table, with its page.</summary>
public sealed record HeadingLine(int PageNumber, TextLine Line);

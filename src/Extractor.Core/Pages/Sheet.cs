using System.Collections.Immutable;
using Extractor.Core.Geometry;

namespace Extractor.Core.Pages;

/// <summary>
/// A page whose tables are given and not drawn: a worksheet, the body of a text document, a web page. Its places are in
/// points like those of any page; where the format has none, the reader lays its content out in a plain way of its own.
/// </summary>
/// <param name="Tables">In the order of the document, top to bottom.</param>
/// <param name="Lines">The text outside tables, in the order of the document.</param>
public sealed record Sheet(
    int Number, double Width, double Height, ImmutableArray<SheetTable> Tables, ImmutableArray<SheetLine> Lines)
    : PageReading(Number, Width, Height);

/// <summary>A table as its document states it.</summary>
/// <param name="ColumnEdges">x of the column edges, ascending; one more than there are columns.</param>
/// <param name="RowEdges">y of the row edges, ascending; one more than there are rows.</param>
/// <param name="Cells">By row, then by column; every slot is covered by exactly one.</param>
public sealed record SheetTable(
    ImmutableArray<double> ColumnEdges, ImmutableArray<double> RowEdges, ImmutableArray<SheetCell> Cells);

/// <summary>A cell of a given table. Rows and columns count from 0.</summary>
/// <param name="Text">As a person sees it; its line breaks are those that its author set.</param>
public sealed record SheetCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text);

/// <summary>A line of text outside tables.</summary>
public sealed record SheetLine(string Text, Box Box);

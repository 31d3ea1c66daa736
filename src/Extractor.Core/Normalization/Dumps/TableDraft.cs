using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>Writes a form's cells down row by row and makes a table of them, as one that was printed whole.</summary>
internal sealed class TableDraft(int page, int columns)
{
    private readonly List<List<(int Column, int Span, SolvedCell Cell)>> rows = [];

    /// <summary>Adds a row: cells side by side from the left, the last one as wide as it takes.</summary>
    public void Add(IReadOnlyList<SolvedCell> cells)
    {
        if (cells.Count == 0 || cells.All(cell => cell.Texts.IsEmpty))
        {
            return;
        }

        rows.Add([.. cells.Take(columns).Select((cell, column) => (column, 1, cell))]);
    }

    /// <summary>Adds a row whose cells begin at the columns given.</summary>
    public void Add(IReadOnlyList<(int Column, SolvedCell Cell)> cells) =>
        rows.Add([.. cells.Select((cell, i) => (cell.Column, (i + 1 < cells.Count ? cells[i + 1].Column : columns) - cell.Column, cell.Cell))]);

    public Table Build(IEnumerable<TokenLine> heading)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        var at = new Box(0, 0, 0, 0);
        for (var row = 0; row < rows.Count; row++)
        {
            var end = 0;
            foreach (var (column, span, cell) in rows[row])
            {
                at = cell.Texts.IsEmpty ? at : cell.Texts[^1].Box;
                if (column > end)
                {
                    cells.Add(Cell(row, end, column - end, SolvedCell.Empty, at));
                }

                cells.Add(Cell(row, column, span, cell, at));
                end = column + span;
            }

            if (end < columns)
            {
                cells.Add(Cell(row, end, columns - end, SolvedCell.Empty, at));
            }
        }

        return new Table(
            [page], rows.Count, columns, cells.ToImmutable(),
            [.. heading.SelectMany(line => line.Tokens.DistinctBy(text => text.Text)).Select(text => new HeadingLine(page, Line(text, text.Sure)))], []);
    }

    /// <summary>A cell that is empty and should perhaps not be has an empty line, so that its field can be doubted.</summary>
    private TableCell Cell(int row, int column, int span, SolvedCell cell, Box at)
    {
        ImmutableArray<CellPart> parts = cell.Texts.IsEmpty
            ? [new CellPart(page, at, cell.Sure < 1 ? [Blank(at, cell.Sure)] : [])]
            : [.. cell.Texts.Select(text => new CellPart(page, text.Box, [Line(text, cell.Sure)]))];
        return new TableCell(row, column, 1, span, Text(cell.Texts), parts);
    }

    /// <summary>Halves of a text go on without a blank, but between two Latin words.</summary>
    private static string Text(ImmutableArray<Token> texts)
    {
        var text = "";
        foreach (var part in texts)
        {
            var isBreak = text.Length > 0 && char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(part.Text[0]);
            text += (isBreak ? " " : "") + part.Text;
        }

        return text;
    }

    private static TextLine Line(Token token, double sure) => Line(token.Text, token.Box, sure);

    private static TextLine Blank(Box at, double sure) => Line("", at, sure);

    private static TextLine Line(string text, Box box, double sure) =>
        new(text, box, box.Height, box.Height, box.Height, box.Height, BlankAfter: false, Vertical: false, sure);
}

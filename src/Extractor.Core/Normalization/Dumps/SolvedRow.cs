using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>What stands in a cell, and how sure that is. A cell may be doubtful because it is empty.</summary>
/// <param name="Texts">More than one where a page break cut the cell.</param>
internal sealed record SolvedCell(ImmutableArray<Token> Texts, double Sure)
{
    public static SolvedCell Empty { get; } = new([], 1);
}

/// <param name="Left">Texts of its lines that have no column.</param>
/// <param name="Sheet">Where its last line stands.</param>
internal sealed record SolvedRow(ImmutableArray<SolvedCell> Cells, ImmutableArray<Token> Left, int FirstLine, int LastLine, int FirstSheet, int Sheet)
{
    /// <summary>A text put together from two pages is always worth a look.</summary>
    private const double Joined = 0.98;

    /// <summary>Given the rows of a block, returns them with how sure each cell is.</summary>
    public static ImmutableArray<SolvedRow> Of(ImmutableArray<RowUnit> rows, ImmutableArray<BlockLine> lines, ImmutableArray<BlockColumn> columns)
    {
        var cut = rows.Select(row => Cut(row, columns)).ToArray();
        return [.. rows.Select((row, i) => Of(row, lines, columns, [.. cut.Skip(i - 1).Take(i == 0 ? 2 : 3).SelectMany(column => column)]))];
    }

    /// <summary>The columns in which a row has texts of lines without figures: they are its own only if the line is.</summary>
    private static IEnumerable<int> Cut(RowUnit row, ImmutableArray<BlockColumn> columns)
    {
        var figures = row.Readings[0].Cells.SelectMany(cell => cell).Where(text => text.Kind == TokenKind.Number).Select(text => text.Box.Top).ToHashSet();
        return Enumerable.Range(0, columns.Length).Where(column => row.Readings[0].Cells[column].Any(text => !figures.Contains(text.Box.Top)));
    }

    private static SolvedRow Of(RowUnit row, ImmutableArray<BlockLine> lines, ImmutableArray<BlockColumn> columns, HashSet<int> cut)
    {
        var all = Likelihood.Either(row.Readings.Select(reading => reading.Cost));
        var chosen = row.Readings[0];
        var cells = ImmutableArray.CreateBuilder<SolvedCell>(columns.Length);
        for (var column = 0; column < columns.Length; column++)
        {
            var texts = chosen.Cells[column];
            var share = Likelihood.Share(Likelihood.Either(row.Readings.Where(reading => reading.Cells[column].SequenceEqual(texts)).Select(reading => reading.Cost)), all);
            share = cut.Contains(column) || (cut.Count > 0 && columns[column].Role == BlockRole.Level3) ? Math.Min(share, row.Sure) : share;
            share = texts.Length > 1 || (row.Lines > 1 && columns[column].Role is BlockRole.Level2 && !texts.IsEmpty) ? Math.Min(share, Joined) : share;
            cells.Add(new SolvedCell(texts, texts.Select(text => text.Sure).Append(share).Min()));
        }

        var last = row.First + row.Lines - 1;
        return new SolvedRow(cells.MoveToImmutable(), chosen.Left, row.First, last, lines[row.First].Line.Sheet, lines[last].Line.Sheet);
    }
}

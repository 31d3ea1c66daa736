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

    public static SolvedRow Of(RowUnit row, ImmutableArray<BlockLine> lines, ImmutableArray<BlockColumn> columns)
    {
        var all = Likelihood.Either(row.Readings.Select(reading => reading.Cost));
        var chosen = row.Readings[0];
        var cells = ImmutableArray.CreateBuilder<SolvedCell>(columns.Length);
        for (var column = 0; column < columns.Length; column++)
        {
            var texts = chosen.Cells[column];
            var share = Likelihood.Share(Likelihood.Either(row.Readings.Where(reading => reading.Cells[column].SequenceEqual(texts)).Select(reading => reading.Cost)), all);
            share = TypeCosts.IsWritten(columns[column].Role) || row.Lines > 1 && chosen.Cells.All(cell => cell.All(text => !text.IsFigure)) ? Math.Min(share, row.Sure) : share;
            share = texts.Length > 1 ? Math.Min(share, Joined) : share;
            cells.Add(new SolvedCell(texts, texts.Select(text => text.Sure).Append(share).Min()));
        }

        var last = row.First + row.Lines - 1;
        return new SolvedRow(cells.MoveToImmutable(), chosen.Left, row.First, last, lines[row.First].Line.Sheet, lines[last].Line.Sheet);
    }
}

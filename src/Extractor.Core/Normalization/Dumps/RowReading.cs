using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>One way to read a row from its line, or from the lines that page breaks cut it into.</summary>
/// <param name="Cells">By column, the texts in it: one, or one of each line.</param>
/// <param name="Left">Texts that have no column.</param>
/// <param name="Shifts">For each line, how far off its cells stand.</param>
internal sealed record RowReading(
    ImmutableArray<ImmutableArray<Token>> Cells, ImmutableArray<Token> Left, ImmutableArray<(int Sheet, int Shift)> Shifts, double Cost)
{
    /// <summary>The cost of a row that goes on over the page although none of its texts does.</summary>
    private const double NothingCut = 3.5;

    /// <summary>Characters that fit on one line in the narrowest column: a page break cuts no line.</summary>
    private const int OneLine = 4;

    public bool Has(int column) => column >= 0 && !Cells[column].IsEmpty;

    public Token? Only(int column) => column >= 0 && Cells[column] is [var token] ? token : null;

    public static RowReading Of(BlockLine line, Placement placement)
    {
        var cells = new ImmutableArray<Token>[line.Header.Columns.Length];
        Array.Fill(cells, []);
        var left = ImmutableArray.CreateBuilder<Token>();
        for (var i = 0; i < placement.Columns.Length; i++)
        {
            if (placement.Columns[i] == Placement.None)
            {
                left.Add(line.Line.Tokens[i]);
            }
            else
            {
                cells[placement.Columns[i]] = [line.Line.Tokens[i]];
            }
        }

        return new RowReading([.. cells], left.ToImmutable(), placement.Shift is { } shift ? [(line.Line.Sheet, shift)] : [], placement.Cost);
    }

    /// <summary>The two as one row; null where both have what a row has once.</summary>
    /// <param name="phrases">What the file says elsewhere.</param>
    public static RowReading? Join(RowReading upper, RowReading lower, ImmutableArray<BlockColumn> columns, Phrases phrases)
    {
        var cost = upper.Cost + lower.Cost;
        var cells = ImmutableArray.CreateBuilder<ImmutableArray<Token>>(columns.Length);
        var (upperFigures, lowerFigures, isCut) = (false, false, false);
        for (var column = 0; column < columns.Length; column++)
        {
            var (above, below) = (upper.Cells[column], lower.Cells[column]);
            cells.Add(above);
            if (below.IsEmpty)
            {
                upperFigures |= !above.IsEmpty && !TypeCosts.IsWritten(columns[column].Role) && above[0].IsFigure;
                continue;
            }

            if (above.IsEmpty)
            {
                cells[column] = below;
                lowerFigures |= below[0].IsFigure && !TypeCosts.IsWritten(columns[column].Role);
                cost += LowerOnly(columns[column].Role);
            }
            else if (above[^1].Key == below[0].Key && above[^1].IsLabel)
            {
                cost += 0;      // a merged label, printed on both pages
            }
            else if (JoinCost(above[^1], below[0], columns[column].Role, phrases) is { } join)
            {
                isCut = true;
                cells[column] = above.AddRange(below);
                cost += join;
            }
            else
            {
                return null;
            }
        }

        cost += upperFigures && lowerFigures ? 3 : 0;
        cost += isCut ? 0 : NothingCut;
        return new RowReading(cells.MoveToImmutable(), upper.Left.AddRange(lower.Left), upper.Shifts.AddRange(lower.Shifts), cost);
    }

    /// <summary>Short texts stand at half height of their row, so on either page; long ones begin at its top.</summary>
    private static double LowerOnly(BlockRole role) => role switch
    {
        BlockRole.Level3 or BlockRole.FundLabel => 2.5,
        BlockRole.Remark => 1,
        BlockRole.Value or BlockRole.Other => 0.3,
        _ => 0,
    };

    /// <summary>How unlikely it is that the one text goes on as the other; null where it cannot.</summary>
    private static double? JoinCost(Token above, Token below, BlockRole role, Phrases phrases)
    {
        if (role is BlockRole.Level1 or BlockRole.Level2)
        {
            return above.IsLabel || below.IsLabel ? null : 1.5;
        }

        if (!TypeCosts.IsWritten(role) || above.Kind == TokenKind.FundLabel || below.Kind == TokenKind.FundLabel)
        {
            return null;
        }

        var cost = 0.0;
        cost += above.Text[^1] is '。' or '；' or '！' or '？' or ';' ? 2.5 : 0;
        cost -= above.Text[^1] is '，' or '、' or '（' or '“' or '《' or ',' || IsOpen(above.Text) ? 1.5 : 0;
        cost -= below.Text[0] is '，' or '。' or '、' or '；' or '）' or '”' or '》' or ',' or ';' or ')' ? 2 : 0;
        cost += IsItem(below.Text) ? 5 : 0;
        cost += role == BlockRole.Value && above.Kind != TokenKind.Text && below.Kind != TokenKind.Text ? 5 : 0;
        cost += above.Text.Length + below.Text.Length <= OneLine ? 2.5 : 0;
        return cost + phrases.JoinCost(above.Text, below.Text);
    }

    /// <summary>A bracket or a quotation mark in it is not closed.</summary>
    private static bool IsOpen(string text) =>
        ((char Open, char Close)[])[('（', '）'), ('“', '”'), ('《', '》'), ('(', ')')] is var pairs
        && Array.Exists(pairs, pair => text.Count(c => c == pair.Open) > text.Count(c => c == pair.Close));

    /// <summary>It begins as the items of a list do: 指标2：, 3., （4）.</summary>
    private static bool IsItem(string text) =>
        text.StartsWith("指标", StringComparison.Ordinal) && text.Length > 2 && char.IsAsciiDigit(text[2])
        || (text.Length > 1 && char.IsAsciiDigit(text[0]) && text[1] is '.' or '、' or '．');
}

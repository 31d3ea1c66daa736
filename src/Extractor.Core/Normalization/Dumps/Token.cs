using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>What a text is by itself, wherever it stands.</summary>
internal enum TokenKind { Text, Level1, Level2, EitherLevel, FundLabel, Number, Percent, Dash, Quantity }

/// <summary>A filled cell of a dump, clean.</summary>
/// <param name="Key">As a label key.</param>
/// <param name="Column">Which cell of its line it is, from 0: where it was left, not where it belongs.</param>
/// <param name="Number">What it says, where it is a bare number.</param>
internal sealed record Token(string Text, string Key, int Column, Box Box, TokenKind Kind, decimal? Number)
{
    /// <summary>The probability that the text is one text as it stands: below 1 where it was made of two halves.</summary>
    public double Sure { get; init; } = 1;

    public bool IsLabel => Kind is TokenKind.Level1 or TokenKind.Level2 or TokenKind.EitherLevel or TokenKind.FundLabel;

    public bool IsFigure => Kind is TokenKind.Number or TokenKind.Percent or TokenKind.Dash;

    public static Token Of(string text, int column, Box box, DumpWords words)
    {
        var key = LabelKey.OfLabel(text);
        var (kind, number) = KindOf(text, key, words);
        return new Token(text, key, column, box, kind, number);
    }

    private static (TokenKind Kind, decimal? Number) KindOf(string text, string key, DumpWords words)
    {
        switch (words.IsLevel1(text), words.IsLevel2(text))
        {
            case (true, true): return (TokenKind.EitherLevel, null);
            case (true, false): return (TokenKind.Level1, null);
            case (false, true): return (TokenKind.Level2, null);
        }

        return words.FundRows.Match(text) ? (TokenKind.FundLabel, null)
            : NumberText.Parse(text) switch
            {
                PrintedNumber { IsRate: true } rate => (TokenKind.Percent, rate.Value),
                PrintedNumber number => (TokenKind.Number, number.Value),
                NoNumber { Problem: NumberProblem.Nothing } => (TokenKind.Dash, null),
                _ when QuantityText.Read(text).Value is not null => (TokenKind.Quantity, null),
                _ => (TokenKind.Text, null),
            };
    }
}

/// <summary>The filled cells of a line.</summary>
/// <param name="Sheet">Counts the stretches between page breaks, from 0: what a page lost, it lost on every line.</param>
internal sealed record TokenLine(int Number, int Sheet, ImmutableArray<Token> Tokens)
{
    public bool IsBlank => Tokens.IsEmpty;

    /// <summary>It holds one text, perhaps once for each column that a merged cell covered.</summary>
    public bool IsSingle => !IsBlank && Tokens.All(token => token.Text == Tokens[0].Text);

    public TokenLine With(IEnumerable<Token> tokens) => this with { Tokens = [.. tokens] };

    /// <summary>The lines of a dump; a cell alone on its line that holds several paragraphs gives a line for each.</summary>
    public static IEnumerable<TokenLine> Of(TextDump dump, DumpWords words)
    {
        foreach (var line in dump.Lines)
        {
            var filled = line.Cells.Select((cell, column) => (Cell: cell, Column: column, Paragraphs: DumpText.Paragraphs(cell.Text)))
                .Where(cell => cell.Paragraphs.Count > 0).ToArray();
            if (filled is [var only])
            {
                foreach (var paragraph in only.Paragraphs)
                {
                    yield return new TokenLine(line.Number, 0, [Token.Of(paragraph, only.Column, only.Cell.Box, words)]);
                }
            }
            else
            {
                yield return new TokenLine(line.Number, 0,
                    [.. filled.Select(cell => Token.Of(string.Concat(cell.Paragraphs), cell.Column, cell.Cell.Box, words))]);
            }
        }
    }
}

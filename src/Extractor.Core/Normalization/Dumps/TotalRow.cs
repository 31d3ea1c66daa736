using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>The row under the indicators: its label, and the sums of points and of scores.</summary>
/// <param name="Sure">The probability that each is what it is said to be.</param>
internal sealed record TotalRow(Token Label, Token? Weight, Token? Score, ImmutableArray<Token> Left, double Sure)
{
    private const double Guessed = 0.9;

    /// <summary>Reads the row from its lines: two figures are points and score in the order of the header; one is what stands nearer.</summary>
    public static TotalRow? Read(IReadOnlyList<TokenLine> lines, HeaderRow? header, DumpWords words)
    {
        if (lines.Count == 0 || header is null)
        {
            return null;
        }

        if (lines[0].Tokens.FirstOrDefault(token => words.Total.Match(token.Text)) is not { } label)
        {
            // Its label was lost: a row under the indicators that holds two sums is none other.
            var unlabelled = Read([lines[0].With([Token.Of(words.TotalName, 0, lines[0].Tokens[0].Box, words), .. lines[0].Tokens])], header, words)!;
            return unlabelled with { Sure = Guessed };
        }

        ImmutableArray<Token> figures = [.. lines.SelectMany(line => line.Tokens).Where(token => token.Kind == TokenKind.Number)];
        ImmutableArray<Token> others = [.. lines.SelectMany(line => line.Tokens).Where(token => token.Kind != TokenKind.Number && token.Text != label.Text && token.Kind != TokenKind.Dash)];
        int weight = header.IndexOf("weight"), score = header.IndexOf("score");
        switch (figures.Length, weight >= 0, score >= 0)
        {
            case (0, _, _):
                return new TotalRow(label, null, null, others, 1);
            case (1, true, true):
                var middle = (header.Columns[weight].Printed + header.Columns[score].Printed) / 2.0;
                var isWeight = figures[0].Column <= middle == weight < score;
                return new TotalRow(label, isWeight ? figures[0] : null, isWeight ? null : figures[0], others, Guessed);
            case (1, _, _):
                return new TotalRow(label, weight >= 0 ? figures[0] : null, score >= 0 ? figures[0] : null, others, 1);
            case (_, true, true):
                var (first, second) = weight < score ? (figures[0], figures[1]) : (figures[1], figures[0]);
                return new TotalRow(label, first, second, [.. others, .. figures.Skip(2)], figures.Length == 2 ? 1 : Guessed);
            default:
                return new TotalRow(label, weight >= 0 ? figures[0] : null, score >= 0 ? figures[0] : null, [.. others, .. figures.Skip(1)], Guessed);
        }
    }
}

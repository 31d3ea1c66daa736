namespace Extractor.Core.Normalization.Dumps;

/// <summary>How unlikely a text is in a column, by what both are.</summary>
internal static class TypeCosts
{
    private const decimal MostPoints = 100;

    public static double Of(Token token, BlockRole role) => role switch
    {
        BlockRole.Level1 => OfLevel(token, TokenKind.Level1),
        BlockRole.Level2 => OfLevel(token, TokenKind.Level2),
        BlockRole.Level3 => token.Kind switch
        {
            TokenKind.Text => token.Text.Length > 3 ? 0 : 0.5,
            TokenKind.Number => 6,
            TokenKind.Percent => 5,
            TokenKind.Dash => 4,
            _ => 3,
        },
        BlockRole.Value => token.Kind switch
        {
            TokenKind.Quantity => 0,
            TokenKind.Percent => 0.2,
            TokenKind.Number => 1.2,
            TokenKind.Dash => 1,
            TokenKind.Text => token.Text.Length <= 8 ? 0.4 : token.Text.Length <= 20 ? 1 : 2,
            _ => 6,
        },
        BlockRole.Points or BlockRole.Score => token.Kind switch
        {
            TokenKind.Number => IsPoints(token) ? 0 : 4,
            TokenKind.Dash => 1.5,
            TokenKind.Percent => 6,
            TokenKind.Quantity => 7,
            _ => 8,
        },
        BlockRole.Remark => token.Kind switch
        {
            TokenKind.Text => token.Text.Length > 6 ? 0.5 : 1.2,
            TokenKind.Dash => 0.5,
            TokenKind.Quantity => 3,
            TokenKind.Number => 3.5,
            TokenKind.Percent => 4,
            _ => 6,
        },
        BlockRole.FundLabel => token.Kind switch
        {
            TokenKind.FundLabel => 0,
            TokenKind.Text => 1.5,
            TokenKind.Quantity => 5,
            _ => 9,
        },
        BlockRole.Amount => token.Kind switch
        {
            TokenKind.Number => 0,
            TokenKind.Dash => 2,
            TokenKind.FundLabel => 9,
            _ => 7,
        },
        BlockRole.FundPoints => token.Kind switch
        {
            TokenKind.Number => IsPoints(token) ? 0 : 6,
            TokenKind.Dash => 0.3,
            TokenKind.Percent => 6,
            _ => 8,
        },
        BlockRole.FundScore => token.Kind switch
        {
            TokenKind.Number => IsPoints(token) ? 0 : 6,
            TokenKind.Dash => 1,
            TokenKind.Percent => 5,
            _ => 8,
        },
        BlockRole.Rate => token.Kind switch
        {
            TokenKind.Percent => 0,
            TokenKind.Dash => 1.5,
            TokenKind.Number => 2.5,
            _ => 8,
        },
        _ => 1,
    };

    /// <summary>May the text be a piece of one that a page break cut: words, not figures?</summary>
    public static bool IsWritten(BlockRole role) =>
        role is BlockRole.Level3 or BlockRole.Value or BlockRole.Remark or BlockRole.FundLabel or BlockRole.Text or BlockRole.Other;

    private static bool IsPoints(Token token) => token.Number is >= 0 and <= MostPoints;

    /// <summary>A label that no template knows ends in 指标 more often than not.</summary>
    private static double OfLevel(Token token, TokenKind level) => token.Kind switch
    {
        TokenKind.EitherLevel => 0,
        TokenKind.Text => token.Key.EndsWith("指标", StringComparison.Ordinal) && token.Text.Length <= 12 ? 0.7 : token.Text.Length <= 8 ? 3.5 : 6.5,
        TokenKind.Level1 or TokenKind.Level2 => token.Kind == level ? 0 : 6,
        TokenKind.Dash => 5,
        _ => 9,
    };
}

using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>Makes labels whole that were cut in two over lines: 可持续影 and 响指标 are one word, since neither is another.</summary>
internal static class CutLabels
{
    private const double Joined = 0.95;

    /// <summary>How many lines further down the second half may stand.</summary>
    private const int Within = 2;

    public static IEnumerable<TokenLine> Mend(ImmutableArray<TokenLine> lines, DumpWords words)
    {
        var mended = lines.ToBuilder();
        for (var i = 0; i < mended.Count; i++)
        {
            foreach (var upper in mended[i].Tokens.Where(token => token.Kind == TokenKind.Text && token.Key.Length > 0))
            {
                if (words.Whole.Any(word => word.Length > upper.Key.Length && word.StartsWith(upper.Key, StringComparison.Ordinal)) && !words.Whole.Contains(upper.Key))
                {
                    Join(mended, i, upper, words);
                }
            }
        }

        return mended;
    }

    private static void Join(ImmutableArray<TokenLine>.Builder lines, int at, Token upper, DumpWords words)
    {
        var seen = 0;
        for (var below = at + 1; below < lines.Count && seen < Within; below++)
        {
            seen += lines[below].IsBlank ? 0 : 1;
            if (lines[below].Tokens.FirstOrDefault(token => token.Kind == TokenKind.Text && words.Whole.Contains(upper.Key + token.Key)) is { } lower)
            {
                var whole = Token.Of(upper.Text + lower.Text, upper.Column, upper.Box, words) with { Sure = Joined };
                lines[at] = lines[at].With(lines[at].Tokens.Select(token => token == upper ? whole : token));
                lines[below] = lines[below].With(lines[below].Tokens.Where(token => token != lower));
                return;
            }
        }
    }
}

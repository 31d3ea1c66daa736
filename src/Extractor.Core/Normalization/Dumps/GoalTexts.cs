using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>Puts the goals back: two long texts side by side, cut by page breaks, printed once for each column that they cover.</summary>
internal static class GoalTexts
{
    /// <summary>How sure a text is that was put under one of the two headers by where it stands, or joined over a page break.</summary>
    private const double ByPlace = 0.9, Joined = 0.98;

    /// <summary>The texts under the headers, in their order.</summary>
    public static ImmutableArray<SolvedCell> Solve(FormLines lines, DumpWords words)
    {
        if (lines.GoalsHeader is not { } header)
        {
            return [];
        }

        var texts = header.Columns.Select(_ => new List<Token>()).ToArray();
        var sure = header.Columns.Select(_ => 1.0).ToArray();
        foreach (var line in lines.Goals.Select(line => line.Line))
        {
            foreach (var (token, column, certainty) in Place(line, header))
            {
                texts[column].Add(token);
                sure[column] = Math.Min(sure[column], texts[column].Count > 1 ? Math.Min(Joined, certainty) : certainty);
            }
        }

        return [.. texts.Select((cell, column) => new SolvedCell([.. cell], sure[column]))];
    }

    private static IEnumerable<(Token Token, int Column, double Sure)> Place(TokenLine line, HeaderRow header)
    {
        int expected = header.IndexOf("expected"), actual = header.IndexOf("actual");
        var groups = new List<Token>();
        foreach (var token in line.Tokens)
        {
            if (groups.Count == 0 || groups[^1].Text != token.Text)
            {
                groups.Add(token);
            }
        }

        if (groups.Count == 1 && line.Tokens.Length > 1)
        {
            groups.Add(line.Tokens[^1]);    // what was reached is what was planned, word for word
        }

        if (groups.Count == 1)
        {
            // One text alone: the rest of the longer one, or a goal without a result.
            var middle = (header.Columns[expected].Printed + header.Columns[actual].Printed) / 2.0;
            yield return (groups[0], groups[0].Column < middle ? expected : actual, ByPlace);
            yield break;
        }

        for (var i = 0; i < groups.Count; i++)
        {
            yield return (groups[i], i == 0 ? expected : actual, groups.Count == 2 ? 1 : ByPlace);
        }
    }
}

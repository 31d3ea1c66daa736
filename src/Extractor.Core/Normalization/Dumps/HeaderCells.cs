using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>Puts the labelled cells above the funds back: after each label its value, wherever the two stand.</summary>
internal static class HeaderCells
{
    /// <summary>How sure a value is that stands on another line than its label.</summary>
    private const double OnNextLine = 0.9;

    /// <summary>Rows of labels and values, one after the other; a label without a value is followed by an empty cell.</summary>
    public static List<List<SolvedCell>> Solve(FormLines lines, DumpWords words)
    {
        var rows = new List<List<SolvedCell>>();
        foreach (var line in lines.Header)
        {
            var texts = WithoutRepeats(line);
            if (rows.Count > 0 && !texts.Exists(IsLabel) && Continue(rows[^1], texts, IsLabel))
            {
                continue;
            }

            var row = new List<SolvedCell>();
            foreach (var text in texts)
            {
                if (IsLabel(text) && row.Count > 0 && IsLabel(row[^1].Texts))
                {
                    row.Add(SolvedCell.Empty);
                }

                row.Add(new SolvedCell([text], text.Sure));
            }

            if (IsLabel(row[^1].Texts))
            {
                row.Add(SolvedCell.Empty);
            }

            rows.Add(row);
        }

        return rows;

        bool IsLabel(object texts) => texts switch
        {
            Token text => words.Header.Match(text.Text),
            ImmutableArray<Token> cell => cell is [var only] && words.Header.Match(only.Text),
            _ => false,
        };
    }

    /// <summary>Gives the texts of a line without labels to the row above: first to labels without a value, else to the value that stands over each.</summary>
    private static bool Continue(List<SolvedCell> row, List<Token> texts, Func<Token, bool> isLabel)
    {
        var empty = Enumerable.Range(0, row.Count).Where(cell => row[cell].Texts.IsEmpty).ToArray();
        var values = Enumerable.Range(0, row.Count).Where(cell => row[cell].Texts is [var text, ..] && !isLabel(text)).ToArray();
        if (texts.Count > Math.Max(empty.Length, values.Length))
        {
            return false;
        }

        for (var i = 0; i < texts.Count; i++)
        {
            var at = empty.Length >= texts.Count ? empty[i] : values.MinBy(value => Math.Abs(row[value].Texts[0].Column - texts[i].Column));
            row[at] = new SolvedCell(row[at].Texts.Add(texts[i]), OnNextLine);
        }

        return true;
    }

    /// <summary>The texts of a line, those of a merged cell once.</summary>
    private static List<Token> WithoutRepeats(TokenLine line)
    {
        var texts = new List<Token>();
        foreach (var token in line.Tokens)
        {
            if (texts.Count == 0 || texts[^1].Text != token.Text)
            {
                texts.Add(token);
            }
        }

        return texts;
    }
}

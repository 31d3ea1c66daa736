using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The title and the year of a form: printed above its table, or in rows of their own at the table's top.</summary>
/// <param name="Kind">What the title says that the table is; null where it says nothing.</param>
/// <param name="Below">The lines between the title and the table.</param>
internal sealed record FormTitle(string Title, int? Year, Role? Kind, ImmutableArray<HeadingLine> Below)
{
    /// <summary>The year stands in the title or within this many lines of it.</summary>
    private const int YearWithin = 3;

    private const double DigitsOfYear = 4;

    /// <summary>A printed line that may be the title or the year.</summary>
    /// <param name="Before">The line above, where this one goes on it.</param>
    private readonly record struct Candidate(string Text, HeadingLine? Line, FormCell? Cell, HeadingLine? Before = null)
    {
        public void Take(string field, Role role, FieldLog log)
        {
            if (Line is not null)
            {
                log.Take(field, Before is null ? [Line] : [Before, Line]);
            }
            else
            {
                log.Understand(Cell!, role);
                log.Take(field, [Cell!]);
            }
        }
    }

    public static FormTitle Read(FormRegion region, FieldLog log)
    {
        var lines = region.Heading.Select(line => new Candidate(line.Line.Text, line, null)).Concat(TopRows(region)).ToArray();
        var (at, kind) = Find(lines, region.Vocabulary);
        if (at > 0 && IsWrapped(lines[at - 1], lines[at], region))
        {
            lines[at] = lines[at] with { Text = lines[at - 1].Text + lines[at].Text, Before = lines[at - 1].Line };
        }

        if (at >= 0)
        {
            lines[at].Take("/title", kind!.Value, log);
        }

        var near = at < 0 ? lines.AsEnumerable() : lines.Skip(at).Take(YearWithin + 1).Concat(lines.Take(at).TakeLast(1));
        int? year = null;
        // The title first; then a line that says nothing else, before one that may say a date.
        foreach (var line in near.OrderBy(line => at >= 0 && line == lines[at] ? 0 : IsYear(line.Text) ? 1 : 2))
        {
            if (YearText.Find(line.Text) is { } found && !IsDate(line.Text))
            {
                line.Take("/year", Role.Title, log);
                log.IsPart("/year", DigitsOfYear / Math.Max(DigitsOfYear, line.Text.Length));
                year = found;
                break;
            }
        }

        return new FormTitle(
            at < 0 ? "" : lines[at].Text, year, kind,
            at < 0 ? [.. region.Heading.TakeLast(1).Where(line => AmountUnit.Find(line.Line.Text) is not null)] : [.. lines.Skip(at + 1).Where(line => line.Line is not null && !IsYear(line.Text)).Select(line => line.Line!)]);
    }

    /// <summary>
    /// Does a title go on from the line above? Both are set in one size and without a gap, and the upper one is the longer
    /// and as wide as titles are that are wrapped.
    /// </summary>
    private static bool IsWrapped(Candidate upper, Candidate lower, FormRegion region)
    {
        if (upper.Line is not { } first || lower.Line is not { } second || first.PageNumber != second.PageNumber
            || IsYear(upper.Text) || InlineLabel.Of(upper.Text) is not null || upper.Text.AsSpan().IndexOfAny('。', '；') >= 0)
        {
            return false;
        }

        var (above, below) = (first.Line, second.Line);
        var width = region.Table.Cells.Max(cell => cell.Parts[0].Box.Right) - region.Table.Cells.Min(cell => cell.Parts[0].Box.Left);
        return Math.Abs(above.Size - below.Size) < 0.5 && below.Box.Top - above.Box.Bottom < below.Size
            && above.Length > below.Length && above.Length > NarrowestWrapped * width;
    }

    /// <summary>The share of a table's width.</summary>
    private const double NarrowestWrapped = 0.55;

    private static bool IsDate(string text) => text.Contains("日期", StringComparison.Ordinal) || text.Contains("时间", StringComparison.Ordinal);

    private static bool IsYear(string text) => TableLandmarks.IsYearLine(text) || (YearText.Find(text) is not null && LabelKey.Of(text).Length <= 10);

    /// <summary>Rows at the top that hold one text and nothing else.</summary>
    private static IEnumerable<Candidate> TopRows(FormRegion region)
    {
        for (var row = region.FirstRow; row < Math.Min(region.FirstRow + YearWithin, region.EndRow); row++)
        {
            var filled = region.StartingIn(row).Where(cell => !cell.IsEmpty).ToArray();
            if (filled.Length > 1)
            {
                yield break;
            }

            foreach (var cell in filled)
            {
                yield return new Candidate(cell.Text, null, cell);
            }
        }
    }

    /// <summary>The last line that ends with the words of a title, a year or a remark in brackets put aside; or else the last that has them in it.</summary>
    private static (int At, Role? Kind) Find(Candidate[] lines, Vocabulary vocabulary)
    {
        (int At, Role? Kind) within = (-1, null);
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            var key = LabelKey.OfLabel(lines[i].Text);
            if (KindOf(key, vocabulary, atEnd: true) is { } ending)
            {
                return (i, ending);
            }

            if (within.At < 0 && KindOf(key, vocabulary, atEnd: false) is { } inside && key.AsSpan().IndexOfAny("。；;，") < 0)
            {
                within = (i, inside);
            }
        }

        return within;
    }

    private static Role? KindOf(string key, Vocabulary vocabulary, bool atEnd)
    {
        if (key.Length == 0)
        {
            return null;
        }

        var bare = atEnd ? WithoutYear(key) : key;
        return Says(vocabulary.Titles) ? Role.Title
            : Says(vocabulary.TitlesOfTargets) ? Role.TitleOfTargets
            : Says(vocabulary.TitlesOfIndex) ? Role.TitleOfIndex
            : null;

        bool Says(ImmutableArray<string> words)
        {
            foreach (var word in words)
            {
                if (atEnd ? bare.EndsWith(word, StringComparison.Ordinal) : bare.Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static string WithoutYear(string key)
    {
        for (var bare = LabelKey.WithoutBracket(key); bare.Length < key.Length; bare = LabelKey.WithoutBracket(key))
        {
            key = bare;
        }

        return key.TrimEnd(')', '年', '度', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '(', ' ');
    }
}

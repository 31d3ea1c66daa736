using System.Buffers;
using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Finds, in the text outside tables, the paragraphs that may speak of forms: of a score, a rate, an amount, a number of projects.</summary>
/// <remarks>Of most lines nothing but the look for a keyword is paid for; a paragraph is put together only around one that has it.</remarks>
internal static class Passages
{
    /// <summary>A longer paragraph is cut: what is said of a form is said in a few lines.</summary>
    private const int MostLinesBefore = 6, MostLinesAfter = 12;

    /// <summary>Lines farther apart, in ems between their boxes, are of two paragraphs.</summary>
    private const double LeadingInEms = 1.6;

    /// <summary>A line no farther above a paragraph, in ems, may be its heading, or its beginning where that is wrapped otherwise: it may say what it is about.</summary>
    private const double HeadingInEms = 3;

    /// <summary>A line that ends so near to the right edge, in ems, and ends no sentence goes on in the next: producers set room aside for marks and between scripts.</summary>
    private const double NearEdgeInEms = 2;

    private static readonly SearchValues<string> Keywords = SearchValues.Create(
        ["得分", "评分", "执行率", "执行数", "完成预算的", "全年预算", "预算数", "实际支出", "自评项目", "个项目", "项目共", "项目数"], StringComparison.Ordinal);

    /// <summary>What a paragraph has to speak of: accounts of a whole budget have rates and amounts in every line.</summary>
    private static readonly SearchValues<string> Subjects = SearchValues.Create(["自评", "绩效", "项目"], StringComparison.Ordinal);

    public static IEnumerable<Passage> On(FlowingPage page)
    {
        var lines = page.Lines;
        var end = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (i < end || !lines[i].Text.AsSpan().ContainsAny(Keywords))
            {
                continue;
            }

            var start = i;
            (start, end) = page.Layout.IsWhole ? (i, i + 1) : Paragraph(page, i, end);
            var paragraph = lines[start..end];
            var text = Text(page, paragraph);
            if (text.AsSpan().ContainsAny(Subjects) && (text.AsSpan().ContainsAnyInRange('0', '9') || text.AsSpan().ContainsAnyInRange('０', '９')))
            {
                var heading = start > 0 && !page.Layout.IsWhole && IsHeading(lines[start - 1], lines[start]) ? lines[start - 1].Text + "\n" : "";
                yield return new Passage(
                    heading + text,
                    FieldLog.Place(page.Layout.Number, paragraph, joined: false, FieldLog.Rounded(paragraph.Min(line => line.Confidence))));
            }
        }
    }

    /// <summary>The lines around one that are wrapped from each other; none before <paramref name="first"/>.</summary>
    private static (int Start, int End) Paragraph(FlowingPage page, int at, int first)
    {
        var (lines, right) = (page.Lines, RightEdge(page));
        var (start, end) = (at, at + 1);
        while (start > first && at - start < MostLinesBefore && IsWrapped(lines[start - 1], lines[start], right))
        {
            start--;
        }

        while (end < lines.Length && end - at < MostLinesAfter && IsWrapped(lines[end - 1], lines[end], right))
        {
            end++;
        }

        return (start, end);
    }

    private static bool IsWrapped(TextLine upper, TextLine lower, double right) =>
        !upper.Vertical && !lower.Vertical
        && lower.Box.Top > upper.Box.Centre.Y && lower.Box.Top - upper.Box.Bottom < LeadingInEms * Math.Min(upper.Size, lower.Size)
        && (TextJoining.IsFull(upper, lower, right - upper.Box.Left) || (right - upper.Box.Right < NearEdgeInEms * upper.Size && !"。；：！？".Contains(upper.Text[^1], StringComparison.Ordinal)));

    private static bool IsHeading(TextLine upper, TextLine lower) =>
        !upper.Vertical && lower.Box.Top > upper.Box.Centre.Y && lower.Box.Top - upper.Box.Bottom < HeadingInEms * lower.Size;

    /// <summary>How far the text of the page reaches to the right; a mark at the end of a line may hang over its edge.</summary>
    private static double RightEdge(FlowingPage page)
    {
        var right = 0.0;
        foreach (var line in page.Lines)
        {
            right = Math.Max(right, line.Box.Right - (TextJoining.EndsInWideClosing(line.Text) ? line.Size : 0));
        }

        foreach (var fragment in page.Layout.Fragments)
        {
            right = Math.Max(right, fragment.Box.Right);
        }

        return right;
    }

    private static string Text(FlowingPage page, ImmutableArray<TextLine> lines) =>
        lines.Length == 1 ? lines[0].Text : TextJoining.Join(lines, RightEdge(page) - lines.Min(line => line.Box.Left));
}

using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>The lines of a page that stand near its top or its foot, and which of them run over the pages around it.</summary>
internal sealed class RunningLines
{
    /// <summary>The share of the page's height at its top and at its foot where running lines stand.</summary>
    private const double MarginZone = 0.14;

    /// <summary>The zone where a line that stands at the very same place of its pages is a running line: small pages have large margins.</summary>
    private const double FixedPlaceZone = 0.25;

    /// <summary>How far the same place may differ from page to page (points).</summary>
    private const double SamePlace = 1;

    private readonly ImmutableArray<Candidate> candidates;

    public RunningLines(PageLayout layout, TableLandmarks landmarks)
    {
        Layout = layout;
        var found = ImmutableArray.CreateBuilder<Candidate>();
        // A whole page has no margins.
        foreach (var line in layout.IsWhole ? [] : layout.Lines)
        {
            bool inMargin = InMargin(line, layout, MarginZone), outermost = IsOutermost(line, layout);
            var isNumber = PageNumber.IsOne(line, layout);
            if (inMargin || outermost || isNumber)
            {
                found.Add(new Candidate(line, RunningKey(line, layout), inMargin, outermost, isNumber, IsTitleOrYear(line, landmarks)));
            }
        }

        candidates = found.DrainToImmutable();
    }

    public PageLayout Layout { get; }

    /// <summary>
    /// The lines of the page that are not furniture, in order. The title of a form, and the year under it, stand at the
    /// head of many pages and are none.
    /// </summary>
    /// <param name="around">The pages that are looked at, this one among them.</param>
    public ImmutableArray<TextLine> Flowing(IReadOnlyList<RunningLines> around)
    {
        if (candidates.IsEmpty)
        {
            return Layout.Lines;
        }

        var furniture = candidates.Where(candidate => candidate.IsNumber || IsRunning(candidate, around)).Select(candidate => candidate.Line).ToArray();
        return furniture.Length == 0 ? Layout.Lines : Layout.Lines.RemoveAll(line => furniture.Contains(line, ReferenceEqualityComparer.Instance));
    }

    /// <summary>The same words at the same margin on a third of the pages (odd and even pages may differ), or on both of two.</summary>
    private static bool IsRunning(Candidate candidate, IReadOnlyList<RunningLines> around)
    {
        if (candidate.IsTitleOrYear)
        {
            return false;
        }

        var pages = candidate.InMargin ? around.Count(page => page.candidates.Any(other => other.InMargin && other.Key == candidate.Key))
            : candidate.IsOutermost ? around.Sum(page => page.candidates.Count(
                other => other.IsOutermost && other.Key == candidate.Key && Math.Abs(other.Line.Box.Top - candidate.Line.Box.Top) <= SamePlace))
            : 0;
        return pages >= Math.Min(3, Math.Max(2, around.Count)) && pages * 3 >= around.Count;
    }

    /// <param name="Key">Its words, whatever its numbers are, and at which end of the page it stands.</param>
    private sealed record Candidate(
        TextLine Line, (string Text, bool AtTop) Key, bool InMargin, bool IsOutermost, bool IsNumber, bool IsTitleOrYear);

    private static bool IsTitleOrYear(TextLine line, TableLandmarks landmarks) =>
        landmarks.IsTitle(line.Text) || TableLandmarks.IsYearLine(line.Text);

    /// <summary>Does nothing stand between the line and the nearer end of the page, which is not far?</summary>
    private static bool IsOutermost(TextLine line, PageLayout layout) =>
        InMargin(line, layout, FixedPlaceZone)
        && (line.Box.Bottom < layout.Height / 2
            ? layout.Lines.All(other => other.Box.Bottom >= line.Box.Bottom - line.Size) && layout.Fragments.All(f => f.Box.Top >= line.Box.Bottom)
            : layout.Lines.All(other => other.Box.Top <= line.Box.Top + line.Size || PageNumber.LooksLikeOne(other.Text)) && layout.Fragments.All(f => f.Box.Bottom <= line.Box.Top));

    private static bool InMargin(TextLine line, PageLayout layout, double zone) =>
        line.Box.Bottom < zone * layout.Height || line.Box.Top > (1 - zone) * layout.Height;

    private static (string Text, bool AtTop) RunningKey(TextLine line, PageLayout layout) =>
        (string.Concat(LabelKey.Of(line.Text).Select(c => char.IsDigit(c) ? '#' : c)), line.Box.Bottom < layout.Height / 2);
}

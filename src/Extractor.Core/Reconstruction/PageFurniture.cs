using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>Running headers, footers and page numbers: printed on the page, but in no text's flow.</summary>
public static class PageFurniture
{
    /// <summary>The share of the page's height at its top and at its foot where running lines stand.</summary>
    private const double MarginZone = 0.14;

    /// <summary>The zone where a line that stands at the very same place of its pages is a running line: small pages have large margins.</summary>
    private const double FixedPlaceZone = 0.25;

    /// <summary>How far the same place may differ from page to page (points).</summary>
    private const double SamePlace = 1;

    /// <summary>A lone number so near the top or the foot is a page number: small pages have large margins.</summary>
    private const double NumberZone = 0.2;

    /// <summary>
    /// Given all pages, returns for each its lines that are not furniture, in order. The title of a form, and the year under
    /// it, stand at the head of many pages and are none.
    /// </summary>
    public static ImmutableArray<ImmutableArray<TextLine>> Remove(IReadOnlyList<PageLayout> layouts, TableLandmarks landmarks)
    {
        var seen = new Dictionary<(string, bool), int>();
        var outermost = new Dictionary<(string, bool), List<double>>();
        foreach (var layout in layouts)
        {
            foreach (var key in layout.Lines.Where(line => InMargin(line, layout, MarginZone)).Select(line => RunningKey(line, layout)).Distinct())
            {
                seen[key] = seen.GetValueOrDefault(key) + 1;
            }

            foreach (var line in layout.Lines.Where(line => IsOutermost(line, layout)))
            {
                (outermost.TryGetValue(RunningKey(line, layout), out var places) ? places : outermost[RunningKey(line, layout)] = []).Add(line.Box.Top);
            }
        }

        return [.. layouts.Select(layout => layout.IsWhole ? layout.Lines : layout.Lines
            .Where(line => !(InMargin(line, layout, NumberZone) && IsPageNumber(line.Text)) && !IsRunning(line, layout))
            .ToImmutableArray())];

        // The same words at the same margin on a third of the pages (odd and even pages may differ), or on both of two.
        bool IsRunning(TextLine line, PageLayout layout)
        {
            var pages = InMargin(line, layout, MarginZone) ? seen[RunningKey(line, layout)]
                : IsOutermost(line, layout) ? outermost[RunningKey(line, layout)].Count(top => Math.Abs(top - line.Box.Top) <= SamePlace)
                : 0;
            return pages >= Math.Min(3, Math.Max(2, layouts.Count)) && pages * 3 >= layouts.Count
                && !landmarks.IsTitle(line.Text) && !TableLandmarks.IsYearLine(line.Text);
        }
    }

    /// <summary>Does nothing stand between the line and the nearer end of the page, which is not far?</summary>
    private static bool IsOutermost(TextLine line, PageLayout layout) =>
        InMargin(line, layout, FixedPlaceZone)
        && (line.Box.Bottom < layout.Height / 2
            ? layout.Lines.All(other => other.Box.Bottom >= line.Box.Bottom - line.Size) && layout.Fragments.All(f => f.Box.Top >= line.Box.Bottom)
            : layout.Lines.All(other => other.Box.Top <= line.Box.Top + line.Size || IsPageNumber(other.Text)) && layout.Fragments.All(f => f.Box.Bottom <= line.Box.Top));

    private static bool InMargin(TextLine line, PageLayout layout, double zone) =>
        line.Box.Bottom < zone * layout.Height || line.Box.Top > (1 - zone) * layout.Height;

    private static (string Text, bool AtTop) RunningKey(TextLine line, PageLayout layout) =>
        (string.Concat(LabelKey.Of(line.Text).Select(c => char.IsDigit(c) ? '#' : c)), line.Box.Bottom < layout.Height / 2);

    /// <summary>1 · - 1 - · — 1 — · 第 1 页 · 第1页共9页 · 1/9 · Page 1 of 9.</summary>
    private static bool IsPageNumber(string text)
    {
        var rest = LabelKey.Of(text).ToLowerInvariant()
            .Replace("page", "", StringComparison.Ordinal).Replace("of", "", StringComparison.Ordinal)
            .Trim('-', '—', '－', '―', '–', '·', '~', '第', '页', '[', ']', '(', ')', '.');
        return rest.Length is > 0 and <= 12
            && rest.Any(char.IsAsciiDigit)
            && rest.All(c => char.IsAsciiDigit(c) || c is '/' or '页' or '共' or '第' or ',' or '-');
    }
}

using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Auditing.Documents;

/// <summary>Pages that are not there: one that could not be read, or some that the printed page numbers pass over or say to follow.</summary>
/// <param name="After">The page of the document before them, from 1; 0 where there is none.</param>
/// <param name="Before">The page of the document after them.</param>
internal sealed record PageGap(long After, long Before, string Chinese, string English)
{
    /// <summary>The page from which on the numbers count, up to this gap, where they say how many there are; null elsewhere.</summary>
    public int? CountedFrom { get; init; }

    /// <summary>By their place in the document.</summary>
    /// <param name="unread">The pages that were not read, from 1.</param>
    /// <param name="pages">All pages in order.</param>
    public static ImmutableArray<PageGap> Of(IEnumerable<int> unread, ImmutableArray<NumberedPage> pages) =>
        [.. unread.Select(NotRead).Concat(PassedOver(pages)).OrderBy(gap => gap.After)];

    /// <summary>Do the pages of a form go on behind it?</summary>
    /// <param name="pages">From 1, ascending.</param>
    public bool IsWithin(ImmutableArray<int> pages) => !pages.IsEmpty && After >= pages[0] && Before <= pages[^1];

    private static PageGap NotRead(int page)
    {
        var shown = Wording.Number(page);
        return new PageGap(page - 1L, page + 1L, $"第 {shown} 页未能读取", $"page {shown} could not be read");
    }

    private static IEnumerable<PageGap> PassedOver(ImmutableArray<NumberedPage> all)
    {
        ImmutableArray<(int Page, PageNumber Printed)> pages = [.. all.Where(page => page.Printed is not null).Select(page => (page.Page, page.Printed!))];
        var begin = 0;
        for (var i = 0; i < pages.Length; i++)
        {
            var here = pages[i];
            var isLast = i + 1 == pages.Length;
            if (!isLast && Follows(here, pages[i + 1]))
            {
                if (pages[i + 1].Printed.Number - here.Printed.Number > pages[i + 1].Page - here.Page && IsSure(pages, i))
                {
                    yield return Between(here, pages[i + 1]);
                }

                continue;
            }

            // The numbers end with the document, or begin anew on the next page. They must have begun at 1, or the document is a part of another.
            if (here.Printed.Of > here.Printed.Number && pages[begin].Printed.Number == 1 && (isLast ? here.Page == all[^1].Page : pages[i + 1].Page == here.Page + 1))
            {
                var shown = Wording.Number(here.Page);
                yield return new PageGap(
                    here.Page, here.Page + 1L, $"第 {shown} 页印有“{here.Printed.Text}”，其后各页不在文件中",
                    $"page {shown} prints “{here.Printed.Text}”, and the pages after it are not in the document") { CountedFrom = pages[begin].Page };
            }

            begin = i + 1;
        }
    }

    /// <summary>The numbers count on, of as many pages.</summary>
    private static bool Follows((int Page, PageNumber Printed) here, (int Page, PageNumber Printed) next) =>
        next.Printed.Number > here.Printed.Number && next.Printed.Of == here.Printed.Of && next.Printed.Number - here.Printed.Number >= next.Page - here.Page;

    /// <summary>
    /// A number that says how many pages there are, or that it is one, is what it says; a bare one is a page number where
    /// those before or after it count on without a gap.
    /// </summary>
    private static bool IsSure(ImmutableArray<(int Page, PageNumber Printed)> pages, int at) =>
        pages[at].Printed.Text.AsSpan().ContainsAnyExceptInRange('0', '9') && pages[at + 1].Printed.Text.AsSpan().ContainsAnyExceptInRange('0', '9')
        || (at > 0 && CountsOn(pages[at - 1], pages[at])) || (at + 2 < pages.Length && CountsOn(pages[at + 1], pages[at + 2]));

    private static bool CountsOn((int Page, PageNumber Printed) here, (int Page, PageNumber Printed) next) =>
        next.Page > here.Page && next.Printed.Number - here.Printed.Number == next.Page - here.Page;

    private static PageGap Between((int Page, PageNumber Printed) here, (int Page, PageNumber Printed) next)
    {
        var (first, last) = (here.Printed.Number + 1, next.Printed.Number - 1);
        var missing = next.Page == here.Page + 1
            ? (first == last ? Wording.Number(first) : $"{Wording.Number(first)}–{Wording.Number(last)}")
            : "";
        var (chinese, english) = missing.Length > 0
            ? ($"印制页码缺第 {missing} 页", $"the printed page numbers have no {missing}")
            : ($"印制页码由 {Wording.Number(here.Printed.Number)} 至 {Wording.Number(next.Printed.Number)} 有缺", $"the printed page numbers leave pages out between {Wording.Number(here.Printed.Number)} and {Wording.Number(next.Printed.Number)}");
        return new PageGap(here.Page, next.Page, $"{chinese}（文件第 {Wording.Number(here.Page)} 页之后）", $"{english} (after page {Wording.Number(here.Page)} of the document)");
    }
}

using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Geometry;
using Extractor.Pipeline.Jobs;
using Extractor.Pipeline.Reports.Model;

namespace Extractor.Pipeline.Reports.Places;

/// <summary>A part of a page that is drawn once, whoever shows it.</summary>
/// <param name="Severity">The gravest of those that show it.</param>
public sealed record Strip(int Page, Box Box, Severity Severity);

/// <summary>What a finding shows of a page: a window on a strip, and the cells to be boxed in it.</summary>
/// <param name="Strip">The place of the strip in <see cref="PlacePlan.Strips"/>.</param>
/// <param name="Stated">Boxes of the field that the finding is about.</param>
/// <param name="Terms">Boxes of the fields that the computation used.</param>
public sealed record PlaceView(int Strip, int Page, Box Window, ImmutableArray<Box> Stated, ImmutableArray<Box> Terms);

/// <summary>Which parts of a document's pages a report shows. Findings that lie near each other share a picture.</summary>
/// <param name="Views">What each finding shows, by the finding's place among all of the document's, and after these those of the batch.</param>
public sealed record PlacePlan(ImmutableArray<Strip> Strips, ImmutableArray<ImmutableArray<PlaceView>> Views)
{
    /// <summary>Around the boxes, in points: so that their rulings and the edges of their neighbours are seen.</summary>
    private const double Margin = 18;

    /// <summary>Where no window is taller, they show their rows over the whole width of the form, with their labels.</summary>
    private const double TallestRows = 130;

    /// <summary>Else they show the columns of the boxes, and so much beside them, in points.</summary>
    private const double SideMargin = 50;

    /// <summary>Boxes farther from each other than this, in points, are shown in two windows.</summary>
    private const double FarthestRows = 90;

    /// <summary>Two strips are drawn as one where that draws at most so many times what both draw.</summary>
    private const double MostWaste = 1.15;

    /// <summary>A document whose pages cannot be drawn has an empty plan.</summary>
    /// <param name="batch">Findings about the batch, of which some cells may be of this document.</param>
    public static PlacePlan Of(ReportDocument document, ImmutableArray<ReportFinding> batch)
    {
        var findings = document.AllFindings.Concat(batch.Select(finding => finding.In(document))).ToImmutableArray();
        if (!document.HasPictures)
        {
            return new PlacePlan([], [.. findings.Select(_ => ImmutableArray<PlaceView>.Empty)]);
        }

        var pages = document.Pages.ToDictionary(page => page.Number, page => new Box(0, 0, (double)page.Width, (double)page.Height));
        var widths = document.Forms.SelectMany(form => form.Widths).GroupBy(width => width.Page)
            .ToDictionary(page => page.Key, page => new Extent(page.Min(width => width.Left), page.Max(width => width.Right)));
        var windows = findings.Select(finding => WindowsOf(finding, pages, widths)).ToImmutableArray();
        var strips = StripsOf([.. windows.SelectMany((all, index) => all.Select(window => new Strip(window.Page, window.Window, findings[index].Severity)))]);
        return new PlacePlan(
            strips,
            [.. windows.Select(all => all.Select(window => window with { Strip = Holder(strips, window) }).ToImmutableArray())]);
    }

    /// <summary>The parts of pages that are to be drawn, in the order of the strips.</summary>
    public ImmutableArray<PagePart> Parts(ReportDocument document)
    {
        var widths = document.Pages.ToDictionary(page => page.Number, page => (double)page.Width);
        return [.. Strips.Select(strip => new PagePart(strip.Page, widths[strip.Page], strip.Box.Left, strip.Box.Top, strip.Box.Right, strip.Box.Bottom))];
    }

    private static ImmutableArray<PlaceView> WindowsOf(ReportFinding finding, Dictionary<int, Box> pages, Dictionary<int, Extent> widths)
    {
        var cells = finding.Subject.Places.Select(place => (place, stated: true))
            .Concat(finding.Terms.SelectMany(term => term.Places).Select(place => (place, stated: false)))
            .Where(cell => pages.ContainsKey(cell.place.Page) && cell.place.Box is [var left, var top, var right, var bottom] && left < right && top < bottom);
        var clusters = cells.GroupBy(cell => cell.place.Page).OrderBy(page => page.Key)
            .SelectMany(page => ClustersOf(page.Key, [.. page.Select(cell => (BoxOf(cell.place), cell.stated)).OrderBy(cell => cell.Item1.Top)])).ToList();
        var narrow = clusters.Exists(cluster => cluster.Union.Height > TallestRows);
        var views = ImmutableArray.CreateBuilder<PlaceView>();
        foreach (var (page, union, boxes) in clusters)
        {
            var width = narrow
                ? new Extent(clusters.Min(cluster => cluster.Union.Left) - SideMargin, clusters.Max(cluster => cluster.Union.Right) + SideMargin)
                : widths.GetValueOrDefault(page, union.Horizontal).Union(union.Horizontal);
            if (WindowOf(union, width, pages[page]) is { Width: > 0, Height: > 0 } window)
            {
                views.Add(new PlaceView(
                    -1, page, window,
                    [.. boxes.Where(cell => cell.Stated).Select(cell => cell.Box)],
                    [.. boxes.Where(cell => !cell.Stated).Select(cell => cell.Box).Distinct()]));
            }
        }

        return views.ToImmutable();
    }

    /// <summary>Boxes of one page that are near each other from above to below, and what encloses them.</summary>
    private sealed record Cluster(int Page, Box Union, ImmutableArray<(Box Box, bool Stated)> Boxes);

    private static IEnumerable<Cluster> ClustersOf(int page, ImmutableArray<(Box Box, bool Stated)> boxes)
    {
        for (int start = 0, end; start < boxes.Length; start = end)
        {
            var union = boxes[start].Box;
            for (end = start + 1; end < boxes.Length && boxes[end].Box.Top - union.Bottom < FarthestRows; end++)
            {
                union = union.Union(boxes[end].Box);
            }

            yield return new Cluster(page, union, boxes[start..end]);
        }
    }

    /// <summary>In whole points, as far as it is on the page.</summary>
    private static Box WindowOf(Box union, Extent width, Box page) => new(
        Math.Max(Math.Floor(width.From - Margin), 0), Math.Max(Math.Floor(union.Top - Margin), 0),
        Math.Min(Math.Ceiling(width.To + Margin), Math.Floor(page.Right)), Math.Min(Math.Ceiling(union.Bottom + Margin), Math.Floor(page.Bottom)));

    /// <summary>The grave first, so that a hint does not make the picture of an error larger; then those that are near each other together.</summary>
    private static ImmutableArray<Strip> StripsOf(ImmutableArray<Strip> wanted)
    {
        var strips = new List<Strip>();
        foreach (var severity in wanted.GroupBy(strip => strip.Severity == Severity.Info).OrderBy(group => group.Key))
        {
            var own = severity.GroupBy(strip => (strip.Page, strip.Box)).Select(same => same.MinBy(strip => strip.Severity)!)
                .Where(strip => !strips.Exists(other => Holds(other, strip))).ToList();
            while (Join(own))
            {
            }

            strips.AddRange(own);
        }

        return [.. strips.OrderBy(strip => strip.Page).ThenBy(strip => strip.Box.Top).ThenBy(strip => strip.Box.Left).ThenBy(strip => strip.Box.Bottom)];
    }

    private static bool Join(List<Strip> strips)
    {
        for (var i = 0; i < strips.Count; i++)
        {
            for (var j = i + 1; j < strips.Count; j++)
            {
                var (one, other) = (strips[i], strips[j]);
                var both = one.Box.Union(other.Box);
                if (one.Page == other.Page && Area(both) <= MostWaste * (Area(one.Box) + Area(other.Box) - Shared(one.Box, other.Box)))
                {
                    strips[i] = new Strip(one.Page, both, one.Severity < other.Severity ? one.Severity : other.Severity);
                    strips.RemoveAt(j);
                    return true;
                }
            }
        }

        return false;
    }

    private static int Holder(ImmutableArray<Strip> strips, PlaceView view)
    {
        var wanted = new Strip(view.Page, view.Window, default);
        for (var index = 0; index < strips.Length; index++)
        {
            if (Holds(strips[index], wanted))
            {
                return index;
            }
        }

        throw new InvalidOperationException("A window lies in no strip.");
    }

    private static bool Holds(Strip strip, Strip other) =>
        strip.Page == other.Page && strip.Box.Left <= other.Box.Left && strip.Box.Top <= other.Box.Top
        && strip.Box.Right >= other.Box.Right && strip.Box.Bottom >= other.Box.Bottom;

    private static double Area(Box box) => box.Width * box.Height;

    private static double Shared(Box one, Box other) =>
        Math.Max(0, Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left))
        * Math.Max(0, Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Top, other.Top));

    private static Box BoxOf(Provenance place) => new((double)place.Box[0], (double)place.Box[1], (double)place.Box[2], (double)place.Box[3]);
}

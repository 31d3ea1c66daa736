using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>A page's layout, and what the pages around it tell of it.</summary>
/// <param name="Lines">The lines outside its tables that are in the flow of the text: page furniture is left out.</param>
/// <param name="FootOfText">How far down the text of such pages reaches, in points from the top: below it is the bottom margin.</param>
public sealed record FlowingPage(PageLayout Layout, ImmutableArray<TextLine> Lines, double FootOfText);

/// <summary>Running headers, footers and page numbers: printed on the page, but in no text's flow.</summary>
/// <remarks>
/// What runs is seen on the neighbouring pages. Only so many on either side are looked at, so that a document of a thousand
/// pages takes no more memory than one of a hundred, and a volume of several documents is read as each of them would be.
/// </remarks>
public static class PageFurniture
{
    /// <summary>The pages on either side that are looked at.</summary>
    public const int Reach = 3;

    /// <summary>Given all pages in order, returns each with its lines that are not furniture, as soon as its neighbours are known.</summary>
    public static IEnumerable<FlowingPage> Remove(IEnumerable<PageLayout> layouts, TableLandmarks landmarks) =>
        Neighbourhood.Map(
            Neighbourhood.Map(
                layouts.Select(layout => new RunningLines(layout, landmarks)),
                Reach,
                (around, at) => new Flow(around[at].Layout, around[at].Flowing(around))),
            Reach,
            (around, at) => new FlowingPage(around[at].Layout, around[at].Lines, FootOfText(around, around[at])));

    /// <summary>At least the middle of the page.</summary>
    private static double FootOfText(IReadOnlyList<Flow> around, Flow page)
    {
        var foot = page.Layout.Height / 2;
        foreach (var other in around)
        {
            foot = other.Size == page.Size ? Math.Max(foot, other.Lowest) : foot;
        }

        return foot;
    }

    /// <summary>A page without its furniture.</summary>
    private sealed record Flow(PageLayout Layout, ImmutableArray<TextLine> Lines)
    {
        public (double Width, double Height) Size { get; } = (Math.Round(Layout.Width), Math.Round(Layout.Height));

        public double Lowest { get; } = Math.Max(
            Lines.IsEmpty ? 0 : Lines.Max(line => line.Box.Bottom),
            Layout.Fragments.IsEmpty ? 0 : Layout.Fragments.Max(fragment => fragment.Box.Bottom));
    }
}

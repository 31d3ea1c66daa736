using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>Makes logical tables of the fragments that stand on the pages.</summary>
public static class TableStitcher
{
    /// <summary>Given all pages in order, returns all tables in reading order.</summary>
    public static ImmutableArray<Table> Join(IReadOnlyList<PageLayout> layouts, TableLandmarks landmarks)
    {
        var flowing = PageFurniture.Remove(layouts, landmarks);
        var area = TextArea.Of(layouts, flowing);
        var tables = ImmutableArray.CreateBuilder<Table>();
        var heading = new List<HeadingLine>();
        TableBuilder? current = null;
        for (var p = 0; p < layouts.Count; p++)
        {
            var lines = new Queue<TextLine>(flowing[p]);
            if (layouts[p].IsWhole)
            {
                heading.Clear();
            }

            var firstOnPage = true;
            foreach (var fragment in layouts[p].Fragments)
            {
                while (lines.TryPeek(out var line) && line.Box.Centre.Y < fragment.Box.Top)
                {
                    heading.Add(new HeadingLine(layouts[p].Number, lines.Dequeue()));
                }

                if (current is not null
                    && firstOnPage
                    && !layouts[p].IsWhole
                    && current.Last.PageNumber == layouts[p].Number - 1
                    && PageBreak.Read(current, fragment, [.. heading], area.FootOf(layouts[p - 1]), landmarks) is { } pageBreak)
                {
                    current.Append(fragment, pageBreak);
                }
                else
                {
                    if (current is not null)
                    {
                        tables.Add(current.Build());
                    }

                    current = new TableBuilder([.. heading], fragment);
                }

                heading.Clear();
                firstOnPage = false;
            }

            heading.AddRange(lines.Select(line => new HeadingLine(layouts[p].Number, line)));
        }

        if (current is not null)
        {
            tables.Add(current.Build());
        }

        return tables.ToImmutable();
    }
}

/// <summary>How far down the text of a document's pages reaches, for each size of page: below it is the bottom margin.</summary>
internal sealed class TextArea
{
    private readonly Dictionary<(double Width, double Height), double> foot = [];

    private TextArea()
    {
    }

    public static TextArea Of(IReadOnlyList<PageLayout> layouts, ImmutableArray<ImmutableArray<TextLine>> flowing)
    {
        var area = new TextArea();
        for (var p = 0; p < layouts.Count; p++)
        {
            var lowest = flowing[p].Select(line => line.Box.Bottom).Concat(layouts[p].Fragments.Select(f => f.Box.Bottom)).DefaultIfEmpty().Max();
            area.foot[Size(layouts[p])] = Math.Max(area.FootOf(layouts[p]), lowest);
        }

        return area;
    }

    /// <summary>In points from the top of the page; at least the middle of it.</summary>
    public double FootOf(PageLayout page) => foot.GetValueOrDefault(Size(page), page.Height / 2);

    private static (double Width, double Height) Size(PageLayout page) => (Math.Round(page.Width), Math.Round(page.Height));
}

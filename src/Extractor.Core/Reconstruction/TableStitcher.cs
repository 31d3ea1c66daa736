namespace Extractor.Core.Reconstruction;

/// <summary>Makes logical tables of the fragments that stand on the pages.</summary>
public static class TableStitcher
{
    /// <summary>Given the pages in order, returns the tables in reading order, each as soon as no later page can go on with it.</summary>
    public static IEnumerable<Table> Join(IEnumerable<FlowingPage> pages, TableLandmarks landmarks)
    {
        var heading = new List<HeadingLine>();
        TableBuilder? current = null;
        FlowingPage? before = null;
        foreach (var page in pages)
        {
            var layout = page.Layout;
            var lines = new Queue<TextLine>(page.Lines.Where(line => !IsInMargin(line, layout) || landmarks.IsTitle(line.Text)));
            if (layout.IsWhole)
            {
                heading.Clear();
            }

            var firstOnPage = true;
            foreach (var fragment in layout.Fragments)
            {
                while (lines.TryPeek(out var line) && line.Box.Centre.Y < fragment.Box.Top)
                {
                    heading.Add(new HeadingLine(layout.Number, lines.Dequeue()));
                }

                if (current is not null
                    && firstOnPage
                    && before is not null
                    && !layout.IsWhole
                    && current.Last.PageNumber == layout.Number - 1
                    && PageBreak.Read(current, fragment, [.. heading], before, page, landmarks) is { } pageBreak)
                {
                    current.Append(fragment, pageBreak);
                }
                else if (current is not null && !layout.IsWhole && PageBreak.IsSecondPart(current, fragment, [.. heading], ReachesFoot(page, fragment), landmarks))
                {
                    current.Append(fragment, PageBreak.None);
                }
                else
                {
                    if (current is not null)
                    {
                        yield return current.Build();
                    }

                    current = new TableBuilder([.. heading], fragment);
                }

                heading.Clear();
                firstOnPage = false;
            }

            heading.AddRange(lines.Select(line => new HeadingLine(layout.Number, line)));
            heading.RemoveAll(line => line.PageNumber < layout.Number - 1);
            before = page;
        }

        if (current is not null)
        {
            yield return current.Build();
        }
    }

    /// <summary>Beside a table, where nothing stands above or under the line: a mark, a note or the hole of a binder, and nothing between two tables.</summary>
    private static bool IsInMargin(TextLine line, PageLayout layout)
    {
        var isBeside = false;
        foreach (var fragment in layout.Fragments)
        {
            if (line.Box.Right > fragment.Box.Left && line.Box.Left < fragment.Box.Right)
            {
                return false;
            }

            isBeside |= fragment.Box.Top < line.Box.Centre.Y && line.Box.Centre.Y < fragment.Box.Bottom;
        }

        return isBeside;
    }

    /// <summary>A row that does not fit is moved to the next page whole, so a tenth of the page may be left blank.</summary>
    private static bool ReachesFoot(FlowingPage page, Fragment fragment) =>
        ReferenceEquals(fragment, page.Layout.Fragments[^1]) && fragment.Box.Bottom > 0.9 * page.FootOfText;
}

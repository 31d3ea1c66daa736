using System.Collections.Immutable;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// Gives text below a table back to the merged cell that it flows out of: where a page break cuts a merged label,
/// Chromium leaves the label's cell open and prints the lines that find no room under the table.
/// </summary>
internal static class OverflowingText
{
    /// <summary>Given the glyphs outside the grids, adds those that belong to an open cell to it and returns the others, in their order.</summary>
    public static List<Glyph> Return(List<Glyph> outside, ImmutableArray<Grid> grids, List<Glyph>?[][] inside)
    {
        for (var g = 0; g < grids.Length; g++)
        {
            var grid = grids[g];
            var open = Enumerable.Range(0, grid.Spans.Length).Where(s => grid.Spans[s].OpenBottom).ToArray();
            if (open.Length > 0)
            {
                outside = Return(outside, grid, open, inside[g]);
            }
        }

        return outside;
    }

    private static List<Glyph> Return(List<Glyph> outside, Grid grid, int[] open, List<Glyph>?[] inside)
    {
        var foot = grid.RowEdges[^1];
        var taken = new HashSet<int>();
        var below = Enumerable.Range(0, outside.Count).Where(i => outside[i].Ink.Centre.Y > foot).OrderBy(i => outside[i].Origin.Y).ToArray();
        for (var start = 0; start < below.Length;)
        {
            var first = outside[below[start]];
            var end = start;
            while (end < below.Length && outside[below[end]].Origin.Y - first.Origin.Y < 0.5 * first.Size)
            {
                end++;
            }

            var line = below[start..end];
            var homes = line.Select(i => open.FirstOrDefault(s => Holds(grid, s, outside[i]), -1)).ToArray();
            if (first.Origin.Y - foot > 2 * first.Size || homes.Contains(-1))
            {
                break;      // the line stands apart, or runs across the columns: it is no cell's
            }

            for (var i = 0; i < line.Length; i++)
            {
                (inside[homes[i]] ??= []).Add(outside[line[i]]);
                taken.Add(line[i]);
            }

            foot = first.Origin.Y;
            start = end;
        }

        return taken.Count == 0 ? outside : [.. outside.Where((_, i) => !taken.Contains(i))];
    }

    private static bool Holds(Grid grid, int span, in Glyph glyph) =>
        glyph.Ink.Left >= grid.ColumnEdges[grid.Spans[span].Column]
        && glyph.Ink.Right <= grid.ColumnEdges[grid.Spans[span].Column + grid.Spans[span].ColumnSpan];
}

using System.Collections.Immutable;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// Gives text above or below a table back to the cell that it belongs to. Where a page break cuts a merged label,
/// Chromium leaves the cell open and prints the lines that find no room right under the table; LibreOffice Calc prints the
/// label at the middle of the whole merged area, on both pages, be it in the margin; Writer prints the last line that it
/// begins of a row that is higher than the page across the border at the foot.
/// </summary>
internal static class OverflowingText
{
    /// <summary>A line that flows out of a cell follows within this many ems.</summary>
    private const double NextLine = 2;

    /// <summary>A glyph of which so much, in ems, stands above the foot of a table stands across it.</summary>
    private const double AcrossFoot = 0.2;

    /// <summary>Gives the glyphs outside the grids that belong to an open cell, or to one whose foot they stand across, to it.</summary>
    public static void Return(GlyphHomes homes, ImmutableArray<Grid> grids)
    {
        if (grids.IsEmpty)
        {
            return;
        }

        var outside = homes.Outside();
        for (var g = 0; g < grids.Length; g++)
        {
            ReturnLineAcrossFoot(homes, outside, grids[g], g);
            foreach (var below in (ReadOnlySpan<bool>)[true, false])
            {
                if (outside.Count > 0 && HasOpenSpans(grids[g], below))
                {
                    Return(homes, outside, g, Edge.Of(grids, g, below));
                }
            }
        }
    }

    /// <summary>The glyphs of a line of which most stand across the foot go into the cells of the last row that they stand under.</summary>
    private static void ReturnLineAcrossFoot(GlyphHomes homes, List<int> outside, Grid grid, int gridNumber)
    {
        var foot = grid.RowEdges[^1];
        var line = outside.FindAll(i => homes[i].Turn == 0 && GlyphHomes.MiddleOf(homes[i]) > foot && homes[i].Origin.Y - homes[i].Size < foot);
        if (line.Count(i => homes[i].Ink.Top < foot - (AcrossFoot * homes[i].Size)) * 2 <= line.Count)
        {
            return;
        }

        var last = Enumerable.Range(0, grid.Spans.Length).Where(s => grid.Spans[s].Row + grid.Spans[s].RowSpan == grid.RowEdges.Length - 1).ToArray();
        foreach (var i in line)
        {
            if (SpanAround(homes[i], grid, last) is >= 0 and var span)
            {
                homes.Move(i, gridNumber, span);
                outside.Remove(i);
            }
        }
    }

    /// <summary>Which of the spans has the glyph between its sides; -1 where none has.</summary>
    private static int SpanAround(in Glyph glyph, Grid grid, IReadOnlyList<int> spans)
    {
        foreach (var s in spans)
        {
            if (glyph.Ink.Left >= grid.ColumnEdges[grid.Spans[s].Column]
                && glyph.Ink.Right <= grid.ColumnEdges[grid.Spans[s].Column + grid.Spans[s].ColumnSpan])
            {
                return s;
            }
        }

        return -1;
    }

    private static bool HasOpenSpans(Grid grid, bool below) => grid.Spans.Any(
        span => below ? span.OpenBottom && span.Row + span.RowSpan == grid.RowEdges.Length - 1 : span.OpenTop && span.Row == 0);

    /// <summary>The foot or the top of a grid, its open spans, and where the next grid in that direction begins.</summary>
    private sealed record Edge(Grid Grid, bool Below, double Position, double Limit, ImmutableArray<int> OpenSpans, bool AllOpen)
    {
        public static Edge Of(ImmutableArray<Grid> grids, int g, bool below)
        {
            var grid = grids[g];
            var position = below ? grid.RowEdges[^1] : grid.RowEdges[0];
            var limit = grids.Where((_, other) => other != g)
                .Select(other => below ? other.RowEdges[0] : other.RowEdges[^1])
                .Where(other => below ? other >= position : other <= position)
                .DefaultIfEmpty(below ? double.PositiveInfinity : double.NegativeInfinity)
                .MinBy(other => Math.Abs(other - position));
            var atEdge = Enumerable.Range(0, grid.Spans.Length)
                .Where(s => below ? grid.Spans[s].Row + grid.Spans[s].RowSpan == grid.RowEdges.Length - 1 : grid.Spans[s].Row == 0).ToArray();
            var open = atEdge.Where(s => below ? grid.Spans[s].OpenBottom : grid.Spans[s].OpenTop).ToImmutableArray();
            return new Edge(grid, below, position, limit, open, open.Length == atEdge.Length);
        }

        /// <summary>The distance from the edge, positive outside the grid.</summary>
        public double Away(double y) => Below ? y - Position : Position - y;

        public bool IsBefore(double y) => Away(y) > 0 && Away(y) < Away(Limit);

        public int HomeOf(in Glyph glyph) => SpanAround(glyph, Grid, OpenSpans);
    }

    private static void Return(GlyphHomes homes, List<int> outside, int grid, Edge edge)
    {
        // Over a table whose cells are all open stands the page's head: no producer prints there what a row has no room for.
        if (edge.AllOpen && !edge.Below)
        {
            return;
        }

        var taken = new HashSet<int>();
        var near = edge.Position;
        foreach (var line in Lines(homes, outside, edge))
        {
            var first = homes[line[0]];
            var followsOn = Math.Abs(first.Origin.Y - near) <= NextLine * first.Size;
            if (edge.AllOpen && !followsOn)
            {
                break;
            }

            // What runs across the columns is no cell's: a footer, or the text after the table.
            var runs = Runs(homes, line).Select(run => (Run: run, Spans: run.Select(i => edge.HomeOf(homes[i])).ToArray()))
                .Where(run => !Crosses(homes, run.Run, run.Spans)).ToArray();
            if (edge.AllOpen && (runs.Length == 0 || runs.Any(run => run.Spans.Contains(-1))))
            {
                break;
            }

            foreach (var (run, spans) in runs.Where(run => !run.Spans.Contains(-1)))
            {
                for (var i = 0; i < run.Count; i++)
                {
                    homes.Move(run[i], grid, spans[i]);
                    taken.Add(run[i]);
                }

                near = first.Origin.Y;
            }
        }

        outside.RemoveAll(taken.Contains);
    }

    /// <summary>The glyphs beyond the edge, line by line away from it.</summary>
    private static IEnumerable<List<int>> Lines(GlyphHomes homes, List<int> outside, Edge edge)
    {
        var line = new List<int>();
        foreach (var i in outside.Where(i => edge.IsBefore(GlyphHomes.MiddleOf(homes[i]))).OrderBy(i => edge.Away(homes[i].Origin.Y)))
        {
            if (line.Count > 0 && Math.Abs(homes[i].Origin.Y - homes[line[0]].Origin.Y) >= 0.5 * homes[i].Size)
            {
                yield return line;
                line = [];
            }

            line.Add(i);
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    /// <summary>Does a text run over the border between two cells, with no more of a gap there than elsewhere?</summary>
    private static bool Crosses(GlyphHomes homes, List<int> run, int[] spans)
    {
        const double WidestInText = 0.3;
        for (var i = 1; i < run.Count; i++)
        {
            if (spans[i] != spans[i - 1] && homes[run[i]].Ink.Left - homes[run[i - 1]].Ink.Right < WidestInText * homes[run[i]].Size)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A line's glyphs from left to right, cut where a gap of two ems shows that one text ends and another begins.</summary>
    private static IEnumerable<List<int>> Runs(GlyphHomes homes, List<int> line)
    {
        var run = new List<int>();
        foreach (var i in line.OrderBy(i => homes[i].Ink.Left))
        {
            if (run.Count > 0 && homes[i].Ink.Left - homes[run[^1]].Ink.Right > 2 * homes[i].Size)
            {
                yield return run;
                run = [];
            }

            run.Add(i);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }
}

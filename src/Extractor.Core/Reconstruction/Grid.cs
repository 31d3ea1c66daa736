using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>A rectangle of slots that no ruling divides.</summary>
/// <param name="OpenTop">It lies at the top of the grid and no line is drawn over it.</param>
/// <param name="OpenBottom">It lies at the foot of the grid and no line is drawn under it.</param>
/// <param name="OpenSide">It lies at the left or the right of the grid and no line is drawn beside it there.</param>
public readonly record struct Span(int Row, int Column, int RowSpan, int ColumnSpan, bool OpenTop, bool OpenBottom, bool OpenSide = false);

/// <summary>The slots of one lattice, and the spans that tile them.</summary>
/// <param name="Spans">By row, then by column; every slot lies in exactly one.</param>
public sealed record Grid(ImmutableArray<double> ColumnEdges, ImmutableArray<double> RowEdges, ImmutableArray<Span> Spans)
{
    /// <summary>A border counts as drawn when at least this share of it is: broken lines still divide, stubs do not.</summary>
    private const double DrawnShare = 0.6;

    /// <summary>Nothing readable fits between lines nearer than this (points): they are one border, of cells drawn apart.</summary>
    internal const double NarrowestSlot = 4.5;

    /// <summary>Given a lattice, returns its grid, or null where it encloses nothing.</summary>
    public static Grid? From(Lattice lattice)
    {
        var columns = Edges(lattice.Vertical, lattice.Horizontal);
        var rows = Edges(lattice.Horizontal, lattice.Vertical);
        if (columns.Length < 2 || rows.Length < 2)
        {
            return null;
        }

        var across = Drawn(lattice.Horizontal, rows, columns);
        var down = Drawn(lattice.Vertical, columns, rows);
        var regions = Regions(rows.Length - 1, columns.Length - 1, across, down);
        return WithoutIdleEdges(columns, rows, Tile(regions, across, down));
    }

    /// <summary>
    /// LibreOffice Calc draws no side border for a merged label on the pages that it only runs through: the grid begins
    /// at the label's right edge. Given the fragment at the foot of the page before, gives the grid the columns back whose
    /// cells that fragment leaves open; unchanged where it does not begin at such a column and end where the other ends.
    /// </summary>
    public Grid WithColumnsLeftOpen(Fragment before)
    {
        var k = 0;
        while (k < before.ColumnEdges.Length && Math.Abs(before.ColumnEdges[k] - ColumnEdges[0]) > LatticeFinder.Touch)
        {
            k++;
        }

        if (k == 0 || k == before.ColumnEdges.Length || Math.Abs(before.Box.Right - ColumnEdges[^1]) > LatticeFinder.Touch)
        {
            return this;
        }

        var open = before.Cells.Where(cell => cell.EndRow == before.RowCount && cell.EndColumn <= k).ToArray();
        if (open.Sum(cell => cell.ColumnSpan) != k || !open.All(cell => cell.OpenBottom))
        {
            return this;
        }

        return new Grid(
            [.. before.ColumnEdges[..k], .. ColumnEdges],
            RowEdges,
            [.. open.Select(cell => new Span(0, cell.Column, RowEdges.Length - 1, cell.ColumnSpan, true, true))
                .Concat(Spans.Select(span => span with { Column = span.Column + k }))
                .OrderBy(span => span.Row).ThenBy(span => span.Column)]);
    }

    /// <summary>
    /// Are these the columns of the last row of the fragment at the foot of the page before? Then the page shows nothing but
    /// one row that goes on, or that begins here and ends on a later page.
    /// </summary>
    public bool HasColumnsOfLastRow(Fragment before) =>
        ColumnEdges.AsSpan().SequenceEqual(
            [before.Box.Left, .. before.Cells.Where(cell => cell.EndRow == before.RowCount).Select(cell => cell.Box.Right)],
            EqualityComparer<double>.Create((a, b) => Math.Abs(a - b) <= LatticeFinder.Touch));

    /// <summary>
    /// The positions of a direction's rulings, near ones taken together, and the ends of the crossing rulings where
    /// these run on beyond the outermost line: a table that a page break leaves open, or one drawn without side borders.
    /// Where there are no rulings, the ends of the crossing ones.
    /// </summary>
    private static ImmutableArray<double> Edges(ImmutableArray<Ruling> lines, ImmutableArray<Ruling> crossing)
    {
        var edges = new List<double>();
        double sum = 0, weight = 0, first = double.NegativeInfinity;
        foreach (var line in lines)
        {
            if (line.Position - first > NarrowestSlot)
            {
                if (weight > 0)
                {
                    edges.Add(sum / weight);
                }

                (sum, weight, first) = (0, 0, line.Position);
            }

            var length = Math.Max(line.Along.Length, 0.1);
            sum += line.Position * length;
            weight += length;
        }

        if (weight > 0)
        {
            edges.Add(sum / weight);
        }

        if (edges.Count == 0)
        {
            return [crossing.Min(r => r.Along.From), crossing.Max(r => r.Along.To)];
        }

        if (OpenEnd(crossing, static along => -along.From, -edges[0]) is { } before)
        {
            edges.Insert(0, -before);
        }

        if (OpenEnd(crossing, static along => along.To, edges[^1]) is { } after)
        {
            edges.Add(after);
        }

        return [.. edges];
    }

    /// <summary>Where at least two crossing rulings run beyond the last edge and end together, that common end.</summary>
    private static double? OpenEnd(ImmutableArray<Ruling> crossing, Func<Extent, double> end, double lastEdge)
    {
        const double Beyond = 2 * LatticeFinder.Touch;
        var furthest = double.NegativeInfinity;
        foreach (var line in crossing)
        {
            furthest = Math.Max(furthest, end(line.Along));
        }

        var together = 0;
        foreach (var line in crossing)
        {
            together += furthest - end(line.Along) <= LatticeFinder.Touch ? 1 : 0;
        }

        return furthest - lastEdge > Beyond && together >= 2 ? furthest : null;
    }

    /// <summary>For every edge and every stretch between two edges of the other direction: is the border drawn there?</summary>
    private static bool[,] Drawn(ImmutableArray<Ruling> lines, ImmutableArray<double> edges, ImmutableArray<double> stretches)
    {
        var covered = new double[edges.Length, stretches.Length - 1];
        var reached = new double[edges.Length, stretches.Length - 1];
        for (var e = 0; e < edges.Length; e++)
        {
            for (var s = 0; s + 1 < stretches.Length; s++)
            {
                reached[e, s] = stretches[s];
            }
        }

        foreach (var line in lines.Sort(static (a, b) => a.Along.From.CompareTo(b.Along.From)))
        {
            var edge = Nearest(edges, line.Position);
            for (var s = 0; s + 1 < stretches.Length; s++)
            {
                var from = Math.Max(line.Along.From, reached[edge, s]);
                var to = Math.Min(line.Along.To, stretches[s + 1]);
                if (to > from)
                {
                    covered[edge, s] += to - from;
                    reached[edge, s] = to;
                }
            }
        }

        var drawn = new bool[edges.Length, stretches.Length - 1];
        for (var e = 0; e < edges.Length; e++)
        {
            for (var s = 0; s + 1 < stretches.Length; s++)
            {
                drawn[e, s] = covered[e, s] >= DrawnShare * (stretches[s + 1] - stretches[s]);
            }
        }

        return drawn;
    }

    private static int Nearest(ImmutableArray<double> edges, double position)
    {
        var best = 0;
        for (var e = 1; e < edges.Length; e++)
        {
            if (Math.Abs(edges[e] - position) < Math.Abs(edges[best] - position))
            {
                best = e;
            }
        }

        return best;
    }

    /// <summary>Slots with no drawn border between them share a number.</summary>
    private static int[,] Regions(int rowCount, int columnCount, bool[,] across, bool[,] down)
    {
        var sets = new DisjointSets(rowCount * columnCount);
        for (var r = 0; r < rowCount; r++)
        {
            for (var c = 0; c < columnCount; c++)
            {
                if (c + 1 < columnCount && !down[c + 1, r])
                {
                    sets.Union((r * columnCount) + c, (r * columnCount) + c + 1);
                }

                if (r + 1 < rowCount && !across[r + 1, c])
                {
                    sets.Union((r * columnCount) + c, ((r + 1) * columnCount) + c);
                }
            }
        }

        var regions = new int[rowCount, columnCount];
        for (var r = 0; r < rowCount; r++)
        {
            for (var c = 0; c < columnCount; c++)
            {
                regions[r, c] = sets.Find((r * columnCount) + c);
            }
        }

        return regions;
    }

    /// <summary>
    /// Cuts the regions into rectangles: runs of one region in a row, taken together downwards as long as they are equally wide.
    /// A region that is a rectangle stays whole; one that is not (a border is missing somewhere) is divided row by row.
    /// </summary>
    private static List<Span> Tile(int[,] regions, bool[,] across, bool[,] down)
    {
        int rowCount = regions.GetLength(0), columnCount = regions.GetLength(1);
        var spans = new List<Span>();
        var above = new int[columnCount];    // the span that covers a column in the row before
        for (var r = 0; r < rowCount; r++)
        {
            for (var c = 0; c < columnCount;)
            {
                var end = c + 1;
                while (end < columnCount && regions[r, end] == regions[r, c])
                {
                    end++;
                }

                if (r > 0 && regions[r - 1, c] == regions[r, c] && spans[above[c]].Column == c && spans[above[c]].ColumnSpan == end - c)
                {
                    spans[above[c]] = spans[above[c]] with { RowSpan = spans[above[c]].RowSpan + 1 };
                }
                else
                {
                    above.AsSpan(c..end).Fill(spans.Count);
                    spans.Add(new Span(r, c, 1, end - c, r == 0 && !AnyDrawn(across, 0, c, end), false));
                }

                c = end;
            }
        }

        for (var i = 0; i < spans.Count; i++)
        {
            var span = spans[i];
            int endRow = span.Row + span.RowSpan, endColumn = span.Column + span.ColumnSpan;
            spans[i] = span with
            {
                OpenBottom = endRow == rowCount && !AnyDrawn(across, rowCount, span.Column, endColumn),
                OpenSide = (span.Column == 0 && !AnyDrawn(down, 0, span.Row, endRow))
                    || (endColumn == columnCount && !AnyDrawn(down, columnCount, span.Row, endRow)),
            };
        }

        return spans;
    }

    private static bool AnyDrawn(bool[,] drawn, int edge, int from, int to)
    {
        for (var stretch = from; stretch < to; stretch++)
        {
            if (drawn[edge, stretch])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Leaves out the edges at which no span starts: a stub, an underline or a seal's edge had made them.</summary>
    private static Grid WithoutIdleEdges(ImmutableArray<double> columns, ImmutableArray<double> rows, List<Span> spans)
    {
        var columnAt = Used(columns.Length, spans, static span => span.Column);
        var rowAt = Used(rows.Length, spans, static span => span.Row);
        var kept = spans.ConvertAll(s => s with
        {
            Row = rowAt[s.Row],
            RowSpan = rowAt[s.Row + s.RowSpan] - rowAt[s.Row],
            Column = columnAt[s.Column],
            ColumnSpan = columnAt[s.Column + s.ColumnSpan] - columnAt[s.Column],
        });
        return new Grid(Kept(columns, columnAt), Kept(rows, rowAt), [.. kept]);
    }

    /// <summary>The new place of every edge; an idle edge shares the place of the next one kept.</summary>
    private static int[] Used(int edgeCount, List<Span> spans, Func<Span, int> start)
    {
        var used = new bool[edgeCount];
        used[edgeCount - 1] = true;
        foreach (var span in spans)
        {
            used[start(span)] = true;
        }

        var place = new int[edgeCount];
        var kept = 0;
        for (var e = 0; e < edgeCount; e++)
        {
            place[e] = kept;
            kept += used[e] ? 1 : 0;
        }

        return place;
    }

    private static ImmutableArray<double> Kept(ImmutableArray<double> edges, int[] place) =>
        [.. edges.Where((_, e) => e == edges.Length - 1 || place[e + 1] > place[e])];
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>Takes a page apart: rulings to lattices to grids to fragments, glyphs to lines in cells and lines outside.</summary>
public static class LayoutAnalysis
{
    /// <summary>Given a page, returns its layout; the page can be let go afterwards.</summary>
    /// <param name="landmarks">They tell where one table ends and another begins right under it.</param>
    /// <param name="before">The layout of the page before, whose last table may go on here.</param>
    public static PageLayout Of(Page page, TableLandmarks landmarks, PageLayout? before = null)
    {
        var lattices = LatticeFinder.Find(RulingMerger.Merge(page.Rulings));
        var layout = Of(page, lattices, before);
        var separate = StackedTables.Separate(lattices, layout.Fragments, landmarks);
        return separate.Length == lattices.Length ? layout : Of(page, separate, before);
    }

    private static PageLayout Of(Page page, ImmutableArray<Lattice> lattices, PageLayout? before)
    {
        var last = before?.Fragments.LastOrDefault();
        var grids = lattices
            .Select(lattice => (Lattice: lattice, Grid: Grid.From(lattice)))
            .Where(found => found.Grid is not null && IsTable(found.Grid)
                && (!found.Lattice.Horizontal.IsEmpty || (last is not null && found.Grid.HasColumnsOfLastRow(last))))
            .Select(found => found.Grid!)
            .ToImmutableArray();
        if (!grids.IsEmpty && last is not null)
        {
            grids = grids.SetItem(0, grids[0].WithColumnsLeftOpen(last));
        }

        var (inside, outside) = Assign(page.Glyphs, grids);
        outside = OverflowingText.Return(outside, grids, inside);
        var fragments = ImmutableArray.CreateBuilder<Fragment>(grids.Length);
        for (var g = 0; g < grids.Length; g++)
        {
            fragments.Add(ToFragment(page.Number, grids[g], inside[g]));
        }

        return new PageLayout(
            page.Number, page.Width, page.Height,
            [.. fragments.OrderBy(f => f.Box.Top).ThenBy(f => f.Box.Left)],
            LineBuilder.Build(CollectionsMarshal.AsSpan(outside)));
    }

    /// <summary>A single cell is a frame around a text, not a table.</summary>
    private static bool IsTable(Grid grid) => grid.Spans.Length > 1;

    /// <summary>Sorts the glyphs, in content order, into the spans of the grids (the smallest grid wins where they are nested) and the rest.</summary>
    private static (List<Glyph>?[][] Inside, List<Glyph> Outside) Assign(ImmutableArray<Glyph> glyphs, ImmutableArray<Grid> grids)
    {
        var slots = grids.Select(SlotMap).ToArray();
        var inside = grids.Select(g => new List<Glyph>?[g.Spans.Length]).ToArray();
        var smallestFirst = Enumerable.Range(0, grids.Length).OrderBy(g => Area(grids[g])).ToArray();
        var outside = new List<Glyph>();
        foreach (var glyph in glyphs)
        {
            var home = -1;
            int row = -1, column = -1;
            foreach (var g in smallestFirst)
            {
                (row, column) = SlotOf(grids[g], glyph);
                if (column >= 0)
                {
                    home = g;
                    break;
                }
            }

            if (home < 0)
            {
                outside.Add(glyph);
            }
            else
            {
                (inside[home][slots[home][row, column]] ??= []).Add(glyph);
            }
        }

        return (inside, outside);
    }

    /// <summary>
    /// The slot that holds the glyph: the middle of its ink across, the middle of its line down, since the ink of a full stop
    /// may lie on the border below. Ink that only reaches into the grid from its side counts as inside: a label set in two
    /// columns may be wider than its cell.
    /// </summary>
    private static (int Row, int Column) SlotOf(Grid grid, in Glyph glyph)
    {
        const double MiddleAboveBaseline = 0.36;
        var ink = glyph.Ink;
        var row = SlotAt(grid.RowEdges, glyph.Turn == 0 ? glyph.Origin.Y - (MiddleAboveBaseline * glyph.Size) : ink.Centre.Y);
        if (row < 0 || ink.Right < grid.ColumnEdges[0] || ink.Left > grid.ColumnEdges[^1])
        {
            return (-1, -1);
        }

        return (row, SlotAt(grid.ColumnEdges, Math.Clamp(ink.Centre.X, grid.ColumnEdges[0], grid.ColumnEdges[^1])));
    }

    private static double Area(Grid grid) =>
        (grid.ColumnEdges[^1] - grid.ColumnEdges[0]) * (grid.RowEdges[^1] - grid.RowEdges[0]);

    /// <summary>Which span covers each slot.</summary>
    private static int[,] SlotMap(Grid grid)
    {
        var map = new int[grid.RowEdges.Length - 1, grid.ColumnEdges.Length - 1];
        for (var s = 0; s < grid.Spans.Length; s++)
        {
            var span = grid.Spans[s];
            for (var r = span.Row; r < span.Row + span.RowSpan; r++)
            {
                for (var c = span.Column; c < span.Column + span.ColumnSpan; c++)
                {
                    map[r, c] = s;
                }
            }
        }

        return map;
    }

    /// <summary>Which stretch between two edges holds the position, or -1 for none.</summary>
    private static int SlotAt(ImmutableArray<double> edges, double position)
    {
        if (position < edges[0] || position > edges[^1])
        {
            return -1;
        }

        var found = edges.BinarySearch(position);
        return found >= 0 ? Math.Min(found, edges.Length - 2) : ~found - 1;
    }

    private static Fragment ToFragment(int pageNumber, Grid grid, List<Glyph>?[] glyphs)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>(grid.Spans.Length);
        for (var s = 0; s < grid.Spans.Length; s++)
        {
            var span = grid.Spans[s];
            var box = new Box(
                grid.ColumnEdges[span.Column], grid.RowEdges[span.Row],
                grid.ColumnEdges[span.Column + span.ColumnSpan], grid.RowEdges[span.Row + span.RowSpan]);
            cells.Add(new Cell(
                span.Row, span.Column, span.RowSpan, span.ColumnSpan, box,
                glyphs[s] is { } inside ? LineBuilder.Build(CollectionsMarshal.AsSpan(inside)) : [],
                span.OpenTop, span.OpenBottom) { OpenSide = span.OpenSide });
        }

        var bounds = new Box(grid.ColumnEdges[0], grid.RowEdges[0], grid.ColumnEdges[^1], grid.RowEdges[^1]);
        return VoidRows.Remove(new Fragment(pageNumber, bounds, grid.ColumnEdges, grid.RowEdges, cells.MoveToImmutable()));
    }
}

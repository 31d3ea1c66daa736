using System.Collections.Immutable;
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
        var layout = Of(page, lattices, landmarks, before);
        var separate = StackedTables.Separate(lattices, layout.Fragments, landmarks);
        return separate.Length == lattices.Length ? layout : Of(page, separate, landmarks, before);
    }

    private static PageLayout Of(Page page, ImmutableArray<Lattice> lattices, TableLandmarks landmarks, PageLayout? before)
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

        using var sorted = Sorted(page, grids);
        var restored = page.LineReadings.IsEmpty ? grids : [.. grids.Select((grid, g) => LostRulings.Restored(grid, g, sorted, landmarks.Words))];
        if (restored.SequenceEqual(grids))
        {
            return ToLayout(page, grids, sorted);
        }

        using var moved = Sorted(page, restored);
        return ToLayout(page, restored, moved);
    }

    private static GlyphHomes.Sorted Sorted(Page page, ImmutableArray<Grid> grids)
    {
        var homes = new GlyphHomes(page.Glyphs, grids);
        OverflowingText.Return(homes, grids);
        return homes.Sort();
    }

    private static PageLayout ToLayout(Page page, ImmutableArray<Grid> grids, GlyphHomes.Sorted sorted)
    {
        var fragments = ImmutableArray.CreateBuilder<Fragment>(grids.Length);
        for (var g = 0; g < grids.Length; g++)
        {
            fragments.Add(ToFragment(page, grids[g], sorted, g));
        }

        return new PageLayout(
            page.Number, page.Width, page.Height,
            [.. fragments.OrderBy(f => f.Box.Top).ThenBy(f => f.Box.Left)],
            LineBuilder.Build(sorted.Outside, page.LineReadings));
    }

    /// <summary>A single cell is a frame around a text, not a table.</summary>
    private static bool IsTable(Grid grid) => grid.Spans.Length > 1;

    private static Fragment ToFragment(Page page, Grid grid, GlyphHomes.Sorted glyphs, int gridNumber)
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
                LineBuilder.Build(glyphs.In(gridNumber, s), page.LineReadings),
                span.OpenTop, span.OpenBottom) { OpenSide = span.OpenSide });
        }

        var bounds = new Box(grid.ColumnEdges[0], grid.RowEdges[0], grid.ColumnEdges[^1], grid.RowEdges[^1]);
        return VoidRows.Remove(new Fragment(page.Number, bounds, grid.ColumnEdges, grid.RowEdges, cells.MoveToImmutable()) { Turn = page.Turn });
    }
}

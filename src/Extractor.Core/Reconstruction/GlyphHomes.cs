using System.Buffers;
using System.Collections.Immutable;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>Which span of which grid of a page each glyph stands in.</summary>
internal sealed class GlyphHomes
{
    private const int OutsideAll = -1;

    private readonly ImmutableArray<Glyph> glyphs;

    /// <summary>By glyph in content order: its span, the spans of all grids counted through, or <see cref="OutsideAll"/>.</summary>
    private readonly int[] homes;

    /// <summary>By grid: the number of its first span; one more than there are grids.</summary>
    private readonly int[] firstSpan;

    /// <summary>Finds each glyph's home; where grids are nested the smallest one wins.</summary>
    public GlyphHomes(ImmutableArray<Glyph> glyphs, ImmutableArray<Grid> grids)
    {
        this.glyphs = glyphs;
        firstSpan = new int[grids.Length + 1];
        for (var g = 0; g < grids.Length; g++)
        {
            firstSpan[g + 1] = firstSpan[g] + grids[g].Spans.Length;
        }

        var smallestFirst = Enumerable.Range(0, grids.Length)
            .OrderBy(g => Area(grids[g])).Select(g => new Slots(grids[g], firstSpan[g])).ToArray();
        homes = new int[glyphs.Length];
        for (var i = 0; i < homes.Length; i++)
        {
            homes[i] = OutsideAll;
            for (var g = 0; g < smallestFirst.Length && homes[i] < 0; g++)
            {
                homes[i] = smallestFirst[g].SpanOf(glyphs[i]);
            }
        }
    }

    public ref readonly Glyph this[int index] => ref glyphs.ItemRef(index);

    /// <summary>How far down the page a glyph counts as: the middle of its line, or of its ink where its line runs down.</summary>
    public static double MiddleOf(in Glyph glyph)
    {
        const double MiddleAboveBaseline = 0.36;
        return glyph.Turn == 0 ? glyph.Origin.Y - (MiddleAboveBaseline * glyph.Size) : glyph.Ink.Centre.Y;
    }

    /// <summary>The glyphs that stand in no grid, in content order.</summary>
    public List<int> Outside()
    {
        var outside = new List<int>();
        for (var i = 0; i < homes.Length; i++)
        {
            if (homes[i] < 0)
            {
                outside.Add(i);
            }
        }

        return outside;
    }

    public void Move(int glyph, int grid, int span) => homes[glyph] = firstSpan[grid] + span;

    /// <summary>The glyphs home by home, each in content order; they are lent until the caller disposes of them.</summary>
    public Sorted Sort()
    {
        // A counting sort; what stands outside comes first.
        var ends = new int[firstSpan[^1] + 2];
        foreach (var home in homes)
        {
            ends[home + 2]++;
        }

        for (var home = 1; home < ends.Length; home++)
        {
            ends[home] += ends[home - 1];
        }

        var sorted = ArrayPool<Glyph>.Shared.Rent(homes.Length);
        for (var i = 0; i < homes.Length; i++)
        {
            sorted[ends[homes[i] + 1]++] = glyphs[i];
        }

        return new Sorted(sorted, ends, firstSpan);
    }

    private static double Area(Grid grid) =>
        (grid.ColumnEdges[^1] - grid.ColumnEdges[0]) * (grid.RowEdges[^1] - grid.RowEdges[0]);

    /// <param name="ends">By home, what stands outside first: where its glyphs end, and the next one's begin.</param>
    internal sealed class Sorted(Glyph[] glyphs, int[] ends, int[] firstSpan) : IDisposable
    {
        public void Dispose() => ArrayPool<Glyph>.Shared.Return(glyphs);

        public ReadOnlySpan<Glyph> Outside => glyphs.AsSpan(0, ends[0]);

        public ReadOnlySpan<Glyph> In(int grid, int span)
        {
            var home = firstSpan[grid] + span;
            return glyphs.AsSpan(ends[home]..ends[home + 1]);
        }
    }

    /// <summary>A grid's slots, and where the last glyph was found: the next one is mostly beside it.</summary>
    private sealed class Slots
    {
        private readonly ImmutableArray<double> rowEdges, columnEdges;
        private readonly int[,] spans;
        private int row, column;

        public Slots(Grid grid, int firstSpan)
        {
            (rowEdges, columnEdges) = (grid.RowEdges, grid.ColumnEdges);
            spans = new int[rowEdges.Length - 1, columnEdges.Length - 1];
            for (var s = 0; s < grid.Spans.Length; s++)
            {
                var span = grid.Spans[s];
                for (var r = span.Row; r < span.Row + span.RowSpan; r++)
                {
                    for (var c = span.Column; c < span.Column + span.ColumnSpan; c++)
                    {
                        spans[r, c] = firstSpan + s;
                    }
                }
            }
        }

        /// <summary>
        /// The span that holds the glyph: the middle of its ink across, the middle of its line down, since the ink of a full
        /// stop may lie on the border below. Ink that only reaches into the grid from its side counts as inside: a label set
        /// in two columns may be wider than its cell.
        /// </summary>
        public int SpanOf(in Glyph glyph)
        {
            var ink = glyph.Ink;
            var centre = ink.Centre;
            var y = MiddleOf(glyph);
            if (y < rowEdges[0] || y > rowEdges[^1] || ink.Right < columnEdges[0] || ink.Left > columnEdges[^1])
            {
                return OutsideAll;
            }

            row = SlotAt(rowEdges, y, row);
            column = SlotAt(columnEdges, Math.Clamp(centre.X, columnEdges[0], columnEdges[^1]), column);
            return spans[row, column];
        }

        /// <summary>Which stretch between two edges holds the position, which is not beyond them.</summary>
        private static int SlotAt(ImmutableArray<double> edges, double position, int guess)
        {
            while (position < edges[guess])
            {
                guess--;
            }

            while (guess < edges.Length - 2 && position >= edges[guess + 1])
            {
                guess++;
            }

            return guess;
        }
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// Where text touches a dashed ruling, or a seal covers it, a copy may lose it, and a label and its value, or the labels of a
/// head, are in one cell. Of a page that was recognised such a cell is divided where a column of other rows begins.
/// </summary>
internal static class LostRulings
{
    /// <summary>In ems: letters that touch a ruling reach this far over it.</summary>
    private const double OverEdge = 0.6;

    /// <param name="glyphs">Of the grid, by span.</param>
    /// <param name="words">Label keys.</param>
    /// <returns>The same grid where no cell is divided.</returns>
    public static Grid Restored(Grid grid, int gridNumber, GlyphHomes.Sorted glyphs, FrozenSet<string> words)
    {
        var spans = ImmutableArray.CreateBuilder<Span>(grid.Spans.Length);
        for (var s = 0; s < grid.Spans.Length; s++)
        {
            var span = grid.Spans[s];
            spans.AddRange(span is { RowSpan: 1, ColumnSpan: > 1 } ? Divided(span, grid, Texts(glyphs.In(gridNumber, s)), words) : [span]);
        }

        return spans.Count == grid.Spans.Length ? grid : grid with { Spans = spans.DrainToImmutable() };
    }

    private static IEnumerable<Span> Divided(Span whole, Grid grid, List<Text> texts, FrozenSet<string> words)
    {
        var rest = whole;
        foreach (var (before, after) in texts.Zip(texts.Skip(1)))
        {
            if (!before.LeadsOn && (before.IsLabel(words) || after.IsLabel(words)) && EdgeBetween(before, after, rest, grid) is { } edge)
            {
                yield return rest with { ColumnSpan = edge - rest.Column, OpenSide = rest.OpenSide && rest.Column == 0 };
                rest = rest with { Column = edge, ColumnSpan = rest.Column + rest.ColumnSpan - edge, OpenSide = rest.OpenSide && rest.Column + rest.ColumnSpan == grid.ColumnEdges.Length - 1 };
            }
        }

        yield return rest;
    }

    /// <summary>The column of the span that begins between two texts; of several the nearest to the second.</summary>
    private static int? EdgeBetween(Text before, Text after, Span span, Grid grid)
    {
        var over = OverEdge * Math.Max(before.Size, after.Size);
        return Enumerable.Range(span.Column + 1, span.ColumnSpan - 1)
            .Where(column => grid.ColumnEdges[column] >= before.Right - over && grid.ColumnEdges[column] <= after.Left + over)
            .OrderBy(column => Math.Abs(grid.ColumnEdges[column] - after.Left))
            .Select(column => (int?)column).FirstOrDefault();
    }

    /// <summary>What was read as lines of their own, left to right; those above one another are one text, and those that touch at the ruling between them are two.</summary>
    private static List<Text> Texts(ReadOnlySpan<Glyph> glyphs)
    {
        var lines = new Dictionary<int, Text>();
        foreach (var glyph in glyphs)
        {
            var own = new Text(glyph.Character.ToString(), glyph.Ink.Left, glyph.Ink.Right, glyph.Ink.Top, glyph.Size);
            lines[glyph.ReadingNumber] = lines.TryGetValue(glyph.ReadingNumber, out var line) ? line.With(own) : own;
        }

        var texts = new List<Text>();
        foreach (var line in lines.Values.OrderBy(line => line.Left))
        {
            if (texts.Count > 0 && line.Left < texts[^1].Right - (OverEdge * texts[^1].Size))
            {
                texts[^1] = line.Top < texts[^1].Top ? line.With(texts[^1]) : texts[^1].With(line);
            }
            else
            {
                texts.Add(line);
            }
        }

        return texts;
    }

    /// <param name="Size">The font's.</param>
    private sealed record Text(string Characters, double Left, double Right, double Top, double Size)
    {
        /// <summary>其中: alone is half a label.</summary>
        public bool LeadsOn => LabelKey.OfLabel(Characters) == "其中";

        /// <summary>With another that follows it.</summary>
        public Text With(Text next) => new(Characters + next.Characters, Math.Min(Left, next.Left), Math.Max(Right, next.Right), Math.Min(Top, next.Top), Math.Max(Size, next.Size));

        public bool IsLabel(FrozenSet<string> words) => TableLandmarks.Has(words, LabelKey.OfLabel(Characters));
    }
}

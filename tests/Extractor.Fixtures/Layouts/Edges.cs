using System.Collections.Immutable;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Layouts;

/// <summary>Where the columns of a block stand on a sheet 1000 units wide: the left edge of each, and the right edge of the last.</summary>
public static class Edges
{
    /// <summary>Columns in these proportions, from <paramref name="left"/> to the right edge of the sheet.</summary>
    public static ImmutableArray<int> Of(int left, IEnumerable<int> widths)
    {
        var proportions = widths.ToList();
        var sum = proportions.Sum();
        var edges = ImmutableArray.CreateBuilder<int>();
        var reached = 0;
        edges.Add(left);
        foreach (var width in proportions)
        {
            reached += width;
            edges.Add(left + (reached * (TableDraft.Width - left) / sum));
        }

        return edges.ToImmutable();
    }

    /// <summary>Edges that almost meet an edge of another block are drawn on it, as a person would; no two meet in one.</summary>
    public static ImmutableArray<int> Snapped(ImmutableArray<int> edges, ImmutableArray<int> others, int distance)
    {
        var snapped = edges
            .Select(edge => others.Where(other => Math.Abs(other - edge) <= distance).DefaultIfEmpty(edge).MinBy(other => Math.Abs(other - edge)))
            .Distinct().ToImmutableArray();
        return snapped.Length == edges.Length ? snapped : edges;
    }
}

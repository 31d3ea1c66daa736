using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>Rulings that cross or touch one another, directly or through others: one table's lines, or a frame's.</summary>
/// <param name="Horizontal">Top to bottom; empty where a page shows nothing but the middle of one row.</param>
public sealed record Lattice(ImmutableArray<Ruling> Horizontal, ImmutableArray<Ruling> Vertical);

/// <summary>Finds which rulings belong together.</summary>
public static class LatticeFinder
{
    /// <summary>Lines that end this close to each other were meant to touch (points): overlaps and gaps of 0.25 to 0.75 pt are usual, 3 pt with separate borders.</summary>
    internal const double Touch = 3;

    /// <summary>Given merged rulings, returns the lattices of a page, top to bottom, then left to right.</summary>
    public static ImmutableArray<Lattice> Find(ImmutableArray<Ruling> rulings)
    {
        var horizontal = rulings.Where(r => r.Direction == RulingDirection.Horizontal).OrderBy(r => r.Position).ToArray();
        var vertical = rulings.Where(r => r.Direction == RulingDirection.Vertical).ToArray();
        var groups = new DisjointSets(horizontal.Length + vertical.Length);
        for (var v = 0; v < vertical.Length; v++)
        {
            var reach = new Extent(vertical[v].Along.From - Touch, vertical[v].Along.To + Touch);
            for (var h = FirstAtOrBelow(horizontal, reach.From); h < horizontal.Length && horizontal[h].Position <= reach.To; h++)
            {
                if (vertical[v].Position >= horizontal[h].Along.From - Touch && vertical[v].Position <= horizontal[h].Along.To + Touch)
                {
                    groups.Union(h, horizontal.Length + v);
                }
            }
        }

        var crossing = Enumerable.Range(0, horizontal.Length + vertical.Length)
            .GroupBy(groups.Find)
            .Select(group => new Lattice(
                [.. group.Where(i => i < horizontal.Length).Select(i => horizontal[i])],
                [.. group.Where(i => i >= horizontal.Length).Select(i => vertical[i - horizontal.Length])]))
            .ToArray();
        var uncrossed = crossing.Where(lattice => lattice.Horizontal.IsEmpty).SelectMany(lattice => lattice.Vertical).ToList();
        var lattices = crossing
            .Where(lattice => !lattice.Horizontal.IsEmpty && lattice.Vertical.Length >= 2)
            .Select(lattice => WithEquallyLong(lattice, uncrossed))
            .ToArray();
        return [.. lattices.Concat(EquallyLong(uncrossed))
            .OrderBy(lattice => lattice.Horizontal.IsEmpty ? lattice.Vertical[0].Along.From : lattice.Horizontal[0].Position)
            .ThenBy(lattice => lattice.Vertical.Min(r => r.Position))];
    }

    /// <summary>
    /// The borders of merged cells that run over the whole page cross no other line: they belong to the lattice whose
    /// vertical lines begin and end where they do. Takes them out of the uncrossed ones.
    /// </summary>
    private static Lattice WithEquallyLong(Lattice lattice, List<Ruling> uncrossed)
    {
        var whole = lattice.Vertical.Select(r => r.Along).Aggregate((a, b) => a.Union(b));
        var own = uncrossed.Where(r => AreEquallyLong(r.Along, whole)).ToArray();
        uncrossed.RemoveAll(own.Contains);
        return own.Length == 0 ? lattice : lattice with { Vertical = [.. lattice.Vertical, .. own] };
    }

    /// <summary>The borders of a row that begins before this page and ends after it: nothing but vertical lines, equally long.</summary>
    private static IEnumerable<Lattice> EquallyLong(List<Ruling> uncrossed)
    {
        while (uncrossed.Count > 0)
        {
            var alike = uncrossed.Where(r => AreEquallyLong(r.Along, uncrossed[0].Along)).ToArray();
            uncrossed.RemoveAll(alike.Contains);
            if (alike.Length >= 2)
            {
                yield return new Lattice([], [.. alike]);
            }
        }
    }

    private static bool AreEquallyLong(Extent a, Extent b) => Math.Abs(a.From - b.From) <= Touch && Math.Abs(a.To - b.To) <= Touch;

    private static int FirstAtOrBelow(Ruling[] sorted, double y)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle].Position < y)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

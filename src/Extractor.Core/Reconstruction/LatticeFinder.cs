using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>Rulings that cross or touch one another, directly or through others: one table's lines, or a frame's. Each direction by position.</summary>
public sealed record Lattice(ImmutableArray<Ruling> Horizontal, ImmutableArray<Ruling> Vertical);

/// <summary>Finds which rulings belong together.</summary>
public static class LatticeFinder
{
    /// <summary>Lines that end this close to each other were meant to touch (points): overlaps and gaps of 0.25 to 0.75 pt are usual, 3 pt with separate borders.</summary>
    internal const double Touch = 3;

    /// <summary>Given merged rulings, returns the lattices of a page, top to bottom, then left to right.</summary>
    public static ImmutableArray<Lattice> Find(ImmutableArray<Ruling> rulings)
    {
        // The horizontal ones come first, and each direction by position.
        var firstVertical = 0;
        while (firstVertical < rulings.Length && rulings[firstVertical].Direction == RulingDirection.Horizontal)
        {
            firstVertical++;
        }

        var horizontal = rulings.AsSpan()[..firstVertical];
        var groups = new DisjointSets(rulings.Length);
        for (var v = firstVertical; v < rulings.Length; v++)
        {
            var reach = new Extent(rulings[v].Along.From - Touch, rulings[v].Along.To + Touch);
            for (var h = FirstAtOrBelow(horizontal, reach.From); h < horizontal.Length && horizontal[h].Position <= reach.To; h++)
            {
                if (rulings[v].Position >= horizontal[h].Along.From - Touch && rulings[v].Position <= horizontal[h].Along.To + Touch)
                {
                    groups.Union(h, v);
                }
            }
        }

        var members = new List<Ruling>?[rulings.Length];
        for (var i = 0; i < rulings.Length; i++)
        {
            (members[groups.Find(i)] ??= []).Add(rulings[i]);
        }

        var lattices = new List<Lattice>();
        foreach (var group in members.OfType<List<Ruling>>())
        {
            var split = group.FindIndex(ruling => ruling.Direction == RulingDirection.Vertical);
            if (split > 0 && group.Count - split >= 2)
            {
                lattices.Add(new Lattice([.. group[..split]], [.. group[split..]]));
            }
        }

        lattices.Sort(static (a, b) => a.Horizontal[0].Position != b.Horizontal[0].Position
            ? a.Horizontal[0].Position.CompareTo(b.Horizontal[0].Position)
            : a.Vertical[0].Position.CompareTo(b.Vertical[0].Position));
        return [.. lattices];
    }

    private static int FirstAtOrBelow(ReadOnlySpan<Ruling> sorted, double y)
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

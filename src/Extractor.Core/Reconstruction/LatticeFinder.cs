using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>Rulings that cross or touch one another, directly or through others: one table's lines, or a frame's. Each direction by position.</summary>
/// <param name="Horizontal">Empty where a page shows nothing but the middle of one row.</param>
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
        var uncrossed = new List<Ruling>();
        foreach (var group in members.OfType<List<Ruling>>())
        {
            var split = group.FindIndex(ruling => ruling.Direction == RulingDirection.Vertical);
            if (split > 0 && group.Count - split >= 2)
            {
                lattices.Add(new Lattice([.. group[..split]], [.. group[split..]]));
            }
            else if (split == 0)
            {
                uncrossed.AddRange(group);
            }
        }

        if (uncrossed.Count > 0)
        {
            lattices = [.. lattices.Select(lattice => WithEquallyLong(lattice, uncrossed)).ToArray(), .. EquallyLong(uncrossed)];
        }

        lattices.Sort(static (a, b) => Top(a) != Top(b) ? Top(a).CompareTo(Top(b)) : a.Vertical[0].Position.CompareTo(b.Vertical[0].Position));
        return [.. lattices];
    }

    private static double Top(Lattice lattice) => lattice.Horizontal.IsEmpty ? lattice.Vertical[0].Along.From : lattice.Horizontal[0].Position;

    /// <summary>
    /// The borders of merged cells that run over the whole page cross no other line: they belong to the lattice whose
    /// vertical lines begin and end where they do. Takes them out of the uncrossed ones.
    /// </summary>
    private static Lattice WithEquallyLong(Lattice lattice, List<Ruling> uncrossed)
    {
        var whole = lattice.Vertical.Select(r => r.Along).Aggregate((a, b) => a.Union(b));
        var own = uncrossed.Where(r => AreEquallyLong(r.Along, whole)).ToArray();
        uncrossed.RemoveAll(own.Contains);
        return own.Length == 0 ? lattice : lattice with { Vertical = [.. lattice.Vertical.Concat(own).OrderBy(r => r.Position)] };
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
                yield return new Lattice([], [.. alike.OrderBy(r => r.Position)]);
            }
        }
    }

    private static bool AreEquallyLong(Extent a, Extent b) => Math.Abs(a.From - b.From) <= Touch && Math.Abs(a.To - b.To) <= Touch;

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

using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// Takes tables apart that stand under one another without a gap, so that their lines touch and make one lattice. A page
/// break joins each of them to its other part by its own width.
/// </summary>
internal static class StackedTables
{
    private const int MostAboveTitle = 3;

    /// <summary>
    /// Given the lattices of a page and the fragments that they gave, returns the lattices cut where a known kind of table
    /// begins or ends and the outline gets wider or narrower there.
    /// </summary>
    public static ImmutableArray<Lattice> Separate(
        ImmutableArray<Lattice> lattices, ImmutableArray<Fragment> fragments, TableLandmarks landmarks)
    {
        foreach (var fragment in fragments.Where(fragment => fragment.Cells.Any(IsOutside)))
        {
            foreach (var y in Cuts(fragment, landmarks))
            {
                lattices = [.. lattices.SelectMany(lattice => Holds(lattice, fragment, y) ? Cut(lattice, y) : [lattice])];
            }
        }

        return lattices;
    }

    private static IEnumerable<double> Cuts(Fragment fragment, TableLandmarks landmarks) =>
        Enumerable.Range(1, fragment.RowCount - 1)
            .Where(row => Outline(fragment, row) != Outline(fragment, row - 1)
                && fragment.Cells.All(cell => cell.EndRow <= row || cell.Row >= row)
                && (Begins(fragment, row, landmarks) || Labels(fragment, row - 1).Any(landmarks.EndsTable)))
            .Select(row => fragment.RowEdges[row]);

    /// <summary>A slot beside a table that is narrower than the other: nothing is in it, and no line closes it.</summary>
    private static bool IsOutside(Cell cell) => cell.OpenSide && cell.IsEmpty;

    /// <summary>The columns that a row reaches over.</summary>
    private static (int First, int End) Outline(Fragment fragment, int row)
    {
        var inside = fragment.Cells.Where(cell => cell.Row <= row && cell.EndRow > row && !IsOutside(cell)).ToArray();
        return inside.Length == 0 ? (0, 0) : (inside.Min(cell => cell.Column), inside.Max(cell => cell.EndColumn));
    }

    /// <summary>A first row or a title, or rows of one text each that lead to it.</summary>
    private static bool Begins(Fragment fragment, int row, TableLandmarks landmarks)
    {
        for (var next = row; next < Math.Min(row + MostAboveTitle, fragment.RowCount); next++)
        {
            var labels = Labels(fragment, next).Where(label => label.Length > 0).ToArray();
            if (labels.Any(landmarks.StartsTable) || (labels.Length == 1 && landmarks.IsTitle(labels[0])))
            {
                return true;
            }

            if (labels.Length > 1)
            {
                return false;
            }
        }

        return false;
    }

    private static IEnumerable<string> Labels(Fragment fragment, int row) =>
        fragment.Cells.Where(cell => cell.Row == row).Select(cell => LabelKey.OfLabel(fragment.TextOf(cell)));

    private static bool Holds(Lattice lattice, Fragment fragment, double y) =>
        lattice.Horizontal.Any(ruling => IsAt(ruling, y) && ruling.Along.Overlap(fragment.Box.Horizontal) > 0);

    private static bool IsAt(Ruling horizontal, double y) => Math.Abs(horizontal.Position - y) <= Grid.NarrowestSlot;

    private static Lattice[] Cut(Lattice lattice, double y) =>
    [
        Part(lattice.Horizontal.Where(ruling => ruling.Position < y || IsAt(ruling, y)), lattice.Vertical, new Extent(double.NegativeInfinity, y)),
        Part(lattice.Horizontal.Where(ruling => ruling.Position > y || IsAt(ruling, y)), lattice.Vertical, new Extent(y, double.PositiveInfinity)),
    ];

    /// <summary>The lines within a band of the page, the horizontal ones as long as the vertical ones have them.</summary>
    private static Lattice Part(IEnumerable<Ruling> horizontal, IEnumerable<Ruling> vertical, Extent band)
    {
        Ruling[] down = [.. vertical.Where(ruling => ruling.Along.Overlap(band) > LatticeFinder.Touch).Select(ruling => Clipped(ruling, band))];
        var width = new Extent(down.Min(ruling => ruling.Position), down.Max(ruling => ruling.Position));
        return new Lattice([.. horizontal.Select(ruling => Clipped(ruling, width))], [.. down]);
    }

    private static Ruling Clipped(Ruling ruling, Extent to) =>
        ruling with { Along = new Extent(Math.Max(ruling.Along.From, to.From), Math.Min(ruling.Along.To, to.To)) };
}

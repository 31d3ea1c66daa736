using System.Collections.Immutable;
using Extractor.Core.Geometry;

namespace Extractor.Core.Pages;

/// <summary>How a sheet that did not lie flat on the glass, or was drawn out of square, is off in its picture.</summary>
/// <param name="Down">How far down its points are drawn: along is from left to right.</param>
/// <param name="Right">How far to the right: along is from the top down.</param>
public sealed record Bend(Drift Down, Drift Right)
{
    /// <summary>Where a point of the flat page is drawn.</summary>
    public Point Drawn(Point flat) => new(flat.X + Right.At(flat.Y, flat.X), flat.Y + Down.At(flat.X, flat.Y));

    /// <summary>The same in another unit of length.</summary>
    public Bend Scaled(double factor) => new(Down.Scaled(factor), Right.Scaled(factor));
}

/// <summary>A way by which points are off: along the page it changes from node to node, across the page evenly from edge to edge.</summary>
/// <param name="Length">Of the page along.</param>
/// <param name="Breadth">Of the page across.</param>
/// <param name="Middle">Half-way across, at nodes that are evenly spaced from one end to the other; two at least.</param>
/// <param name="Change">By how much more at the far edge, and less at the near one; at the same nodes.</param>
public sealed record Drift(double Length, double Breadth, ImmutableArray<double> Middle, ImmutableArray<double> Change)
{
    /// <summary>How far a place is off.</summary>
    public double At(double along, double across)
    {
        var place = Math.Clamp(along / Length, 0, 1) * (Middle.Length - 1);
        var node = Math.Min((int)place, Middle.Length - 2);
        var side = (2 * across / Breadth) - 1;
        var (here, next) = (Middle[node] + (side * Change[node]), Middle[node + 1] + (side * Change[node + 1]));
        return here + ((place - node) * (next - here));
    }

    public Drift Scaled(double factor) => new(Length * factor, Breadth * factor, [.. Middle.Select(off => off * factor)], [.. Change.Select(off => off * factor)]);
}

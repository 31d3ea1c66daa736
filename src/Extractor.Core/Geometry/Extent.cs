namespace Extractor.Core.Geometry;

/// <summary>A stretch of one axis of page space, in points; <see cref="From"/> is never beyond <see cref="To"/> in values the readers make.</summary>
public readonly record struct Extent(double From, double To)
{
    public double Length => To - From;

    public double Middle => (From + To) / 2;

    /// <summary>How much of both stretches coincides, in points; negative = the gap between them.</summary>
    public double Overlap(Extent other) => Math.Min(To, other.To) - Math.Max(From, other.From);

    public bool Contains(double position) => position >= From && position <= To;

    public Extent Union(Extent other) => new(Math.Min(From, other.From), Math.Max(To, other.To));
}

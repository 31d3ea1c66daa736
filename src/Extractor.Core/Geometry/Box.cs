namespace Extractor.Core.Geometry;

/// <summary>An upright rectangle in page space, in points, y down: <see cref="Top"/> is above <see cref="Bottom"/>.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public Extent Horizontal => new(Left, Right);

    public Extent Vertical => new(Top, Bottom);

    public Point Centre => new((Left + Right) / 2, (Top + Bottom) / 2);

    public bool Contains(Point point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;

    public Box Union(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public Box Inflate(double points) => new(Left - points, Top - points, Right + points, Bottom + points);
}

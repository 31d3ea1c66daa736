using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Pdf;

/// <summary>One subpath as it is gathered point by point: its bounds, and whether it is the rectangle that they make.</summary>
internal struct Outline
{
    private double _left, _top, _right, _bottom, _doubledArea;
    private Point _first, _last;
    private int _points;

    public static Outline Empty => new()
    {
        _left = double.PositiveInfinity, _top = double.PositiveInfinity,
        _right = double.NegativeInfinity, _bottom = double.NegativeInfinity,
    };

    public bool IsCurved { get; private set; }

    public readonly bool IsEmpty => _points == 0;

    public readonly Point First => _first;

    public readonly Point Last => _last;

    /// <summary>Control points of curves count too: never smaller than what is painted. A box without area where there is nothing.</summary>
    public readonly Box Bounds => IsEmpty ? default : new(_left, _top, _right, _bottom);

    /// <summary>Positive one way round, negative the other (the shoelace formula).</summary>
    public readonly double SignedArea => (_doubledArea + Cross(_last, _first)) / 2;

    /// <summary>The only shape with the area of its bounds is the rectangle.</summary>
    public readonly bool IsRectangle => !IsCurved && _points >= 4 && Math.Abs(SignedArea) >= 0.995 * Bounds.Width * Bounds.Height;

    public void Add(Point point, bool onCurve)
    {
        if (IsEmpty)
        {
            _first = point;
        }
        else
        {
            _doubledArea += Cross(_last, point);
        }

        _last = point;
        _points++;
        IsCurved |= onCurve;
        _left = Math.Min(_left, point.X);
        _top = Math.Min(_top, point.Y);
        _right = Math.Max(_right, point.X);
        _bottom = Math.Max(_bottom, point.Y);
    }

    // About the first point: far from the origin, the products would lose the digits that a thin line needs.
    private readonly double Cross(Point p, Point q) =>
        ((p.X - _first.X) * (q.Y - _first.Y)) - ((q.X - _first.X) * (p.Y - _first.Y));
}

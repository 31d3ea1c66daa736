using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Pdf;

/// <summary>An affine map as PDF writes it (ISO 32000-2, 8.3.3): (x, y) becomes (a x + c y + e, b x + d y + f).</summary>
internal readonly record struct Affine(double A, double B, double C, double D, double E, double F)
{
    public static Affine Identity => new(1, 0, 0, 1, 0, 0);

    public double Determinant => (A * D) - (B * C);

    public Point Map(double x, double y) => new((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>The upright box around a mapped rectangle, whichever of its corners are given.</summary>
    public Box MapBox(double x0, double y0, double x1, double y1)
    {
        var (p, q) = (Map(x0, y0), Map(x1, y1));
        var box = new Box(Math.Min(p.X, q.X), Math.Min(p.Y, q.Y), Math.Max(p.X, q.X), Math.Max(p.Y, q.Y));
        if ((A == 0 && D == 0) || (B == 0 && C == 0))
        {
            return box;
        }

        var (r, s) = (Map(x0, y1), Map(x1, y0));
        return box.Union(new Box(Math.Min(r.X, s.X), Math.Min(r.Y, s.Y), Math.Max(r.X, s.X), Math.Max(r.Y, s.Y)));
    }

    /// <summary>This map first, the outer one after it.</summary>
    public Affine Then(in Affine outer) => new(
        (A * outer.A) + (B * outer.C), (A * outer.B) + (B * outer.D),
        (C * outer.A) + (D * outer.C), (C * outer.B) + (D * outer.D),
        (E * outer.A) + (F * outer.C) + outer.E, (E * outer.B) + (F * outer.D) + outer.F);
}

using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Pdf;

internal static class BoxExtensions
{
    /// <summary>What lies in both; where that is nothing, <see cref="IsReal"/> says so.</summary>
    public static Box Intersect(this Box box, Box other) => new(
        Math.Max(box.Left, other.Left), Math.Max(box.Top, other.Top), Math.Min(box.Right, other.Right), Math.Min(box.Bottom, other.Bottom));

    /// <summary>Not inside out and made of numbers; it may be without area.</summary>
    public static bool IsReal(this Box box) =>
        box.Right >= box.Left && box.Bottom >= box.Top && double.IsFinite(box.Width) && double.IsFinite(box.Height);
}

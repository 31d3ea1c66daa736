using Extractor.Core.Geometry;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Where a page's user space (y up, not rotated, not cropped) lies in page space (origin top left of the page as a
/// person sees it, y down). Both count in points.
/// </summary>
/// <param name="Rotation">Clockwise, in degrees: 0, 90, 180 or 270.</param>
internal readonly record struct PageSpace(double Width, double Height, int Rotation, Affine FromUser)
{
    public Box Bounds => new(0, 0, Width, Height);

    /// <param name="left">The visible box (crop box within media box) in user space.</param>
    /// <param name="quarterTurns">How many times the page is turned clockwise by 90 degrees to be shown.</param>
    public static PageSpace Of(double left, double bottom, double right, double top, int quarterTurns)
    {
        var (width, height) = (right - left, top - bottom);
        return (quarterTurns & 3) switch
        {
            1 => new(height, width, 90, new Affine(0, 1, 1, 0, -bottom, -left)),
            2 => new(width, height, 180, new Affine(-1, 0, 0, 1, right, -bottom)),
            3 => new(height, width, 270, new Affine(0, -1, -1, 0, top, right)),
            _ => new(width, height, 0, new Affine(1, 0, 0, -1, -left, top)),
        };
    }
}

using Extractor.Core.Geometry;

namespace Extractor.Core.Pages;

/// <summary>How the picture of a page was turned upright and straight to be read: first by quarters, then by degrees around its middle.</summary>
/// <param name="Width">Of the page as a person sees it, in points.</param>
/// <param name="Height">Of the page as a person sees it, in points.</param>
/// <param name="Quarters">By how many quarters it was turned clockwise: 0 to 3.</param>
/// <param name="Degrees">By how many degrees it was turned counter-clockwise after that.</param>
public sealed record PictureTurn(double Width, double Height, int Quarters, double Degrees)
{
    /// <summary>How the turned page was still bent before it was made flat, in points; null where it was not.</summary>
    public Bend? Bend { get; init; }

    /// <summary>Where a person sees what stands in a box of the straight page: as large, around the same middle.</summary>
    public Box Seen(Box straight)
    {
        var (width, height) = Quarters % 2 == 0 ? (Width, Height) : (Height, Width);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(Degrees));
        var centre = Bend?.Drawn(straight.Centre) ?? straight.Centre;
        var (x, y) = (centre.X - (width / 2), centre.Y - (height / 2));
        var (middleX, middleY) = ((width / 2) + (cos * x) - (sin * y), (height / 2) + (sin * x) + (cos * y));
        var (seenX, seenY) = Quarters switch
        {
            1 => (middleY, width - middleX),
            2 => (width - middleX, height - middleY),
            3 => (height - middleY, middleX),
            _ => (middleX, middleY),
        };
        var (halfWidth, halfHeight) = Quarters % 2 == 0 ? (straight.Width / 2, straight.Height / 2) : (straight.Height / 2, straight.Width / 2);
        return new Box(seenX - halfWidth, seenY - halfHeight, seenX + halfWidth, seenY + halfHeight);
    }
}

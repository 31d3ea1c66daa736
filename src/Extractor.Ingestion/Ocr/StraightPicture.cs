using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>The picture of a page turned upright and straight, evened out, with its rulings and the places of its lines of text.</summary>
/// <param name="Grey">Ink dark on white paper, red ink taken out.</param>
/// <param name="Ink">The same with ink told from paper, for the shapes of characters; the places of lines are found with paler ink too.</param>
/// <param name="LineHeight">Of the usual line, in pixels.</param>
internal sealed record StraightPicture(
    Grey Grey, Bitmap Ink, ImmutableArray<Ruling> Rulings, IReadOnlyList<TextSpot> Spots, double LineHeight, double DotsPerInch, PictureTurn Turn)
{
    private const int PointsPerInch = 72;

    public double PointsPerPixel => PointsPerInch / DotsPerInch;

    /// <param name="even">The picture as it is, evened out.</param>
    /// <param name="width">Of the page as a person sees it, in points.</param>
    /// <param name="height">Of the page as a person sees it, in points.</param>
    /// <param name="quarters">By how many quarters to turn it clockwise.</param>
    public static StraightPicture Of(Grey even, double width, double height, int quarters)
    {
        var dotsPerInch = even.Width * PointsPerInch / width;
        var upright = Turning.ByQuarters(even, quarters);
        var skew = Skew.Of(Tones.ToBitmap(upright));
        var grey = Turning.Straighten(upright, skew);

        var faint = Tones.ToFaintBitmap(grey);
        if (Keystone.Of(faint, dotsPerInch) is var keystone && keystone.Matters(grey.Width, grey.Height, dotsPerInch))
        {
            grey = keystone.Straighten(upright, skew);
            faint = Tones.ToFaintBitmap(grey);
        }

        var drawn = LineFinder.Find(faint, Tones.ToBitmap(grey), dotsPerInch);
        var rulings = drawn.Select(line => ToRuling(line, PointsPerInch / dotsPerInch)).ToImmutableArray();
        var (spots, lineHeight) = PageParts.TextLines(faint, drawn, rulings, dotsPerInch);
        return new StraightPicture(grey, Tones.ToTextBitmap(grey), rulings, spots, lineHeight, dotsPerInch, new PictureTurn(width, height, quarters, skew));
    }

    /// <summary>In points of the straight page.</summary>
    public Box Points(PixelBox box) =>
        new(box.Left * PointsPerPixel, box.Top * PointsPerPixel, box.Right * PointsPerPixel, box.Bottom * PointsPerPixel);

    private static Ruling ToRuling(PixelLine line, double scale) => new(
        line.IsHorizontal ? RulingDirection.Horizontal : RulingDirection.Vertical,
        line.Position * scale, new Extent(line.From * scale, line.To * scale), line.Thickness * scale);
}

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

    /// <summary>Along a ruling that a seal covers, so much of the paper has its ink at least, so many points to either side.</summary>
    private const double LeastSeal = 0.3, BesideRuling = 1;

    /// <summary>The picture with its grey seals, where they were taken out; what goes with them may have been a stroke.</summary>
    public Grey? WithSeals { get; init; }

    public double PointsPerPixel => PointsPerInch / DotsPerInch;

    /// <param name="even">The picture as it is, evened out: in it faint rulings are whole.</param>
    /// <param name="clear">The same with the paper around red ink cleared, to read text in.</param>
    /// <param name="width">Of the page as a person sees it, in points.</param>
    /// <param name="height">Of the page as a person sees it, in points.</param>
    /// <param name="quarters">By how many quarters to turn it clockwise.</param>
    /// <param name="seals">Where the picture, before it is turned, has seals; null where it has none.</param>
    /// <param name="withSeals">The picture as it was before grey seals were taken out; null where it had none.</param>
    public static StraightPicture Of(Grey even, Grey clear, double width, double height, int quarters, SealInk? seals = null, Grey? withSeals = null)
    {
        var dotsPerInch = even.Width * PointsPerInch / width;
        var upright = Turning.ByQuarters(even, quarters);
        var skew = Skew.Of(Tones.ToBitmap(upright));
        var grey = Turning.Straighten(upright, skew);

        var border = Tones.Border(grey);
        var faint = Tones.ToFaintBitmap(grey, border);
        var bend = Bends.Of(faint, dotsPerInch);
        if (bend is not null)
        {
            grey = Turning.Straighten(upright, skew, bend);
            border = Tones.Border(grey);
            faint = Tones.ToFaintBitmap(grey, border);
        }

        var turn = new PictureTurn(width, height, quarters, skew) { Bend = bend?.Scaled(PointsPerInch / dotsPerInch) };
        bool IsUnderSeal(PixelLine line) => seals is not null && SealOverlap(seals, turn, Around(line, PointsPerInch / dotsPerInch), PointsPerInch / dotsPerInch) >= LeastSeal;
        var drawn = LineFinder.Find(faint, [Tones.ToBitmap(grey, border), Tones.ToTextBitmap(grey, border)], dotsPerInch, IsUnderSeal);
        if (!ReferenceEquals(even, clear))
        {
            grey = Turning.Straighten(Turning.ByQuarters(clear, quarters), skew, bend);
            border = Tones.Border(grey);
            faint = Tones.ToFaintBitmap(grey, border);
        }

        var text = PageParts.WithoutRulings(faint, drawn);
        var specks = Specks.Find(text, dotsPerInch);
        grey = Tones.Whitened(grey, specks);
        PageParts.Wipe(text, specks);
        var rulings = drawn.Rulings.Select(line => ToRuling(line, PointsPerInch / dotsPerInch)).ToImmutableArray();
        var ink = Tones.ToTextBitmap(grey, border);
        var (spots, lineHeight) = PageParts.TextLines(text, ink, rulings, dotsPerInch);
        return new StraightPicture(grey, ink, rulings, spots, lineHeight, dotsPerInch, turn)
        {
            WithSeals = withSeals is null ? null : Turning.Straighten(Turning.ByQuarters(withSeals, quarters), skew, bend),
        };
    }

    /// <summary>In points of the straight page.</summary>
    public Box Points(PixelBox box) =>
        new(box.Left * PointsPerPixel, box.Top * PointsPerPixel, box.Right * PointsPerPixel, box.Bottom * PointsPerPixel);

    /// <summary>The share of a place of the page with the ink of seals.</summary>
    public double SealOverlap(SealInk seals, PixelBox box) => SealOverlap(seals, Turn, Points(box), PointsPerPixel);

    private static double SealOverlap(SealInk seals, PictureTurn turn, Box points, double scale)
    {
        var seen = turn.Seen(points);
        return seals.ShareOf(seen.Left / scale, seen.Top / scale, seen.Right / scale, seen.Bottom / scale);
    }

    /// <summary>In points.</summary>
    private static Box Around(PixelLine line, double scale)
    {
        var (from, to, first, last) = (line.From * scale, line.To * scale, (line.Position * scale) - BesideRuling, (line.Position * scale) + BesideRuling);
        return line.IsHorizontal ? new Box(from, first, to, last) : new Box(first, from, last, to);
    }

    private static Ruling ToRuling(PixelLine line, double scale) => new(
        line.IsHorizontal ? RulingDirection.Horizontal : RulingDirection.Vertical,
        line.Position * scale, new Extent(line.From * scale, line.To * scale), line.Thickness * scale);
}

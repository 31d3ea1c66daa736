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

    /// <summary>Pixels by which the ink of a ruling is wider here and there.</summary>
    private const double Roughness = 1;

    /// <summary>The picture with its grey seals, where they were taken out; what goes with them may have been a stroke.</summary>
    public Grey? WithSeals { get; init; }

    /// <summary>Where the lower parts of lines that a page break cuts were put, under the upper ones; they are no part of the page.</summary>
    public ImmutableArray<PixelBox> Pasted { get; init; } = [];

    /// <summary>Where the picture had seals before it was turned; null where it had none.</summary>
    public SealInk? Seals { get; init; }

    public double PointsPerPixel => PointsPerInch / DotsPerInch;

    /// <param name="quarters">By how many quarters to turn it clockwise.</param>
    public static StraightPicture Of(PagePicture page, int quarters)
    {
        var dotsPerInch = page.DotsPerInch;
        var scale = PointsPerInch / dotsPerInch;
        var isExact = page.DrawsTables && quarters == 0;
        var upright = Turning.ByQuarters(page.Even, quarters);
        var skew = isExact ? 0 : Skew.Of(Tones.ToBitmap(upright));
        var grey = Turning.Straighten(upright, skew);

        var border = Tones.Border(grey);
        var faint = Tones.ToFaintBitmap(grey, border);
        var bend = isExact ? null : Bends.Of(faint, dotsPerInch);
        if (bend is not null)
        {
            grey = Turning.Straighten(upright, skew, bend);
            border = Tones.Border(grey);
            faint = Tones.ToFaintBitmap(grey, border);
        }

        var turn = new PictureTurn(page.Width, page.Height, quarters, skew) { Bend = bend?.Scaled(scale) };
        bool IsUnderSeal(PixelLine line) => SealOverlap(page.Seals, turn, Around(line, scale), scale) >= LeastSeal;
        var drawn = isExact
            ? new DrawnLines([.. page.Drawn.Select(line => ToPixels(line, scale))], [])
            : LineFinder.Find(faint, [Tones.ToBitmap(grey, border), Tones.ToTextBitmap(grey, border)], dotsPerInch, IsUnderSeal);
        if (!ReferenceEquals(page.Even, page.Clear))
        {
            grey = Turning.Straighten(Turning.ByQuarters(page.Clear, quarters), skew, bend);
            border = Tones.Border(grey);
            faint = Tones.ToFaintBitmap(grey, border);
        }

        var text = PageParts.WithoutRulings(faint, drawn);
        var remains = page.Seals is null ? [] : SealRemains.Find(text, grey, dotsPerInch, box => IsBesideSeal(page.Seals, turn.Seen(Points(box, scale)), scale));
        List<PixelBox> specks = [.. remains, .. Specks.Find(text, dotsPerInch)];
        grey = Tones.Whitened(grey, specks);
        PageParts.Wipe(text, specks);
        var rulings = isExact ? page.Drawn : [.. drawn.Rulings.Select(line => ToRuling(line, scale))];
        var ink = Tones.ToTextBitmap(grey, border);
        var (spots, lineHeight) = PageParts.TextLines(text, ink, rulings, dotsPerInch);
        return new StraightPicture(grey, ink, rulings, spots, lineHeight, dotsPerInch, turn)
        {
            Seals = page.Seals,
            WithSeals = page.WithSeals is null ? null : Turning.Straighten(Turning.ByQuarters(page.WithSeals, quarters), skew, bend),
        };
    }

    /// <summary>In points of the straight page.</summary>
    public Box Points(PixelBox box) => Points(box, PointsPerPixel);

    private static Box Points(PixelBox box, double scale) => new(box.Left * scale, box.Top * scale, box.Right * scale, box.Bottom * scale);

    /// <summary>The same without some lines.</summary>
    /// <param name="spots">Tight around the ink of the lines.</param>
    public StraightPicture Without(ImmutableArray<PixelBox> spots) => this with { Spots = [.. Spots.Where(spot => !spots.Contains(spot.Box))] };

    /// <summary>What of a line is on the page.</summary>
    public PixelBox OnPage(PixelBox line) =>
        Pasted.FirstOrDefault(pasted => !line.Within(pasted).IsEmpty) is { IsEmpty: false } pasted ? line with { Bottom = pasted.Top } : line;

    /// <summary>What is cut out to read a line: some paper around it, up to the rulings beside it. A dash of one looks like a figure 1.</summary>
    public PixelBox Cut(PixelBox line)
    {
        var cut = Paddle.LineImages.Cut(line, LineHeight);
        foreach (var ruling in Rulings)
        {
            var (position, half, along) = (ruling.Position / PointsPerPixel, (ruling.Thickness / PointsPerPixel / 2) + Roughness, ruling.Along);
            if (ruling.Direction == RulingDirection.Vertical && along.From / PointsPerPixel < line.Bottom && along.To / PointsPerPixel > line.Top)
            {
                var (before, behind) = ((int)Math.Floor(position - half), (int)Math.Ceiling(position + half));
                cut = behind <= line.Left && behind > cut.Left ? cut with { Left = behind } : before >= line.Right && before < cut.Right ? cut with { Right = before } : cut;
            }
        }

        return cut;
    }

    /// <summary>The share of a place of the page with the ink of seals.</summary>
    public double SealOverlap(PixelBox box) => SealOverlap(Seals, Turn, Points(box), PointsPerPixel);

    private static double SealOverlap(SealInk? seals, PictureTurn turn, Box points, double scale)
    {
        if (seals is null)
        {
            return 0;
        }

        var seen = turn.Seen(points);
        return seals.ShareOf(seen.Left / scale, seen.Top / scale, seen.Right / scale, seen.Bottom / scale);
    }

    private static bool IsBesideSeal(SealInk seals, Box seen, double scale) => seals.IsBeside(seen.Left / scale, seen.Top / scale, seen.Right / scale, seen.Bottom / scale);

    /// <summary>In points.</summary>
    private static Box Around(PixelLine line, double scale)
    {
        var (from, to, first, last) = (line.From * scale, line.To * scale, (line.Position * scale) - BesideRuling, (line.Position * scale) + BesideRuling);
        return line.IsHorizontal ? new Box(from, first, to, last) : new Box(first, from, last, to);
    }

    private static Ruling ToRuling(PixelLine line, double scale) => new(
        line.IsHorizontal ? RulingDirection.Horizontal : RulingDirection.Vertical,
        line.Position * scale, new Extent(line.From * scale, line.To * scale), line.Thickness * scale);

    private static PixelLine ToPixels(Ruling ruling, double scale) => new(
        ruling.Direction == RulingDirection.Horizontal, ruling.Position / scale,
        (int)Math.Floor(ruling.Along.From / scale), (int)Math.Ceiling(ruling.Along.To / scale), ruling.Thickness / scale);
}

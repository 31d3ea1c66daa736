using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>Reads the picture of a page: picture → straight picture → rulings → parts between them → lines of text → glyphs.</summary>
internal static class PictureReader
{
    /// <summary>A page whose characters are this unsure on average shows a photograph, handwriting or another script.</summary>
    private const double LeastConfidence = 0.5;

    private const int PointsPerInch = 72;

    /// <summary>In inches.</summary>
    private const double ThickestDash = 0.037;

    private const double FlatnessOfDash = 2.5;

    /// <summary>In line heights; a hyphen is shorter, a double dash longer.</summary>
    private const double ShortestDash = 0.5, LongestDash = 1.6;

    /// <summary>一 alone looks the same, and is rarer.</summary>
    private static readonly RecognizedLine Dash = new([new RecognizedCharacter(new Rune('—'), 0.5, 0.99)]);

    /// <param name="unread">The page as its own reader left it; for its number and its size.</param>
    public static PageReading Read(Raster picture, UnreadPage unread, IRecognizer recognizer)
    {
        var dotsPerInch = picture.Width * PointsPerInch / unread.Width;
        var grey = Tones.Even(Inks.WithoutRed(picture));
        var skew = Skew.Of(Tones.ToBitmap(grey));
        grey = Turning.Straighten(grey, skew);

        var drawn = LineFinder.Find(Tones.ToFaintBitmap(grey), dotsPerInch);
        grey = Inks.HasRed(picture) ? Tones.ClipPaper(grey) : grey;
        var ink = Tones.ToBitmap(grey);
        var rulings = drawn.Select(line => ToRuling(line, dotsPerInch)).ToImmutableArray();
        var (lines, lineHeight) = PageParts.TextLines(ink, drawn, rulings, dotsPerInch);
        var dashes = lines.Where(line => IsDash(line, dotsPerInch, lineHeight)).ToArray();
        lines = [.. lines.Except(dashes)];
        var cuts = lines.Select(line => Paddle.LineImages.Cut(line, lineHeight)).ToArray();

        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        foreach (var (line, cut, read) in lines.Zip(cuts, recognizer.Read(grey, cuts)))
        {
            GlyphPlacing.Add(read, line, cut, ink, PointsPerInch / dotsPerInch, glyphs);
        }

        foreach (var dash in dashes)
        {
            GlyphPlacing.Add(Dash, dash, dash, ink, PointsPerInch / dotsPerInch, glyphs);
        }

        return glyphs.Count > 0 && glyphs.Average(glyph => glyph.Confidence) is var sureness && sureness < LeastConfidence
            ? unread with { Detail = FormattableString.Invariant($"{unread.Detail} What recognition makes of it is not to be trusted: its characters are {sureness:P0} sure on average.") }
            : new Page(unread.Number, unread.Width, unread.Height, PageOrigin.Ocr, 0, skew, glyphs.ToImmutable(), rulings);
    }

    /// <summary>A stroke that stands alone; a recogniser, to which every line looks equally high, cannot tell it from others.</summary>
    private static bool IsDash(PixelBox line, double dotsPerInch, double lineHeight) =>
        line.Height <= ThickestDash * dotsPerInch && line.Width >= FlatnessOfDash * line.Height
        && line.Width >= ShortestDash * lineHeight && line.Width <= LongestDash * lineHeight;

    private static Ruling ToRuling(PixelLine line, double dotsPerInch)
    {
        double Points(double pixels) => pixels * PointsPerInch / dotsPerInch;
        return new Ruling(
            line.IsHorizontal ? RulingDirection.Horizontal : RulingDirection.Vertical,
            Points(line.Position), new Extent(Points(line.From), Points(line.To)), Points(line.Thickness));
    }
}

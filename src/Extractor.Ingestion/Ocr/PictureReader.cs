using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Ingestion.Ocr;

/// <summary>Reads the picture of a page: picture → straight picture → rulings → parts between them → lines of text → glyphs.</summary>
internal static class PictureReader
{
    /// <summary>A page whose characters are this unsure on average shows a photograph, handwriting or another script.</summary>
    private const double LeastConfidence = 0.5;

    private const int PointsPerInch = 72;

    /// <param name="unread">The page as its own reader left it; for its number and its size.</param>
    public static PageReading Read(Raster picture, UnreadPage unread, IRecognizer recognizer, Action<LineRead>? lineRead = null)
    {
        var dotsPerInch = picture.Width * PointsPerInch / unread.Width;
        var grey = Tones.Even(Inks.WithoutRed(picture));
        var skew = Skew.Of(Tones.ToBitmap(grey));
        var askew = grey;
        grey = Turning.Straighten(grey, skew);
        if (Keystone.Of(Tones.ToFaintBitmap(grey), dotsPerInch) is var keystone && keystone.Matters(grey.Width, grey.Height, dotsPerInch))
        {
            grey = keystone.Straighten(askew, skew);
        }

        var drawn = LineFinder.Find(Tones.ToFaintBitmap(grey), dotsPerInch);
        grey = Inks.HasRed(picture) ? Tones.ClipPaper(grey) : grey;
        var ink = Tones.ToBitmap(grey);
        var rulings = drawn.Select(line => ToRuling(line, dotsPerInch)).ToImmutableArray();
        var (lines, lineHeight) = PageParts.TextLines(ink, drawn, rulings, dotsPerInch);
        var dashes = lines.Where(line => LoneMarks.IsDash(line, dotsPerInch, lineHeight)).ToArray();
        lines = [.. lines.Except(dashes)];
        var cuts = lines.Select(line => Paddle.LineImages.Cut(line, lineHeight)).ToArray();

        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        foreach (var (line, cut, read) in lines.Zip(cuts, recognizer.Read(grey, cuts)))
        {
            var corrected = LoneMarks.Corrected(read, line, lineHeight);
            lineRead?.Invoke(new LineRead(Points(line, PointsPerInch / dotsPerInch), EvidenceOf(corrected)));
            GlyphPlacing.Add(corrected, line, cut, ink, PointsPerInch / dotsPerInch, glyphs);
        }

        foreach (var dash in dashes)
        {
            GlyphPlacing.Add(LoneMarks.Dash, dash, dash, ink, PointsPerInch / dotsPerInch, glyphs);
        }

        return glyphs.Count > 0 && glyphs.Average(glyph => glyph.Confidence) is var sureness && sureness < LeastConfidence
            ? unread with { Detail = FormattableString.Invariant($"{unread.Detail} What recognition makes of it is not to be trusted: its characters are {sureness:P0} sure on average.") }
            : new Page(unread.Number, unread.Width, unread.Height, PageOrigin.Ocr, 0, skew, glyphs.ToImmutable(), rulings);
    }

    private static Box Points(PixelBox line, double scale) => new(line.Left * scale, line.Top * scale, line.Right * scale, line.Bottom * scale);

    private static LineEvidence EvidenceOf(RecognizedLine line) => new(
        line.Text, line.Characters.Select(character => character.Confidence).DefaultIfEmpty().Min(), line.Characters.Select(character => character.Confidence).DefaultIfEmpty().Average());

    private static Ruling ToRuling(PixelLine line, double dotsPerInch)
    {
        double Points(double pixels) => pixels * PointsPerInch / dotsPerInch;
        return new Ruling(
            line.IsHorizontal ? RulingDirection.Horizontal : RulingDirection.Vertical,
            Points(line.Position), new Extent(Points(line.From), Points(line.To)), Points(line.Thickness));
    }
}

using System.Collections.Immutable;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Ingestion.Ocr;

/// <summary>Reads the picture of a page: picture → straight picture with rulings and places of lines → lines, read and weighed → glyphs.</summary>
internal static class PictureReader
{
    /// <summary>A page whose characters are this unsure on average shows a photograph, handwriting or another script.</summary>
    private const double LeastConfidence = 0.6;

    /// <summary>A picture of more pixels, such as A3 at 300 dots an inch, takes so much memory that garbage must not wait.</summary>
    private const long ManyPixels = 12_000_000;

    private const int PointsPerInch = 72;

    /// <param name="straight">The picture of the page, turned upright and straight.</param>
    /// <param name="unread">The page as its own reader left it; for its number and its size.</param>
    /// <param name="lineRead">Told every line that is read.</param>
    public static PageReading Read(StraightPicture straight, UnreadPage unread, Recognizers engines, Action<LineRead>? lineRead = null)
    {
        if (straight.Spots.Count == 0 && straight.Rulings.IsEmpty)
        {
            return unread with { Reason = UnreadReason.BlankPage, Detail = "Nothing is on the page, or its picture is damaged so that nothing can be drawn." };
        }

        var lines = LineReader.Read(straight, engines);
        if (Doubt(lines) is { } doubt)
        {
            return unread with { Reason = UnreadReason.NotRecognized, Detail = doubt };
        }

        var glyphs = ImmutableArray.CreateBuilder<Glyph>();
        foreach (var (index, line) in lines.Index())
        {
            lineRead?.Invoke(new LineRead(straight.Points(straight.OnPage(line.Line.Box)), line.Evidence));
            GlyphPlacing.Add(line.Line, straight.OnPage(line.Line.Box), index + 1, line.Confidence, straight.PointsPerPixel, glyphs);
        }

        var (width, height) = straight.Turn.Quarters % 2 == 0 ? (unread.Width, unread.Height) : (unread.Height, unread.Width);
        return new Page(
            unread.Number, width, height, PageOrigin.Ocr, straight.Turn.Quarters * 90, straight.Turn.Degrees, glyphs.DrainToImmutable(), straight.Rulings)
        {
            Turn = straight.Turn,
            LineReadings = [.. lines.Select(line => new LineReading(Reader.PpOcr, line.Alternatives, straight.Turn))],
        };
    }

    /// <summary>The picture turned upright and straight.</summary>
    /// <param name="unread">The page as its own reader left it; for its size.</param>
    internal static StraightPicture Straight(Raster picture, UnreadPage unread, IRecognizer recognizer)
    {
        var (black, red) = Inks.Of(picture);
        var grey = red is null ? GreySeal.TakenOut(black, picture.Width * PointsPerInch / unread.Width) : null;
        var even = Tones.Even(grey?.Picture ?? black);
        var clear = red is not null ? Tones.ClipPaper(even, red) : even;
        GiveBack(even);
        var page = new PagePicture(even, clear, unread.Width, unread.Height)
        {
            Drawn = unread.Rulings, Seals = red ?? grey?.Seals, WithSeals = grey is null ? null : Tones.Even(black),
        };
        var straight = Upright(page, recognizer);
        GiveBack(straight.Grey);
        return straight;
    }

    /// <summary>Each step makes a picture of its own; the one before is garbage then, and the limit on memory does not wait until the collector takes it.</summary>
    private static void GiveBack(Grey last)
    {
        if ((long)last.Width * last.Height > ManyPixels)
        {
            Garbage.GiveBack();
        }
    }

    /// <summary>
    /// Of the four ways to turn the page, the one in which its lines make most sense. The others are tried only where it
    /// seems not to stand upright: a recogniser may read single characters that lie on their side, but no words come of them.
    /// </summary>
    private static StraightPicture Upright(PagePicture page, IRecognizer recognizer)
    {
        var asItIs = StraightPicture.Of(page, 0);
        var best = (Picture: asItIs, Sense: Sense.Of(asItIs, recognizer));
        var standsUpright = best.Sense.IsUpright;
        for (var quarters = 1; quarters < 4 && !standsUpright; quarters++)
        {
            GiveBack(best.Picture.Grey);
            var turned = StraightPicture.Of(page, quarters);
            var sense = Sense.Of(turned, recognizer);
            best = sense.IsMoreThan(best.Sense) ? (turned, sense) : best;
        }

        return best.Picture;
    }

    /// <summary>Why what was recognised is not to be trusted at all; null where it is.</summary>
    private static string? Doubt(ImmutableArray<WeighedLine> lines)
    {
        var characters = lines.SelectMany(line => line.Line.Characters).Select(character => character.Read.Confidence).ToArray();
        return lines.IsEmpty ? "No text was found on the picture."
            : characters.Average() is var sureness && sureness < LeastConfidence
                ? FormattableString.Invariant($"What recognition makes of it is not to be trusted: its characters are {sureness:P0} sure on average.")
            : null;
    }
}

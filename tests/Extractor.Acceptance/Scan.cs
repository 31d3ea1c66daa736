using System.Collections.Immutable;
using Extractor.Core.Pages;
using Extractor.Ingestion;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Acceptance;

/// <summary>What a scanner makes of a printed document: a picture of each page, askew, blurred, with grain.</summary>
internal static class Scan
{
    /// <summary>The pages of a PDF, each printed, scanned and read.</summary>
    public static ImmutableArray<PageReading> Pages(byte[] pdf, double dotsPerInch, double degrees)
    {
        using var printed = (IPicturedFile)Assert.IsType<OpenedDocument>(DocumentFile.Open("printed.pdf", pdf)).File;
        return
        [
            .. Enumerable.Range(1, printed.Head.PageCount).Select(number =>
                Read(Scanned(printed.RenderPage(number, dotsPerInch)!, degrees, number)) with { Number = number }),
        ];
    }

    /// <summary>A printed page on two sheets, scanned and read: the first ends with a row of pixels, the second begins with the next.</summary>
    /// <param name="last">How far down the page that row is, in points.</param>
    /// <param name="begins">Told the sheets that are looked at.</param>
    public static ImmutableArray<PageReading> Cut(byte[] pdf, int page, double dotsPerInch, double last, Action<int> begins)
    {
        using var printed = (IPicturedFile)Assert.IsType<OpenedDocument>(DocumentFile.Open("printed.pdf", pdf)).File;
        var whole = printed.RenderPage(page, dotsPerInch)!;
        var (cut, margin) = ((int)(last * dotsPerInch / 72), (int)(dotsPerInch / 2));
        using var file = new RecognizedDocument(
            new Sheets([Scanned(Sheet(whole, 0, cut, 0), 0.4, 1), Scanned(Sheet(whole, cut, whole.Height - margin, margin), -0.3, 2)], dotsPerInch), OcrChoice.Auto, begins);
        return [file.ReadPage(1), file.ReadPage(2)];
    }

    /// <summary>Some rows of a page on a white sheet of its size.</summary>
    private static Raster Sheet(Raster page, int from, int to, int at)
    {
        var sheet = new byte[page.Samples.Length];
        sheet.AsSpan().Fill(byte.MaxValue);
        page.Samples.AsSpan(from * page.Stride, (to - from) * page.Stride).CopyTo(sheet.AsSpan(at * page.Stride));
        return page with { Samples = sheet };
    }

    /// <summary>Pictures of pages.</summary>
    private sealed class Sheets(ImmutableArray<Raster> pictures, double dotsPerInch) : IPicturedFile
    {
        public DocumentHead Head { get; } = new("scan.pdf", "", pictures.Length, "application/pdf", []);

        public PageReading ReadPage(int number) => new UnreadPage(
            number, pictures[number - 1].Width * 72 / dotsPerInch, pictures[number - 1].Height * 72 / dotsPerInch, UnreadReason.NoTextLayer, "");

        public Raster? RenderPage(int number, double dotsPerInch) => pictures[number - 1];

        public void Dispose()
        {
        }
    }

    private static PageReading Read(Raster scan)
    {
        var picture = (IPicturedFile)Assert.IsType<OpenedDocument>(DocumentFile.Open("scan.png", PngFile.Encode(scan))).File;
        using var file = new RecognizedDocument(picture, OcrChoice.Auto);
        return file.ReadPage(1);
    }

    /// <summary>Turned around its middle; each pixel the mean of nine, with grain of up to twelve tones.</summary>
    private static Raster Scanned(Raster page, double degrees, int seed)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var samples = new byte[page.Samples.Length];
        var grain = (uint)seed;
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                var (fromMiddleX, fromMiddleY) = (x - (page.Width / 2.0), y - (page.Height / 2.0));
                var sourceX = (page.Width / 2.0) + (cos * fromMiddleX) + (sin * fromMiddleY);
                var sourceY = (page.Height / 2.0) - (sin * fromMiddleX) + (cos * fromMiddleY);
                grain = unchecked((grain * 1664525) + 1013904223);
                var tone = (byte)Math.Clamp(Blurred(page, (int)Math.Round(sourceX), (int)Math.Round(sourceY)) - (int)(grain >> 24) / 21, 0, 255);
                samples.AsSpan(((y * page.Width) + x) * Raster.Channels, Raster.Channels).Fill(tone);
            }
        }

        return page with { Samples = samples };
    }

    private static int Blurred(Raster page, int x, int y)
    {
        if (x < 1 || y < 1 || x >= page.Width - 1 || y >= page.Height - 1)
        {
            return byte.MaxValue;
        }

        var sum = 0;
        for (var row = y - 1; row <= y + 1; row++)
        {
            for (var column = x - 1; column <= x + 1; column++)
            {
                sum += page.Samples[((row * page.Width) + column) * Raster.Channels];
            }
        }

        return sum / 9;
    }
}

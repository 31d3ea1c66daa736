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

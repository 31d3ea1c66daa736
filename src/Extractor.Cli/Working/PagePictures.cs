using Extractor.Ingestion;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Pdf;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Working;

/// <summary>Draws parts of pages for a report.</summary>
internal static class PagePictures
{
    /// <summary>Dots per inch: print of seven points can be read, on a screen and on paper.</summary>
    private const double Resolution = 120;

    /// <summary>The pictures in the order of the parts; none of a page on which an earlier attempt died, nor of what has no pages that can be drawn.</summary>
    public static Outcome Draw(IDocumentFile file, Attempt attempt, Action<PageBegun> pageBegins)
    {
        var order = attempt.Job.Pictures ?? throw new InvalidOperationException("A job for pictures without an order.");
        if (file.Head.Sha256 != order.Sha256)
        {
            return new Failed(FailureReason.NotReadable, "It is no longer the document that was read.");
        }

        var pictures = new byte[]?[order.Parts.Length];
        var pages = Enumerable.Range(0, order.Parts.Length).GroupBy(index => order.Parts[index].Page)
            .Where(page => page.Key >= 1 && page.Key <= file.Head.PageCount && attempt.Skipped.All(skipped => skipped.Number != page.Key));
        foreach (var page in pages.OrderBy(page => page.Key))
        {
            pageBegins(new PageBegun(page.Key, file.Head.PageCount));
            if (file is not PdfFile pdf || pdf.RenderPage(page.Key, Resolution) is not { } raster)
            {
                continue;
            }

            foreach (var index in page)
            {
                pictures[index] = Part(raster, order.Parts[index]) is { } part ? PngFile.EncodeFourGreys(part) : null;
            }
        }

        return new Done(PictureSheet.Write(pictures));
    }

    private static Raster? Part(Raster page, PagePart part)
    {
        var scale = page.Width / part.PageWidth;
        int Pixels(double points) => (int)Math.Round(Math.Clamp(points * scale, -1, int.MaxValue / 2));
        return page.Part(Pixels(part.Left), Pixels(part.Top), Pixels(part.Right), Pixels(part.Bottom));
    }
}

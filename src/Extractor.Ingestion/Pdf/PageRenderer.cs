using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Pdf;

/// <summary>Draws a page as a person sees it.</summary>
internal static unsafe class PageRenderer
{
    private const int Bgr = 2;

    /// <summary>FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER: with notes and stamps; red first.</summary>
    private const int Flags = 0x01 | 0x10;

    /// <summary>A larger picture is drawn smaller: a page may be a hundred metres wide.</summary>
    private const double MostPixels = 40_000_000;

    /// <summary>A picture that is the page is drawn with its own pixels where its resolution is this near to the one asked for.</summary>
    private const double NearResolution = 0.05;

    private const byte White = 255;

    /// <summary>Null where PDFium cannot load or draw the page, or a picture on a page on which nothing else is. Needs <see cref="PdfiumLibrary.Gate"/>.</summary>
    public static Raster? Render(nint document, int number, double dotsPerInch)
    {
        var page = PdfiumNative.FPDF_LoadPage(document, number - 1);
        if (page == 0)
        {
            return null;
        }

        try
        {
            FsSize size = default;
            if (PdfiumNative.FPDF_GetPageSizeByIndexF(document, number - 1, &size) == 0 || !(size.Width > 0 && size.Height > 0))
            {
                return null;
            }

            var scale = dotsPerInch / 72;
            scale *= Math.Min(1, Math.Sqrt(MostPixels / (size.Width * scale * size.Height * scale)));
            var (width, height) = (Math.Max(1, (int)Math.Round(size.Width * scale)), Math.Max(1, (int)Math.Round(size.Height * scale)));
            // A scan of nearly that resolution is taken pixel for pixel: nothing is blurred.
            if (PagePictures.WholePage(page, size.Width, size.Height) is var (wide, high) && IsNear(wide, width) && IsNear(high, height))
            {
                (width, height) = (wide, high);
            }

            var drawn = Render(page, width, height);
            return drawn is not null && !drawn.Samples.AsSpan().ContainsAnyExcept(White) && !PagePictures.AreDecodable(page) ? null : drawn;
        }
        finally
        {
            PdfiumNative.FPDF_ClosePage(page);
        }
    }

    private static bool IsNear(int own, int asked) => Math.Abs(own - asked) <= NearResolution * asked;

    private static Raster? Render(nint page, int width, int height)
    {
        var raster = new Raster(width, height, new byte[(long)width * height * Raster.Channels]);
        raster.Samples.AsSpan().Fill(White);
        fixed (byte* samples = raster.Samples)
        {
            var bitmap = PdfiumNative.FPDFBitmap_CreateEx(width, height, Bgr, samples, raster.Stride);
            if (bitmap == 0)
            {
                return null;
            }

            PdfiumNative.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, rotate: 0, Flags);
            PdfiumNative.FPDFBitmap_Destroy(bitmap);
        }

        return raster;
    }
}

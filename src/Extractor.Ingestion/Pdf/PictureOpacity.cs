namespace Extractor.Ingestion.Pdf;

/// <summary>Whether a picture hides what lies under it. PDFium does not tell of masks: the picture is painted to find out.</summary>
internal static unsafe class PictureOpacity
{
    // FPDFBitmap_BGRA and FPDFBitmap_BGRA_Premul; the other formats have no room for opacity.
    private const int Bgra = 4;
    private const int BgraPremultiplied = 5;

    private const double MostPixels = 1 << 24;

    // Every third pixel of every third row: masks are drawn in strokes, not in single pixels.
    private const int Step = 3;

    /// <summary>A scan may have a few clear pixels at its edges.</summary>
    private const double OpaqueShare = 0.98;

    /// <param name="matrix">The picture's own; PDFium paints one pixel a unit of it.</param>
    public static bool IsOpaque(nint document, nint page, nint image, in Affine matrix)
    {
        var size = matrix.MapBox(0, 0, 1, 1);
        if (!(size.Width * size.Height <= MostPixels) || PdfiumNative.FPDFPageObj_HasTransparency(image) != 0)
        {
            return false;
        }

        var bitmap = PdfiumNative.FPDFImageObj_GetRenderedBitmap(document, page, image);
        if (bitmap == 0)
        {
            return false;
        }

        try
        {
            return PdfiumNative.FPDFBitmap_GetFormat(bitmap) is not (Bgra or BgraPremultiplied) || HasOpaquePixels(bitmap);
        }
        finally
        {
            PdfiumNative.FPDFBitmap_Destroy(bitmap);
        }
    }

    private static bool HasOpaquePixels(nint bitmap)
    {
        var (width, height) = (PdfiumNative.FPDFBitmap_GetWidth(bitmap), PdfiumNative.FPDFBitmap_GetHeight(bitmap));
        var pixels = PdfiumNative.FPDFBitmap_GetBuffer(bitmap);
        var stride = PdfiumNative.FPDFBitmap_GetStride(bitmap);
        var (seen, opaque) = (0, 0);
        for (var y = 0; y < height; y += Step)
        {
            var row = pixels + ((long)y * stride);
            for (var x = 0; x < width; x += Step)
            {
                seen++;
                opaque += row[(x * 4) + 3] == byte.MaxValue ? 1 : 0;
            }
        }

        return opaque >= OpaqueShare * seen;
    }
}

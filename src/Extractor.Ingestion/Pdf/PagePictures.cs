using System.Globalization;
using System.Text;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// The pictures of a page that is going to be read from them. PDFium says nothing where it cannot draw one, or only a part
/// of it: what is missing would be taken for blank paper.
/// </summary>
internal static unsafe class PagePictures
{
    /// <summary>Of all pictures of a page together. A scan may be laid over itself in three layers, each as large as a sheet of A3 at 600 dots an inch.</summary>
    private const double MostPixels = 250_000_000;

    /// <summary>Edges this near to each other, in points, are the same.</summary>
    private const double SameEdge = 0.5;

    /// <summary>Why the pictures cannot stand for the page, as far as what they say of themselves tells; null where they can. Nothing is decoded.</summary>
    public static (UnreadReason Reason, string Detail)? Fault(nint page)
    {
        var pixels = 0.0;
        foreach (var picture in Of(new ObjectList(page, false), 0))
        {
            pixels += PixelsOf(picture);
            if (pixels > MostPixels)
            {
                return (UnreadReason.TooLarge, string.Create(
                    CultureInfo.InvariantCulture, $"The pictures of the page have more than {MostPixels / 1_000_000:0} million pixels."));
            }

            if (FiltersOf(picture) is ["DCTDecode"] && JpegHeader.IsCutOff(StoredBytes(picture)))
            {
                return (UnreadReason.Damaged, "A picture on the page is cut off: what follows is lost.");
            }
        }

        return null;
    }

    /// <summary>How many pixels the one picture has that is the page, as a person sees it; null where the page is no single picture.</summary>
    /// <param name="width">Of the page as a person sees it, in points.</param>
    public static (int Width, int Height)? WholePage(nint page, double width, double height)
    {
        var objects = new ObjectList(page, false);
        ImageMetadata stated = default;
        float left, bottom, right, top;
        if (objects.Count != 1 || Of(objects, 0) is not [var picture]
            || PdfiumNative.FPDFPageObj_GetBounds(objects[0], &left, &bottom, &right, &top) == 0
            || PdfiumNative.FPDFImageObj_GetImageMetadata(picture, 0, &stated) == 0)
        {
            return null;
        }

        // Bounds are those of the page before it is turned.
        var isTurned = PdfiumNative.FPDFPage_GetRotation(page) % 2 != 0;
        var (wide, high) = isTurned ? (height, width) : (width, height);
        return Math.Abs(right - left - wide) > SameEdge || Math.Abs(top - bottom - high) > SameEdge ? null
            : isTurned ? ((int)stated.Height, (int)stated.Width)
            : ((int)stated.Width, (int)stated.Height);
    }

    /// <summary>Whether all pictures of the page can be decoded. They are, whole: to be asked only where nothing was drawn.</summary>
    public static bool AreDecodable(nint page)
    {
        foreach (var picture in Of(new ObjectList(page, false), 0))
        {
            var bitmap = PdfiumNative.FPDFImageObj_GetBitmap(picture);
            if (bitmap == 0)
            {
                return false;
            }

            PdfiumNative.FPDFBitmap_Destroy(bitmap);
        }

        return true;
    }

    private static List<nint> Of(in ObjectList objects, int depth)
    {
        var pictures = new List<nint>();
        for (var i = 0; i < objects.Count && depth <= ReadingLimits.FormDepth; i++)
        {
            switch (PdfiumNative.FPDFPageObj_GetType(objects[i]))
            {
                case ObjectType.Image:
                    pictures.Add(objects[i]);
                    break;
                case ObjectType.Form:
                    pictures.AddRange(Of(new ObjectList(objects[i], true), depth + 1));
                    break;
            }
        }

        return pictures;
    }

    /// <summary>By the greater of what the PDF says and what the picture itself does.</summary>
    private static double PixelsOf(nint picture)
    {
        ImageMetadata stated = default;
        var pixels = PdfiumNative.FPDFImageObj_GetImageMetadata(picture, 0, &stated) == 0 ? 0 : (double)stated.Width * stated.Height;
        return FiltersOf(picture) is [.., "JPXDecode"] ? Math.Max(pixels, Jpeg2000Header.Pixels(StoredBytes(picture))) : pixels;
    }

    private static List<string> FiltersOf(nint picture)
    {
        const int LongestName = 32;
        var name = stackalloc byte[LongestName];
        var filters = new List<string>();
        for (var i = 0; i < PdfiumNative.FPDFImageObj_GetImageFilterCount(picture); i++)
        {
            var length = (int)PdfiumNative.FPDFImageObj_GetImageFilter(picture, i, name, new(LongestName)).Value;
            filters.Add(length is > 0 and <= LongestName ? Encoding.ASCII.GetString(name, length - 1) : "");
        }

        return filters;
    }

    private static byte[] StoredBytes(nint picture)
    {
        var bytes = new byte[(int)PdfiumNative.FPDFImageObj_GetImageDataRaw(picture, null, new(0)).Value];
        fixed (byte* first = bytes)
        {
            _ = PdfiumNative.FPDFImageObj_GetImageDataRaw(picture, first, new((uint)bytes.Length));
        }

        return bytes;
    }
}

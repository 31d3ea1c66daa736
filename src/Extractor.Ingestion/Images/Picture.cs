using Extractor.Core.Pages;

namespace Extractor.Ingestion.Images;

/// <summary>A scan or a photograph: by itself its pages have no text.</summary>
internal static class Picture
{
    private const int MostPages = 10_000;

    public static DocumentOpening Open(string fileName, byte[] content, ContentKind kind)
    {
        var (mediaType, sizes) = kind switch
        {
            ContentKind.Png => ("image/png", PngHeader.Read(content)),
            ContentKind.Jpeg => ("image/jpeg", JpegHeader.Read(content)),
            ContentKind.Tiff => ("image/tiff", TiffHeader.Read(content, MostPages)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a picture."),
        };
        if (sizes.IsEmpty)
        {
            return new RefusedDocument(OpenFailure.Damaged, "The picture does not say how large it is. Fetch it again.");
        }

        return sizes.Length > MostPages
            ? new RefusedDocument(OpenFailure.TooLarge, $"The file has more than {MostPages} pictures.")
            : new OpenedDocument(new PictureFile(
                new WholeDocument(fileName, content, mediaType, [.. sizes.Select(Unread)], []), number => Wrapped(content, kind, sizes[number - 1], number)));
    }

    private static byte[]? Wrapped(byte[] content, ContentKind kind, PictureSize size, int number) => kind switch
    {
        ContentKind.Png => PicturePdf.OfPng(content, size),
        ContentKind.Jpeg => PicturePdf.OfJpeg(content, size),
        _ => TiffPages.Decode(content, number) is { } page ? PicturePdf.OfSamples(page, size) : null,
    };

    private static PageReading Unread(PictureSize size, int index) => size.Pixels > PicturePdf.MostPixels
        ? new UnreadPage(index + 1, size.Width, size.Height, UnreadReason.TooLarge, $"The picture has more than {PicturePdf.MostPixels / 1_000_000} million pixels.")
        : new UnreadPage(index + 1, size.Width, size.Height, UnreadReason.NoTextLayer, "The page is a picture.");
}

/// <summary>The size of a picture on paper, in points.</summary>
internal readonly record struct PictureSize(double Width, double Height)
{
    public long Pixels { get; private init; }

    private const double PointsPerInch = 72, CentimetresPerInch = 2.54;

    /// <summary>Of a picture that does not say its resolution.</summary>
    private const double UsualDotsPerInch = 96;

    /// <summary>In inches.</summary>
    private const double LongSideOfA3 = 16.6, LongSideOfA4 = 11.69;

    /// <summary>Resolutions outside of this are not meant.</summary>
    private const double LeastDotsPerInch = 10, MostDotsPerInch = 10_000;

    public static PictureSize OfDots(long width, long height, double horizontalDpi, double verticalDpi) => new(
        width * PointsPerInch / Usable(horizontalDpi, Math.Max(width, height)), height * PointsPerInch / Usable(verticalDpi, Math.Max(width, height))) { Pixels = width * height };

    public static double FromDotsPerCentimetre(double dots) => dots * CentimetresPerInch;

    /// <summary>
    /// The stated resolution where it can be meant. Many programs state that of a screen for whatever they write: a sheet
    /// larger than A3 is taken for one of A4.
    /// </summary>
    private static double Usable(double dpi, long longestSide)
    {
        var stated = dpi is >= LeastDotsPerInch and <= MostDotsPerInch ? dpi : UsualDotsPerInch;
        return longestSide / stated > LongSideOfA3 ? longestSide / LongSideOfA4 : stated;
    }
}

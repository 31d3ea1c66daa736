using System.Collections.Immutable;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Images;

/// <summary>A scan or a photograph: by itself its pages have no text.</summary>
internal static class Picture
{
    private const int MostPages = 10_000;

    public static DocumentOpening Open(string fileName, byte[] content, ContentKind kind)
    {
        var (mediaType, pages) = kind switch
        {
            ContentKind.Png => ("image/png", OfPng(content)),
            ContentKind.Jpeg => ("image/jpeg", OfJpeg(content)),
            ContentKind.Tiff => ("image/tiff", [.. TiffHeader.Read(content, MostPages).Select(OfTiff)]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a picture."),
        };
        if (pages.IsEmpty)
        {
            return new RefusedDocument(OpenFailure.Damaged, "The picture does not say how large it is. Fetch it again.");
        }

        return pages.Length > MostPages
            ? new RefusedDocument(OpenFailure.TooLarge, $"The file has more than {MostPages} pictures.")
            : new OpenedDocument(new PictureFile(
                new WholeDocument(fileName, content, mediaType, [.. pages.Select((page, i) => page.Unread(i + 1))], []),
                number => Wrapped(content, kind, pages[number - 1].Size, number)));
    }

    private static ReadOnlyMemory<byte>? Wrapped(byte[] content, ContentKind kind, PictureSize size, int number) => kind switch
    {
        ContentKind.Png => PicturePdf.OfPng(content, size),
        ContentKind.Jpeg => PicturePdf.OfJpeg(content, size),
        _ => TiffPages.Decode(content, number) is { } page ? PicturePdf.OfSamples(page, size) : null,
    };

    private static ImmutableArray<PicturePage> OfPng(byte[] content) => PngHeader.Of(content) is not { } header ? []
        : [new(header.Size, header.HasOpacity ? PicturePdf.MostUnpackedPixels : PicturePdf.MostPixels, header.IsWhole, header.IsInterlaced ? "The PNG is interlaced. Save it without." : null)];

    private static ImmutableArray<PicturePage> OfJpeg(byte[] content) => JpegHeader.Size(content) is not { } size ? []
        : [new(size, PicturePdf.MostPixels, !JpegHeader.IsCutOff(content), null)];

    private static PicturePage OfTiff(TiffDirectory page) => new(
        page.Size, PicturePdf.MostUnpackedPixels, IsWhole: true,
        TiffPages.Knows(page.Compression) ? null : $"The TIFF is compressed in a way that is not known ({page.Compression}). Save it otherwise.");
}

/// <summary>A page that is a picture, and why it cannot be drawn, or not all of it, as far as the file itself says so.</summary>
/// <param name="Unsupported">What about it is not known; null where all is.</param>
internal sealed record PicturePage(PictureSize Size, long MostPixels, bool IsWhole, string? Unsupported)
{
    public UnreadPage Unread(int number)
    {
        var (reason, detail) =
            Size.Pixels > MostPixels ? (UnreadReason.TooLarge, $"The picture has more than {MostPixels / 1_000_000} million pixels.")
            : !IsWhole ? (UnreadReason.Damaged, "The picture is cut off. Fetch it again.")
            : Unsupported is not null ? (UnreadReason.Unsupported, Unsupported)
            : (UnreadReason.NoTextLayer, "The page is a picture.");
        return new UnreadPage(number, Size.Width, Size.Height, reason, detail);
    }
}

/// <summary>The size of a picture on paper, as a person sees it, in points.</summary>
internal readonly record struct PictureSize(double Width, double Height)
{
    public long Pixels { get; private init; }

    /// <summary>How it has to be turned for that.</summary>
    public Orientation Orientation { get; private init; }

    private const double PointsPerInch = 72, CentimetresPerInch = 2.54;

    /// <summary>Of a picture that does not say its resolution.</summary>
    private const double UsualDotsPerInch = 96;

    /// <summary>In inches.</summary>
    private const double LongSideOfA3 = 16.6, LongSideOfA4 = 11.69;

    /// <summary>Resolutions outside of this are not meant.</summary>
    private const double LeastDotsPerInch = 10, MostDotsPerInch = 10_000;

    /// <summary>Pixels and resolutions are those of the picture as it is stored.</summary>
    public static PictureSize OfDots(long width, long height, double horizontalDpi, double verticalDpi, Orientation orientation = Orientation.TopLeft)
    {
        var longest = Math.Max(width, height);
        var (across, down) = (width * PointsPerInch / Usable(horizontalDpi, longest), height * PointsPerInch / Usable(verticalDpi, longest));
        return (orientation.IsSideways() ? new PictureSize(down, across) : new PictureSize(across, down)) with { Pixels = width * height, Orientation = orientation };
    }

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

using BitMiracle.LibTiff.Classic;

namespace Extractor.Ingestion.Images;

/// <summary>Decodes the pages of a TIFF: fax pages and others, by LibTiff.</summary>
internal static class TiffPages
{
    /// <summary>A sheet of A4 at 600 dots an inch. The library holds four bytes a pixel, whatever the file has.</summary>
    private const long MostPixels = 36_000_000;

    /// <param name="number">Of the page, from 1: the directories of the file that are no thumbnails.</param>
    /// <returns>Null where it is damaged, too large, or compressed in a way that is not known.</returns>
    public static DecodedPage? Decode(byte[] content, int number)
    {
        try
        {
            using var tiff = Tiff.ClientOpen("memory", "r", new MemoryStream(content), new TiffStream());
            return tiff is not null && TryGoTo(tiff, number) ? Decode(tiff) : null;
        }
        catch (Exception damaged) when (damaged is IndexOutOfRangeException or ArgumentException or InvalidOperationException or NullReferenceException or IOException or OverflowException or InvalidCastException)
        {
            // A file that contradicts itself makes the library trip over its own tables.
            return null;
        }
    }

    private static bool TryGoTo(Tiff tiff, int number)
    {
        var passed = 0;
        do
        {
            var kind = tiff.GetFieldDefaulted(TiffTag.SUBFILETYPE) is [var value, ..] ? value.ToInt() : 0;
            passed += (kind & (int)FileType.REDUCEDIMAGE) == 0 ? 1 : 0;
        }
        while (passed < number && tiff.ReadDirectory());
        return passed == number;
    }

    private static DecodedPage? Decode(Tiff tiff)
    {
        if (tiff.GetField(TiffTag.IMAGEWIDTH) is not [var across, ..] || tiff.GetField(TiffTag.IMAGELENGTH) is not [var down, ..])
        {
            return null;
        }

        var (width, height) = (across.ToInt(), down.ToInt());
        if (width <= 0 || height <= 0 || (long)width * height > MostPixels)
        {
            return null;
        }

        var pixels = new int[width * height];
        if (!tiff.ReadRGBAImageOriented(width, height, pixels, Orientation.TOPLEFT))
        {
            return null;
        }

        var isGrey = Array.TrueForAll(pixels, pixel => Tiff.GetR(pixel) == Tiff.GetG(pixel) && Tiff.GetG(pixel) == Tiff.GetB(pixel));
        var channels = isGrey ? 1 : Raster.Channels;
        var samples = new byte[width * height * channels];
        for (var i = 0; i < pixels.Length; i++)
        {
            samples[i * channels] = (byte)Tiff.GetR(pixels[i]);
            if (!isGrey)
            {
                samples[(i * channels) + 1] = (byte)Tiff.GetG(pixels[i]);
                samples[(i * channels) + 2] = (byte)Tiff.GetB(pixels[i]);
            }
        }

        return new DecodedPage(width, height, isGrey, samples);
    }
}

/// <summary>The picture of a page.</summary>
/// <param name="Samples">By row: a shade of grey, or red, green and blue, of each pixel.</param>
internal sealed record DecodedPage(int Width, int Height, bool IsGrey, byte[] Samples);

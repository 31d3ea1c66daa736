using BitMiracle.LibTiff.Classic;
using StoredOrientation = BitMiracle.LibTiff.Classic.Orientation;

namespace Extractor.Ingestion.Images;

/// <summary>Decodes the pages of a TIFF: fax pages and others, by LibTiff.</summary>
internal static class TiffPages
{
    private const int LargeSamples = 10_000_000;

    /// <summary>Whether the library has what undoes a scheme of compression, named by its number in tag 259.</summary>
    public static bool Knows(long compression) => (Compression)compression is
        Compression.NONE or Compression.CCITTRLE or Compression.CCITTRLEW or Compression.CCITTFAX3 or Compression.CCITTFAX4
        or Compression.LZW or Compression.OJPEG or Compression.JPEG or Compression.ADOBE_DEFLATE or Compression.DEFLATE or Compression.PACKBITS;

    /// <param name="number">Of the page, from 1: the directories of the file that are no thumbnails.</param>
    /// <returns>As it is stored, whatever its orientation. Null where it is damaged, cut off, too large, or compressed in a way that is not known.</returns>
    public static DecodedPage? Decode(byte[] content, int number)
    {
        try
        {
            using var tiff = Tiff.ClientOpen("memory", "r", new MemoryStream(content), new TiffStream());
            var page = tiff is not null && TryGoTo(tiff, number) ? Decode(tiff) : null;
            if (page is { Samples.Length: > LargeSamples })
            {
                // What the library took for it, hundreds of megabytes, is garbage: the limit on memory would not wait for the collector.
                GC.Collect();
            }

            return page;
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
        if (width <= 0 || height <= 0 || (long)width * height > PicturePdf.MostUnpackedPixels)
        {
            return null;
        }

        // The library would flip the picture and not turn it; both are left to whoever draws it.
        tiff.SetField(TiffTag.ORIENTATION, StoredOrientation.TOPLEFT);
        var pixels = new int[width * height];
        if (!tiff.ReadRGBAImageOriented(width, height, pixels, StoredOrientation.TOPLEFT, stopOnError: true))
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

using BitMiracle.LibTiff.Classic;
using StoredOrientation = BitMiracle.LibTiff.Classic.Orientation;

namespace Extractor.Ingestion.Images;

/// <summary>Decodes the pages of a TIFF: fax pages and others, by LibTiff.</summary>
internal static class TiffPages
{
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

        return new DecodedPage(width, height, pixels);
    }
}

/// <summary>The picture of a page.</summary>
/// <param name="pixels">By row, as LibTiff packs them.</param>
internal sealed class DecodedPage(int width, int height, int[] pixels)
{
    public int Width => width;

    public int Height => height;

    public bool IsGrey { get; } = Array.TrueForAll(pixels, pixel => Tiff.GetR(pixel) == Tiff.GetG(pixel) && Tiff.GetG(pixel) == Tiff.GetB(pixel));

    /// <summary>A shade of grey, or red, green and blue, of each pixel.</summary>
    public int SampleCount => pixels.Length * (IsGrey ? 1 : Raster.Channels);

    public void WriteSamples(Stream stream)
    {
        var row = new byte[SampleCount / height];
        for (var start = 0; start < pixels.Length; start += width)
        {
            for (var x = 0; x < width; x++)
            {
                var pixel = pixels[start + x];
                if (IsGrey)
                {
                    row[x] = (byte)Tiff.GetR(pixel);
                    continue;
                }

                (row[x * Raster.Channels], row[(x * Raster.Channels) + 1], row[(x * Raster.Channels) + 2]) =
                    ((byte)Tiff.GetR(pixel), (byte)Tiff.GetG(pixel), (byte)Tiff.GetB(pixel));
            }

            stream.Write(row);
        }
    }
}

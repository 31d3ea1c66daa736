using BitMiracle.LibTiff.Classic;

namespace Extractor.Fixtures.Scanning;

/// <summary>A picture as it stands in a PDF.</summary>
/// <param name="Filter">The PDF's name of how the content is packed.</param>
/// <param name="ColourSpace">The PDF's name of it.</param>
public sealed record PageImage(int Width, int Height, string Filter, string ColourSpace, int BitsPerComponent, byte[] Content)
{
    /// <summary>Packs a picture. LibTIFF does it: a TIFF of one strip holds the very stream that a PDF wants.</summary>
    public static PageImage Of(Raster picture, Tint tint, int jpegQuality) => tint switch
    {
        Tint.BlackAndWhite => new PageImage(picture.Width, picture.Height, "CCITTFaxDecode", "DeviceGray", 1, Pack(picture, 1, 1, Black(picture), tiff =>
        {
            tiff.SetField(TiffTag.COMPRESSION, Compression.CCITT_T6);
            tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISWHITE);
        })),
        Tint.Grey => new PageImage(picture.Width, picture.Height, "DCTDecode", "DeviceGray", 8, Pack(picture, 1, 8, [.. picture.Samples.Where((_, i) => i % Raster.Channels == 0)], tiff =>
        {
            Jpeg(tiff, jpegQuality);
            tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
        })),
        _ => new PageImage(picture.Width, picture.Height, "DCTDecode", "DeviceRGB", 8, Pack(picture, Raster.Channels, 8, picture.Samples, tiff =>
        {
            Jpeg(tiff, jpegQuality);
            tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.YCBCR);
            tiff.SetField(TiffTag.JPEGCOLORMODE, JpegColorMode.RGB);
        })),
    };

    private static void Jpeg(Tiff tiff, int quality)
    {
        tiff.SetField(TiffTag.COMPRESSION, Compression.JPEG);
        tiff.SetField(TiffTag.JPEGQUALITY, quality);
        // The tables belong to the stream, which is then a JPEG file of its own.
        tiff.SetField(TiffTag.JPEGTABLESMODE, JpegTablesMode.NONE);
    }

    private static byte[] Pack(Raster picture, int channels, int bits, byte[] samples, Action<Tiff> format)
    {
        using var file = new MemoryStream();
        using (var tiff = Tiff.ClientOpen("scan", "w", file, new TiffStream()))
        {
            tiff.SetField(TiffTag.IMAGEWIDTH, picture.Width);
            tiff.SetField(TiffTag.IMAGELENGTH, picture.Height);
            tiff.SetField(TiffTag.SAMPLESPERPIXEL, channels);
            tiff.SetField(TiffTag.BITSPERSAMPLE, bits);
            tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
            format(tiff);
            tiff.SetField(TiffTag.ROWSPERSTRIP, picture.Height);
            if (tiff.WriteEncodedStrip(0, samples, samples.Length) < 0)
            {
                throw new InvalidOperationException("LibTIFF cannot pack the picture.");
            }

            tiff.WriteDirectory();
            tiff.Flush();
            file.Position = 0;
            using var written = Tiff.ClientOpen("scan", "r", new MemoryStream(file.ToArray()), new TiffStream());
            var strip = new byte[written.RawStripSize(0)];
            written.ReadRawStrip(0, strip, 0, strip.Length);
            return strip;
        }
    }

    /// <summary>A bit a pixel, 1 for black, each row filled up to a whole byte.</summary>
    private static byte[] Black(Raster picture)
    {
        var stride = (picture.Width + 7) / 8;
        var bits = new byte[stride * picture.Height];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                bits[(y * stride) + (x / 8)] |= (byte)(picture.Green(x, y) < 128 ? 0x80 >> (x % 8) : 0);
            }
        }

        return bits;
    }
}

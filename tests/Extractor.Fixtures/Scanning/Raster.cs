using System.Text;

namespace Extractor.Fixtures.Scanning;

/// <summary>A picture of a page. Whoever damages one makes another.</summary>
/// <param name="Samples">Rows from the top, in each the pixels from the left, in each red, green and blue.</param>
public sealed record Raster(int Width, int Height, byte[] Samples)
{
    public const int Channels = 3;

    /// <summary>A picture of the same size.</summary>
    /// <param name="tone">Gives the tone of a sample from its place, its channel and the tone that it has.</param>
    public Raster Map(Func<int, int, int, double, double> tone)
    {
        var samples = new byte[Samples.Length];
        var i = 0;
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                for (var channel = 0; channel < Channels; channel++, i++)
                {
                    samples[i] = Tone(tone(x, y, channel, Samples[i]));
                }
            }
        }

        return this with { Samples = samples };
    }

    /// <summary>The same in grey, by how bright the eye finds each colour (ITU-R BT.601).</summary>
    public Raster Grey()
    {
        var samples = new byte[Samples.Length];
        for (var i = 0; i < samples.Length; i += Channels)
        {
            var luma = Tone((0.299 * Samples[i]) + (0.587 * Samples[i + 1]) + (0.114 * Samples[i + 2]));
            (samples[i], samples[i + 1], samples[i + 2]) = (luma, luma, luma);
        }

        return this with { Samples = samples };
    }

    /// <summary>A part of it.</summary>
    public Raster Crop(int left, int top, int width, int height)
    {
        var samples = new byte[width * height * Channels];
        for (var y = 0; y < height; y++)
        {
            Array.Copy(Samples, (((top + y) * Width) + left) * Channels, samples, y * width * Channels, width * Channels);
        }

        return new Raster(width, height, samples);
    }

    /// <summary>Of a pixel, the tone of its green; white outside of the picture.</summary>
    public byte Green(int x, int y) => x < 0 || y < 0 || x >= Width || y >= Height ? byte.MaxValue : Samples[(((y * Width) + x) * Channels) + 1];

    public static byte Tone(double value) => (byte)Math.Clamp(Math.Round(value), byte.MinValue, byte.MaxValue);

    /// <summary>Reads the format that pdftoppm writes: P6, width, height, 255, samples.</summary>
    public static Raster FromPortablePixmap(ReadOnlySpan<byte> file)
    {
        var fields = new string[4];
        var at = 0;
        for (var i = 0; i < fields.Length; i++)
        {
            var length = file[at..].IndexOfAny(" \n\t\r"u8);
            fields[i] = Encoding.ASCII.GetString(file.Slice(at, length));
            at += length + 1;
        }

        if (fields is not ["P6", var width, var height, "255"])
        {
            throw new InvalidDataException("Not a portable pixmap with a byte a sample.");
        }

        return new Raster(int.Parse(width, System.Globalization.CultureInfo.InvariantCulture), int.Parse(height, System.Globalization.CultureInfo.InvariantCulture), file[at..].ToArray());
    }
}

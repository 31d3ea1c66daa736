namespace Extractor.Ingestion.Images;

/// <summary>Takes red ink, of seals and corrections, out of a picture.</summary>
internal static class Inks
{
    /// <summary>A pixel is red where red is brighter than both others by this much.</summary>
    private const int RedExcess = 60;

    /// <summary>Less red than this share of the page is noise of the scanner's colours.</summary>
    private const double LeastRed = 0.0005;

    /// <summary>An excess of red up to this is the colour cast of a scanner, or black ink under a seal.</summary>
    private const int ColourCast = 20;

    /// <summary>In the red channel red ink is nearly as bright as paper, and is brightened for the rest; black ink stays black.</summary>
    public static Grey WithoutRed(Raster raster)
    {
        var samples = new byte[raster.Width * raster.Height];
        for (var i = 0; i < samples.Length; i++)
        {
            var pixel = raster.Samples.AsSpan(i * Raster.Channels, Raster.Channels);
            var excess = pixel[0] - Math.Max(pixel[1], pixel[2]);
            samples[i] = (byte)Math.Min(byte.MaxValue, pixel[0] + (Math.Max(0, excess - ColourCast) / 2));
        }

        return new Grey(raster.Width, raster.Height, samples);
    }

    public static bool IsRed(ReadOnlySpan<byte> pixel) => pixel[0] - Math.Max(pixel[1], pixel[2]) > RedExcess;

    /// <summary>Whether there is red ink to speak of.</summary>
    public static bool HasRed(Raster raster)
    {
        var (red, samples) = (0, raster.Samples);
        for (var i = 0; i < samples.Length; i += Raster.Channels)
        {
            red += samples[i] - Math.Max(samples[i + 1], samples[i + 2]) > RedExcess ? 1 : 0;
        }

        return red > LeastRed * raster.Width * raster.Height;
    }
}

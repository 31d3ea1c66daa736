namespace Extractor.Ingestion.Images;

/// <summary>Takes red ink, of seals and corrections, out of a picture.</summary>
internal static class Inks
{
    /// <summary>A pixel is red where red is brighter than both others by this much.</summary>
    private const int RedExcess = 60;

    /// <summary>Less red than this share of the page is noise of the scanner's colours.</summary>
    private const double LeastRed = 0.0005;

    /// <summary>In the red channel red ink is as bright as paper, and black ink stays black.</summary>
    public static Grey WithoutRed(Raster raster)
    {
        var samples = new byte[raster.Width * raster.Height];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = raster.Samples[i * Raster.Channels];
        }

        return new Grey(raster.Width, raster.Height, samples);
    }

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

using Extractor.Fixtures.Scanning;

namespace Extractor.Fixtures.Tests.Scanning;

/// <summary>Plain pages to damage.</summary>
internal static class Ruled
{
    public static Raster Blank(int width, int height, byte tone = 255)
    {
        var samples = new byte[width * height * Raster.Channels];
        Array.Fill(samples, tone);
        return new Raster(width, height, samples);
    }

    /// <summary>Black lines across, of so many pixels, one every so many pixels.</summary>
    public static Raster Page(int width, int height, int thickness = 3, int apart = 60) =>
        Blank(width, height).Map((x, y, _, _) => y % apart < thickness && x > 20 && x < width - 20 ? 0 : 255);

    /// <summary>The first dark pixel of a column from a height on; -1 where there is none.</summary>
    public static int Dark(Raster picture, int x, int from)
    {
        for (var y = from; y < picture.Height; y++)
        {
            if (picture.Green(x, y) < 128)
            {
                return y;
            }
        }

        return -1;
    }

    public static double Mean(Raster picture) => picture.Samples.Average(sample => (double)sample);
}

namespace Extractor.Fixtures.Scanning;

/// <summary>What a scanner or a copier does to the picture of a sheet, each step a new picture.</summary>
public static class ScannerDamage
{
    private const double White = byte.MaxValue;

    /// <summary>A lid that was not closed: black along the right and the lower edge, with a rough border.</summary>
    /// <param name="width">In pixels.</param>
    public static Raster BlackEdged(this Raster picture, double width, Chance chance)
    {
        var right = Rough(picture.Height, width, chance.Fork("right"));
        var bottom = Rough(picture.Width, width / 2, chance.Fork("bottom"));
        return picture.Map((x, y, _, tone) => x >= picture.Width - right[y] || y >= picture.Height - bottom[x] ? 18 : tone);
    }

    /// <summary>A lamp that is weaker on one side, and a sheet that is nearer to the glass in the middle.</summary>
    /// <param name="depth">How much light is missing where it is darkest, from 0 to 1.</param>
    /// <param name="angle">Where the light comes from, in radians.</param>
    public static Raster Shaded(this Raster picture, double depth, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return picture.Map((x, y, _, tone) =>
        {
            var (across, down) = (((double)x / picture.Width) - 0.5, ((double)y / picture.Height) - 0.5);
            var slope = 0.5 + (((cos * across) + (sin * down)) / Math.Sqrt(2));
            var bulge = 2 * ((across * across) + (down * down));
            return tone * (1 - (depth * ((0.7 * slope) + (0.3 * bulge))));
        });
    }

    /// <summary>Out of focus: a Gaussian in both directions.</summary>
    /// <param name="deviation">In pixels.</param>
    public static Raster Blurred(this Raster picture, double deviation)
    {
        if (deviation <= 0)
        {
            return picture;
        }

        var reach = (int)Math.Ceiling(3 * deviation);
        var weights = Enumerable.Range(-reach, (2 * reach) + 1).Select(i => Math.Exp(-i * i / (2 * deviation * deviation))).ToArray();
        var sum = weights.Sum();
        return picture.Smeared([.. weights.Select(weight => weight / sum)], Raster.Channels, picture.Width)
            .Smeared([.. weights.Select(weight => weight / sum)], picture.Width * Raster.Channels, picture.Height);
    }

    /// <summary>Grain of the sensor, the same in all colours.</summary>
    /// <param name="deviation">In tones.</param>
    public static Raster Grainy(this Raster picture, double deviation, Chance chance)
    {
        var grain = 0.0;
        return picture.Map((_, _, channel, tone) => tone + (grain = channel == 0 ? Normal(chance) * deviation : grain));
    }

    /// <summary>Black and white, as a copier or a fax machine has it, with specks of dust.</summary>
    /// <param name="limit">The brightest tone that becomes black.</param>
    /// <param name="specks">How many specks, for a million pixels.</param>
    public static Raster Copied(this Raster picture, double limit, int specks, Chance chance)
    {
        var copy = picture.Grey().Map((_, _, _, tone) => tone <= limit ? 0 : White);
        for (var left = (int)((long)specks * picture.Width * picture.Height / 1_000_000); left > 0; left--)
        {
            var (x, y, size) = (chance.Between(0, picture.Width - 3), chance.Between(0, picture.Height - 3), chance.Between(1, 2));
            for (var row = y; row < y + size; row++)
            {
                copy.Samples.AsSpan(((row * picture.Width) + x) * Raster.Channels, size * Raster.Channels).Clear();
            }
        }

        return copy;
    }

    /// <summary>Widths that wander around one.</summary>
    private static double[] Rough(int length, double width, Chance chance)
    {
        var widths = new double[length];
        var wander = 0.0;
        for (var i = 0; i < length; i++)
        {
            wander = (0.98 * wander) + (0.02 * width * Normal(chance));
            widths[i] = width + wander;
        }

        return widths;
    }

    /// <summary>About a standard normal: the sum of the eight bytes of a draw, moved and scaled (each has a variance of (256² - 1)/12).</summary>
    private static double Normal(Chance chance)
    {
        var bits = chance.Bits();
        var sum = 0;
        for (var i = 0; i < 8; i++, bits >>= 8)
        {
            sum += (int)(bits & 0xFF);
        }

        return (sum - 1020) / 209.02;
    }

    /// <summary>The weighted mean along one direction; beyond the edge its last pixel goes on.</summary>
    /// <param name="step">From a sample to the next one in the direction.</param>
    /// <param name="length">How many there are in the direction.</param>
    private static Raster Smeared(this Raster picture, double[] weights, int step, int length)
    {
        var samples = new byte[picture.Samples.Length];
        var reach = weights.Length / 2;
        for (var i = 0; i < samples.Length; i++)
        {
            var place = i / step % length;
            var mean = 0.0;
            for (var w = -reach; w <= reach; w++)
            {
                mean += weights[w + reach] * picture.Samples[i + ((Math.Clamp(place + w, 0, length - 1) - place) * step)];
            }

            samples[i] = Raster.Tone(mean);
        }

        return picture with { Samples = samples };
    }
}

namespace Extractor.Ingestion.Images;

/// <summary>
/// A red seal that covers what is under it, as a layer of paint does: black ink under it is dark red, as red as the seal is on
/// paper. (Of a stamp whose ink is clear, what is under it stays black.)
/// </summary>
/// <param name="Excess">By how much its red is brighter than its green and its blue.</param>
/// <param name="Luma">How bright it is on paper.</param>
/// <param name="Opacity">The share that its own colour has in what is seen; the rest is what is under it.</param>
internal sealed record SealStain(double Excess, double Luma, double Opacity)
{
    private const int Levels = 256;

    /// <summary>How bright paper is, and the green and the blue of the ink of seals.</summary>
    private const double Paper = 250, OwnGreen = 25;

    /// <summary>So red is the middle of a seal at least, as a share of its reddest pixels; there its colour is not that of an edge.</summary>
    private const double ReddestShare = 0.8, LeastOfReddest = 0.75;

    /// <summary>Redder than so many times that is another seal, pressed harder, and darker for that.</summary>
    private const double MostOfReddest = 1.15;

    /// <summary>More covering than this, nothing is seen through it that could be told from noise.</summary>
    private const double MostOpaque = 0.8;

    /// <summary>In the middle of a covering seal, so many pixels are dark at least, by such a share of what black ink under it would be.</summary>
    private const double LeastDark = 0.003, Dark = 0.6;

    private const int FewestDark = 40;

    /// <summary>Compression blurs colours, but not brightness: in pixels, how far from a pixel its own colour may be.</summary>
    private const int Blur = 1;

    /// <summary>In pixels, how far compression carries the red of a thin stroke from it.</summary>
    private const int Carried = 4;

    /// <summary>Where a seal explains how dark a place is but for the first share of that, and but for the second of how dark black ink under it would be, nothing else is there.</summary>
    private const double Unexplained = 0.35, UnexplainedOfBlack = 0.12;

    /// <summary>How far around a square its paper is looked for, in pixels; and the share of it that is darker, by its grain and by ink.</summary>
    private const int AroundPaper = 32;
    private const double DarkerThanPaper = 0.75;

    /// <returns>null where nothing dark is covered by red ink.</returns>
    public static SealStain? Of(Raster raster, SealInk seals)
    {
        var excesses = new int[Levels];
        foreach (var (excess, _, _) in Red(raster, seals))
        {
            excesses[excess]++;
        }

        var reddest = Quantile(excesses, ReddestShare);
        var (lumas, greens) = (new int[Levels], new int[Levels]);
        foreach (var (excess, luma, green) in Red(raster, seals))
        {
            if (excess >= LeastOfReddest * reddest && excess <= MostOfReddest * reddest)
            {
                lumas[luma]++;
                greens[green]++;
            }
        }

        var onPaper = Quantile(lumas, 0.5);
        var opacity = Math.Max(0, (Paper - Quantile(greens, 0.5)) / (Paper - OwnGreen));
        var dark = lumas.Take((int)Math.Max(0, onPaper - (Dark * (1 - opacity) * byte.MaxValue))).Sum();
        return opacity <= MostOpaque && dark >= FewestDark && dark >= LeastDark * lumas.Sum() ? new SealStain(reddest, onPaper, opacity) : null;
    }

    /// <summary>Writes what is under the seals where they are.</summary>
    /// <param name="black">The picture without its red ink; rows from the top.</param>
    public void Lift(Raster raster, SealInk seals, byte[] black)
    {
        var page = new PixelBox(0, 0, raster.Width, raster.Height);
        foreach (var square in seals.Surroundings(raster.Width, raster.Height))
        {
            var around = square.Inflate(Carried, Carried).Within(page);
            var paper = PaperAround(raster, square.Inflate(AroundPaper, AroundPaper).Within(page));
            var (excesses, lumas) = (new double[around.Width * around.Height], new int[around.Width * around.Height]);
            var (dark, unexplained) = (new double[excesses.Length], new double[excesses.Length]);
            for (var i = 0; i < excesses.Length; i++)
            {
                (var excess, lumas[i], _) = Colour(raster, around.Left + (i % around.Width), around.Top + (i / around.Width));
                excesses[i] = excess / Excess;
                dark[i] = Math.Max(0, paper - lumas[i]);
                unexplained[i] = dark[i] - (excesses[i] * (paper - Luma));
            }

            for (var y = square.Top; y < square.Bottom; y++)
            {
                for (var x = square.Left; x < square.Right; x++)
                {
                    // Compression carries colour from one pixel to the next, but takes none away.
                    var (left, all) = (Near(unexplained, x, y, Carried), Near(dark, x, y, Carried));
                    var isSealAlone = left.Sum < Unexplained * all.Sum && left.Sum < UnexplainedOfBlack * (1 - Opacity) * paper * left.Count;
                    // What the seal explains of a pixel is no ink under it: at its edge, as much as it covers next to that.
                    black[(y * raster.Width) + x] = isSealAlone ? byte.MaxValue
                        : Under(lumas[((y - around.Top) * around.Width) + x - around.Left], Math.Min(1, Near(excesses, x, y, Blur).Most));
                }
            }

            (double Sum, double Most, int Count) Near(double[] values, int x, int y, int by)
            {
                var (sum, most, count) = (0.0, double.MinValue, 0);
                for (var row = Math.Max(around.Top, y - by); row < Math.Min(around.Bottom, y + by + 1); row++)
                {
                    for (var column = Math.Max(around.Left, x - by); column < Math.Min(around.Right, x + by + 1); column++)
                    {
                        var value = values[((row - around.Top) * around.Width) + column - around.Left];
                        (sum, most, count) = (sum + value, Math.Max(most, value), count + 1);
                    }
                }

                return (sum, most, count);
            }
        }
    }

    /// <summary>How bright the paper is there: what is not red, but for the darker of it.</summary>
    private static double PaperAround(Raster raster, PixelBox box)
    {
        var lumas = new int[Levels];
        for (var y = box.Top; y < box.Bottom; y += 2)
        {
            for (var x = box.Left; x < box.Right; x += 2)
            {
                var (excess, luma, _) = Colour(raster, x, y);
                lumas[luma] += excess <= Inks.ColourCast ? 1 : 0;
            }
        }

        return lumas.Sum() > 0 ? Quantile(lumas, DarkerThanPaper) : Paper;
    }

    private byte Under(int luma, double covered)
    {
        var paper = byte.MaxValue - (covered * (byte.MaxValue - Luma));
        return (byte)Math.Clamp(byte.MaxValue - ((paper - luma) / (1 - (covered * Opacity))), 0, byte.MaxValue);
    }

    private static IEnumerable<(int Excess, int Luma, int Green)> Red(Raster raster, SealInk seals)
    {
        foreach (var square in seals.Surroundings(raster.Width, raster.Height))
        {
            for (var y = square.Top; y < square.Bottom; y++)
            {
                for (var x = square.Left; x < square.Right; x++)
                {
                    if (Colour(raster, x, y) is { Excess: > Inks.RedExcess } colour)
                    {
                        yield return colour;
                    }
                }
            }
        }
    }

    /// <summary>The luma is that of JPEG (ITU-T T.871).</summary>
    private static (int Excess, int Luma, int Green) Colour(Raster raster, int x, int y)
    {
        var pixel = raster.Row(y).Slice(x * Raster.Channels, Raster.Channels);
        var other = Math.Max(pixel[1], pixel[2]);
        return (Math.Max(0, pixel[0] - other), ((299 * pixel[0]) + (587 * pixel[1]) + (114 * pixel[2])) / 1000, other);
    }

    private static double Quantile(int[] counts, double share)
    {
        var (below, sum) = (0.0, share * counts.Sum());
        for (var level = 0; level < counts.Length; level++)
        {
            below += counts[level];
            if (below >= sum)
            {
                return level;
            }
        }

        return counts.Length - 1;
    }
}

namespace Extractor.Ingestion.Images;

/// <summary>
/// How far the rulings of a straightened page still lean, since its sheet lay nearer to the glass on one side, or the copier
/// drew it out of square: upright lines lean more and more from left to right, level ones slope more and more downwards.
/// </summary>
/// <param name="Lean">Of an upright line in the middle: pixels to the right for each pixel down.</param>
/// <param name="LeanChange">By how much the lean differs between the left and the right edge.</param>
/// <param name="Slope">Of a level line in the middle: pixels down for each pixel to the right.</param>
/// <param name="SlopeChange">By how much the slope differs between the upper and the lower edge.</param>
internal readonly record struct Keystone(double Lean, double LeanChange, double Slope, double SlopeChange)
{
    /// <summary>Lines lean no further than this; what does is no table.</summary>
    private const double Steepest = 0.02;

    /// <summary>Between the leans tried, each around the best of the step before; the last moves the end of a page by half a pixel.</summary>
    private static readonly double[] Steps = [0.002, 0.0005, 0.00015];

    /// <summary>Ink that runs on for so many inches is of a ruling, and not of a letter.</summary>
    private const double ShortestRun = 0.2;

    /// <summary>The page is looked at in so many strips, of which those count that have rulings for so many inches.</summary>
    private const int Strips = 6;
    private const double LeastRuling = 1.5;

    /// <summary>Ends of lines that are off by less, in inches, are within what a cell's margin allows; a picture drawn anew is a little less sharp.</summary>
    private const double Tolerance = 0.004;

    /// <param name="picture">Straight; in which faint lines are whole.</param>
    /// <returns>All zero where the page has too few rulings to tell.</returns>
    public static Keystone Of(Bitmap picture, double dotsPerInch)
    {
        var shortest = (int)(ShortestRun * dotsPerInch);
        var least = (int)(LeastRuling * dotsPerInch);
        var (lean, leanChange) = Fit(Leans(Upright(picture, shortest), picture.Width, picture.Height, least), picture.Width);
        var (slope, slopeChange) = Fit(Leans(Level(picture, shortest), picture.Height, picture.Width, least), picture.Height);
        return new Keystone(lean, leanChange, slope, slopeChange);
    }

    /// <summary>Whether lines lean so far that their ends leave the margin of a cell.</summary>
    public bool Matters(int width, int height, double dotsPerInch) => Tolerance * dotsPerInch < Math.Max(
        (Math.Abs(Lean) + (Math.Abs(LeanChange) / 2)) * height / 2, (Math.Abs(Slope) + (Math.Abs(SlopeChange) / 2)) * width / 2);

    /// <summary>Turns a picture straight, as <see cref="Turning.Straighten"/> does, and makes upright lines upright: at one go, so that it stays sharp.</summary>
    /// <param name="degrees">Its skew, after the undoing of which this was measured.</param>
    public Grey Straighten(Grey picture, double degrees)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(degrees));
        var (middleX, middleY) = ((picture.Width - 1) / 2.0, (picture.Height - 1) / 2.0);
        var straight = new byte[picture.Samples.Length];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var (leaningX, leaningY) = Source(x, y, picture.Width, picture.Height);
                var (across, down) = (leaningX - middleX, leaningY - middleY);
                straight[(y * picture.Width) + x] = Turning.Sample(picture, middleX + (cos * across) - (sin * down), middleY + (sin * across) + (cos * down));
            }
        }

        return picture with { Samples = straight };
    }

    /// <summary>Where a point of the straight page is in the picture that leans.</summary>
    public (double X, double Y) Source(double x, double y, int width, int height)
    {
        var (fromMiddleX, fromMiddleY) = (x - ((width - 1) / 2.0), y - ((height - 1) / 2.0));
        return (
            x + ((Lean + (LeanChange * fromMiddleX / width)) * fromMiddleY),
            y + ((Slope + (SlopeChange * fromMiddleY / height)) * fromMiddleX));
    }

    /// <summary>The left edges of upright rulings: across, then along.</summary>
    private static List<(int Across, int Along)> Upright(Bitmap picture, int shortest)
    {
        var (width, height) = (picture.Width, picture.Height);
        // How long the ink of each column has been running, and then, for the rows of a run that is long enough, that it is one.
        var running = new int[width];
        var longs = new byte[picture.Ink.Length];
        for (var y = 0; y <= height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (y < height && picture.Ink[(y * width) + x] != 0)
                {
                    running[x]++;
                    continue;
                }

                for (var row = y - running[x]; running[x] >= shortest && row < y; row++)
                {
                    longs[(row * width) + x] = 1;
                }

                running[x] = 0;
            }
        }

        var points = new List<(int, int)>();
        for (var y = 0; y < height; y++)
        {
            for (var x = 1; x < width; x++)
            {
                if (longs[(y * width) + x] > longs[(y * width) + x - 1])
                {
                    points.Add((x, y));
                }
            }
        }

        return points;
    }

    /// <summary>The upper edges of level rulings: across is down here, and along to the right.</summary>
    private static List<(int Across, int Along)> Level(Bitmap picture, int shortest)
    {
        var points = new List<(int, int)>();
        var (above, own) = (new byte[picture.Width], new byte[picture.Width]);
        for (var y = 0; y < picture.Height; y++)
        {
            (above, own) = (own, above);
            Array.Clear(own);
            var row = picture.Row(y);
            for (var x = 0; x < row.Length;)
            {
                var end = x;
                while (end < row.Length && row[end] != 0)
                {
                    end++;
                }

                for (var i = x; end - x >= shortest && i < end; i++)
                {
                    own[i] = 1;
                    if (above[i] == 0)
                    {
                        points.Add((y, i));
                    }
                }

                x = end + 1;
            }
        }

        return points;
    }

    /// <summary>The lean in each strip that has rulings enough, with how much of them there is.</summary>
    private static List<(double Across, double Lean, double Weight)> Leans(List<(int Across, int Along)> points, int breadth, int length, int least)
    {
        var leans = new List<(double, double, double)>();
        foreach (var strip in points.GroupBy(point => Math.Min(Strips - 1, point.Across * Strips / breadth)))
        {
            var own = strip.ToArray();
            if (own.Length >= least)
            {
                leans.Add((own.Average(point => (double)point.Across), LeanOf(own, breadth, length), own.Length));
            }
        }

        return leans;
    }

    /// <summary>The lean under which most points fall on few columns.</summary>
    private static double LeanOf((int Across, int Along)[] points, int breadth, int length)
    {
        var columns = new int[breadth + (2 * (int)Math.Ceiling(length * Steepest)) + 2];
        var (best, reach) = (0.0, Steepest - Steps[0]);
        foreach (var step in Steps)
        {
            var (first, last, bestScore) = (0, 0, -1L);
            var count = (int)Math.Round(reach / step);
            for (var i = -count; i <= count; i++)
            {
                var score = Score(points, Math.Clamp(best + (i * step), -Steepest, Steepest), columns, breadth, length);
                (first, last, bestScore) = score > bestScore ? (i, i, score) : (first, score == bestScore ? i : last, bestScore);
            }

            best += (first + last) / 2.0 * step;
            reach = step;
        }

        return best;
    }

    private static long Score((int Across, int Along)[] points, double lean, int[] columns, int breadth, int length)
    {
        Array.Clear(columns);
        var origin = (columns.Length - breadth) / 2;
        foreach (var (across, along) in points)
        {
            columns[origin + (int)Math.Floor(across - (lean * (along - (length / 2.0))))]++;
        }

        var score = 0L;
        foreach (var count in columns)
        {
            score += (long)count * count;
        }

        return score;
    }

    /// <summary>The straight line through the leans, by their weight: at the middle, and from edge to edge.</summary>
    private static (double Middle, double Change) Fit(List<(double Across, double Lean, double Weight)> leans, int breadth)
    {
        var weight = leans.Sum(strip => strip.Weight);
        if (weight == 0)
        {
            return (0, 0);
        }

        var (across, lean) = (leans.Sum(strip => strip.Weight * strip.Across) / weight, leans.Sum(strip => strip.Weight * strip.Lean) / weight);
        var spread = leans.Sum(strip => strip.Weight * (strip.Across - across) * (strip.Across - across));
        // Strips side by side in one part of the page say nothing of the rest.
        var change = spread < weight * breadth * breadth / 100.0
            ? 0
            : leans.Sum(strip => strip.Weight * (strip.Across - across) * (strip.Lean - lean)) / spread;
        return (lean + (change * ((breadth / 2.0) - across)), change * breadth);
    }
}

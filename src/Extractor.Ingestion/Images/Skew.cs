namespace Extractor.Ingestion.Images;

/// <summary>How far a page lies askew on the scanner.</summary>
internal static class Skew
{
    /// <summary>Papers lie no further askew than this, in degrees; more is a quarter turn, or a photograph.</summary>
    private const double Widest = 6;

    /// <summary>Degrees between the angles tried, each around the best of the step before.</summary>
    private static readonly double[] Steps = [0.25, 0.05, 0.01];

    /// <summary>More points than this say no more.</summary>
    private const int MostPoints = 150_000;

    /// <summary>
    /// Degrees by which the lines of the picture fall to the right (clockwise); 0 where it shows none. At the right angle the
    /// upper edges of rulings and letters lie on few rows.
    /// </summary>
    public static double Of(Bitmap picture)
    {
        var points = UpperEdges(picture);
        if (points.Length == 0)
        {
            return 0;
        }

        var rows = new int[(2 * picture.Height) + (2 * picture.Width)];
        var (best, reach) = (0.0, Widest);
        foreach (var step in Steps)
        {
            var (first, last, bestScore) = (0, 0, -1.0);
            var count = (int)Math.Round(reach / step);
            for (var i = -count; i <= count; i++)
            {
                var score = Score(points, best + (i * step), rows, picture.Height);
                (first, last, bestScore) = score > bestScore ? (i, i, score) : (first, score == bestScore ? i : last, bestScore);
            }

            // Of angles that are equally good the middle one: on a small page a tenth of a degree moves nothing.
            best += (first + last) / 2.0 * step;
            reach = 2 * step;
        }

        return Math.Round(best, 2);
    }

    private static (int X, int Y)[] UpperEdges(Bitmap picture)
    {
        var points = new List<(int X, int Y)>();
        for (var y = 1; y < picture.Height; y++)
        {
            var above = picture.Row(y - 1);
            var row = picture.Row(y);
            for (var x = row.IndexOf((byte)1); x >= 0 && x < row.Length;)
            {
                for (; x < row.Length && row[x] == 1; x++)
                {
                    if (above[x] == 0)
                    {
                        points.Add((x, y));
                    }
                }

                var next = row[x..].IndexOf((byte)1);
                x = next < 0 ? -1 : x + next;
            }
        }

        var each = 1 + (points.Count / MostPoints);
        return [.. points.Where((_, index) => index % each == 0)];
    }

    private static double Score((int X, int Y)[] points, double degrees, int[] rows, int height)
    {
        Array.Clear(rows);
        var slope = Math.Tan(degrees * Math.PI / 180);
        // Rows count from above all that a line may rise to, so that none is negative.
        var origin = (rows.Length / 2) - (height / 2);
        unchecked
        {
            foreach (var (x, y) in points)
            {
                rows[(int)(origin + y - (x * slope))]++;
            }
        }

        var score = 0.0;
        foreach (var count in rows)
        {
            score += (double)count * count;
        }

        return score;
    }
}

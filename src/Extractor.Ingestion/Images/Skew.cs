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
        if (points.Count == 0)
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

    private static List<(int X, int Y)> UpperEdges(Bitmap picture)
    {
        var points = new List<(int X, int Y)>();
        for (var y = 1; y < picture.Height; y++)
        {
            var above = picture.Row(y - 1);
            var row = picture.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] > above[x])
                {
                    points.Add((x, y));
                }
            }
        }

        var each = 1 + (points.Count / MostPoints);
        return each == 1 ? points : [.. points.Where((_, index) => index % each == 0)];
    }

    private static double Score(List<(int X, int Y)> points, double degrees, int[] rows, int height)
    {
        Array.Clear(rows);
        var slope = Math.Tan(degrees * Math.PI / 180);
        var origin = rows.Length / 2;
        foreach (var (x, y) in points)
        {
            rows[origin + (int)Math.Floor(y - (x * slope)) - (height / 2)]++;
        }

        var score = 0.0;
        foreach (var count in rows)
        {
            score += (double)count * count;
        }

        return score;
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Images;

/// <summary>
/// Measures how a page that was turned straight is still bent: its long rulings are followed, and the smoothest bend is
/// fitted under which all of them are straight. They may fan out, as when the sheet is nearer to the glass on one side, and
/// bow, as beside the back of a book.
/// </summary>
internal static class Bends
{
    /// <summary>In inches: a ruling is looked at in steps, in each of which it is no thicker than the second and not further off the last one than the third.</summary>
    private const double Step = 0.107, Thickest = 0.04, Steepest = 0.009;

    /// <summary>Of a step, so much is ink on the rows of a ruling; and so many steps may be missing in between.</summary>
    private const double LeastInk = 0.4;
    private const int LongestGap = 2;

    /// <summary>A ruling is followed for so many steps at least, and over so many of them says nothing of its own.</summary>
    private const int FewestSteps = 12;

    /// <summary>From one step to the next the way of a ruling hardly changes, in inches; lines of text waver more.</summary>
    private const double Waver = 0.0025;

    /// <summary>At so many places along the page the bend is fitted.</summary>
    private const int Nodes = 16;

    /// <summary>How much the bend should be smooth along the page, its change across it smoother still, and small, where rulings do not say otherwise.</summary>
    private const double Smoothness = 1, SmoothnessOfChange = 10, Evenness = 0.02;

    /// <summary>A few rulings may run together by chance.</summary>
    private const int FewestRulings = 4;

    /// <summary>In inches: a ruling that is off by less is found all the same; and after the fit, what is left of it at most.</summary>
    private const double Tolerance = 0.012, MostLeft = 0.004;

    /// <summary>Of what rulings are off, a fit that explains anything leaves less than this.</summary>
    private const double MostUnexplained = 0.5;

    /// <param name="picture">In which faint lines are whole.</param>
    /// <returns>In pixels; null where the page is flat, or shows too few rulings to tell.</returns>
    public static Bend? Of(Bitmap picture, double dotsPerInch)
    {
        var step = Math.Clamp((int)Math.Round(Step * dotsPerInch), 1, byte.MaxValue);
        var down = Along(InkOfColumns(picture, step), step, picture.Width, picture.Height, dotsPerInch);
        var right = Along(InkOfRows(picture, step), step, picture.Height, picture.Width, dotsPerInch);
        return down is null && right is null
            ? null
            : new Bend(down ?? None(picture.Width, picture.Height), right ?? None(picture.Height, picture.Width));
    }

    private static Drift None(int length, int breadth) => new(length, breadth, [.. new double[Nodes]], [.. new double[Nodes]]);

    /// <summary>Where a ruling is, step by step.</summary>
    private sealed record Trace(List<(double Along, double Across)> Places)
    {
        public double Mean => Places.Average(place => place.Across);
    }

    /// <summary>The ink of strips of columns: how much of each strip's width on every row.</summary>
    private static byte[][] InkOfColumns(Bitmap picture, int step)
    {
        var strips = Strips(picture.Width / step, picture.Height);
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Row(y);
            var first = row.IndexOf((byte)1);
            for (var strip = first < 0 ? strips.Length : first / step; strip < strips.Length; strip++)
            {
                strips[strip][y] = (byte)row.Slice(strip * step, step).Count((byte)1);
            }
        }

        return strips;
    }

    /// <summary>The ink of strips of rows: how much of each strip's height in every column.</summary>
    private static byte[][] InkOfRows(Bitmap picture, int step)
    {
        var strips = Strips(picture.Height / step, picture.Width);
        for (var y = 0; y < strips.Length * step; y++)
        {
            ReadOnlySpan<byte> row = picture.Row(y);
            var ink = strips[y / step];
            var from = MemoryMarshal.Cast<byte, Vector128<byte>>(row);
            var to = MemoryMarshal.Cast<byte, Vector128<byte>>(ink.AsSpan());
            for (var i = 0; i < from.Length && i < to.Length; i++)
            {
                to[i] += from[i];
            }

            for (var x = from.Length * Vector128<byte>.Count; x < ink.Length; x++)
            {
                ink[x] += row[x];
            }
        }

        return strips;
    }

    private static byte[][] Strips(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new byte[length])];

    /// <param name="strips">The ink across each strip, of which the first begins where the page does.</param>
    /// <param name="step">How wide they are.</param>
    private static Drift? Along(byte[][] strips, int step, int length, int breadth, double dotsPerInch)
    {
        var traces = Traces(strips, step, dotsPerInch);
        if (traces.Count < FewestRulings)
        {
            return null;
        }

        var drift = Fit(traces, length, breadth);
        var fitting = traces.FindAll(trace => Left(trace, drift) <= MostLeft * dotsPerInch);
        if (fitting.Count < Math.Max(FewestRulings, traces.Count / 2))
        {
            return null;
        }

        drift = Fit(fitting, length, breadth);
        var (before, after) = (fitting.Sum(trace => Left(trace, null)), fitting.Sum(trace => Left(trace, drift)));
        return after < MostUnexplained * before && fitting.Exists(trace => Range(trace, drift) > Tolerance * dotsPerInch) ? drift : null;
    }

    /// <summary>By how much a ruling is off its middle on average, and by how much its ends or bows are apart.</summary>
    private static double Left(Trace trace, Drift? drift)
    {
        var mean = trace.Mean;
        var rest = trace.Places.ConvertAll(place => place.Across - (drift?.At(place.Along, mean) ?? 0));
        var middle = rest.Average();
        return Math.Sqrt(rest.Average(place => (place - middle) * (place - middle)));
    }

    private static double Range(Trace trace, Drift drift)
    {
        var mean = trace.Mean;
        var off = trace.Places.ConvertAll(place => drift.At(place.Along, mean));
        return off.Max() - off.Min();
    }

    private static List<Trace> Traces(byte[][] strips, int step, double dotsPerInch)
    {
        var (open, done) = (new List<Trace>(), new List<Trace>());
        for (var strip = 0; strip < strips.Length; strip++)
        {
            var along = (strip * step) + ((step - 1) / 2.0);
            foreach (var across in Crossings(strips[strip], LeastInk * step, Thickest * dotsPerInch))
            {
                var before = open.FindAll(trace => trace.Places[^1].Along < along && Math.Abs(trace.Places[^1].Across - across) <= Steepest * dotsPerInch)
                    .MinBy(trace => Math.Abs(trace.Places[^1].Across - across));
                if (before is null)
                {
                    open.Add(new Trace([(along, across)]));
                }
                else
                {
                    before.Places.Add((along, across));
                }
            }

            done.AddRange(open.FindAll(HasEnded));
            open.RemoveAll(HasEnded);
            bool HasEnded(Trace trace) => along - trace.Places[^1].Along >= LongestGap * step;
        }

        return done.Concat(open).Where(trace => trace.Places.Count >= FewestSteps && IsSmooth(trace)).ToList();

        bool IsSmooth(Trace trace) => Enumerable.Range(1, trace.Places.Count - 2).Average(i =>
            Math.Abs(trace.Places[i - 1].Across - (2 * trace.Places[i].Across) + trace.Places[i + 1].Across)) <= Waver * dotsPerInch;
    }

    /// <summary>The middles of what is inked across a strip and is no thicker than a ruling.</summary>
    private static IEnumerable<double> Crossings(byte[] strip, double least, double thickest)
    {
        var (rows, weight, sum) = (0, 0.0, 0.0);
        for (var across = 0; across <= strip.Length; across++)
        {
            var ink = across < strip.Length ? strip[across] : 0;
            if (ink >= least)
            {
                (rows, weight, sum) = (rows + 1, weight + ink, sum + ((double)ink * across));
                continue;
            }

            if (rows > 0 && rows <= thickest)
            {
                yield return sum / weight;
            }

            (rows, weight, sum) = (0, 0, 0);
        }
    }

    /// <summary>Least squares: what all rulings are off their own middles, under a bend as smooth as can be.</summary>
    private static Drift Fit(List<Trace> traces, int length, int breadth)
    {
        var (matrix, wanted) = (new double[2 * Nodes, 2 * Nodes], new double[2 * Nodes]);
        var weights = new double[2 * Nodes];
        foreach (var trace in traces)
        {
            // A ruling's own place is not known: what is fitted are differences from its mean.
            var mean = trace.Mean;
            var side = (2 * mean / breadth) - 1;
            var average = new double[Nodes];
            foreach (var (along, _) in trace.Places)
            {
                var (node, part) = Place(along, length);
                average[node] += (1 - part) / trace.Places.Count;
                average[node + 1] += part / trace.Places.Count;
            }

            foreach (var (along, across) in trace.Places)
            {
                var (node, part) = Place(along, length);
                for (var i = 0; i < Nodes; i++)
                {
                    var own = i == node ? 1 - part : i == node + 1 ? part : 0;
                    weights[i] = own - average[i];
                    weights[Nodes + i] = side * weights[i];
                }

                Add(matrix, wanted, weights, across - mean, 1);
            }
        }

        for (var half = 0; half < 2 * Nodes; half += Nodes)
        {
            for (var i = half; i < half + Nodes; i++)
            {
                if (i > half && i < half + Nodes - 1)
                {
                    Array.Clear(weights);
                    (weights[i - 1], weights[i], weights[i + 1]) = (1, -2, 1);
                    Add(matrix, wanted, weights, 0, half == 0 ? Smoothness : SmoothnessOfChange);
                }

                // Where the page as a whole is, nobody sees: in its place.
                Array.Clear(weights);
                weights[i] = 1;
                Add(matrix, wanted, weights, 0, half == 0 ? 1e-3 : Evenness);
            }
        }

        var nodes = Solved(matrix, wanted);
        return new Drift(length, breadth, [.. nodes[..Nodes]], [.. nodes[Nodes..]]);
    }

    private static (int Node, double Part) Place(double along, int length)
    {
        var place = along / length * (Nodes - 1);
        var node = Math.Min((int)place, Nodes - 2);
        return (node, place - node);
    }

    /// <summary>One more thing that the sum of weighted unknowns should be.</summary>
    private static void Add(double[,] matrix, double[] wanted, double[] weights, double value, double importance)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] != 0)
            {
                wanted[i] += importance * weights[i] * value;
                for (var j = 0; j < weights.Length; j++)
                {
                    matrix[i, j] += importance * weights[i] * weights[j];
                }
            }
        }
    }

    /// <summary>Gauss's elimination; the matrix is positive definite, so that no row must give way to another.</summary>
    private static double[] Solved(double[,] matrix, double[] wanted)
    {
        var size = wanted.Length;
        for (var i = 0; i < size; i++)
        {
            for (var row = i + 1; row < size; row++)
            {
                var factor = matrix[row, i] / matrix[i, i];
                for (var column = i; column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[i, column];
                }

                wanted[row] -= factor * wanted[i];
            }
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var column = i + 1; column < size; column++)
            {
                wanted[i] -= matrix[i, column] * wanted[column];
            }

            wanted[i] /= matrix[i, i];
        }

        return wanted;
    }
}

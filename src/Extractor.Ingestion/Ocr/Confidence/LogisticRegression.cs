namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>
/// Fits the probability of an outcome to figures: a logistic function of their weighted sum, with a penalty on the squares of
/// the weights, by Newton's method. The same examples in the same order give the same weights to the bit.
/// </summary>
/// <param name="Means">What is taken off each figure.</param>
/// <param name="Scales">What it is divided by then.</param>
/// <param name="Weights">Of the figures so scaled.</param>
/// <param name="Bias">Added to the weighted sum.</param>
internal sealed record LogisticRegression(double[] Means, double[] Scales, double[] Weights, double Bias)
{
    private const int MostSteps = 60;
    private const double SmallestStep = 1e-10, SmallestScale = 1e-6;

    /// <param name="penalty">On the squares of the weights; the bias is free.</param>
    /// <exception cref="ArgumentException">No example, or not of one length.</exception>
    public static LogisticRegression Fit(IReadOnlyList<(double[] Figures, bool Outcome)> examples, double penalty)
    {
        if (examples.Count == 0 || examples.Any(example => example.Figures.Length != examples[0].Figures.Length))
        {
            throw new ArgumentException("Examples must be there, each with as many figures.", nameof(examples));
        }

        var count = examples[0].Figures.Length;
        var means = Enumerable.Range(0, count).Select(i => examples.Average(example => example.Figures[i])).ToArray();
        var scales = Enumerable.Range(0, count)
            .Select(i => Math.Sqrt(examples.Average(example => (example.Figures[i] - means[i]) * (example.Figures[i] - means[i]))))
            // A figure that is the same everywhere tells nothing: it is nearly zero after its mean is taken off.
            .Select(scale => scale < SmallestScale ? 1 : scale).ToArray();
        var rows = examples.Select(example => (Figures: Scaled(example.Figures, means, scales), example.Outcome)).ToArray();

        // The bias is the weight of a figure that is always one.
        var weights = new double[count + 1];
        for (var step = 0; step < MostSteps; step++)
        {
            var (gradient, curvature) = Slope(rows, weights, penalty);
            var change = Solve(curvature, gradient);
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] -= change[i];
            }

            if (change.Max(Math.Abs) < SmallestStep)
            {
                break;
            }
        }

        return new LogisticRegression(means, scales, weights[..^1], weights[^1]);
    }

    public double Probability(ReadOnlySpan<double> figures)
    {
        var sum = Bias;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * (figures[i] - Means[i]) / Scales[i];
        }

        return Logistic(sum);
    }

    private static double Logistic(double sum) => 1 / (1 + Math.Exp(-sum));

    private static double[] Scaled(double[] figures, double[] means, double[] scales) =>
        [.. figures.Select((figure, i) => (figure - means[i]) / scales[i]), 1];

    /// <summary>First and second derivatives of the penalised negative log-likelihood.</summary>
    private static (double[] Gradient, double[][] Curvature) Slope((double[] Figures, bool Outcome)[] rows, double[] weights, double penalty)
    {
        var count = weights.Length;
        var gradient = new double[count];
        var curvature = Enumerable.Range(0, count).Select(_ => new double[count]).ToArray();
        foreach (var (figures, outcome) in rows)
        {
            var sum = 0.0;
            for (var i = 0; i < count; i++)
            {
                sum += weights[i] * figures[i];
            }

            var probability = Logistic(sum);
            var (error, spread) = (probability - (outcome ? 1 : 0), probability * (1 - probability));
            for (var i = 0; i < count; i++)
            {
                gradient[i] += error * figures[i];
                for (var j = 0; j <= i; j++)
                {
                    curvature[i][j] += spread * figures[i] * figures[j];
                }
            }
        }

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                curvature[j][i] = curvature[i][j];
            }

            // A trace on the bias keeps the matrix solvable where all outcomes are the same.
            var own = i == count - 1 ? penalty * 1e-3 : penalty;
            gradient[i] += own * weights[i];
            curvature[i][i] += own;
        }

        return (gradient, curvature);
    }

    /// <summary>Gauss with the largest pivot.</summary>
    private static double[] Solve(double[][] matrix, double[] right)
    {
        var count = right.Length;
        var rows = matrix.Select((row, i) => (double[])[.. row, right[i]]).ToArray();
        for (var pivot = 0; pivot < count; pivot++)
        {
            var best = pivot;
            for (var i = pivot + 1; i < count; i++)
            {
                best = Math.Abs(rows[i][pivot]) > Math.Abs(rows[best][pivot]) ? i : best;
            }

            (rows[pivot], rows[best]) = (rows[best], rows[pivot]);
            for (var i = 0; i < count; i++)
            {
                var share = i == pivot ? 0 : rows[i][pivot] / rows[pivot][pivot];
                for (var j = pivot; share != 0 && j <= count; j++)
                {
                    rows[i][j] -= share * rows[pivot][j];
                }
            }
        }

        return [.. rows.Select((row, i) => row[count] / row[i])];
    }
}

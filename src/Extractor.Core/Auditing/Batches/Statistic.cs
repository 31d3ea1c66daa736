using System.Collections.Immutable;

namespace Extractor.Core.Auditing.Batches;

/// <summary>Tests of chance, in binary floating point: they estimate, and judge no amount.</summary>
internal static class Statistic
{
    /// <summary>The probability of so large a χ² or a larger one.</summary>
    /// <param name="freedom">Degrees of freedom: even, where the tail is a finite sum.</param>
    public static double ChiSquareTail(double value, int freedom)
    {
        if (freedom % 2 != 0 || freedom < 2)
        {
            throw new ArgumentOutOfRangeException(nameof(freedom), freedom, "The degrees of freedom must be even.");
        }

        var (term, sum) = (1.0, 1.0);
        for (var i = 1; i < freedom / 2; i++)
        {
            term *= value / 2 / i;
            sum += term;
        }

        return Math.Min(1, Math.Exp(-value / 2) * sum);
    }

    /// <summary>χ² of counts against what was expected of each.</summary>
    public static double ChiSquare(ReadOnlySpan<int> counts, ReadOnlySpan<double> expected)
    {
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            var difference = counts[i] - expected[i];
            sum += difference * difference / expected[i];
        }

        return sum;
    }

    /// <summary>The probability of so many successes or more among <paramref name="trials"/>.</summary>
    public static double BinomialTail(int successes, int trials, double probability)
    {
        if (successes <= 0)
        {
            return 1;
        }

        // The logarithm of the first term, then each from the one before.
        var log = 0.0;
        for (var i = 1; i <= successes; i++)
        {
            log += Math.Log((double)(trials - successes + i) / i);
        }

        var term = Math.Exp(log + (successes * Math.Log(probability)) + ((trials - successes) * Math.Log(1 - probability)));
        var sum = 0.0;
        for (var k = successes; k <= trials; k++)
        {
            sum += term;
            term *= (double)(trials - k) / (k + 1) * (probability / (1 - probability));
        }

        return Math.Min(1, sum);
    }

    /// <summary>The middle one, or the mean of the two in the middle; the numbers are some.</summary>
    public static decimal Median(ImmutableArray<decimal> numbers)
    {
        var sorted = numbers.Sort();
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// <summary>As a message shows it: three digits, or that it is smaller.</summary>
    public static string Show(double probability) => probability < 0.001 ? "p<0.001" : "p=" + Wording.Number(Decimals.Round((decimal)probability, 3));
}

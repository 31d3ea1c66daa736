namespace Extractor.Core.Normalization.Dumps;

/// <summary>
/// Costs are negative natural logarithms of how likely something is, so that those of independent things add up. Numbers here
/// and in <see cref="TypeCosts"/> are judgements of how often extractors do what, not measurements.
/// </summary>
internal static class Likelihood
{
    /// <summary>More than any damage costs.</summary>
    public const double Impossible = 1e6;

    /// <summary>The cost of one of several alternatives being true.</summary>
    public static double Either(IEnumerable<double> costs)
    {
        var all = costs.ToArray();
        if (all.Length == 0)
        {
            return Impossible;
        }

        var least = all.Min();
        return least - Math.Log(all.Sum(cost => Math.Exp(least - cost)));
    }

    /// <summary>The probability of something among all alternatives.</summary>
    public static double Share(double cost, double ofAll) => Math.Min(1, Math.Exp(ofAll - cost));

    public static double Of(double probability) => -Math.Log(probability);
}

using System.Collections.Immutable;

namespace Extractor.Core.Auditing;

/// <summary>Judges a stated total by its terms.</summary>
internal static class Sum
{
    /// <param name="terms">The terms that are numbers; none is negative in a form that makes sense.</param>
    /// <param name="missing">The terms that are not there, or not readable: never taken for zero.</param>
    public static Verdict Judge(Figure total, ImmutableArray<Figure> terms, ImmutableArray<Figure> missing)
    {
        var verdict = Ladder.Judge(total, new Computation(Of(terms), rounding => Range(terms, rounding), terms));
        var settled = missing.IsEmpty || (!terms.IsEmpty && verdict.Outcome <= Outcome.OtherRounding);
        // What is missing can only add: known terms that are too much already contradict the total.
        return settled || total.Value < verdict.Allowed.Low
            ? verdict
            : verdict with { Outcome = Outcome.Incomplete, Factor = null, Missing = missing };
    }

    /// <summary>By that of the sets of terms which fits it best; null where there is none.</summary>
    public static Verdict? Judge(Figure total, ImmutableArray<PointTerms> readings) =>
        Ladder.Best(readings.Select(terms => Judge(total, terms.Known, terms.Missing)));

    /// <summary>What the terms add up to, as printed.</summary>
    public static decimal Of(ImmutableArray<Figure> terms)
    {
        var sum = 0m;
        foreach (var term in terms)
        {
            sum += term.Value;
        }

        return sum;
    }

    private static Interval Range(ImmutableArray<Figure> terms, Rounding rounding)
    {
        var sum = Interval.Point(0);
        foreach (var term in terms)
        {
            sum += term.Range(rounding);
        }

        return sum;
    }
}

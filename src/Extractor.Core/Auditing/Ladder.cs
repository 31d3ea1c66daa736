using System.Collections.Immutable;

namespace Extractor.Core.Auditing;

/// <summary>
/// Judges a stated number by what other fields give, from the strictest reading to the loosest; in the spirit of XBRL
/// Calculations 1.1 (2023), where a value stands for the interval that its printed digits allow.
/// </summary>
public static class Ladder
{
    /// <summary>How far, relative to the number, arithmetic in binary floating point may be off in a form's few operations.</summary>
    private const decimal FloatTolerance = 1e-10m;

    /// <summary>A slip is told from chance by at least so many digits, unless it is exact.</summary>
    private const decimal LeastSlipDigits = 100;

    private static readonly decimal[] SlipFactors = [10_000m, 0.0001m, 100m, 0.01m, 10m, 0.1m];

    /// <param name="allowFewerDigits">The stated number may be rounded to the digits it shows, fewer than its column's.</param>
    public static Verdict Judge(Figure stated, Computation computed, bool allowFewerDigits = false)
    {
        Verdict Judged(Outcome outcome, Habit? habit = null, decimal? factor = null) => new(outcome, stated, computed, habit, factor, []);

        if (stated.Value == computed.Value)
        {
            return Judged(Outcome.Exact);
        }

        if (IsFloatNoise(stated, computed))
        {
            return Judged(Outcome.OtherRounding, Habit.FloatNoise);
        }

        var range = computed.Range(Rounding.HalfUp);
        if (stated.Range(Rounding.HalfUp).Meets(range))
        {
            return Judged(Outcome.RoundingOk);
        }

        foreach (var (rounding, habit) in new[] { (Rounding.Truncated, Habit.Truncated), (Rounding.Ceiling, Habit.Ceiling) })
        {
            if (stated.Range(rounding).Meets(computed.Range(rounding)))
            {
                return Judged(Outcome.OtherRounding, habit);
            }
        }

        if (allowFewerDigits && Interval.Behind(stated.Value, stated.Number!.ShownDecimals, Rounding.HalfUp).Meets(range))
        {
            return Judged(Outcome.OtherRounding, Habit.FewerDigits);
        }

        return Slip(stated, computed, range) is { } factor ? Judged(Outcome.UnitSlip, factor: factor) : Judged(Outcome.Inconsistent);
    }

    /// <summary>The best of several judgements of one stated number; the first of equals.</summary>
    public static Verdict? Best(IEnumerable<Verdict> verdicts)
    {
        Verdict? best = null;
        foreach (var verdict in verdicts)
        {
            if (best is null || verdict.Outcome < best.Outcome)
            {
                best = verdict;
            }

            if (best.Outcome == Outcome.Exact)
            {
                break;
            }
        }

        return best;
    }

    private static bool IsFloatNoise(Figure stated, Computation computed) =>
        (stated.IsFloat || HasFloat(computed.Operands))
        && Math.Abs(stated.Value - computed.Value) <= FloatTolerance * Math.Max(1, Math.Abs(computed.Value));

    private static bool HasFloat(ImmutableArray<Figure> operands)
    {
        foreach (var operand in operands)
        {
            if (operand.IsFloat)
            {
                return true;
            }
        }

        return false;
    }

    private static decimal? Slip(Figure stated, Computation computed, Interval range)
    {
        if (stated.Value == 0 || computed.Value == 0)
        {
            return null;
        }

        var enoughDigits = Math.Abs(stated.Value) / Decimals.Unit(stated.Number!.ShownDecimals) >= LeastSlipDigits;
        foreach (var factor in SlipFactors)
        {
            if (stated.Value * factor == computed.Value || (enoughDigits && (stated.Range(Rounding.HalfUp) * factor).Meets(range)))
            {
                return factor;
            }
        }

        return null;
    }
}

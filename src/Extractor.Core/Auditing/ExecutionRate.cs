namespace Extractor.Core.Auditing;

/// <summary>The relation between a row's budget, its executed amount and its execution rate.</summary>
internal static class ExecutionRate
{
    /// <summary>A rate is good to a whole percent at least, even where it is printed as a fraction with fewer digits.</summary>
    public const int LeastRateDecimals = 2;

    /// <summary>Executed by budget; null where one is no number or the budget is not positive.</summary>
    public static Computation? Computed(FundFigures row, Figure budget) =>
        row.Executed.IsNumber && budget.IsNumber && budget.Range(Rounding.HalfUp).Low > 0
            // The amounts' own rounding does not follow the rate's.
            ? new Computation(
                row.Executed.Value / budget.Value,
                // Equal amounts are one amount, however it was rounded.
                _ => row.Executed.Value == budget.Value
                    ? Interval.Point(1)
                    : row.Executed.Range(Rounding.HalfUp) / budget.Range(Rounding.HalfUp),
                [row.Executed, budget])
            : null;

    /// <summary>
    /// The stated rate as it may be meant: as printed; and, where no percent sign is printed, as the percentage that a
    /// heading may have announced.
    /// </summary>
    public static IEnumerable<Figure> Readings(Figure rate)
    {
        if (rate.Number is not { } number)
        {
            yield break;
        }

        if (number.IsRate)
        {
            yield return rate;
            yield break;
        }

        // 1 is 100 %, not everything from a half up.
        yield return rate with { Decimals = Math.Max(rate.Decimals, LeastRateDecimals) };
        yield return rate with
        {
            Number = number with { Value = number.Value / 100, ShownDecimals = number.ShownDecimals + 2 },
            Decimals = rate.Decimals + 2,
        };
    }

    /// <summary>The stated rate against one budget, in the reading that fits best; null where it cannot be computed.</summary>
    public static Verdict? Judge(FundFigures row, Figure budget) =>
        Computed(row, budget) is { } computed
            ? Ladder.Best(Readings(row.Rate).Select(reading => Judge(reading, computed)))
            : null;

    /// <summary>The rate holds against the initial budget and not against the full-year one.</summary>
    public static bool HoldsForInitialBudgetOnly(FundFigures row) =>
        row.AnnualBudget.IsNumber
        && Judge(row, row.AnnualBudget) is { Outcome: > Outcome.OtherRounding }
        && Judge(row, row.InitialBudget) is { Outcome: <= Outcome.OtherRounding };

    private static Verdict Judge(Figure rate, Computation computed)
    {
        var verdict = Ladder.Judge(rate, computed);
        // A rate that stops at 100 % is a common rule; that more was spent than budgeted is another rule's finding.
        return rate.Value == 1 && computed.Value > 1 ? verdict with { Outcome = Outcome.RoundingOk } : verdict;
    }
}

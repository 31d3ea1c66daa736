namespace Extractor.Core.Auditing;

/// <summary>Which roundings explain one form's execution rate.</summary>
/// <param name="Form">The form's place in the document, from 0.</param>
internal sealed record RateObservation(int Form, Figure Rate, decimal Computed, bool HalfUp, bool Ceiling, bool Truncated)
{
    /// <summary>Null where there is no rate to compare, or no rounding explains it: that is F03's.</summary>
    public static RateObservation? Of(int form, FormFigures figures)
    {
        if (figures.Whole is not { Rate: { Number.IsRate: true } rate } row || ExecutionRate.Computed(row, row.Budget) is not { } computed || computed.Value > 1)
        {
            return null;
        }

        bool Fits(Rounding rounding) => rate.Range(rounding).Meets(computed.Range(rounding));
        var seen = new RateObservation(form, rate, computed.Value, Fits(Rounding.HalfUp), Fits(Rounding.Ceiling), Fits(Rounding.Truncated));
        return seen.HalfUp || seen.Ceiling || seen.Truncated ? seen : null;
    }

    public bool Fits(Rounding rounding) => rounding switch { Rounding.Ceiling => Ceiling, Rounding.Truncated => Truncated, _ => HalfUp };

    /// <summary>This rounding explains it, and no other does.</summary>
    public bool OnlyFits(Rounding rounding) => Fits(rounding) && (HalfUp ? 1 : 0) + (Ceiling ? 1 : 0) + (Truncated ? 1 : 0) == 1;
}

/// <summary>How the publisher of a document's forms rounds their execution rates.</summary>
internal static class RateHabit
{
    public const string HabitRule = "H01";

    public const string DeviationRule = "H02";

    /// <summary>A habit that a single form can be held against shows in so many forms, and in so many of them beyond doubt.</summary>
    private const int FewestForms = 5;

    private const int FewestSure = 3;

    private const decimal LeastShare = 0.8m;

    private static readonly Rounding[] Roundings = [Rounding.HalfUp, Rounding.Ceiling, Rounding.Truncated];

    /// <summary>One hint for a habit other than rounding half up, and a finding for every form that deviates from the habit.</summary>
    public static IEnumerable<Finding> Findings(IReadOnlyList<RateObservation> rates)
    {
        if (rates.All(rate => rate.HalfUp))
        {
            yield break;
        }

        var habit = Roundings.MaxBy(rounding => rates.Count(rate => rate.Fits(rounding)));
        var fitting = rates.Count(rate => rate.Fits(habit));
        var sure = rates.Count(rate => habit == Rounding.HalfUp ? !(rate.Ceiling && rate.Truncated) && rate.HalfUp : rate.OnlyFits(habit) || (rate.Fits(habit) && !rate.HalfUp));
        var (chinese, english) = habit switch { Rounding.Ceiling => ("向上取整", "rounding up"), Rounding.Truncated => ("舍去尾数", "cutting off digits"), _ => ("四舍五入", "rounding half up") };
        if (habit != Rounding.HalfUp)
        {
            var only = rates.Count(rate => rate.Fits(habit) && !rate.HalfUp);
            yield return new Finding(
                HabitRule, Severity.Info, "/forms",
                $"执行率取整习惯：{rates.Count} 张表中有 {fitting} 张的执行率可由{chinese}解释，其中 {only} 张不能由四舍五入解释，应为填报系统的固定做法。",
                $"Habit of rounding: {english} explains the execution rates of {fitting} of {rates.Count} forms, {only} of which rounding half up does not; it is the publisher's way.",
                null, null, [.. rates.Where(rate => !rate.HalfUp && rate.Fits(habit)).Select(Pointer)], Explanation.Rounding);
        }

        var strong = rates.Count >= FewestForms && sure >= FewestSure && fitting >= LeastShare * rates.Count;
        foreach (var rate in rates.Where(rate => !rate.Fits(habit)))
        {
            var computed = Wording.Percent(Decimals.Round(rate.Computed, rate.Rate.Decimals + 2));
            yield return new Finding(
                DeviationRule, strong ? Severity.Warning : Severity.Info, Pointer(rate),
                $"执行率取整与本文件其他表不一致：表列 {rate.Rate.Text}，计算值 {computed}，其他表均可由{chinese}解释，此表不能。",
                $"A rate rounded unlike the others: {rate.Rate.Text} is stated, {computed} computed; {english} explains the others and not this one.",
                rate.Rate.Text, computed, [], strong ? null : Explanation.Rounding);
        }
    }

    private static string Pointer(RateObservation rate) => FormattableString.Invariant($"/forms/{rate.Form}{rate.Rate.Pointer}");
}

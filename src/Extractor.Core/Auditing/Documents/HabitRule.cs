namespace Extractor.Core.Auditing.Documents;

/// <summary>H01, H03: how a publisher rounds its rates, or its scores for execution, where that is not the usual way. Said once.</summary>
public sealed class HabitRule : IDocumentRule
{
    private readonly Rounded what;

    internal HabitRule(Rounded what) => this.what = what;

    public string Id => what == Rounded.Rate ? "H01" : "H03";

    public int Version => 2;

    public Severity Severity => Severity.Info;

    public string Formula => what == Rounded.Rate ? "执行率按四舍五入取整；多数表可由另一种取整解释的，为填报系统的固定做法" : "预算执行得分按未取整的执行率四舍五入；多数表可由另一种算法解释的，为填报系统的固定做法";

    public string FormulaEn => what == Rounded.Rate
        ? "rates are rounded half up; another rounding that explains most forms is the publisher's habit"
        : "scores for execution are points × the unrounded rate, rounded half up; another way that explains most forms is the publisher's habit";

    public IEnumerable<Finding> Check(DocumentSeen document)
    {
        if (RoundingHabit.Of(what, document.Roundings) is not { Way: not 0 } habit || !habit.Unusual.Any())
        {
            yield break;
        }

        var (chinese, english) = habit.Sentence(RoundingHabit.Of(Rounded.Score, document.Roundings));
        yield return new Finding(
            Id, Severity, "/forms", chinese, english, null, null, [.. habit.Unusual.Select(seen => seen.Pointer)], Explanation.Rounding);
    }
}

/// <summary>H02, H04: a rate or a score that is rounded unlike the others of its publisher.</summary>
/// <remarks>
/// A warning where the habit is firm: it explains most of five forms or more, three of them in a way that others do not. A score
/// that is half up of the rate as printed is accepted everywhere, and never more than a hint.
/// </remarks>
public sealed class HabitDeviationRule : IDocumentRule
{
    private readonly Rounded what;

    internal HabitDeviationRule(Rounded what) => this.what = what;

    public string Id => what == Rounded.Rate ? "H02" : "H04";

    public int Version => 2;

    public Severity Severity => Severity.Warning;

    public string Formula => what == Rounded.Rate ? "同一发布单位的执行率按同一种方法取整" : "同一发布单位的预算执行得分按同一种方法计算和取整";

    public string FormulaEn => what == Rounded.Rate ? "a publisher rounds its rates in one way" : "a publisher calculates and rounds its scores for execution in one way";

    public IEnumerable<Finding> Check(DocumentSeen document)
    {
        // Where every form is rounded as usual there is no habit to tell of, nor a deviation.
        if (RoundingHabit.Of(what, document.Roundings) is not { } habit || habit.Seen.All(seen => seen.IsUsual))
        {
            yield break;
        }

        foreach (var seen in habit.Deviating)
        {
            var (chinese, english) = habit.Deviation(seen, "本文件", "");
            yield return new Finding(
                Id, habit.Weight(seen), seen.Pointer, chinese, english, seen.Stated.Text, habit.Show(seen), [],
                habit.Weight(seen) == Severity.Warning ? null : Explanation.Rounding);
        }
    }
}

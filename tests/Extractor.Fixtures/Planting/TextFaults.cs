using System.Collections.Immutable;
using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Planting;

/// <summary>Faults in words.</summary>
internal static class TextFaults
{
    public static ImmutableArray<Fault> All { get; } =
    [
        new("goal_figure", "T03", Severity.Warning, GoalFigure),
        new("copied_goals", "T04", Severity.Info, CopiedGoals),
        new("copied_actuals", "T05", Severity.Info, CopiedActuals),
        new("wrong_year", "T07", Severity.Warning, (form, _) => new Planted(
            form with { Actual = FormattableString.Invariant($"{form.Year - 1}年度各项工作已按计划完成。") }, "/goals/actual", "/goals/actual")),
        new("amount_in_text", "T11", Severity.Warning, (form, _) => new Planted(
            form with { Actual = form.Habit.Amount(form.Money.Executed.Total, AmountStyle.Plain) }, "/goals/actual", "/goals/actual")),
    ];

    /// <summary>The goals say another number of what an indicator counts.</summary>
    private static Planted? GoalFigure(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: >= 5, Actual: not null, Reason: null, Level2: "数量指标" }
            && m.Unit is "个" or "次" or "人" or "座" or "场" or "所" or "公里" && m.Name.EndsWith("数量", StringComparison.Ordinal) && m.Actual == Math.Floor(m.Actual.Value));
        if (i is null)
        {
            return null;
        }

        var measure = form.Measures[i.Value];
        var name = measure.Name[(measure.Name.IndexOf('：', StringComparison.Ordinal) + 1)..^2];
        return new Planted(
            form with { Actual = $"本年度{name}{Habit.Weight(Math.Floor(measure.Actual!.Value * 1.5m))}{measure.Unit}，按期完成各项任务。" },
            $"/indicators/{i}/actual", "/goals/actual") { Needed = [$"/indicators/{i}/actual"] };
    }

    private static Planted? CopiedGoals(FormDraft form, Chance chance) =>
        form.Actual == form.Expected || form.Expected.Length < 15 ? null : new Planted(form with { Actual = form.Expected }, "/goals/actual", "/goals/actual");

    /// <summary>Every actual value is the target with its sign.</summary>
    private static Planted? CopiedActuals(FormDraft form, Chance chance)
    {
        var bounds = Enumerable.Range(0, form.Measures.Length).Where(i => form.Measures[i] is { Target: not null, Comparison: Comparison.AtLeast or Comparison.AtMost or Comparison.MoreThan }).ToList();
        if (bounds.Count < 3 || bounds.Exists(i => form.Measures[i].Reason is not null) || form.Measures.Any(m => m.Name.Contains("执行率", StringComparison.Ordinal) || m.Name.Contains("总成本", StringComparison.Ordinal)))
        {
            return null;
        }

        return new Planted(
            form with
            {
                Habit = form.Habit with { RepeatComparator = true },
                Measures = [.. form.Measures.Select((m, i) => bounds.Contains(i) ? m with { Actual = m.Target } : m)],
            },
            $"/indicators/{bounds[0]}/actual", $"/indicators/{chance.Pick(bounds)}/actual") 
            {
                Besides = paper => paper.Indicators.Count(row => row.Target is { Length: > 0 } target && row.Actual == target && target[0] is '≥' or '≤' or '>' or '<') >= 3
                    && paper.Indicators.All(row => row.Target is not ['≥' or '≤' or '>' or '<', ..] || row.Actual == row.Target),
            };
    }
}

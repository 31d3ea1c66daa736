using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Planting;

/// <summary>Faults in what has to be filled in.</summary>
internal static class ReasonFaults
{
    public static ImmutableArray<Fault> All { get; } =
    [
        new("unexplained_loss", "R01", Severity.Warning, UnexplainedLoss),
        new("needless_reason", "R02", Severity.Info, NeedlessReason),
        new("blank_goal", "R03", Severity.Warning, BlankGoal),
        new("blank_department", "R03", Severity.Info, (form, _) => new Planted(form with { Department = "" }, "/department", "/department")),
        new("blank_actual", "R04", Severity.Warning, BlankActual),
        new("blank_target", "R04", Severity.Warning, BlankTarget),
        new("no_satisfaction", "R05", Severity.Info, NoSatisfaction),
    ];

    private static Planted UnexplainedLoss(FormDraft form, Chance chance)
    {
        var i = chance.Between(0, form.Measures.Length - 1);
        return Faults.At(form, i, "deviation", m => m with { Score = Math.Round(m.Weight * 0.8m, 1), Reason = null }, "score") with
        {
            Needed = [$"/indicators/{i}/deviation", $"/indicators/{i}/weight"],
        };
    }

    private static Planted? NeedlessReason(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: not null, Reason: null, Comparison: Comparison.AtLeast } && m.Actual == m.Target);
        return i is null ? null : Faults.At(form, i.Value, "deviation", m => m with { Reason = chance.Pick(Vocabulary.Phrases.Reasons) }, "deviation") with
        {
            Filled = [$"/indicators/{i}/score", $"/indicators/{i}/weight"],
        };
    }

    private static Planted BlankGoal(FormDraft form, Chance chance) => chance.Percent(50)
        ? new Planted(form with { Actual = "" }, "/goals/actual", "/goals/actual")
        : new Planted(form with { Expected = "" }, "/goals/expected", "/goals/expected");

    private static Planted BlankActual(FormDraft form, Chance chance)
    {
        var i = chance.Between(0, form.Measures.Length - 1);
        return Faults.At(form, i, "actual", m => m with { Actual = null, Target = null, TargetWords = m.Target is null ? m.TargetWords : "完成", ActualWords = "" }, "actual") with
        {
            Needed = [$"/indicators/{i}/weight"],
        };
    }

    private static Planted BlankTarget(FormDraft form, Chance chance)
    {
        var i = chance.Between(0, form.Measures.Length - 1);
        return Faults.At(form, i, "target", m => m with { Actual = null, Target = null, TargetWords = "", ActualWords = "完成" }, "target") with
        {
            Needed = [$"/indicators/{i}/weight"],
        };
    }

    /// <summary>The points for satisfaction were given to the effects. Rows without levels do not say of which kind they are.</summary>
    private static Planted? NoSatisfaction(FormDraft form, Chance chance)
    {
        var kept = form.Measures.Where(m => !m.Level1.StartsWith("满意度", StringComparison.Ordinal)).ToImmutableArray();
        var points = form.Measures.Sum(m => m.Weight) - kept.Sum(m => m.Weight);
        if (points == 0 || form.Habit.LevelPoints || kept[^1].Reason is not null || kept.Any(m => m.Name.Contains("满意", StringComparison.Ordinal)))
        {
            return null;
        }

        return new Planted(
            (form with { Measures = kept.SetItem(kept.Length - 1, kept[^1] with { Weight = kept[^1].Weight + points, Score = kept[^1].Score + points }) }).Summed(),
            "/indicators", $"/indicators/{kept.Length - 1}/score") { Filled = ["/indicators/0/level1"] };
    }
}

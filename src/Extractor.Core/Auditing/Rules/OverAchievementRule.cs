using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S12: an actual value far above its target has a reason: the target may have been set too low.</summary>
public sealed class OverAchievementRule : IAuditRule
{
    public string Id => "S12";

    public Severity Severity => Severity.Warning;

    public string Formula => "实际完成值高于年度指标值较多时，应说明原因";

    public string FormulaEn => "an actual value far above its target has a reason";

    public string Basis => "财预〔2020〕10号：对完成值高于指标值较多的，要分析原因，如果是由于年初指标值设定明显偏低造成的，要按照偏离度适度调减分值";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.Profile.OverAchievement is not { } factor || !form.HasReasonColumn)
        {
            yield break;
        }

        foreach (var row in form.Indicators)
        {
            // One more of a few is no over-achievement; a percentage has nowhere to go.
            if (row is { HasReason: false, Row.Deviation: not null, Attainment: { Reached: Reached.Yes, Direction: Direction.Up, Ratio: { } ratio, Target: var target } }
                && ratio >= factor && target.Unit != "%" && row.Attainment.Actual.Value - target.Value > 1)
            {
                var times = Wording.Percent(Decimals.Round(ratio, 4));
                yield return Report.Note(
                    this, Severity, form, row.ActualPointer,
                    ($"超额完成未说明原因（{Wording.Label(row)}）：年度指标值 {row.Row.Target!.Text}，实际完成值 {row.Row.Actual!.Text}，为指标值的 {times}（达到 {Wording.Percent(factor)} 应说明）",
                     $"Over-achievement without a reason ({Wording.Label(row)}): the target is {row.Row.Target!.Text}, the actual value {row.Row.Actual!.Text} is {times} of it (from {Wording.Percent(factor)} on a reason is due)"),
                    row.Row.Actual!.Text, null, row.TargetPointer);
            }
        }
    }
}

using Extractor.Core.Auditing.Indicators;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Rules;

/// <summary>R01: where points are lost, or a target is missed in a form without points, a reason is given.</summary>
/// <remarks>Said once for an indicator, whether its target was met or not; the message says which.</remarks>
public sealed class UnexplainedLossRule : IAuditRule
{
    private static readonly string[] Elsewhere = ["原因", "偏差", "未完成", "存在问题", "扣分"];

    public string Id => "R01";

    public Severity Severity => Severity.Warning;

    public string Formula => "得分低于分值（无分值的表：未达到指标值）时，应说明偏差原因";

    public string FormulaEn => "where points are lost (in a form without points: where a target is missed), a reason is given";

    public string Basis => "财预〔2020〕10号：未完成绩效目标及偏离绩效目标较大的，分析并说明原因";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (!form.HasReasonColumn)
        {
            yield break;
        }

        var severity = IsSaidElsewhere(form) ? Severity.Info : Severity;
        foreach (var row in form.Indicators)
        {
            if (row.Row.Deviation is null || row.HasReason)
            {
                continue;
            }

            var evidence = new[] { row.Score.Pointer, row.Weight.Pointer };
            if (row.LosesPoints)
            {
                var (met, metEn) = row.Attainment.Reached switch
                {
                    Reached.Yes => ("，且已达到指标值", ", though the target was met"),
                    Reached.No => ("，未达到指标值", ", and the target was missed"),
                    _ => ("", ""),
                };
                var lost = Wording.Number(row.Weight.Value - row.Score.Value);
                yield return Report.Note(
                    this, severity, form, row.DeviationPointer,
                    ($"扣分未说明原因（{Wording.Label(row)}）：分值 {row.Weight.Text}，得分 {row.Score.Text}，扣 {lost} 分{met}，偏差原因栏{Shown(row).Chinese}",
                     $"Points lost without a reason ({Wording.Label(row)}): {row.Score.Text} of {row.Weight.Text} points, {lost} lost{metEn}; the column for the reason {Shown(row).English}"),
                    row.Row.Deviation.Length == 0 ? null : row.Row.Deviation, null, [.. evidence]);
            }
            else if (row.Score.IsAbsent && row.Weight.IsAbsent && row.Attainment is { Reached: Reached.No, IsFirm: true })
            {
                yield return Report.Note(
                    this, severity, form, row.DeviationPointer,
                    ($"未达标未说明原因（{Wording.Label(row)}）：年度指标值 {row.Row.Target!.Text}，实际完成值 {row.Row.Actual!.Text}，偏差原因栏{Shown(row).Chinese}",
                     $"Target missed without a reason ({Wording.Label(row)}): the target is {row.Row.Target!.Text}, the actual value {row.Row.Actual!.Text}; the column for the reason {Shown(row).English}"),
                    row.Row.Deviation.Length == 0 ? null : row.Row.Deviation, null, row.TargetPointer, row.ActualPointer);
            }
        }
    }

    private static (string Chinese, string English) Shown(IndicatorFigures row) =>
        row.Row.Deviation is { Length: > 0 } text ? ($"为“{text}”", $"holds “{text}”") : ("为空", "is empty");

    /// <summary>Some layouts explain all deviations together, below the table.</summary>
    private static bool IsSaidElsewhere(FormFigures form)
    {
        foreach (var extra in form.Form.Extra)
        {
            if (Array.Exists(Elsewhere, word => extra.Label.Contains(word, StringComparison.Ordinal)) && !Normalization.BlankText.IsNothing(extra.Text)
                && !extra.Label.Contains(LabelledText.Separator, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

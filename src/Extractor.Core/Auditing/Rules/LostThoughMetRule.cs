using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S10: an indicator whose target was met has full points. That no reason is given is R01's.</summary>
public sealed class LostThoughMetRule : IAuditRule
{
    public string Id => "S10";

    public Severity Severity => Severity.Info;

    public string Formula => "达到指标值的指标得满分";

    public string FormulaEn => "an indicator whose target was met has full points";

    public string Basis => "财预〔2020〕10号：完成指标值的，记该指标所赋全部分值";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            if (row is { LosesPoints: true, HasReason: true, Attainment: { Reached: Reached.Yes, IsFirm: true } })
            {
                yield return Report.Note(
                    this, Severity, form, row.Score.Pointer,
                    ($"达标扣分（{Wording.Label(row)}）：年度指标值 {row.Row.Target!.Text}，实际完成值 {row.Row.Actual!.Text}，已达到指标值，得分 {row.Score.Text} 低于分值 {row.Weight.Text}",
                     $"Points lost though the target was met ({Wording.Label(row)}): target {row.Row.Target!.Text}, actual {row.Row.Actual!.Text}, {row.Score.Text} of {row.Weight.Text} points"),
                    row.Score.Text, row.Weight.Text, row.TargetPointer, row.ActualPointer, row.Weight.Pointer);
            }
        }
    }
}

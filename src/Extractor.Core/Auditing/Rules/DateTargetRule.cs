using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>T10: what was finished after its date does not have full points.</summary>
public sealed class DateTargetRule : IAuditRule
{
    public string Id => "T10";

    public Severity Severity => Severity.Warning;

    public string Formula => "完成时间晚于指标值的指标不得满分";

    public string FormulaEn => "an indicator that was finished after its date does not have full points";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            if (row is { HasFullPoints: true, Attainment: { Reached: Reached.No, Target.Kind: ClaimKind.Date, Actual.Kind: ClaimKind.Date } })
            {
                yield return Report.Note(
                    this, Severity, form, row.ActualPointer,
                    ($"逾期满分（{Wording.Label(row)}）：年度指标值 {row.Row.Target!.Text}，实际完成值 {row.Row.Actual!.Text}，晚于指标值，得分 {row.Score.Text} 为满分",
                     $"Late with full points ({Wording.Label(row)}): the target is {row.Row.Target!.Text}, finished {row.Row.Actual!.Text}, the score {row.Score.Text} is full"),
                    row.Row.Actual!.Text, null, row.TargetPointer, row.Score.Pointer);
            }
        }
    }
}

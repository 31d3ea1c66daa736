using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S08: a target between two values, or about one, that is passed by far does not have full points.</summary>
public sealed class SpanTargetRule : IAuditRule
{
    public string Id => "S08";

    public Severity Severity => Severity.Warning;

    public string Formula => "区间型指标的实际完成值超出区间时不得满分";

    public string FormulaEn => "an indicator whose actual value is above the range of its target does not have full points";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            if (row.HasFullPoints && !row.HasReason
                && row.Attainment is { Reached: Reached.Unknown, Direction: Direction.Within, Target: { IsNumber: true } target, Actual: { IsNumber: true, IsBound: false } actual }
                && (actual.Unit.Length == 0 || actual.Unit == target.Unit) && actual.Range.Low > target.Range.High)
            {
                yield return Report.Note(
                    this, Severity, form, row.Score.Pointer,
                    ($"区间指标（{Wording.Label(row)}）：年度指标值 {row.Row.Target!.Text}，实际完成值 {row.Row.Actual!.Text} 超出区间，得分 {row.Score.Text} 为满分",
                     $"Range ({Wording.Label(row)}): the target is {row.Row.Target!.Text}, the actual value {row.Row.Actual!.Text} is above it, the score {row.Score.Text} is full"),
                    row.Score.Text, null, row.TargetPointer, row.ActualPointer, row.Weight.Pointer);
            }
        }
    }
}

using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S09: an indicator whose target was missed does not have full points.</summary>
/// <remarks>
/// An error where a bound or an equals sign is printed (≥90%) and the units agree, so that there is one reading, and no reason is given; a
/// warning where the target is a plain number, words or a range, or where a reason is given beside the full points. A date after its date is T10's.
/// </remarks>
public sealed class MissedTargetRule : IAuditRule
{
    public string Id => "S09";

    public Severity Severity => Severity.Error;

    public string Formula => "未达到指标值的指标不得满分";

    public string FormulaEn => "an indicator whose target was missed does not have full points";

    public string Basis => "财预〔2020〕10号：未完成指标值的，按照完成值与指标值的比例记分";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            // Claims about the execution rate are held against the funds block too, but their target stands here.
            if (!row.HasFullPoints || row.Attainment is not { Reached: Reached.No } attainment
                || attainment is { Target.Kind: ClaimKind.Date, Actual.Kind: ClaimKind.Date })
            {
                continue;
            }

            var points = attainment.Ratio is { } ratio && attainment.Direction == Direction.Up && ratio >= 0 ? row.Weight.Value * ratio : (decimal?)null;
            var computed = points is { } due ? Wording.Number(Decimals.Round(due, 2)) : null;
            var (target, actual) = (row.Row.Target!.Text, row.Row.Actual!.Text);
            yield return Report.Note(
                this, attainment.IsFirm && !row.HasReason ? Severity : Severity.Warning, form, row.Score.Pointer,
                ($"未达标满分（{Wording.Label(row)}）：年度指标值 {target}，实际完成值 {actual}，未达到指标值，得分 {row.Score.Text} 为满分"
                    + (computed is null ? "" : $"，按比例应为 {computed}"),
                 $"Missed target with full points ({Wording.Label(row)}): the target is {target}, the actual value {actual}, the score {row.Score.Text} is full"
                    + (computed is null ? "" : $"; in proportion it is {computed}")),
                row.Score.Text, computed, row.TargetPointer, row.ActualPointer, row.Weight.Pointer)
                with { Relation = points is null ? null : Relation.Broken(row.Score.Value, points.Value, [row.Weight]) };
        }
    }
}

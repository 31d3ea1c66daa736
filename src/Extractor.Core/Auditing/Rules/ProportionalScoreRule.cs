using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S06: a missed target of a positive indicator earns points in proportion.</summary>
/// <remarks>Fewer points than the proportion are a publisher's own severity, and a hint; more are a breach. None at all are accepted.</remarks>
public sealed class ProportionalScoreRule : IAuditRule
{
    public string Id => "S06";

    public Severity Severity => Severity.Warning;

    public string Formula => "正向指标未达标时：得分 = 实际完成值 ÷ 年度指标值 × 分值";

    public string FormulaEn => "where a positive target is missed: score = actual ÷ target × points";

    public string Basis => "财预〔2020〕10号：未完成指标值的，按照完成值与指标值的比例记分";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            if (row.LosesPoints && row.Attainment is { Reached: Reached.No, Direction: Direction.Up, Ratio: { } ratio, IsFirm: true } && ratio < 1)
            {
                var finding = Of(this, form, row, [("B÷A", row.Weight.Value * ratio)]);
                if (finding is not null)
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>A finding where none of the variants gives the score, whatever the rounding; the nearest variant is named.</summary>
    internal static Finding? Of(IAuditRule rule, FormFigures form, IndicatorFigures row, ReadOnlySpan<(string Name, decimal Points)> variants)
    {
        // The publisher may round in any way, to the digits that the score needs: 17.60 may be rounded to tenths.
        var score = row.Score.Value;
        var unit = Decimals.Unit(Math.Min(Decimals.Count(score), 2));
        var nearest = variants[0];
        foreach (var variant in variants)
        {
            if (Math.Abs(variant.Points - score) <= unit || score == 0)
            {
                return null;
            }

            nearest = Math.Abs(variant.Points - score) < Math.Abs(nearest.Points - score) ? variant : nearest;
        }

        var computed = Wording.Number(Decimals.Round(nearest.Points, 2));
        var severity = score > nearest.Points ? rule.Severity : Severity.Info;
        var (much, muchEn) = score > nearest.Points ? ("高于", "above") : ("低于", "below");
        return Report.Note(
            rule, severity, form, row.Score.Pointer,
            ($"按比例计分（{Wording.Label(row)}）：年度指标值 {row.Row.Target!.Text}，实际完成值 {row.Row.Actual!.Text}，按 {nearest.Name}×分值 {row.Weight.Text} 应为 {computed}，表列得分 {row.Score.Text} {much}比例",
             $"Score in proportion ({Wording.Label(row)}): target {row.Row.Target!.Text}, actual {row.Row.Actual!.Text}; {nearest.Name}×{row.Weight.Text} points give {computed}, the stated {row.Score.Text} is {muchEn} the proportion"),
            row.Score.Text, computed, row.TargetPointer, row.ActualPointer, row.Weight.Pointer) with
        {
            Relation = Relation.Broken(
                score, nearest.Points, [row.Weight],
                allowed: new AllowedRange(Wording.Number(Decimals.Round(nearest.Points - unit, 4)), Wording.Number(Decimals.Round(nearest.Points + unit, 4)))),
        };
    }
}

using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S11: the score of an indicator in words is in the band of the grade that its actual value states.</summary>
/// <remarks>
/// A score above its band is a breach: 未达成 with the points of 部分达成, 部分达成 with full points. Within the bands and just
/// at their bounds publishers differ (the profile says whether bands are open), and fewer points are their own severity.
/// </remarks>
public sealed class QualitativeBandRule : IAuditRule
{
    public string Id => "S11";

    public int Version => 2;

    public Severity Severity => Severity.Warning;

    public string Formula => "定性指标得分在所述等次的区间内：达成 100%～80%（含），部分达成 80%～60%（含），未达成 60%～0%";

    public string FormulaEn => "the score of an indicator in words is within the band of its grade: reached 100 to 80 %, partly 80 to 60 %, not reached below 60 %";

    public string Basis => "财预〔2020〕10号：定性指标三档按 100%-80%（含）、80%-60%（含）、60%-0% 记分";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            if (!row.Score.IsNumber || row.Weight is not { Number.Value: > 0 } || row.Attainment.Actual.Kind != ClaimKind.Words || row.Row.Actual is not { } actual)
            {
                continue;
            }

            var reached = Achievement.Of(row.Attainment.Actual.Text);
            var share = row.Score.Value / row.Weight.Value;
            var most = reached switch { Reached.Partly => form.Profile.UpperBand, Reached.No => form.Profile.LowerBand, _ => 1 };
            // 未完成 with full points is S09's.
            var isAbove = share > most || (form.Profile.OpenBands && share == most && most < 1);
            if (isAbove && !(reached == Reached.No && row.HasFullPoints && row.Attainment.Reached == Reached.No))
            {
                // Full points are a contradiction of the words; a point too many in between is a matter of judgement.
                yield return Report.Note(
                    this, share == 1 || reached == Reached.No ? Severity : Severity.Info, form, row.Score.Pointer,
                    ($"定性指标得分（{Wording.Label(row)}）：实际完成值为“{actual.Text}”，得分 {row.Score.Text} 为分值 {row.Weight.Text} 的 {Wording.Percent(Decimals.Round(share, 4))}，高于该等次上限 {Wording.Percent(most)}",
                     $"Score in words ({Wording.Label(row)}): the actual value is “{actual.Text}”, but the score {row.Score.Text} is {Wording.Percent(Decimals.Round(share, 4))} of {row.Weight.Text} points, above {Wording.Percent(most)}, the most of its grade"),
                    row.Score.Text, Wording.Number(row.Weight.Value * most), row.ActualPointer, row.Weight.Pointer)
                    with { Relation = Relation.Broken(row.Score.Value, row.Weight.Value * most, [row.Weight], allowed: new AllowedRange("0", Wording.Number(row.Weight.Value * most))) };
            }
            else if (reached == Reached.Yes && share < form.Profile.UpperBand && row.Attainment.Target.Kind == ClaimKind.Words)
            {
                yield return Report.Note(
                    this, Severity.Info, form, row.Score.Pointer,
                    ($"定性指标得分（{Wording.Label(row)}）：实际完成值为“{actual.Text}”，得分 {row.Score.Text} 低于分值 {row.Weight.Text} 的 {Wording.Percent(form.Profile.UpperBand)}",
                     $"Score in words ({Wording.Label(row)}): the actual value is “{actual.Text}”, but the score {row.Score.Text} is below {Wording.Percent(form.Profile.UpperBand)} of {row.Weight.Text} points"),
                    row.Score.Text, null, row.ActualPointer, row.Weight.Pointer);
            }
        }
    }
}

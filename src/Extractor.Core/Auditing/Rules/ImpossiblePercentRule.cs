using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>T09: no share of a whole is above 100 %.</summary>
public sealed class ImpossiblePercentRule : IAuditRule
{
    /// <summary>Shares of a whole; a rate of completion or growth can be above 100 %.</summary>
    private static readonly string[] Shares =
        ["满意度", "满意率", "合格率", "达标率", "覆盖率", "及时率", "准确率", "通过率", "完好率", "优良率", "知晓率", "参与率", "到位率", "合规率", "入学率", "普及率"];

    public string Id => "T09";

    public Severity Severity => Severity.Error;

    public string Formula => "合格率、覆盖率、满意度等比率不大于 100%";

    public string FormulaEn => "shares such as rates of acceptance, coverage or satisfaction are at most 100 %";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            var (actual, target) = (IsTooMuch(row.Attainment.Actual), IsTooMuch(row.Attainment.Target));
            if (!(actual || target) || !Array.Exists(Shares, share => EndsWith(row.Name, share)))
            {
                continue;
            }

            if (actual)
            {
                yield return Finding(form, row, row.ActualPointer, row.Row.Actual!.Text, "实际完成值", "the actual value");
            }
            else
            {
                yield return Finding(form, row, row.TargetPointer, row.Row.Target!.Text, "年度指标值", "the target");
            }
        }
    }

    private Finding Finding(FormFigures form, IndicatorFigures row, string pointer, string text, string chinese, string english) => Report.Note(
        this, Severity, form, pointer,
        ($"比率大于 100%（{Wording.Label(row)}）：{chinese}为 {text}", $"A share above 100 % ({Wording.Label(row)}): {english} is {text}"), text, null);

    /// <summary>The share is the last word, but for brackets and punctuation.</summary>
    private static bool EndsWith(string name, string share)
    {
        var at = name.LastIndexOf(share, StringComparison.Ordinal);
        return at >= 0 && (at + share.Length == name.Length || !char.IsLetter(name[at + share.Length]));
    }

    private static bool IsTooMuch(Claim claim) =>
        claim is { IsNumber: true, Unit: "%" } && (claim.Value > 100 || (claim.Value == 100 && claim.Form == ClaimForm.MoreThan)) && claim.Form is not (ClaimForm.AtMost or ClaimForm.LessThan or ClaimForm.About);
}

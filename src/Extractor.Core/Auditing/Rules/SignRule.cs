using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>T08: the comparison sign of a target goes with what its name says is better.</summary>
public sealed class SignRule : IAuditRule
{
    private static readonly string[] More = ["满意度", "满意率", "合格率", "达标率", "覆盖率", "及时率", "准确率", "完成率", "完好率", "优良率", "通过率", "增长率", "提高率"];

    private static readonly string[] Less = ["投诉率", "事故率", "发生率", "故障率", "差错率", "失业率", "死亡率", "事故数", "投诉数"];

    public string Id => "T08";

    public Severity Severity => Severity.Info;

    public string Formula => "指标值的比较符号与指标方向一致（合格率用 ≥，投诉率用 ≤）";

    public string FormulaEn => "the sign of a target goes with its direction: ≥ for a rate of acceptance, ≤ for a rate of complaints";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            if (row.Attainment.Target is not { IsBound: true } target)
            {
                continue;
            }

            var up = target.Form is ClaimForm.AtLeast or ClaimForm.MoreThan;
            if (Array.Exists(up ? Less : More, word => row.Name.EndsWith(word, StringComparison.Ordinal)))
            {
                yield return Report.Note(
                    this, Severity, form, row.TargetPointer,
                    ($"指标方向（{Wording.Label(row)}）：年度指标值 {row.Row.Target!.Text} 的比较符号与指标含义相反",
                     $"Direction ({Wording.Label(row)}): the sign of the target {row.Row.Target!.Text} is the wrong way round for what the name says"),
                    row.Row.Target!.Text, null);
            }
        }
    }
}

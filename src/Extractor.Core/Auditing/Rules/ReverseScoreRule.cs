using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S07: a missed target of a reverse indicator earns points by one of the formulas in use.</summary>
public sealed class ReverseScoreRule : IAuditRule
{
    public string Id => "S07";

    public Severity Severity => Severity.Warning;

    public string Formula => "反向指标未达标时：得分 = 年度指标值 ÷ 实际完成值 × 分值，或 (1 −（实际完成值 − 年度指标值）÷ 年度指标值) × 分值";

    public string FormulaEn => "where a reverse target is missed: score = target ÷ actual × points, or (1 − (actual − target) ÷ target) × points";

    public string Basis => "各地填报说明：反向指标 A/B×分值；预算绩效软件：(1−(B−A)/A)×分值";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        var variants = new List<(string, decimal)>(2);
        foreach (var row in form.Indicators)
        {
            if (!row.LosesPoints || row.Attainment is not { Reached: Reached.No, Direction: Direction.Down, Ratio: { } ratio, IsFirm: true } || ratio <= 1)
            {
                continue;
            }

            variants.Clear();
            foreach (var formula in form.Profile.Reverse)
            {
                variants.Add(formula == ReverseFormula.Ratio
                    ? ("A÷B", row.Weight.Value / ratio)
                    : ("(1−(B−A)÷A)", row.Weight.Value * Math.Max(0, 2 - ratio)));
            }

            if (variants.Count > 0 && ProportionalScoreRule.Of(this, form, row, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(variants)) is { } finding)
            {
                yield return finding;
            }
        }
    }
}

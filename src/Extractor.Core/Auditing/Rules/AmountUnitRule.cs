using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>F08: an amount in the goals is one of the funds block, and not ten thousand times more or less.</summary>
public sealed class AmountUnitRule : IAuditRule
{
    private const decimal Slip = 10_000;

    /// <summary>Round amounts with fewer digits may agree by chance.</summary>
    private const int FewestDigits = 3;

    public string Id => "F08";

    public Severity Severity => Severity.Warning;

    public string Formula => "文字中的金额与资金表同一金额的单位一致（元与万元相差 10000 倍）";

    public string FormulaEn => "an amount in the words has the unit that it has in the funds block";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.Whole is not { } whole || form.MoneyExponent is null)
        {
            yield break;
        }

        foreach (var (pointer, amounts) in new[] { ("/goals/expected", form.GoalNumbers.Expected), ("/goals/actual", form.GoalNumbers.Actual) })
        {
            foreach (var amount in amounts)
            {
                if (amount.SignificantDigits >= FewestDigits && Attainment.InYuan(amount.Unit) is { } factor && Slipped(form, whole, amount.Value * factor) is { } figure)
                {
                    yield return Report.Note(
                        this, Severity, form, pointer,
                        ($"金额单位：文字中的 {amount.Text} 与资金表 {figure.Text}{form.Form.Unit} 正好相差 10000 倍，疑为单位有误",
                         $"Unit of an amount: {amount.Text} in the words and {figure.Text} {form.Form.Unit} in the funds block differ by a factor of 10000"),
                        amount.Text, Wording.Number(form.InYuan(figure)!.Value / factor), figure.Pointer)
                        with { Relation = Relation.Broken(amount.Value, form.InYuan(figure)!.Value / factor, [figure], outcome: Outcome.UnitSlip) };
                    break;
                }
            }
        }
    }

    private static Figure? Slipped(FormFigures form, FundFigures whole, decimal amount)
    {
        Figure? slipped = null;
        foreach (var figure in whole.Amounts)
        {
            if (form.InYuan(figure) is not { } yuan || yuan == 0)
            {
                continue;
            }

            if (yuan == amount)
            {
                return null;
            }

            slipped ??= yuan == amount * Slip || yuan * Slip == amount ? figure : null;
        }

        return slipped;
    }
}

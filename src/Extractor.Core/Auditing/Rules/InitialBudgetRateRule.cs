namespace Extractor.Core.Auditing.Rules;

/// <summary>F04: the execution rate is not taken of the initial budget where there is a full-year one.</summary>
public sealed class InitialBudgetRateRule : IAuditRule
{
    public string Id => "F04";

    public Severity Severity => Severity.Warning;

    public string Formula => "执行率以全年预算数为分母，不以年初预算数为分母";

    public string FormulaEn => "the execution rate is taken of the annual budget, not of the initial budget";

    public IEnumerable<Finding> Check(FormFigures form) =>
        from row in form.Funds
        where ExecutionRate.HoldsForInitialBudgetOnly(row)
        let right = row.Executed.Value / row.AnnualBudget.Value
        let wrong = row.Executed.Value / row.InitialBudget.Value
        let computed = Wording.Percent(Decimals.Round(right, row.Rate.Decimals))
        let label = Wording.Label(row)
        select new Finding(
            Id, Severity, row.Rate.Pointer,
            $"执行率（{label}）：表列 {row.Rate.Text} 是以年初预算数 {row.InitialBudget.Text} 计算的（{Show(wrong, row)}），以全年预算数 {row.AnnualBudget.Text} 计算应为 {computed}。",
            $"Execution rate ({label}): the stated {row.Rate.Text} is taken of the initial budget {row.InitialBudget.Text} ({Show(wrong, row)}); of the annual budget {row.AnnualBudget.Text} it is {computed}.",
            row.Rate.Text, computed, [row.Executed.Pointer, row.AnnualBudget.Pointer, row.InitialBudget.Pointer],
            Report.Blame(form, [row.Rate.Pointer, row.Executed.Pointer, row.AnnualBudget.Pointer, row.InitialBudget.Pointer]))
        {
            Relation = Relation.Broken(row.Rate.Number is { IsRate: true } rate ? rate.Value : wrong, right, [row.Executed, row.AnnualBudget], isRate: true),
        };

    private static string Show(decimal rate, FundFigures row) => Wording.Percent(Decimals.Round(rate, row.Rate.Decimals + 4));
}

namespace Extractor.Core.Auditing.Rules;

/// <summary>F05: no more is executed than budgeted.</summary>
public sealed class OverspendingRule : IAuditRule
{
    public string Id => "F05";

    public Severity Severity => Severity.Warning;

    public string Formula => "全年执行数 ≤ 全年预算数，执行率 ≤ 100%";

    public string FormulaEn => "executed ≤ annual budget, execution rate ≤ 100 %";

    public IEnumerable<Finding> Check(FormFigures form) => form.Funds.SelectMany(row => Check(form, row));

    private IEnumerable<Finding> Check(FormFigures form, FundFigures row)
    {
        var label = Wording.Label(row);
        if (row is { Executed.IsNumber: true, Budget.IsNumber: true })
        {
            // With both amounts at hand, a rate above 100 % follows from them or is F03's.
            if (row.Executed.Value > row.Budget.Value && row.Executed.Value > 0)
            {
                var (executed, budget) = (row.Executed.Pointer, row.Budget.Pointer);
                var over = Wording.Number(row.Executed.Value - row.Budget.Value);
                yield return new Finding(
                    Id, Severity, executed,
                    $"超预算执行（{label}）：全年执行数 {row.Executed.Text} 大于预算数 {row.Budget.Text}，超出 {over}。",
                    $"Overspending ({label}): executed {row.Executed.Text} is more than the budget {row.Budget.Text}, by {over}.",
                    row.Executed.Text, row.Budget.Text, [budget], Report.Blame(form, [executed, budget]))
                {
                    Relation = Relation.Broken(row.Executed.Value, row.Budget.Value, [row.Budget]),
                };
            }
        }
        else if (row.Rate.Number is { IsRate: true, Value: > 1 and var rate })
        {
            yield return new Finding(
                Id, Severity, row.Rate.Pointer,
                $"超预算执行（{label}）：执行率 {row.Rate.Text} 大于 100%。",
                $"Overspending ({label}): the execution rate {row.Rate.Text} is above 100 %.",
                row.Rate.Text, null, [], Report.Blame(form, [row.Rate.Pointer]))
            {
                Relation = Relation.Broken(rate, 1, [], isRate: true),
            };
        }
    }
}

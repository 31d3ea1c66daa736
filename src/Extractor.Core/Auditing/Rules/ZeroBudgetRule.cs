namespace Extractor.Core.Auditing.Rules;

/// <summary>F06: a budget of 0 has no execution rate and earns no points.</summary>
public sealed class ZeroBudgetRule : IAuditRule
{
    public string Id => "F06";

    public Severity Severity => Severity.Error;

    public string Formula => "全年预算数 = 0 时，执行率与得分不大于 0";

    public string FormulaEn => "with an annual budget of 0, neither the execution rate nor its score is above 0";

    public IEnumerable<Finding> Check(FormFigures form) =>
        from row in form.Funds
        where row.Budget is { Number.Value: 0 }
        from claim in new[] { (Figure: row.Rate, Chinese: "执行率", English: "execution rate"), (Figure: row.Score, Chinese: "得分", English: "score") }
        where claim.Figure is { Number.Value: > 0 }
        let label = Wording.Label(row)
        select new Finding(
            Id, Severity, claim.Figure.Pointer,
            $"零预算（{label}）：预算数为 {row.Budget.Text}，表列{claim.Chinese} {claim.Figure.Text}。",
            $"No budget ({label}): the budget is {row.Budget.Text}, the stated {claim.English} is {claim.Figure.Text}.",
            claim.Figure.Text, "0", [row.Budget.Pointer], Report.Blame(form, [claim.Figure.Pointer, row.Budget.Pointer]))
        {
            Relation = Relation.Broken(claim.Figure.Value, 0, [row.Budget], isRate: claim.Figure.Number!.IsRate),
        };
}

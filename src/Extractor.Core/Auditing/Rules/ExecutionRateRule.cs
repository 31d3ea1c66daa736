using System.Collections.Immutable;

namespace Extractor.Core.Auditing.Rules;

/// <summary>F03: the execution rate of a row is its executed amount by its budget.</summary>
public sealed class ExecutionRateRule : IAuditRule
{
    public string Id => "F03";

    public Severity Severity => Severity.Error;

    public string Formula => "执行率 = 全年执行数 ÷ 全年预算数";

    public string FormulaEn => "execution rate = executed ÷ annual budget";

    public IEnumerable<Finding> Check(FormFigures form) =>
        form.Funds.Where(row => row.Rate.IsNumber).SelectMany(row => Check(form, row));

    private IEnumerable<Finding> Check(FormFigures form, FundFigures row) =>
        ExecutionRate.Judge(row, row.Budget) is not { } verdict ? Unchecked(form, row)
        // That is F04's.
        : verdict.Outcome > Outcome.OtherRounding && ExecutionRate.HoldsForInitialBudgetOnly(row) ? []
        : Judged(form, row, verdict);

    private IEnumerable<Finding> Judged(FormFigures form, FundFigures row, Verdict verdict)
    {
        var unsigned = verdict.Outcome <= Outcome.OtherRounding && verdict.Stated.Value != row.Rate.Value;
        if (form.Accepts(verdict) && !unsigned)
        {
            return [];
        }

        var computed = verdict.Computation.Value;
        var decimals = verdict.Stated.Decimals;
        var (quotient, rounded) = (Wording.Percent(Decimals.Round(computed, decimals + 4)), Wording.Percent(Decimals.Round(computed, decimals)));
        return unsigned
            ? [new Finding(
                Id, Severity.Info, row.Rate.Pointer,
                $"执行率（{Wording.Label(row)}）：表列 {row.Rate.Text} 未印百分号，按百分数核对与 {quotient} 相符。",
                $"Execution rate ({Wording.Label(row)}): {row.Rate.Text} is printed without a percent sign; as a percentage it agrees with {quotient}.",
                row.Rate.Text, rounded, Evidence(row), null)]
            : Report.Of(this, form, verdict, new Statement(
                $"执行率（{Wording.Label(row)}）：{Wording.Number(row.Executed.Value)}÷{Wording.Number(row.Budget.Value)}={quotient}，表列 {row.Rate.Text}",
                $"Execution rate ({Wording.Label(row)}): {Wording.Number(row.Executed.Value)}÷{Wording.Number(row.Budget.Value)}={quotient}, stated is {row.Rate.Text}",
                rounded, IsRate: true));
    }

    private IEnumerable<Finding> Unchecked(FormFigures form, FundFigures row)
    {
        var missing = new[] { row.Executed, row.Budget }.Where(figure => !figure.IsNumber).ToImmutableArray();
        return missing.IsEmpty || missing.Any(figure => figure.IsAbsent)
            ? []
            : Report.Of(
                this, form,
                new Verdict(Outcome.Incomplete, row.Rate, new Computation(0, _ => Interval.Point(0), []), null, null, missing),
                new Statement(
                    $"执行率（{Wording.Label(row)}）：表列 {row.Rate.Text}", $"Execution rate ({Wording.Label(row)}): stated is {row.Rate.Text}", "", IsRate: true));
    }

    private static ImmutableArray<string> Evidence(FundFigures row) => [row.Executed.Pointer, row.Budget.Pointer];
}

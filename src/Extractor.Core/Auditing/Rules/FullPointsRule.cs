namespace Extractor.Core.Auditing.Rules;

/// <summary>S15: where money is left, it is rare that every single indicator was reached in full.</summary>
public sealed class FullPointsRule : IAuditRule
{
    /// <summary>With one or two indicators full points say nothing.</summary>
    private const int Fewest = 3;

    public string Id => "S15";

    public Severity Severity => Severity.Info;

    public string Formula => "预算执行率低于 100% 时，全部指标均得满分的，提示核实产出与支出是否匹配";

    public string FormulaEn => "with less than 100 % executed, full points for all indicators are worth a look";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.Whole is not { } row || form.Indicators.Length < Fewest || !form.Indicators.All(indicator => indicator.HasFullPoints)
            || !IsBelow(row))
        {
            yield break;
        }

        var count = Wording.Number(form.Indicators.Length);
        var rate = row.Rate.IsNumber ? row.Rate.Text : Wording.Percent(Decimals.Round(row.Executed.Value / row.Budget.Value, 4));
        yield return Report.Note(
            this, Severity, form, row.Rate.IsNumber ? row.Rate.Pointer : row.Executed.Pointer,
            ($"预算未执行完而指标全部满分：执行率 {rate}，{count} 项指标均得满分", $"Money is left and every indicator is full: {rate} executed, full points for all {count} indicators"),
            row.Rate.IsNumber ? row.Rate.Text : null, null);
    }

    private static bool IsBelow(FundFigures row) =>
        ExecutionRate.Computed(row, row.Budget) is { } computed ? computed.Range(Rounding.HalfUp).High < 1 : row.Rate.Number is { IsRate: true, Value: < 1 };
}

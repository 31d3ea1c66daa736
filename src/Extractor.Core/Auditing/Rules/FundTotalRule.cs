namespace Extractor.Core.Auditing.Rules;

/// <summary>F01: each amount of the total row is the sum of its parts.</summary>
public sealed class FundTotalRule : IAuditRule
{
    public string Id => "F01";

    public Severity Severity => Severity.Error;

    public string Formula => "年度资金总额 = 财政拨款 + 上年结转资金 + 其他资金（年初预算数、全年预算数、全年执行数各自成立）";

    public string FormulaEn => "fund total = fiscal funds + carried over + other funds, for the initial budget, the annual budget and the executed amount each";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var block in form.Blocks)
        {
            foreach (var column in AmountColumn.All)
            {
                var total = column.Of(block.Total);
                // A total of nothing over parts with money is F02.
                if (!total.IsNumber || BlankTotalRule.IsBreach(block, column) || block.Judge(column) is not { } verdict || form.Accepts(verdict))
                {
                    continue;
                }

                var terms = Wording.Terms(verdict.Computation.Operands);
                var sum = Wording.Number(verdict.Computation.Value);
                foreach (var finding in Report.Of(this, form, verdict, new Statement(
                    $"资金合计（{column.Chinese}）：各项资金之和 {terms.Chinese}={sum}，表列{Wording.Label(block.Total)} {total.Text}",
                    $"Fund total ({column.English}): the parts add up to {terms.English}={sum}, stated is {total.Text}",
                    sum)))
                {
                    yield return finding;
                }
            }
        }
    }
}

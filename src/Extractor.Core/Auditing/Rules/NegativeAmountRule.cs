namespace Extractor.Core.Auditing.Rules;

/// <summary>F10: amounts are not negative.</summary>
public sealed class NegativeAmountRule : IAuditRule
{
    public string Id => "F10";

    public Severity Severity => Severity.Warning;

    public string Formula => "预算数、执行数不小于 0";

    public string FormulaEn => "amounts are not negative";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Funds)
        {
            foreach (var column in AmountColumn.All)
            {
                if (column.Of(row) is { Number.Value: < 0 } amount)
                {
                    yield return Report.Note(
                        this, Severity, form, amount.Pointer,
                        ($"金额（{Wording.Label(row)}，{column.Chinese}）：表列 {amount.Text}，小于 0",
                         $"Amount ({Wording.Label(row)}, {column.English}): {amount.Text} is below 0"),
                        amount.Text, null);
                }
            }
        }
    }
}

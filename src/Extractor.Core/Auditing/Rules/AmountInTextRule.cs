using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing.Rules;

/// <summary>T11: where words belong, no bare amount stands.</summary>
public sealed class AmountInTextRule : IAuditRule
{
    public string Id => "T11";

    public Severity Severity => Severity.Warning;

    public string Formula => "项目名称、年度总体目标及完成情况为文字，不是金额";

    public string FormulaEn => "the project's name and the goals are words, and not an amount";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        (string Pointer, string? Text, string Chinese, string English)[] fields =
        [
            ("/projectName", form.Form.ProjectName, "项目名称", "project name"),
            ("/goals/expected", form.Form.Goals?.Expected, "年初设定目标", "expected goals"),
            ("/goals/actual", form.Form.Goals?.Actual, "年度总体目标完成情况", "goals reached"),
        ];
        foreach (var (pointer, text, chinese, english) in fields)
        {
            if (text is not { Length: > 0 } || !char.IsAsciiDigit(text[^1]) || NumberText.Parse(text) is not PrintedNumber number)
            {
                continue;
            }

            var same = SameAmount(form, number.Value);
            yield return Report.Note(
                this, Severity, form, pointer,
                ($"文字栏填写金额：{chinese}栏内容为“{text}”" + (same is null ? "" : $"，与资金表 {same.Text} 相同，疑为误填"),
                 $"An amount in a place of words: the {english} are “{text}”" + (same is null ? "" : $", the {same.Text} of the funds block: a slip")),
                text, null, [.. same is null ? [] : new[] { same.Pointer }]);
        }
    }

    private static Figure? SameAmount(FormFigures form, decimal value)
    {
        foreach (var row in form.Funds)
        {
            foreach (var amount in row.Amounts)
            {
                if (amount.Number?.Value == value)
                {
                    return amount;
                }
            }
        }

        return null;
    }
}

using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing.Rules;

/// <summary>X06: what stands in a column of numbers is a number, or nothing.</summary>
public sealed class UnreadableNumberRule : IAuditRule
{
    public string Id => "X06";

    public Severity Severity => Severity.Warning;

    public string Formula => "金额、分值、执行率、得分栏为数字或空白";

    public string FormulaEn => "columns of amounts, points, rates and scores hold numbers or nothing";

    public IEnumerable<Finding> Check(FormFigures form) =>
        form.Funds.SelectMany(row => row.All)
            .Concat(form.Indicators.SelectMany(row => new[] { row.Weight, row.Score }))
            .Concat([form.TotalWeight, form.TotalScore])
            .Where(figure => figure.IsUnreadable)
            .Select(figure => (Figure: figure, Why: Why(figure.Problem!.Value)))
            .Select(cell => new Finding(
                Id, Severity, cell.Figure.Pointer,
                $"数字无法识别：数字栏内容为“{cell.Figure.Text}”，{cell.Why.Chinese}，未参与核对。",
                $"Unreadable number: a column of numbers holds “{cell.Figure.Text}”, {cell.Why.English}; it took no part in the checks.",
                cell.Figure.Text, null, [], null));

    private static (string Chinese, string English) Why(NumberProblem problem) => problem switch
    {
        NumberProblem.BrokenGrouping => ("千分位逗号位置有误", "with a misplaced comma"),
        NumberProblem.SecondPoint => ("小数点多于一个", "with more than one decimal point"),
        NumberProblem.BlankInside => ("数字之间有空格", "with a blank between digits"),
        NumberProblem.TooLong => ("位数超出可核对的范围", "with more digits than can be checked"),
        _ => ("不是数字", "which is no number"),
    };
}

namespace Extractor.Core.Auditing.Rules;

/// <summary>T05: actual values are not the targets again, sign and all: “≥50个” is no number of things done.</summary>
public sealed class CopiedActualsRule : IAuditRule
{
    private const int Fewest = 3;

    public string Id => "T05";

    public Severity Severity => Severity.Info;

    public string Formula => "实际完成值不照抄带比较符号的年度指标值";

    public string FormulaEn => "actual values are not copies of the targets with their signs";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        var (bounds, copies, first) = (0, 0, (IndicatorFigures?)null);
        foreach (var row in form.Indicators)
        {
            if (row.Attainment is { Target: { IsBound: true } target, Actual: { IsNumber: true } actual })
            {
                bounds++;
                if (actual.Form == target.Form && actual.Value == target.Value)
                {
                    copies++;
                    first ??= row;
                }
            }
        }

        return first is not null && copies >= Fewest && copies == bounds
            ? [Report.Note(
                this, Severity, form, first.ActualPointer,
                ($"实际完成值照抄指标值：{copies} 项带比较符号的指标，实际完成值均与年度指标值相同（如“{first.Row.Actual!.Text}”），不是实际数",
                 $"Copied targets: of all {copies} indicators with a bound the actual value is the target again (“{first.Row.Actual!.Text}”), and no number of what was done"),
                first.Row.Actual!.Text, null, first.TargetPointer)]
            : [];
    }
}

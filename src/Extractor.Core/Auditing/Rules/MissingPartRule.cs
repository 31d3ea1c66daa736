using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing.Rules;

/// <summary>R04: an indicator has a target, an actual value and points.</summary>
/// <remarks>A column in which all rows are blank is a habit of the publisher, and a row in which everything is blank one of the template.</remarks>
public sealed class MissingPartRule : IAuditRule
{
    public string Id => "R04";

    public Severity Severity => Severity.Warning;

    public string Formula => "每项指标有年度指标值、实际完成值和分值";

    public string FormulaEn => "every indicator has a target, an actual value and points";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        var (targets, actuals, weights) = (false, false, false);
        foreach (var row in form.Indicators)
        {
            targets |= IsFilled(row.Row.Target);
            actuals |= IsFilled(row.Row.Actual);
            weights |= row.Weight.IsNumber;
        }

        foreach (var row in form.Indicators)
        {
            if (row.Name.Length == 0 || !(row.Weight.IsNumber || row.Score.IsNumber))
            {
                continue;
            }

            if (targets && IsBlank(row.Row.Target))
            {
                yield return Missing(form, row, row.TargetPointer, "年度指标值", "target");
            }

            if (actuals && IsBlank(row.Row.Actual))
            {
                yield return Missing(form, row, row.ActualPointer, "实际完成值", "actual value");
            }

            if (weights && row.Weight.IsNothing)
            {
                yield return Missing(form, row, row.Weight.Pointer, "分值", "points");
            }
        }
    }

    private Finding Missing(FormFigures form, IndicatorFigures row, string pointer, string chinese, string english) => Report.Note(
        this, Severity, form, pointer,
        ($"指标不完整（{Wording.Label(row)}）：未填写{chinese}", $"Incomplete indicator ({Wording.Label(row)}): no {english}"), null, null);

    private static bool IsFilled(QuantityReading? reading) => reading is not null && !BlankText.IsBlank(reading.Text);

    private static bool IsBlank(QuantityReading? reading) => reading is not null && BlankText.IsBlank(reading.Text);
}

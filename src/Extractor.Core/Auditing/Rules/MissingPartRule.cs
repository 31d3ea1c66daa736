using Extractor.Core.Auditing.Indicators;
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
        var unitsSayNone = form.Indicators.Any(row => row.Row.Target is { } target && SaysNoUnit(target.Text));
        foreach (var row in form.Indicators)
        {
            targets |= !IsBlank(row.Row.Target, row.Attainment.Target);
            actuals |= !IsBlank(row.Row.Actual, row.Attainment.Actual);
            weights |= row.Weight.IsNumber;
        }

        foreach (var row in form.Indicators)
        {
            if (row.Name.Length == 0 || !(row.Weight.IsNumber || row.Score.IsNumber))
            {
                continue;
            }

            if (targets && row.Row.Target is { } target && (IsBlank(target, row.Attainment.Target) || (unitsSayNone && target.Text == NatureAndUnit)))
            {
                yield return Missing(form, row, row.TargetPointer, "年度指标值", "target");
            }

            if (actuals && row.Row.Actual is not null && IsBlank(row.Row.Actual, row.Attainment.Actual))
            {
                yield return Missing(form, row, row.ActualPointer, "实际完成值", "actual value");
            }

            if (weights && row.Weight.IsNothing)
            {
                yield return Missing(form, row, row.Weight.Pointer, "分值", "points");
            }
        }
    }

    /// <summary>指标性质 and 度量单位 of a qualitative target, which is missing between them where others are 定性及时无; elsewhere 无 is the target: no accidents.</summary>
    private const string NatureAndUnit = "定性无";

    private static bool SaysNoUnit(string target) =>
        target.Length > NatureAndUnit.Length && target.StartsWith(NatureAndUnit[..^1], StringComparison.Ordinal) && target.EndsWith(NatureAndUnit[^1]);

    private Finding Missing(FormFigures form, IndicatorFigures row, string pointer, string chinese, string english) => Report.Note(
        this, Severity, form, pointer,
        ($"指标不完整（{Wording.Label(row)}）：未填写{chinese}", $"Incomplete indicator ({Wording.Label(row)}): no {english}"), null, null);

    /// <summary>无 is said, and no blank; 定性 with nothing after it is one.</summary>
    private static bool IsBlank(QuantityReading? reading, Claim claim) =>
        reading is null || BlankText.IsBlank(reading.Text) || (claim.Kind == ClaimKind.Nothing && !BlankText.IsNothing(reading.Text));
}

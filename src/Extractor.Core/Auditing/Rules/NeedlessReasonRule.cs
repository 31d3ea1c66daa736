using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>R02: no reason for a deviation is given where nothing deviates.</summary>
public sealed class NeedlessReasonRule : IAuditRule
{
    private static readonly string[] NoDeviation = ["无", "未", "没有", "不", "已", "完成", "达"];

    public string Id => "R02";

    public Severity Severity => Severity.Info;

    public string Formula => "已达到指标值且得满分的指标，不应填写偏差原因";

    public string FormulaEn => "an indicator that met its target with full points has no reason for a deviation";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            if (row is { HasReason: true, HasFullPoints: true, Attainment: { Reached: Reached.Yes, Ratio: null or <= 1 } }
                && !Array.Exists(NoDeviation, word => row.Row.Deviation!.StartsWith(word, StringComparison.Ordinal)))
            {
                yield return Report.Note(
                    this, Severity, form, row.DeviationPointer,
                    ($"偏差原因与得分不符（{Wording.Label(row)}）：已达到指标值且得满分，偏差原因栏为“{row.Row.Deviation}”",
                     $"A reason without a deviation ({Wording.Label(row)}): the target was met with full points, but the reason is “{row.Row.Deviation}”"),
                    row.Row.Deviation, null, row.Score.Pointer);
            }
        }
    }
}

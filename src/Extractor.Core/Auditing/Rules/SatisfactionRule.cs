using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>T06: a satisfaction of exactly 100 % rests on a survey that the form speaks of.</summary>
public sealed class SatisfactionRule : IAuditRule
{
    private static readonly string[] Survey = ["调查", "问卷", "测评", "回访", "抽样", "样本"];

    public string Id => "T06";

    public Severity Severity => Severity.Info;

    public string Formula => "满意度为 100% 时，应有调查依据";

    public string FormulaEn => "a satisfaction of 100 % rests on a survey";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            if (row.Attainment.Actual is { IsNumber: true, Unit: "%", Value: 100, Form: not (ClaimForm.AtMost or ClaimForm.LessThan) }
                && (row.Name.Contains("满意度", StringComparison.Ordinal) || row.Name.Contains("满意率", StringComparison.Ordinal)))
            {
                if (IsSurveyed(form))
                {
                    yield break;
                }

                yield return Report.Note(
                    this, Severity, form, row.ActualPointer,
                    ($"满意度（{Wording.Label(row)}）：实际完成值为 {row.Row.Actual!.Text}，表内未见调查依据",
                     $"Satisfaction ({Wording.Label(row)}): {row.Row.Actual!.Text}, without a word about a survey"),
                    row.Row.Actual!.Text, null);
            }
        }
    }

    /// <summary>How points shall be given (考核标准) says nothing of what was done.</summary>
    private static bool IsSurveyed(FormFigures form) =>
        Says(form.Form.Goals?.Actual) || form.Form.Extra.Any(extra => !extra.Label.Contains("标准", StringComparison.Ordinal) && Says(extra.Text)) || form.Form.Indicators.Any(row => Says(row.Deviation) || Says(row.Level3));

    private static bool Says(string? text) => text is not null && Array.Exists(Survey, word => text.Contains(word, StringComparison.Ordinal));
}

using System.Globalization;

namespace Extractor.Core.Auditing.Rules;

/// <summary>T07: what was reached is of the form's year, and not of another.</summary>
/// <remarks>Only where the goals reached name exactly one year, which is before the form's, and not as the beginning of something or for comparison.</remarks>
public sealed class YearRule : IAuditRule
{
    private static readonly string[] Earlier = ["自", "从", "比", "较", "同比", "截至", "《", "至", "-", "—", "~", "以来", "启动", "开始"];

    public string Id => "T07";

    public Severity Severity => Severity.Warning;

    public string Formula => "完成情况所述年度与表列年度一致";

    public string FormulaEn => "the year that the goals reached speak of is the form's year";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.Form is not { Year: { } year, Goals.Actual: { Length: > 0 } text } || Only(text) is not { } said || said.Year >= year
            || Array.Exists(Earlier, word => text.Contains(word, StringComparison.Ordinal)))
        {
            return [];
        }

        var (shown, stated) = (Wording.Number(year), Wording.Number(said.Year));
        return
        [
            Report.Note(
                this, Severity, form, "/goals/actual",
                ($"年度不符：表列年度为 {shown} 年，完成情况只提到 {stated} 年", $"Another year: the form is of {shown}, the goals reached speak of {stated} only"),
                stated, shown),
        ];
    }

    /// <summary>The one year that the text names; null where there is none or more.</summary>
    private static (int Year, int At)? Only(string text)
    {
        (int Year, int At)? only = null;
        for (var at = text.IndexOf('年', StringComparison.Ordinal); at >= 0; at = text.IndexOf('年', at + 1))
        {
            if (at < 4 || (at > 4 && char.IsAsciiDigit(text[at - 5])) || !int.TryParse(text.AsSpan(at - 4, 4), NumberStyles.None, NumberFormatInfo.InvariantInfo, out var year) || year is < 2000 or > 2100)
            {
                continue;
            }

            if (only is { } known && known.Year != year)
            {
                return null;
            }

            only = (year, at);
        }

        return only;
    }
}

using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing.Rules;

/// <summary>X03: every number of a form belongs to a field, and every row of indicators has its name.</summary>
/// <remarks>
/// A number that no field claims and no label names, or points and values without a name beside them, say that the grid may
/// have been read wrong: a cell that slid into another column or row. The page should be looked at before the figures are used.
/// </remarks>
public sealed class ColumnDoubtRule : IAuditRule
{
    /// <summary>How a text is called that stands without a label.</summary>
    private const string Unlabelled = "说明";

    public string Id => "X03";

    public Severity Severity => Severity.Info;

    public string Formula => "表内数字均归入某一栏目，指标行均有名称（否则表格线可能识别有误）";

    public string FormulaEn => "every number of the form belongs to a field and every row of indicators has a name: else the grid may have been misread";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var extra in form.Form.Extra)
        {
            if (Lone(extra) is { } number)
            {
                yield return Report.Note(
                    this, Severity, form, FieldPointer.OfExtra(extra.Label),
                    ($"表格识别存疑：数字“{number}”没有归入任何栏目，请对照原页核实", $"Doubtful grid: the number “{number}” belongs to no field; look at the page"),
                    number, null);
            }
        }

        if (!form.Indicators.Any(row => row.Name.Length > 0))
        {
            yield break;
        }

        foreach (var row in form.Indicators)
        {
            if (row.Row.Level3 is { Length: 0 } && (row.Weight.IsNumber || row.Score.IsNumber) && string.IsNullOrEmpty(row.Row.Level2))
            {
                yield return Report.Note(
                    this, Severity, form, $"/indicators/{row.Index}/level3",
                    ($"表格识别存疑：第 {Wording.Number(row.Index + 1)} 行指标有分值或得分而无名称，请对照原页核实",
                     $"Doubtful grid: indicator row {Wording.Number(row.Index + 1)} has points and no name; look at the page"),
                    null, null, [.. new[] { row.Weight, row.Score }.Where(figure => figure.IsNumber).Select(figure => figure.Pointer)]);
            }
        }
    }

    /// <summary>A number that stands alone: as a label without a value, or as a text without a label.</summary>
    private static string? Lone(LabelledText extra)
    {
        var text = extra.Text.Length == 0 ? extra.Label : extra.Label.StartsWith(Unlabelled, StringComparison.Ordinal) ? extra.Text : "";
        return text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] is '%' or '％') && NumberText.Parse(text) is PrintedNumber ? text : null;
    }
}

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

    /// <summary>A number as short as this may count rows, and is a hint.</summary>
    private const int LongestOrdinal = 2;

    private const int MostShown = 5;

    public string Id => "X03";

    public Severity Severity => Severity.Warning;

    public string Formula => "表内数字均归入某一栏目，指标行均有名称（否则表格线可能识别有误）";

    public string FormulaEn => "every number of the form belongs to a field and every row of indicators has a name: else the grid may have been misread";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (Lone(form) is { } lone)
        {
            yield return lone;
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
                    this, Severity.Info, form, $"/indicators/{row.Index}/level3",
                    ($"表格识别存疑：第 {Wording.Number(row.Index + 1)} 行指标有分值或得分而无名称，请对照原页核实",
                     $"Doubtful grid: indicator row {Wording.Number(row.Index + 1)} has points and no name; look at the page"),
                    null, null, [.. new[] { row.Weight, row.Score }.Where(figure => figure.IsNumber).Select(figure => figure.Pointer)]);
            }
        }
    }

    /// <summary>Said once a form, of the first number that looks like an amount or points, or else of the first.</summary>
    private Finding? Lone(FormFigures form)
    {
        List<(string Pointer, string Number, bool IsFigure)>? all = null;
        foreach (var extra in form.Form.Extra)
        {
            if (Number(extra) is { } number)
            {
                (all ??= []).Add((FieldPointer.OfExtra(extra.Label), number, number.Length > LongestOrdinal));
            }
        }

        if (all is null)
        {
            return null;
        }

        var first = all.Find(one => one.IsFigure) is { Number: not null } figure ? figure : all[0];
        var numbers = string.Join("、", all.Take(MostShown).Select(one => $"“{one.Number}”"));
        return Report.Note(
            this, first.IsFigure ? Severity : Severity.Info, form, first.Pointer,
            ($"表格识别存疑：数字{numbers}{(all.Count > MostShown ? "等" : "")}没有归入任何栏目，请对照原页核实", $"Doubtful grid: {numbers}{(all.Count > MostShown ? " and others" : "")} belong to no field; look at the page"),
            first.Number, null, [.. all.Where(one => one.Pointer != first.Pointer).Select(one => one.Pointer)]) with { Explanation = null };
    }

    /// <summary>A number that stands alone: as a label without a value, or as a text without a label.</summary>
    private static string? Number(LabelledText extra)
    {
        var text = extra.Text.Length == 0 ? extra.Label : extra.Label.StartsWith(Unlabelled, StringComparison.Ordinal) ? extra.Text : "";
        return text.Length > 0 && (char.IsAsciiDigit(text[^1]) || text[^1] is '%' or '％') && NumberText.Parse(text) is PrintedNumber ? text : null;
    }
}

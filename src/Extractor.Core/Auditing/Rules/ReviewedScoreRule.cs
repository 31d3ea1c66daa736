using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S14: where a form has a second column of scores, by a reviewer, or one of points taken off, they agree with the first.</summary>
/// <remarks>
/// The layouts print such columns beside the form's own score, and no field claims them: they stand in <see cref="Form.Extra"/>
/// as <c>复核分 · name of the indicator</c>. What the points are taken off, the points that can be had or those that the
/// publisher gave itself, differs: a row contradicts itself only where no reading holds.
/// </remarks>
public sealed class ReviewedScoreRule : IAuditRule
{
    /// <summary>What printed decimals may leave.</summary>
    private const decimal Noise = 1e-9m;

    private static readonly string[] ReviewedNames = ["复核分", "复核得分", "复核评分", "审核分", "审核得分", "审核评分", "核定得分", "核定分", "评审得分", "财政审核评分", "财政审核得分", "财政评分", "财政复核得分", "主管部门审核得分"];

    private static readonly string[] TakenOffNames = ["扣分", "扣分值", "扣减分", "扣减分值", "扣减得分", "减分"];

    public string Id => "S14";

    public Severity Severity => Severity.Error;

    public string Formula => "审核（复核）得分在 0 与分值之间；有扣分栏时：自评得分 − 扣分 = 审核得分，或 分值 − 扣分 = 得分";

    public string FormulaEn => "a reviewer's score is between 0 and the points; with points taken off: own score − points off = reviewed score, or points − points off = score";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.Form.Extra.IsEmpty || Columns(form.Form) is not { } columns)
        {
            yield break;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in form.Indicators)
        {
            // A name that several rows have does not tell whose the value is.
            var name = row.Name.Length > 0 ? row.Name : row.Row.Level2 ?? "";
            if (name.Length == 0 || form.Indicators.Count(other => (other.Name.Length > 0 ? other.Name : other.Row.Level2 ?? "") == name) > 1 || !names.Add(name))
            {
                continue;
            }

            var (reviewed, off) = (columns.Reviewed(name), columns.TakenOff(name));
            var finding = Range(form, row, reviewed) ?? Deduction(form, row, reviewed, off);
            if (finding is not null)
            {
                yield return finding;
            }
        }
    }

    private Finding? Range(FormFigures form, IndicatorFigures row, Figure? reviewed) =>
        reviewed is { IsNumber: true } && row.Weight.IsNumber && (reviewed.Value < 0 || reviewed.Value > row.Weight.Value + Noise)
            ? Report.Note(
                this, Severity, form, reviewed.Pointer,
                ($"审核得分（{Wording.Label(row)}）：表列 {reviewed.Text}，不在 0 与分值 {row.Weight.Text} 之间",
                 $"Reviewed score ({Wording.Label(row)}): {reviewed.Text} is not between 0 and its {row.Weight.Text} points"),
                reviewed.Text, null, row.Weight.Pointer)
            : null;

    private Finding? Deduction(FormFigures form, IndicatorFigures row, Figure? reviewed, Figure? off)
    {
        if (off is not { IsNumber: true } || !row.Score.IsNumber)
        {
            return null;
        }

        // 扣分 is printed as 2 or as -2.
        var lost = Math.Abs(off.Value);
        var readings = new List<(Figure From, Figure Left)>(3);
        if (reviewed is { IsNumber: true })
        {
            readings.Add((row.Score, reviewed));
            readings.Add((row.Weight, reviewed));
        }

        readings.Add((row.Weight, row.Score));
        readings.RemoveAll(reading => !reading.From.IsNumber);
        if (readings.Count == 0 || readings.Exists(reading => Math.Abs(reading.From.Value - lost - reading.Left.Value) <= Noise))
        {
            return null;
        }

        var (from, left) = readings[0];
        var computed = Wording.Number(from.Value - lost);
        var (fromName, fromNameEn) = ReferenceEquals(from, row.Score) ? ("自评得分", "own score") : ("分值", "points");
        return Report.Note(
            this, Severity, form, left.Pointer,
            ($"扣分（{Wording.Label(row)}）：{fromName} {from.Text} 减扣分 {off.Text} 应为 {computed}，表列得分 {left.Text}",
             $"Points taken off ({Wording.Label(row)}): {fromNameEn} {from.Text} less {off.Text} is {computed}, the stated score is {left.Text}"),
            left.Text, computed, from.Pointer, off.Pointer);
    }

    private static SecondColumns? Columns(Form form)
    {
        string? reviewed = null, off = null;
        foreach (var extra in form.Extra)
        {
            var end = extra.Label.IndexOf(LabelledText.Separator, StringComparison.Ordinal);
            if (end > 0)
            {
                var header = PrintedText.Fold(extra.Label[..end]);
                var bracket = header.IndexOf('(', StringComparison.Ordinal);
                var name = bracket > 0 ? header[..bracket] : header;
                reviewed ??= Array.IndexOf(ReviewedNames, name) >= 0 ? extra.Label[..end] : null;
                off ??= Array.IndexOf(TakenOffNames, name) >= 0 ? extra.Label[..end] : null;
            }
        }

        return reviewed is null && off is null ? null : new SecondColumns(form, reviewed, off);
    }

    private sealed record SecondColumns(Form Form, string? ReviewedHeader, string? TakenOffHeader)
    {
        public Figure? Reviewed(string row) => Of(ReviewedHeader, row);

        public Figure? TakenOff(string row) => Of(TakenOffHeader, row);

        private Figure? Of(string? header, string row)
        {
            var label = header + LabelledText.Separator + row;
            var cell = header is null ? null : Form.Extra.FirstOrDefault(extra => extra.Label == label);
            return cell is null ? null : Figure.Of(FieldPointer.OfExtra(label), NumberText.Read(cell.Text)) with { IsExact = true };
        }
    }
}

using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S13: the grade in words is that of the total score.</summary>
public sealed class GradeRule : IAuditRule
{
    private static readonly string[] Labels = ["总分", "合计", "等级", "等次", "评价结论", "自评结论", "结果"];

    /// <summary>Another scale in use: 预算绩效 software of several provinces.</summary>
    private static readonly GradeBound[] Other = [new("优", 80), new("良", 70), new("中", 60), new("差", 0)];

    public string Id => "S13";

    public Severity Severity => Severity.Warning;

    public string Formula => "等级与总分相符：90（含）以上为优，80（含）～90 为良，60（含）～80 为中，60 以下为差（以适用规定为准）";

    public string FormulaEn => "the grade is that of the total score, with bounds at 90, 80 and 60 points, or as the profile has them";

    public string Basis => "财预〔2020〕10号：总分 100 分，90（含）-100 优、80（含）-90 良、60（含）-80 中、60 以下差";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.TotalScore.Number is not { } total)
        {
            yield break;
        }

        foreach (var extra in form.Form.Extra)
        {
            if (Grade(extra.Text) is not { } stated || !IsOfTotal(extra.Label))
            {
                continue;
            }

            var right = Of(form.Profile.Grades.AsSpan(), total.Value);
            if (right is not null && right != stated)
            {
                var other = Of(Other, total.Value) == stated;
                yield return Report.Note(
                    this, other ? Severity.Info : Severity, form, form.TotalScore.Pointer,
                    ($"等级：总分 {form.TotalScore.Text} 对应“{right}”，表列“{extra.Text}”" + (other ? "（按 80/70/60 分档则相符）" : ""),
                     $"Grade: a total of {form.TotalScore.Text} is “{right}”, stated is “{extra.Text}”" + (other ? " (right by the scale 80/70/60)" : "")),
                    extra.Text, right);
            }
        }
    }

    /// <summary>The grade stands beside the total score, or under one of the columns: 总分 · 偏差原因.</summary>
    private static bool IsOfTotal(string label)
    {
        var end = label.IndexOf(LabelledText.Separator, StringComparison.Ordinal);
        var row = end < 0 ? label : label[..end];
        return Array.Exists(Labels, word => row.EndsWith(word, StringComparison.Ordinal) || (end >= 0 && label.EndsWith(word, StringComparison.Ordinal)));
    }

    private static string? Of(ReadOnlySpan<GradeBound> grades, decimal score)
    {
        foreach (var grade in grades)
        {
            if (score >= grade.AtLeast)
            {
                return grade.Word;
            }
        }

        return null;
    }

    private static string? Grade(string text) => text switch
    {
        "优" or "优秀" => "优",
        "良" or "良好" => "良",
        "中" or "合格" => "中",
        "差" or "不合格" => "差",
        _ => null,
    };
}

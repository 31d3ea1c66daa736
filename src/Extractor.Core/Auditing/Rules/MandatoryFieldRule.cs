using System.Collections.Immutable;

namespace Extractor.Core.Auditing.Rules;

/// <summary>R03: what every form states is not left blank.</summary>
/// <remarks>A field that the layout does not have is not missing: only a label with nothing beside it is. Which fields must be filled says the profile; others are hints.</remarks>
public sealed class MandatoryFieldRule : IAuditRule
{
    /// <summary>Pointers to the fields that a profile can require.</summary>
    public static ImmutableArray<string> Fields { get; } = ["/projectName", "/department", "/implementingUnit", "/goals/expected", "/goals/actual"];

    public string Id => "R03";

    public int Version => 2;

    public Severity Severity => Severity.Warning;

    public string Formula => "项目名称、主管部门、实施单位、年度总体目标及完成情况不为空";

    public string FormulaEn => "project, department, implementing unit, goals and their completion are not blank";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        var it = form.Form;
        (string Pointer, string? Text, string Chinese, string English)[] fields =
        [
            ("/projectName", it.ProjectName, "项目名称", "project name"),
            ("/department", it.Department, "主管部门", "department"),
            ("/implementingUnit", it.ImplementingUnit, "实施单位", "implementing unit"),
            ("/goals/expected", it.Goals?.Expected, "年初设定目标", "expected goals"),
            ("/goals/actual", it.Goals?.Actual, "年度总体目标完成情况", "goals reached"),
        ];
        foreach (var field in fields)
        {
            if (field.Text is { Length: 0 })
            {
                yield return Report.Note(
                    this, form.Profile.Required.Contains(field.Pointer) ? Severity : Severity.Info, form, field.Pointer, ($"必填项为空：{field.Chinese}未填写", $"Blank field: {field.English} is not filled in"), null, null);
            }
        }
    }
}

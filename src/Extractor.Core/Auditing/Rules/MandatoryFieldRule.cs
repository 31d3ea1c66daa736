namespace Extractor.Core.Auditing.Rules;

/// <summary>R03: what every form states is not left blank.</summary>
/// <remarks>A field that the layout does not have is not missing: only a label with nothing beside it is.</remarks>
public sealed class MandatoryFieldRule : IAuditRule
{
    public string Id => "R03";

    public Severity Severity => Severity.Warning;

    public string Formula => "项目名称、主管部门、实施单位、年度总体目标及完成情况不为空";

    public string FormulaEn => "project, department, implementing unit, goals and their completion are not blank";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        var it = form.Form;
        (string Pointer, string? Text, string Chinese, string English, Severity Severity)[] fields =
        [
            ("/projectName", it.ProjectName, "项目名称", "project name", Severity),
            ("/department", it.Department, "主管部门", "department", Severity.Info),
            ("/implementingUnit", it.ImplementingUnit, "实施单位", "implementing unit", Severity.Info),
            ("/goals/expected", it.Goals?.Expected, "年初设定目标", "expected goals", Severity),
            ("/goals/actual", it.Goals?.Actual, "年度总体目标完成情况", "goals reached", Severity),
        ];
        foreach (var field in fields)
        {
            if (field.Text is { Length: 0 })
            {
                yield return Report.Note(
                    this, field.Severity, form, field.Pointer, ($"必填项为空：{field.Chinese}未填写", $"Blank field: {field.English} is not filled in"), null, null);
            }
        }
    }
}

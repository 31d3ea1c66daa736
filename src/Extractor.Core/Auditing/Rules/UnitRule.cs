namespace Extractor.Core.Auditing.Rules;

/// <summary>T12: things are not counted in people.</summary>
public sealed class UnitRule : IAuditRule
{
    private static readonly string[] Things =
        ["站", "设备", "工程", "设施", "平台", "系统", "道路", "管网", "房屋", "车辆", "机构", "基地", "场馆", "党组织", "公园", "桥梁", "路灯", "仪器", "绿地", "网点"];

    /// <summary>With one of these in the name, people may be meant.</summary>
    private static readonly string[] People =
        ["人", "员", "户", "者", "生", "队", "师", "干部", "代表", "群众", "工作", "民", "童", "兵", "残", "患", "培训", "参与", "服务对象", "受益", "就业", "学", "次", "职工", "专家", "居"];

    private static readonly string[] Counts = ["数量", "个数", "数", "建设", "新建", "新增", "改造", "购置", "维护"];

    public string Id => "T12";

    public Severity Severity => Severity.Info;

    public string Formula => "计量单位与指标内容相符（站点、设备、工程等不以“人”计）";

    public string FormulaEn => "the unit goes with what is counted: stations, devices and works are not counted in people";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        foreach (var row in form.Indicators)
        {
            var (target, actual) = (row.Attainment.Target, row.Attainment.Actual);
            var inTarget = target is { IsNumber: true, Unit: "人" or "名" or "人次" };
            if ((inTarget || actual is { IsNumber: true, Unit: "人" or "名" or "人次" })
                && Has(row.Name, Things) && Has(row.Name, Counts) && !Has(row.Name, People))
            {
                var (pointer, text, unit) = inTarget ? (row.TargetPointer, row.Row.Target!.Text, target.Unit) : (row.ActualPointer, row.Row.Actual!.Text, actual.Unit);
                yield return Report.Note(
                    this, Severity, form, pointer,
                    ($"计量单位（{Wording.Label(row)}）：{text} 以“{unit}”计，与指标内容不符", $"Unit ({Wording.Label(row)}): {text} is counted in “{unit}”, which does not go with the name"),
                    text, null);
            }
        }
    }

    private static bool Has(string name, string[] words) => Array.Exists(words, word => name.Contains(word, StringComparison.Ordinal));
}

using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>The self-evaluation of a whole department: no project, basic and project expenditure instead of sources.</summary>
public static class WholeDepartment
{
    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit"));
        var title = TitleStyle.Draw(chance, "部门整体支出绩效自评表", "部门整体绩效自评表", "部门（单位）整体支出绩效自评表");
        var (three, twenty) = (chance.Percent(35), chance.Percent(30));
        var points = twenty ? 20m : 10m;
        IndicatorColumn[] values = three
            ? [IndicatorColumn.Nature(habit, "指标性质"), IndicatorColumn.Value("指标值"), IndicatorColumn.Unit("度量单位", ""), IndicatorColumn.BareActual("实际完成值", true)]
            : [IndicatorColumn.Target(habit, chance.Pick(["年度指标值", "年初目标值"])), IndicatorColumn.Actual(habit, chance.Pick(["实际完成值", "全年完成值"]))];
        var frame = Frame.Draw(
            chance, habit, title, chance.Pick(["绩效指标", "年度绩效指标"]),
            [
                .. IndicatorColumn.Levels(), .. values, IndicatorColumn.Weight("分值"), IndicatorColumn.Score(habit, "得分"),
                IndicatorColumn.Deviation(habit, chance.Pick(["偏差原因分析及改进措施", "未完成原因分析"])),
            ]);
        var letters = chance.Percent(50);
        FundColumn[] columns =
        [
            .. chance.Percent(50) ? [FundColumn.Initial(habit, "年初预算数")] : Array.Empty<FundColumn>(),
            FundColumn.Annual(habit, frame.Lettered(chance.Pick(["全年预算数", "预算数"]), "A", letters)),
            FundColumn.Executed(habit, frame.Lettered(chance.Pick(["全年执行数", "执行数"]), "B", letters)),
            FundColumn.Weight(habit, "分值", points), FundColumn.Rate(habit, frame.Lettered("执行率", "B/A", letters), parts: chance.Percent(40)), FundColumn.Score(habit, "得分"),
        ];
        var (side, name) = (frame.WithUnit(chance.Pick(["部门整体支出", "预算执行情况", "年度预算"])), chance.Pick(["部门（单位）名称", "部门名称", "单位名称"]));
        var (total, other) = (chance.Pick(["年度资金总额", "部门整体支出总额", "支出总额"]), chance.Percent(40));

        return frame.Layout(twenty ? new PointPlan(20, 40, 30, 10) : new PointPlan(10, 50, 30, 10), (form, own) =>
        {
            var text = title.For(form.Year);
            var sheet = frame.Sheet(text);
            sheet.Heading(new HeaderCell(HeaderField.Department, name, form.Department));
            sheet.Funds(
                habit.Unit, side, "", [.. columns],
                FundLines.Draw(form, own, total, other ? ["其中：基本支出", "项目支出", "其他支出"] : ["其中：基本支出", "项目支出"]));
            sheet.Goals("年度总体目标", ("预期目标", form.Expected), ("实际完成情况", form.Actual));
            frame.Indicators(sheet, form, own);
            frame.Total(sheet, form, "总分", Habit.Weight(form.TotalWeight));
            if (own.Percent(40))
            {
                sheet.Wide("其他需要说明事项", own.Pick(Vocabulary.Phrases.Remarks));
            }

            return sheet.Build(text);
        });
    }
}

using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>The points of a level stand in its label: 产出指标（50分） (Anhui).</summary>
public static class PointsInLabels
{
    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit")) with { NumberedNames = chance.Percent(35), PartWeight = chance.Pick(["", "-", "—"]) };
        var title = TitleStyle.Draw(chance, "项目支出绩效自评表", "财政项目支出绩效自评表");
        var satisfied = chance.Pick(["满意度指标", "服务对象满意度指标"]);
        var frame = Frame.Draw(
            chance, habit, title, "绩效指标",
            [
                .. IndicatorColumn.Levels(),
                IndicatorColumn.Target(habit, chance.Pick(["年度指标值", "指标值"])), IndicatorColumn.Actual(habit, "实际完成值"),
                IndicatorColumn.Weight("分值"), IndicatorColumn.Score(habit, "得分"), IndicatorColumn.Deviation(habit, "偏差原因分析及改进措施"),
            ]);
        FundColumn[] columns =
        [
            FundColumn.Initial(habit, "年初预算数"), FundColumn.Annual(habit, "全年预算数"), FundColumn.Executed(habit, "全年执行数"),
            FundColumn.Weight(habit, "分值", Money.Points), FundColumn.Rate(habit, "执行率"), FundColumn.Score(habit, "得分"),
        ];
        var (side, plan) = (frame.WithUnit("项目资金"), chance.Pick([new PointPlan(10, 50, 30, 10), new(10, 40, 40, 10)]));
        var (points, second, coded) = (chance.Pick(["{0}分", "{0} 分"]), chance.Percent(20), chance.Percent(40));

        return frame.Layout(plan, (form, own) =>
        {
            var text = title.For(form.Year);
            var sheet = frame.Sheet(text);
            var code = coded ? own.Between(201, 899) + "-" : "";
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName));
            sheet.Heading(
                new HeaderCell(HeaderField.Department, "主管部门", code + form.Department),
                new HeaderCell(HeaderField.Unit, "实施单位", coded ? code.TrimEnd('-') + "001-" + form.ImplementingUnit : form.ImplementingUnit));
            sheet.Funds(habit.Unit, side, "", [.. columns], FundLines.Draw(form, own, "年度资金总额", ["其中:本年财政拨款", "上年结转资金", "其他资金"]));
            sheet.Goals("年度总体目标", ("预期目标", form.Expected), ("实际完成情况", form.Actual));
            var level1 = form.Measures.GroupBy(m => m.Level1).ToDictionary(g => g.Key, g => Points(g.Sum(m => m.Weight)));
            var level2 = form.Measures.GroupBy(m => (m.Level1, m.Level2)).ToDictionary(g => g.Key, g => Points(g.Sum(m => m.Weight)));
            frame.Indicators(sheet, form, own, measure => measure with
            {
                Level1 = (measure.Level1 == "满意度指标" ? satisfied : measure.Level1) + level1[measure.Level1],
                Level2 = second ? measure.Level2 + level2[(measure.Level1, measure.Level2)] : measure.Level2,
            });
            frame.Total(sheet, form, "总分", Habit.Weight(form.TotalWeight));
            return sheet.Build(text);
        });

        string Points(decimal sum) => habit.Bracketed(points.Replace("{0}", Habit.Weight(sum), StringComparison.Ordinal));
    }
}

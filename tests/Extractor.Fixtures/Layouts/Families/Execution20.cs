using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>Execution is worth 20 points, indicators have a score and no points, reasons stand below the table (Hubei).</summary>
public static class Execution20
{
    private const decimal Points = 20;

    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit")) with { Unit = chance.Pick(["万元", "万元", "元"]) };
        var (wholeTitle, goal) = (chance.Percent(45), chance.Pick(["年度绩效目标1" + habit.Bracketed("80分"), "年度绩效目标", "绩效指标"]));
        var title = TitleStyle.Draw(chance, "项目绩效目标自评表", "项目支出绩效自评表", "项目自评表");
        var frame = Frame.Draw(
            chance, habit, title, goal,
            [
                .. IndicatorColumn.Levels(),
                IndicatorColumn.Target(habit, "年初目标值" + habit.Bracketed("A")), IndicatorColumn.Actual(habit, "实际完成值" + habit.Bracketed("B")),
                IndicatorColumn.Score(habit, "得分"),
            ]);
        FundColumn[] columns =
        [
            FundColumn.Annual(habit, "预算数" + habit.Bracketed("A")), FundColumn.Executed(habit, "执行数" + habit.Bracketed("B")),
            FundColumn.Rate(habit, "执行率" + habit.Bracketed("B/A"), parts: chance.Percent(30)), FundColumn.Score(habit, "得分" + habit.Bracketed("20分*执行率")),
        ];
        var (sourced, side, goals) = (chance.Percent(40), frame.WithUnit("预算执行情况") + (chance.Percent(50) ? "\n" + habit.Bracketed("20分") : ""), chance.Percent(50));
        var (total, tick) = (chance.Pick(["年度财政资金总额", "年度财政资金总额"]), chance.Percent(60));

        return frame.Layout(new PointPlan(Points, 30, 10, 40), (form, own) =>
        {
            var head = new HeadLine($"单位名称：{form.ImplementingUnit}        填报日期：{form.Year + 1}年{own.Between(1, 4)}月{own.Between(1, 28)}日", HeadRole.Left);
            var named = wholeTitle ? title with { Name = form.ProjectName + "项目自评表", Pattern = "{1}年度{0}", YearPattern = null } : title;
            var text = named.For(form.Year, own.Percent(60) ? [head] : []) with { Inside = false };
            var sheet = frame.Sheet(text);
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName));
            sheet.Heading(
                new HeaderCell(HeaderField.Department, "主管部门", form.Department), new HeaderCell(HeaderField.Unit, "项目实施单位", form.ImplementingUnit));
            if (tick)
            {
                sheet.Wide("项目类别", TickBoxes.Draw(own, "☑", "部门预算项目", "省直专项", "省对下转移支付项目"));
                sheet.Wide("项目属性", TickBoxes.Draw(own, "☑", "持续性项目", "新增性项目"));
                sheet.Wide("项目类型", TickBoxes.Draw(own, "☑", "常年性项目", "延续性项目", "一次性项目"));
            }

            var lines = FundLines.Draw(form, own, total, ["其中：财政拨款", "其他资金"]);
            sheet.Funds(habit.Unit, side, "", [.. columns], sourced ? lines : lines[..1]);
            if (goals)
            {
                sheet.Goals("年度目标", ("年初设定目标", form.Expected), ("实际完成情况", form.Actual));
            }

            frame.Indicators(sheet, form, own);
            frame.Total(sheet, form, "总分", null);
            sheet.Wide("偏差大或目标未完成原因分析", own.Pick(Vocabulary.Phrases.Problems));
            sheet.Wide("改进措施及结果应用方案", own.Pick(Vocabulary.Phrases.Improvements));
            return sheet.Build(text);
        });
    }
}

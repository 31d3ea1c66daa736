using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>The standard form as many counties print it: letters for the formula of the rate, often no initial budget.</summary>
public static class StandardLetters
{
    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit")) with { NumberedNames = chance.Percent(40) };
        var title = TitleStyle.Draw(chance, "项目支出绩效自评表", "绩效目标自评表", "财政项目支出绩效自评表", "县级专项资金绩效目标自评表");
        var target = IndicatorColumn.Target(habit, chance.Pick(["年度指标值", "年度指标值", "指标值", "年初指标值"]));
        var actual = IndicatorColumn.Actual(habit, chance.Pick(["实际完成值", "全年实际值", "全年完成值", "全年实际完成值"]));
        var weight = IndicatorColumn.Weight(chance.Pick(["分值", "分值", "权重"]));
        var score = IndicatorColumn.Score(habit, "得分");
        var deviation = IndicatorColumn.Deviation(
            habit, chance.Pick(["偏差原因分析及改进措施", "未完成原因及拟采取的改进措施", "未完成原因和改进措施", "偏差原因分析", "原因"]));
        var frame = Frame.Draw(
            chance, habit, title, chance.Pick(["绩效指标", "绩效指标", "绩\n效\n指\n标"]),
            [.. IndicatorColumn.Levels(), .. chance.Percent(35) ? [weight, target, actual, score, deviation] : new[] { target, actual, weight, score, deviation }]);

        var (letters, initial, pointsLast) = (chance.Percent(75), chance.Percent(35), chance.Percent(25));
        var fundWeight = FundColumn.Weight(habit, "分值", Money.Points);
        var rate = FundColumn.Rate(habit, frame.Lettered(chance.Pick(["执行率", "执行率", "预算执行率"]), "B/A", letters), parts: chance.Percent(30));
        FundColumn[] columns =
        [
            .. initial ? [FundColumn.Initial(habit, "年初预算数")] : Array.Empty<FundColumn>(),
            FundColumn.Annual(habit, frame.Lettered("全年预算数", "A", letters)), FundColumn.Executed(habit, frame.Lettered("全年执行数", "B", letters)),
            .. pointsLast ? [rate, fundWeight] : new[] { fundWeight, rate }, FundColumn.Score(habit, "得分"),
        ];
        var side = frame.WithUnit(chance.Pick(["项目资金", "项目资金", "资金情况", "项目预算执行情况"]));
        var goals = chance.Pick([("年初设定目标", "年度总体目标完成情况综述"), ("预期目标", "实际完成情况"), ("年初设定目标", "全年实际完成情况"), ("年度预期目标", "目标实际完成情况")]);
        var goalSide = chance.Pick(["年度总体目标", "年度总体目标完成情况", "年度目标", "年度\n总体\n目标"]);
        var (total, source) = (chance.Pick(["年度资金总额", "年度资金总额：", "资金总额"]), chance.Pick(["其中：本年财政拨款", "其中:财政拨款", "其中：当年财政拨款"]));
        var (lead, blankDepartment, contact, notes) = (chance.Pick(["主管部门", "主管部门及代码", "项目主管部门"]), chance.Percent(15), chance.Percent(30), chance.Percent(35));

        return frame.Layout(new PointPlan(10, 50, 30, 10), (form, own) =>
        {
            var text = title.For(form.Year);
            var sheet = frame.Sheet(text);
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName));
            sheet.Heading(
                new HeaderCell(HeaderField.Department, lead, blankDepartment ? "" : form.Department), new HeaderCell(HeaderField.Unit, "实施单位", form.ImplementingUnit));
            if (contact)
            {
                sheet.Wide("项目负责人及电话", own.Pick(Vocabulary.Phrases.Contacts));
            }

            sheet.Funds(habit.Unit, side, "", [.. columns], FundLines.Draw(form, own, total, [source, "上年结转资金", "其他资金"]));
            sheet.Goals(goalSide, (goals.Item1, form.Expected), (goals.Item2, form.Actual));
            frame.Indicators(sheet, form, own);
            frame.Total(sheet, form, "总分", Habit.Weight(form.TotalWeight));
            if (notes)
            {
                sheet.Wide("说明", own.Pick(Vocabulary.Phrases.Remarks));
            }

            return sheet.Build(text);
        });
    }
}

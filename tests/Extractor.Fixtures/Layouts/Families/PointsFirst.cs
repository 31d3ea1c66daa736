using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>Points before the values, a column that says how they are counted, the rate of the initial budget (Beijing, Ningxia).</summary>
public static class PointsFirst
{
    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit"));
        var title = TitleStyle.Draw(chance, "项目支出绩效自评表", "项目支出绩效自评表", "部门预算项目支出绩效自评表");
        var (letters, method, bare) = (chance.Percent(80), chance.Percent(75), chance.Percent(25));
        var frame = Frame.Draw(
            chance, habit, title, "绩效指标",
            [
                .. IndicatorColumn.Levels(),
                IndicatorColumn.Weight("分值"),
                IndicatorColumn.Target(habit, Lettered("年度指标值", "A")), IndicatorColumn.Actual(habit, Lettered("全年实际值", "B")),
                .. method ? [IndicatorColumn.Other("得分计算方法", 110, measure => Method(measure))] : Array.Empty<IndicatorColumn>(),
                IndicatorColumn.Score(habit, "得分"),
                IndicatorColumn.Deviation(habit, chance.Pick(["未完成原因分析", "未完成原因分析及改进措施"])),
            ]);
        FundColumn[] columns =
        [
            FundColumn.Initial(habit, Lettered("年初预算数", "A")), FundColumn.Executed(habit, Lettered("全年执行数", "B")),
            .. bare ? Array.Empty<FundColumn>() :
            [
                FundColumn.Weight(habit, chance.Percent(50) ? "分值" + habit.Bracketed("10分") : "分值", Money.Points),
                FundColumn.Rate(habit, Lettered("执行率", "B/A"), ofInitial: true, parts: chance.Percent(25)), FundColumn.Score(habit, "得分"),
                .. method ? [FundColumn.Other("得分计算方法", 120, "执行率*该指标分值，最高不得超过分值上限")] : Array.Empty<FundColumn>(),
            ],
        ];
        var side = frame.WithUnit(chance.Pick(["项目资金", "项目预算资金"]));
        var (source, required) = (chance.Pick(["其中：本年一般公共预算拨款", "其中:财政拨款", "其中：本年财政拨款"]), chance.Percent(35));
        var (single, department) = (chance.Percent(30), chance.Pick(["主管部门及代码", "主管部门"]));

        return frame.Layout(bare ? new PointPlan(0, 40, 40, 20) : new PointPlan(10, 50, 30, 10), (form, own) =>
        {
            var text = title.For(form.Year);
            var sheet = frame.Sheet(text);
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName));
            sheet.Heading(new HeaderCell(HeaderField.Department, department, form.Department), new HeaderCell(HeaderField.Unit, "实施单位", form.ImplementingUnit));
            // The rate is of the initial budget: a budget that changed would need another column to be understood.
            var money = form.Money with { Initial = form.Money.Annual };
            sheet.Funds(habit.Unit, side, "", [.. columns], FundLines.Draw(form with { Money = money }, own, "年度资金总额", [source, "上年结转资金", "其他资金"]));
            if (single)
            {
                sheet.Goal("年度总体目标", form.Expected);
            }
            else
            {
                sheet.Goals("年度总体目标", ("预期目标", form.Expected), ("实际完成情况", form.Actual));
            }

            frame.Indicators(sheet, form, own, required ? measure => measure with { Level2 = measure.Level2 + Required(habit, measure) } : null);
            frame.Total(sheet, form, "总分", Habit.Weight(form.TotalWeight));
            return sheet.Build(text);
        });

        string Lettered(string header, string letter) => letters ? header + habit.Bracketed(letter) : header;
    }

    private static string Method(Measure measure) => measure.Target is null ? Vocabulary.Phrases.Methods[0] : Vocabulary.Phrases.Methods[1];

    private static string Required(Habit habit, Measure measure) => habit.Bracketed(measure.Level2[0] == '数' ? "必填" : "选填");
}

using System.Globalization;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>Sichuan: a target in three cells, sources by kind of account, what was done above, conclusions below.</summary>
public static class Sichuan
{
    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit")) with { PartWeight = chance.Pick(["/", "/", "—", ""]), PartScore = chance.Pick(["/", ""]), BlankScores = chance.Percent(10) };
        var title = TitleStyle.Draw(chance, "部门预算项目支出绩效自评表", "项目支出绩效自评表") with
        {
            Above = chance.Percent(70) ? [new HeadLine(chance.Pick(["报表编号：510000_0013zp", "报表编号:510000_0013zp", "附表3"]), HeadRole.Left)] : [],
        };
        var (wordUnit, unitInActual) = (chance.Pick(["", "", "无"]), chance.Percent(30));
        var frame = Frame.Draw(
            chance, habit, title, chance.Pick(["绩效指标", "绩效指标" + habit.Bracketed("90分")]),
            [
                .. IndicatorColumn.Levels(),
                IndicatorColumn.Nature(habit, "指标性质"), IndicatorColumn.Value("指标值"), IndicatorColumn.Unit("度量单位", wordUnit),
                IndicatorColumn.BareActual(chance.Pick(["完成值", "实际完成值"]), unitInActual),
                IndicatorColumn.Weight("权重"), IndicatorColumn.Score(habit, "得分"), IndicatorColumn.Deviation(habit, "未完成原因分析"),
            ]);
        FundColumn[] columns =
        [
            FundColumn.Initial(habit, "年初预算"), FundColumn.Annual(habit, "调整后预算数"), FundColumn.Executed(habit, "预算执行数"),
            FundColumn.Rate(habit, "预算执行率", parts: chance.Percent(50)), FundColumn.Weight(habit, "权重", Money.Points), FundColumn.Score(habit, "得分"),
            FundColumn.Other("原因", 110, chance.Pick(["", "", "按进度支付"])),
        ];
        var side = chance.Pick(["预算执行情况", "预算执行情况" + habit.Bracketed("10分")]);
        var corner = frame.WithUnit("年度预算数");
        var stamp = chance.Percent(70) ? "实施单位 " + habit.Bracketed("盖章") : "实施单位";
        var signed = chance.Percent(70);

        return frame.Layout(chance.Pick([new PointPlan(10, 60, 30, 0), new(10, 50, 30, 10), new(10, 50, 20, 20)]), (form, own) =>
        {
            var text = title.For(form.Year);
            var sheet = frame.Sheet(text);
            var code = string.Create(CultureInfo.InvariantCulture, $"51{own.Between(1000, 9999)}{own.Between(20, 24)}R{own.Between(10000000, 99999999)}");
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", $"{code}-{form.ProjectName}"));
            sheet.Heading(new HeaderCell(HeaderField.Department, "主管部门", form.Department), new HeaderCell(HeaderField.Unit, stamp, form.ImplementingUnit));
            var done = own.Pick(Vocabulary.Phrases.Processes);
            sheet.Basics(
                "项目基本情况", "1.项目年度目标完成情况", ("项目年度目标", form.Expected), ("年度目标完成情况", form.Actual), "2.项目实施内容及过程概述", done);
            sheet.Funds(habit.Unit, side, corner, [.. columns], FundLines.Draw(form, own, "总额", ["其中：财政资金", "财政专户管理资金", "单位资金", "其他资金"]));
            frame.Indicators(sheet, form, own);
            frame.Total(sheet, form, "合计", Habit.Weight(form.TotalWeight));
            sheet.Wide("评价结论", own.Pick(Vocabulary.Phrases.Conclusions));
            sheet.Wide("存在问题", own.Pick(Vocabulary.Phrases.Problems));
            sheet.Wide("改进措施", own.Pick(Vocabulary.Phrases.Improvements));
            if (signed)
            {
                sheet.Rows(null, [1, 1], [[("项目负责人：" + own.Pick(Vocabulary.Phrases.Names), CellRole.Text), ("财务负责人：" + own.Pick(Vocabulary.Phrases.Names), CellRole.Text)]]);
            }

            return sheet.Build(text);
        });
    }
}

using System.Collections.Immutable;
using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>Yunnan: a target in three cells under one header, other matters, a total with its grade, the number of a published table above.</summary>
public static class Yunnan
{
    public static FormLayout Draw(Chance chance)
    {
        var dash = chance.Pick(["—", "—", "-"]);
        var habit = Habit.Anywhere(chance.Fork("habit")) with { PartWeight = dash, PartScore = chance.Pick([dash, ""]), Unit = chance.Pick(["元", "元", "万元"]) };
        var title = TitleStyle.Draw(chance, "项目支出绩效自评表", "项目支出绩效自评表", "部门项目支出绩效自评表") with
        {
            Above = [new HeadLine(chance.Pick(["公开14表", "附表14", "GK14表"]), HeadRole.Right)],
        };
        var group = chance.Percent(55) ? "年度指标值" : null;
        var frame = Frame.Draw(
            chance, habit, title, chance.Percent(70) ? "绩效指标" : null,
            [
                .. IndicatorColumn.Levels(),
                IndicatorColumn.Nature(habit, "指标性质") with { Group = group },
                IndicatorColumn.Value("指标值") with { Group = group },
                IndicatorColumn.Unit("度量单位", "") with { Group = group },
                IndicatorColumn.BareActual("实际完成值", chance.Percent(50)),
                IndicatorColumn.Weight("分值"), IndicatorColumn.Score(habit, "得分"), IndicatorColumn.Deviation(habit, "偏差原因分析及改进措施"),
            ]);
        FundColumn[] columns =
        [
            FundColumn.Initial(habit, "年初预算数"), FundColumn.Annual(habit, "全年预算数"), FundColumn.Executed(habit, "全年执行数"),
            FundColumn.Weight(habit, "分值", Money.Points), FundColumn.Rate(habit, "执行率"), FundColumn.Score(habit, "得分"),
        ];
        var (side, totalFirst) = (frame.WithUnit("项目资金"), chance.Percent(40));

        return frame.Layout(chance.Pick([new PointPlan(10, 40, 30, 20), new(10, 50, 30, 10)]), (form, own) =>
        {
            ImmutableArray<HeadLine> under = own.Percent(60) ? [new HeadLine("部门：" + form.Department, HeadRole.Left)] : [];
            var text = title.For(form.Year, under) with { Inside = false };
            var sheet = frame.Sheet(text);
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName));
            sheet.Heading(new HeaderCell(HeaderField.Department, "主管部门", form.Department), new HeaderCell(HeaderField.Unit, "实施单位", form.ImplementingUnit));
            sheet.Funds(habit.Unit, side, "", [.. columns], FundLines.Draw(form, own, "年度资金总额", ["其中：当年财政拨款", "上年结转资金", "其他资金"]));
            sheet.Goals("年度总体目标", ("预期目标", form.Expected), ("实际完成情况", form.Actual));
            frame.Indicators(sheet, form, own);
            if (!totalFirst)
            {
                sheet.Wide("其他需要说明事项", own.Pick(["无", "无", "", "部分资金于下年度继续使用。"]));
            }

            frame.Total(sheet, form, "总分", Habit.Weight(form.TotalWeight), form.Grade ?? (form.TotalScore >= 90 ? "优" : form.TotalScore >= 80 ? "良" : "中"));
            if (totalFirst)
            {
                sheet.Wide("其他需要说明事项", own.Pick(["无", "无", "", "部分资金于下年度继续使用。"]));
            }

            return sheet.Build(text);
        });
    }
}

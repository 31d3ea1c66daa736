using System.Globalization;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>Chongqing: one flat table of indicators without levels, goals in three columns, the total in the heading.</summary>
public static class Flat
{
    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit")) with { Unit = chance.Pick(["万元", "元"]), PartWeight = "" };
        var title = TitleStyle.Draw(chance, "项目绩效自评表", "项目支出绩效自评表", "预算项目绩效自评表");
        var (unit, nature) = (IndicatorColumn.Unit("计量单位", chance.Pick(["", "无"])), IndicatorColumn.Nature(habit, "指标性质"));
        var frame = Frame.Draw(
            chance, habit, title, chance.Percent(50) ? "绩效指标" : null,
            [
                new IndicatorColumn("指标名称", 190, IndicatorField.Level3, measure => measure.Name),
                .. chance.Percent(70) ? [unit, nature, IndicatorColumn.Value("年初指标值")] : new[] { nature, IndicatorColumn.Value("年初指标值"), unit },
                IndicatorColumn.Other("调整指标值", 72, chance.Percent(60) ? _ => "" : measure => measure.Target?.ToString("0.##", CultureInfo.InvariantCulture) ?? measure.TargetWords),
                IndicatorColumn.BareActual("全年完成值", withUnit: false),
                IndicatorColumn.Other("得分系数" + habit.Bracketed("%"), 66, measure => Percent(measure)),
                IndicatorColumn.Weight("指标权重"), IndicatorColumn.Score(habit, "指标得分"),
                IndicatorColumn.Other("是否核心指标", 62, measure => measure.Weight >= 10 ? "是" : "否"),
            ]);
        FundColumn[] columns =
        [
            FundColumn.Initial(habit, "年初预算数"), FundColumn.Annual(habit, "全年" + habit.Bracketed("调整") + "预算数"), FundColumn.Executed(habit, "全年执行数"),
            FundColumn.Rate(habit, "执行率"), FundColumn.Weight(habit, "执行率权重", Money.Points), FundColumn.Score(habit, "执行率得分"),
        ];
        var side = frame.WithUnit(chance.Pick(["预算执行情况", "项目资金"]));

        return frame.Layout(new PointPlan(10, 50, 30, 10), (form, own) =>
        {
            var text = title.For(form.Year);
            var sheet = frame.Sheet(text);
            var total = habit.Score(form.TotalScore);
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName), new HeaderCell(HeaderField.Extra, "自评总分" + habit.Bracketed("分"), total));
            sheet.Heading(
                new HeaderCell(HeaderField.Department, "主管部门", form.Department), new HeaderCell(HeaderField.Extra, "财政处室", own.Pick(["预算科", "农业农村科", "社会保障科"])));
            var contact = own.Pick(Vocabulary.Phrases.Contacts).Split(' ');
            sheet.Heading(new HeaderCell(HeaderField.Extra, "部门联系人", contact[0]), new HeaderCell(HeaderField.Extra, "联系电话", contact[^1]));
            sheet.Funds(habit.Unit, side, "", [.. columns], FundLines.Draw(form, own, "年度总金额", ["其中：财政资金", "其他资金"]));
            sheet.Goals(
                "年度绩效目标",
                ("年初绩效目标", form.Expected), ("全年" + habit.Bracketed("调整") + "绩效目标", own.Percent(50) ? "" : form.Expected), ("全年目标实际完成情况", form.Actual));
            frame.Indicators(sheet, form, own);
            sheet.Wide("说明", own.Pick(Vocabulary.Phrases.Remarks));
            // The total stands in the heading, beside 自评总分.
            sheet.Says(printed => printed with { TotalScore = total });
            return sheet.Build(text);
        });
    }

    private static string Percent(Measure measure) => (measure.Weight == 0 ? 0 : measure.Score * 100 / measure.Weight).ToString("0.##", CultureInfo.InvariantCulture);
}

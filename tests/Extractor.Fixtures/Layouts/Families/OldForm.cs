using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>The form of the years to 2020: what was expected and what came of it in words, no points; amounts beside labels of their own.</summary>
public static class OldForm
{
    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit")) with { Unit = chance.Pick(["万元", "万元", "元"]), NumberedNames = chance.Percent(25) };
        var title = TitleStyle.Draw(chance, "项目绩效目标完成情况自评表", "项目支出绩效自评表", "部门预算项目绩效自评表");
        var note = chance.Percent(50) ? habit.Bracketed("包含数字及文字描述") : "";
        var frame = Frame.Draw(
            chance, habit, title, chance.Pick(["绩效指标完成情况", "绩效指标"]),
            [.. IndicatorColumn.Levels(), IndicatorColumn.Target(habit, "预期指标值" + note), IndicatorColumn.Actual(habit, "实际完成指标值" + note)]);
        var (columns, unit, colon) = (chance.Percent(45), chance.Pick(["预算单位", "实施单位", "项目单位"]), chance.Pick(["：", ":", ""]));
        var side = frame.WithUnit("预算执行情况");

        return frame.Layout(new PointPlan(0, 50, 40, 10), (form, own) =>
        {
            var text = title.For(form.Year);
            var sheet = frame.Sheet(text);
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName));
            if (own.Percent(50))
            {
                sheet.Heading(new HeaderCell(HeaderField.Department, "主管部门", form.Department), new HeaderCell(HeaderField.Unit, unit, form.ImplementingUnit));
            }
            else
            {
                sheet.Heading(new HeaderCell(HeaderField.Unit, unit, form.ImplementingUnit));
            }

            var lines = FundLines.Draw(form, own, columns ? "年度资金总额" : "预算数" + colon, [(columns ? "其中：" : "其中-") + "财政拨款" + (columns ? "" : colon), "其他资金" + (columns ? "" : colon)]);
            if (columns)
            {
                sheet.Funds(habit.Unit, side, "", [FundColumn.Annual(habit, "预算数"), FundColumn.Executed(habit, "执行数")], lines);
            }
            else
            {
                Pairs(sheet, lines);
            }

            sheet.Goals("年度目标完成情况", ("预期目标", form.Expected), ("目标实际完成情况", form.Actual));
            frame.Indicators(sheet, form, own, measure => measure with { Level1 = measure.Level1 == "产出指标" ? "项目完成指标" : measure.Level1 });
            return sheet.Build(text);
        });

        // Each amount has its label beside it: 预算数： 120  执行数： 118. The label of the budget names the row.
        void Pairs(FormSheet sheet, ImmutableArray<FundLine> lines)
        {
            var amounts = lines.Select(line => (Label: line.Label, Annual: habit.Amount(line.Annual, habit.Parts), Executed: habit.Amount(line.Executed, habit.Parts))).ToList();
            sheet.Rows(side, [150, 250, 150, 250],
            [
                .. amounts.Select((amount, i) => (ImmutableArray<(string, CellRole)>)
                [
                    (amount.Label, CellRole.Label), (amount.Annual, CellRole.Number),
                    (i == 0 ? "执行数" + colon : amount.Label, CellRole.Label), (amount.Executed, CellRole.Number),
                ]),
            ]);
            sheet.Says(printed => printed with
            {
                Unit = habit.Unit,
                Funds = [.. amounts.Select(amount => new PrintedFund(amount.Label, null, amount.Annual, amount.Executed, null, null, null))],
            });
        }
    }
}

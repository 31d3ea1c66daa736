using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Tables;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>Transfer payments of the centre: no points at all, how the funds were managed between funds and goals.</summary>
public static class Transfer
{
    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit")) with
        {
            Unit = "万元", NumberedNames = chance.Percent(45), Rates = chance.Pick([RateStyle.Percent, RateStyle.Percent, RateStyle.WholePercent]),
        };
        var title = TitleStyle.Draw(chance, "就业补助资金绩效自评表", "转移支付资金绩效自评表", "中央对地方转移支付绩效自评表", "农业生产发展资金绩效目标自评表");
        var frame = Frame.Draw(
            chance, habit, title, chance.Pick(["绩效指标", "绩\n效\n指\n标"]),
            [
                .. IndicatorColumn.Levels(),
                IndicatorColumn.Target(habit, chance.Pick(["指标值", "年度指标值"])),
                IndicatorColumn.Actual(habit, "全年实际完成值"), IndicatorColumn.Deviation(habit, "未完成原因和改进措施"),
            ]);
        var letters = chance.Percent(80);
        FundColumn[] columns =
        [
            FundColumn.Annual(habit, frame.Lettered("全年预算数", "A", letters)), FundColumn.Executed(habit, frame.Lettered("全年执行数", "B", letters)),
            FundColumn.Rate(habit, letters ? "预算执行率" + habit.Bracketed(chance.Pick(["B/A", "B/A×100%"])) : "预算执行率", parts: chance.Percent(60)),
        ];
        string[] sources = chance.Pick<string[]>(
        [
            ["其中：中央补助", "地方资金", "其他资金"], ["其中：中央财政资金", "地方财政资金", "其他资金"], ["其中：中央、省、市补助", "县级资金", "其他资金"],
            ["其中：中央财政资金", "自治区财政资金", "盟市财政资金", "旗县财政资金", "其他资金" + habit.Bracketed("包括以前年度结转资金")],
        ]);
        var total = chance.Pick(["年度资金总额：", "年度资金总额"]);
        var (side, managed, columnsOfManaged, goals) = (frame.WithUnit(chance.Pick(["资金情况", "项目资金"])), chance.Percent(65), chance.Percent(60), chance.Percent(60));

        return frame.Layout(new PointPlan(0, 50, 40, 10), (form, own) =>
        {
            var text = title.For(form.Year);
            var sheet = frame.Sheet(text);
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName));
            sheet.Heading(
                new HeaderCell(HeaderField.Extra, "中央主管部门", own.Pick(Vocabulary.Phrases.Ministries)),
                new HeaderCell(HeaderField.Department, "地方主管部门", form.Department), new HeaderCell(HeaderField.Unit, "资金使用单位", form.ImplementingUnit));
            sheet.Funds(habit.Unit, side, "", [.. columns], FundLines.Draw(form, own, total, [.. sources]));
            if (managed)
            {
                Managed(sheet, own, columnsOfManaged);
            }

            sheet.Goals(
                "总体目标完成情况", (goals ? "总体目标" : "年初设定目标", form.Expected), ("全年实际完成情况", form.Actual));
            frame.Indicators(sheet, form, own);
            sheet.Wide("说明", own.Pick(["无", "请在此处简要说明各级审计和财政监督中发现的问题及其所涉及的金额，如没有请填无。", "无。"]));
            return sheet.Build(text);
        });
    }

    private static void Managed(FormSheet sheet, Chance own, bool twoColumns)
    {
        var rows = Vocabulary.Phrases.Management.Select(label => (Label: label, Text: own.Pick(Vocabulary.Phrases.Managed))).ToList();
        ImmutableArray<(string, CellRole)> header = twoColumns
            ? [("", CellRole.Label), ("情况说明", CellRole.Label), ("存在问题和改进措施", CellRole.Label)]
            : [("", CellRole.Label), ("情况说明", CellRole.Label)];
        sheet.Rows(
            "资金管理情况", twoColumns ? [180, 450, 250] : [180, 700],
            [header, .. rows.Select(r => (ImmutableArray<(string, CellRole)>)(twoColumns
                ? [(r.Label, CellRole.Label), (r.Text, CellRole.Text), (own.Pick(["无", "", ""]), CellRole.Text)]
                : [(r.Label, CellRole.Label), (r.Text, CellRole.Text)]))]);
        if (!twoColumns)
        {
            rows.ForEach(r => sheet.Says(r.Label, r.Text));
        }
    }
}

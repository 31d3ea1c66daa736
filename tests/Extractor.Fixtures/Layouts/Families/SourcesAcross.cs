using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>The sources of the budget stand side by side, with tick boxes above and a second score beside the first (Hubei).</summary>
public static class SourcesAcross
{
    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit")) with { Unit = "万元" };
        var title = TitleStyle.Draw(chance, "财政预算支出项目绩效目标自评表", "财政支出项目绩效自评表", "项目支出绩效自评表");
        var (values, weight, tick) = (chance.Percent(50), chance.Percent(50), chance.Pick(["☑", "☑", "√"]));
        var frame = Frame.Draw(
            chance, habit, title, chance.Percent(60) ? "绩效指标" : null,
            [
                .. IndicatorColumn.Levels(),
                .. values ? [IndicatorColumn.Target(habit, "年初目标值"), IndicatorColumn.Actual(habit, "实际完成值")] : Array.Empty<IndicatorColumn>(),
                IndicatorColumn.Other("评价标准", 150, Standard),
                .. weight ? [IndicatorColumn.Weight("分值")] : Array.Empty<IndicatorColumn>(),
                IndicatorColumn.Score(habit, "自评分"), IndicatorColumn.Other("复核分", 60, _ => ""),
            ]);
        string[] sources = chance.Percent(50) ? ["中央", "省、地", "本级", "其他"] : ["中央", "省级", "市级", "本级", "其他"];
        var (grouped, overEach) = (chance.Percent(40), chance.Percent(30));
        var unit = overEach ? habit.Bracketed(habit.Unit) : "";

        return frame.Layout(new PointPlan(0, 60, 30, 10), (form, own) =>
        {
            var text = title.For(form.Year);
            var sheet = frame.Sheet(text);
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName));
            sheet.Heading(
                new HeaderCell(HeaderField.Department, "项目主管单位", form.Department), new HeaderCell(HeaderField.Unit, "项目实施单位", form.ImplementingUnit));
            sheet.Wide("项目类别", TickBoxes.Draw(own, tick, "部门预算项目", "市级专项", "上级转移支付"));
            sheet.Heading(
                new HeaderCell(HeaderField.Extra, "项目属性", TickBoxes.Draw(own, tick, "持续性项目", "新增性项目")),
                new HeaderCell(HeaderField.Extra, "项目类型", TickBoxes.Draw(own, tick, "常年性项目", "延续性项目", "一次性项目")));
            Funds(sheet, FundLines.Draw(form, own, "合计", [.. sources]));
            if (own.Percent(60))
            {
                sheet.Goals("年度绩效目标", ("预期目标", form.Expected), ("实际完成情况", form.Actual));
            }

            frame.Indicators(sheet, form, own);
            frame.Total(sheet, form, "总分", weight ? Habit.Weight(form.TotalWeight) : null);
            return sheet.Build(text);
        });

        void Funds(FormSheet sheet, ImmutableArray<FundLine> lines)
        {
            var total = lines[0];
            var headers = sources.Append("合计").Append("执行数").Select(header => header + unit).Append("执行率").ToList();
            var amounts = lines[1..].Select(line => habit.Part(line.Annual)).Append(habit.Amount(total.Annual, habit.TotalBudgets))
                .Append(habit.Amount(total.Executed, habit.TotalExecuted)).Append(total.Annual == 0 ? "" : habit.Rate(total.Executed / total.Annual)).ToList();
            sheet.Across(overEach ? "项目资金" : frame.WithUnit("项目资金"), grouped ? "预算数" : null, sources.Length + 1, headers, amounts);
            sheet.Says(form => form with
            {
                Unit = habit.Unit,
                Funds =
                [
                    new(headers[sources.Length], null, amounts[^3], amounts[^2], null, amounts[^1], null),
                    .. sources.Select((_, i) => new PrintedFund(headers[i], null, amounts[i], null, null, null, null)),
                ],
            });
        }
    }

    private static string Standard(Measure measure) => Vocabulary.Phrases.Standards[measure.Name.Length % Vocabulary.Phrases.Standards.Length];
}

using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Layouts.Families;

/// <summary>Decision and management are judged beside output and effect; the finance office scores again (Yinchuan).</summary>
public static class FourLevels
{
    /// <summary>Points of decision and of management; each entry has half of them.</summary>
    private const decimal Each = 10;

    public static FormLayout Draw(Chance chance)
    {
        var habit = Habit.Anywhere(chance.Fork("habit"));
        var title = TitleStyle.Draw(chance, "项目支出绩效自评表") with { Inside = false };
        var place = chance.Pick(Vocabulary.Places);
        var frame = Frame.Draw(
            chance, habit, title with { Name = place + chance.Pick(["本级部门项目支出绩效自评表", "项目支出绩效自评表"]) }, chance.Percent(50) ? "绩效指标" : null,
            [
                .. IndicatorColumn.Levels(),
                IndicatorColumn.Other("考核标准", 140, measure => Vocabulary.Phrases.Standards[measure.Name.Length % Vocabulary.Phrases.Standards.Length]),
                IndicatorColumn.Weight("参考分值"),
                IndicatorColumn.Target(habit, "年度指标值"), IndicatorColumn.Actual(habit, chance.Pick(["全年实际值", "实际完成值"])),
                IndicatorColumn.Score(habit, "自评得分"),
                IndicatorColumn.Other("财政审核评分", 66, chance.Percent(50) ? _ => "" : measure => habit.Score(Math.Clamp(measure.Score, 0, measure.Weight))),
                IndicatorColumn.Deviation(habit, "未完成原因分析"),
            ]);
        var letters = chance.Percent(70);
        FundColumn[] columns =
        [
            FundColumn.Initial(habit, "年初预算数"), FundColumn.Annual(habit, frame.Lettered("调整预算数", "A", letters)),
            FundColumn.Executed(habit, frame.Lettered("全年执行数", "B", letters)), FundColumn.Rate(habit, frame.Lettered("执行率", "B/A", letters)),
        ];
        var (side, second) = (frame.WithUnit("项目资金"), chance.Percent(60));

        return frame.Layout(new PointPlan(0, 40, 30, 10), (form, own) =>
        {
            var text = frame.Title.For(form.Year);
            var sheet = frame.Sheet(text);
            var whole = Whole(form, own);
            sheet.Heading(new HeaderCell(HeaderField.Project, "项目名称", form.ProjectName));
            sheet.Heading(new HeaderCell(HeaderField.Department, "主管部门", form.Department), new HeaderCell(HeaderField.Unit, "实施单位", form.ImplementingUnit));
            sheet.Funds(habit.Unit, side, "", [.. columns], FundLines.Draw(form, own, "年度资金总额", ["其中：财政拨款", "上年结转资金", "其他资金"]));
            sheet.Goals("年度总体目标", ("年初设定目标", form.Expected), ("年度总体目标完成情况综述", form.Actual));
            var points = whole.Measures.GroupBy(m => (m.Level1, m.Level2)).ToDictionary(g => g.Key, g => g.Sum(m => m.Weight));
            frame.Indicators(sheet, whole, own, measure => measure with
            {
                Level2 = second ? measure.Level2 + habit.Bracketed(Habit.Weight(points[(measure.Level1, measure.Level2)]) + "分") : measure.Level2,
            });
            frame.Total(sheet, whole, "合计", Habit.Weight(whole.TotalWeight));
            return sheet.Build(text);
        });
    }

    /// <summary>The form with indicators of decision and management before its own.</summary>
    private static FormDraft Whole(FormDraft form, Chance chance)
    {
        var phrases = Vocabulary.Phrases;
        ImmutableArray<Measure> measures =
        [
            .. Judged("项目决策", ["项目立项", "绩效目标"], chance.Sample(phrases.Decisions, 2)),
            .. Judged("项目管理", ["业务管理", "财务管理"], chance.Sample(phrases.Manners, 2)),
            .. form.Measures.Select(measure => measure with { Level1 = measure.Level1 == "产出指标" ? "项目产出" : "项目效益" }),
        ];
        return (form with { Measures = measures, FundScore = 0 }).Summed();
    }

    private static IEnumerable<Measure> Judged(string level1, string[] level2, IReadOnlyList<string> entries) => entries.Select((entry, i) =>
    {
        var words = entry.Split('|');
        return new Measure(level1, level2[i], words[0], Comparison.None, null, null, "", words[1], words[1], Each / 2, Each / 2, null);
    });
}

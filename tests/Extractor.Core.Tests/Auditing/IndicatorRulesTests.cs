using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

/// <summary>Each rule about indicators: rows that pass and rows that fail, with the severity and the field that is named.</summary>
public class IndicatorRulesTests
{
    [Theory]
    // Bounds, and the same value said again.
    [InlineData("≥120公里", "119公里", "20", "", "error")]
    [InlineData("≥120公里", "119", "20", "", "error")]
    [InlineData("≥120公里", "120", "20", "", null)]
    [InlineData(">99%", ">99%", "20", "", null)]
    [InlineData(">99%", "99%", "20", "", null)]
    [InlineData("≥90%", "89.99%", "20", "", "error")]
    [InlineData("≤50万元", "51万元", "20", "", "error")]
    [InlineData("≤50万元", "500000元", "20", "", null)]
    [InlineData("≤50万元", "510000元", "20", "", "warning")]
    // Plain targets, ranges and about.
    [InlineData("=100%", "92%", "20", "", "error")]
    [InlineData("100", "92", "20", "", "warning")]
    [InlineData("70人左右", "65人", "20", "", null)]
    [InlineData("70人左右", "40人", "20", "", "warning")]
    [InlineData("90%-95%", "85%", "20", "", "warning")]
    [InlineData("90%-95%", "92%", "20", "", null)]
    // A reason beside full points softens it; lost points are other rules' matter.
    [InlineData("≥120公里", "100公里", "20", "因雨停工", "warning")]
    [InlineData("≥120公里", "100公里", "16", "因雨停工", null)]
    // Words.
    [InlineData("及时", "不及时", "20", "", "warning")]
    [InlineData("2023年12月底前", "未完成", "20", "", "warning")]
    [InlineData("≥590台（套）", "531台（套）", "20", "", "error")]
    [InlineData("完成", "未完成", "20", "", "warning")]
    [InlineData("及时", "及时", "20", "", null)]
    [InlineData("是", "否", "20", "", "warning")]
    // What cannot be compared accuses nobody.
    [InlineData("≥120公里", "90场", "20", "", null)]
    [InlineData("≥120万人", "90人", "20", "", null)]
    [InlineData("≥95%", "0.96", "20", "", null)]
    [InlineData("≥95%", "0.9", "20", "", "warning")]
    [InlineData("≥50", "≥40", "20", "", null)]
    public void S09_missed_target_with_full_points(string target, string actual, string score, string reason, string? severity) =>
        Expect("S09", "/indicators/0/score", severity, Row("产出指标", "养护河道长度", target, actual, "20", score, reason));

    [Theory]
    [InlineData("平均等候时间", "=30分钟", "25分钟", null)]
    [InlineData("投诉次数", "5次", "2次", null)]
    [InlineData("养护次数", "5次", "2次", "warning")]
    public void S09_knows_what_is_better_when_it_is_less(string name, string target, string actual, string? severity) =>
        Expect("S09", "/indicators/0/score", severity, Row("产出指标", name, target, actual, "20", "20"));

    [Theory]
    [InlineData("≥100座", "90座", "18", null)]
    [InlineData("≥110座", "97座", "17.64", null)]
    [InlineData("≥110座", "97座", "17.6", null)]
    [InlineData("≥110座", "97座", "18", null)]
    [InlineData("≥100座", "90座", "0", null)]
    [InlineData("≥100座", "50座", "15", "warning")]
    [InlineData("≥100座", "90座", "12", "info")]
    [InlineData("≥100座", "120座", "15", null)]
    [InlineData("=100座", "50座", "15", "warning")]
    public void S06_points_in_proportion(string target, string actual, string score, string? severity) =>
        Expect("S06", "/indicators/0/score", severity, Row("产出指标", "改造数量", target, actual, "20", score, "见说明"));

    [Fact]
    public void An_adjusted_target_counts_with_the_sign_and_the_unit_of_the_first() =>
        Assert.Equal(["/indicators/0/score"], (Clean with { Extra = [new("调整指标值 · 改造数量", "90")] })
            .WithIndicator(0, _ => Row("产出指标", "改造数量", "≥100座", "80", "20", "20")).Of("S09").Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Subject));

    [Theory]
    [InlineData("16.67", null)]      // A÷B
    [InlineData("16", null)]         // 1 − (B − A) ÷ A
    [InlineData("19", "warning")]
    [InlineData("10", "info")]
    public void S07_points_of_reverse_indicators(string score, string? severity) =>
        Expect("S07", "/indicators/0/score", severity, Row("产出指标", "平均等候时间", "≤30分钟", "36分钟", "20", score, "见说明"));

    [Theory]
    [InlineData("90%-95%", "99%", "20", "warning")]
    [InlineData("90%-95%", "99%", "18", null)]
    [InlineData("90%-95%", "95%", "20", null)]
    [InlineData("定性90%-95%无", "99%", "20", "warning")]     // 指标性质, 指标值 and 度量单位 in cells of their own
    public void S08_above_a_range(string target, string actual, string score, string? severity) =>
        Expect("S08", "/indicators/0/score", severity, Row("产出指标", "含水率", target, actual, "20", score));

    [Theory]
    [InlineData("20", "见说明", null)]
    [InlineData("18", "见说明", "info")]
    [InlineData("18", "", null)]
    public void S10_points_lost_though_the_target_was_met(string score, string reason, string? severity) =>
        Expect("S10", "/indicators/0/score", severity, Row("产出指标", "改造数量", "≥100座", "100座", "20", score, reason));

    [Theory]
    [InlineData("部分达成预期指标", "16", null)]
    [InlineData("部分完成", "20", "warning")]
    [InlineData("部分完成", "18", "info")]
    [InlineData("未达成预期指标且效果较差", "14", "warning")]
    [InlineData("未达成预期指标且效果较差", "20", null)]       // S09's
    [InlineData("未达成预期指标且效果较差", "10", null)]
    [InlineData("达成预期指标", "20", null)]
    [InlineData("达成预期指标", "14", "info")]
    [InlineData("良好", "14", null)]
    public void S11_bands_of_words(string actual, string score, string? severity) =>
        Expect("S11", "/indicators/0/score", severity, Row("效益指标", "居民健康", "提高", actual, "20", score, "见说明"));

    [Theory]
    [InlineData("≥100场", "130场", "", "warning")]
    [InlineData("≥100场", "≥130场", "", "warning")]
    [InlineData("≥100场", "129场", "", null)]
    [InlineData("≥100场", "300场", "新增两个点位", null)]
    [InlineData("≥1场", "2场", "", null)]
    [InlineData("≥60%", "100%", "", null)]
    [InlineData("≤100场", "130场", "", null)]
    public void S12_over_achievement(string target, string actual, string reason, string? severity) =>
        Expect("S12", "/indicators/0/actual", severity, Row("产出指标", "演出场次", target, actual, "20", "20", reason));

    [Theory]
    [InlineData("16", "", "warning")]
    [InlineData("16", "无", "warning")]
    [InlineData("16", "0", "warning")]
    [InlineData("16", "因雨停工", null)]
    [InlineData("20", "", null)]
    public void R01_points_lost_without_a_reason(string score, string reason, string? severity) =>
        Expect("R01", "/indicators/0/deviation", severity, Row("产出指标", "改造数量", "≥100座", "100座", "20", score, reason));

    [Fact]
    public void R01_says_whether_the_target_was_met() =>
        Assert.Equal(
            "扣分未说明原因（改造数量）：分值 20，得分 16，扣 4 分，且已达到指标值，偏差原因栏为空。",
            Assert.Single(Clean.WithIndicator(0, _ => Row("产出指标", "改造数量", "≥100座", "100座", "20", "16")).Of("R01")).Message);

    [Fact]
    public void R01_is_a_hint_where_the_form_explains_all_deviations_together() =>
        Assert.Equal(Severity.Info, Assert.Single((Clean with { Extra = [new("偏差大或目标未完成原因分析", "汛期较长")] })
            .WithIndicator(0, _ => Row("产出指标", "改造数量", "≥100座", "100座", "20", "16")).Of("R01")).Severity);

    [Fact]
    public void R01_asks_for_nothing_where_the_layout_has_no_column_for_it() =>
        Assert.Empty((Clean with { Indicators = [.. Clean.Indicators.Select(row => row with { Deviation = null })] }).Of("R01"));

    [Fact]
    public void R01_looks_at_the_targets_of_a_form_without_points() =>
        Assert.Equal(["/indicators/0/deviation"], (Clean with
        {
            Indicators = [Row("产出指标", "改造数量", "≥100座", "80座", "", "") with { Weight = null, Score = null }],
        }).Of("R01").Select(finding => finding.Subject));

    [Theory]
    [InlineData("20", "受疫情影响未能开展", "info")]
    [InlineData("20", "无偏差", null)]
    [InlineData("16", "受疫情影响未能开展", null)]
    public void R02_a_reason_without_a_deviation(string score, string reason, string? severity) =>
        Expect("R02", "/indicators/0/deviation", severity, Row("产出指标", "改造数量", "=100座", "=100座", "20", score, reason));

    [Theory]
    [InlineData("", "100座", "20", "/indicators/0/target")]
    [InlineData("≥100座", "", "20", "/indicators/0/actual")]
    [InlineData("定性", "100座", "20", "/indicators/0/target")]
    [InlineData("无定性", "100座", "20", "/indicators/0/target")]
    [InlineData("≥100座", "/", "20", "/indicators/0/actual")]
    [InlineData("≥100座", "100座", "", "/indicators/0/weight")]
    public void R04_a_part_of_an_indicator_is_missing(string target, string actual, string weight, string subject) =>
        Expect("R04", subject, "warning", Row("产出指标", "改造数量", target, actual, weight, "20"));

    [Theory]
    [InlineData("定性及时无", "/indicators/0/target")]
    [InlineData("定性及时", null)]
    public void R04_between_a_nature_and_a_unit_of_none_a_target_is_missing(string other, string? subject) =>
        Assert.Equal(
            subject is null ? [] : [subject],
            Clean.WithIndicator(0, _ => Row("产出指标", "验收", "定性无", "完成", "20", "20")).WithIndicator(1, _ => Row("产出指标", "及时", other, "及时", "20", "20"))
                .Of("R04").Select(finding => finding.Subject));

    [Theory]
    [InlineData("设备验收合格率", "≥95%", "101%", "/indicators/0/actual")]
    [InlineData("居民满意度（%）", "≥95%", "950%", "/indicators/0/actual")]
    [InlineData("居民满意度", "≥105%", "100%", "/indicators/0/target")]
    public void T09_a_share_above_a_hundred_percent(string name, string target, string actual, string subject) =>
        Expect("T09", subject, "error", Row("产出指标", name, target, actual, "20", "20"));

    [Theory]
    [InlineData("任务完成率", "120%")]
    [InlineData("产值增长率", "150%")]
    [InlineData("居民满意度", "100%")]
    [InlineData("居民满意度提升幅度", "110%")]
    public void T09_rates_that_can_be_above_pass(string name, string actual) =>
        Expect("T09", "", null, Row("产出指标", name, "≥95%", actual, "20", "20"));

    [Theory]
    [InlineData("2023年11月底前", "2023年12月完成", "20", "warning")]
    [InlineData("11月底前", "2023年12月完成", "20", "warning")]
    [InlineData("2023年12月31日前", "2024年3月", "20", "warning")]
    [InlineData("2023年12月底前", "2023年12月完成", "20", null)]
    [InlineData("2023年12月底前", "2024年3月完成", "16", null)]
    [InlineData("2023年12月15日前", "2023年12月", "20", null)]
    [InlineData("及时", "2024年3月", "20", null)]
    [InlineData("2023年12月底前", "未完成", "20", null)]       // S09's
    [InlineData("定性2023年11月底前", "2023年12月完成", "20", "warning")]
    public void T10_finished_late(string target, string actual, string score, string? severity) =>
        Expect("T10", "/indicators/0/actual", severity, Row("产出指标", "完成时间", target, actual, "20", score, "见说明"));

    [Theory]
    [InlineData("设备合格率", "≤95%", "info")]
    [InlineData("设备故障率", "≥5%", "info")]
    [InlineData("设备合格率", "≥95%", null)]
    [InlineData("设备故障率", "≤5%", null)]
    public void T08_a_sign_the_wrong_way_round(string name, string target, string? severity) =>
        Expect("T08", "/indicators/0/target", severity, Row("产出指标", name, target, "", "20", "20"));

    [Theory]
    [InlineData("党群服务站标准化建设数量", "≥5人", "info")]
    [InlineData("服务站工作人员数量", "≥5人", null)]
    [InlineData("服务站标准化建设数量", "≥5个", null)]
    public void T12_things_counted_in_people(string name, string target, string? severity) =>
        Expect("T12", "/indicators/0/target", severity, Row("产出指标", name, target, "", "20", "20"));

    [Theory]
    [InlineData("项目总成本", "38万元", null)]
    [InlineData("项目总成本", "38.00005万元", null)]
    [InlineData("项目总成本", "380000.5元", null)]
    [InlineData("项目总成本", "≤40万元", null)]
    [InlineData("项目总成本", "≤35万元", "warning")]
    [InlineData("项目总成本", "45万元", "warning")]
    [InlineData("指标4： 项目总成本", "45万元", "warning")]
    [InlineData("项目总成本控制数", "45万元", "info")]
    [InlineData("人均成本", "45万元", null)]
    [InlineData("项目总成本", "380000.5万元", "warning")]
    public void T02_cost_against_the_executed_amount(string name, string actual, string? severity) =>
        Expect("T02", "/indicators/0/actual", severity, Row("产出指标", name, "≤50万元", actual, "20", "20"));

    private static void Expect(string rule, string subject, string? severity, Indicator row)
    {
        var found = Clean.WithIndicator(0, _ => row).Of(rule);
        if (severity is null)
        {
            Assert.Empty(found);
        }
        else
        {
            var finding = Assert.Single(found);
            Assert.Equal((subject, severity), (finding.Subject, finding.Severity.ToString().ToLowerInvariant()));
        }
    }
}

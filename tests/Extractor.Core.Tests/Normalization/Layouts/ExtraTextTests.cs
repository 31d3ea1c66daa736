using static Extractor.Core.Tests.Normalization.FormDrawing;

namespace Extractor.Core.Tests.Normalization.Layouts;

/// <summary>What no field claims is kept, by the label that a reader of the page would give it.</summary>
public class ExtraTextTests
{
    private static readonly string[] Core =
    [
        "项目名称 | < | 便民驿站 | < | < | < | <",
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分",
        "产出指标 | 数量指标 | 建站数量 | 3个 | 3个 | 100 | 96",
    ];

    public static TheoryData<string, string> Rows => new()
    {
        { "其他需要说明事项 | < | 无 | < | < | < | <", "其他需要说明事项 = 无" },
        { "总分 | < | < | < | < | 100 | 96", "" },
        { "评价结论 | < | < | < | < | < | < \n 项目总体较好，任务完成。 | < | < | < | < | < | <", "评价结论 = 项目总体较好，任务完成。" },
        { "项目负责人：李某 | < | < | 财务负责人：王某 | < | < | <", "项目负责人 = 李某; 财务负责人 = 王某" },
        { "项目类别 | < | ☑常年性 □一次性 | < | 项目属性 | □新增 ☑持续 | <", "项目类别 = ☑常年性 □一次性; 项目属性 = □新增 ☑持续" },
        { "存在问题 | < | 一是进度偏慢 | < | < | < | < \n ^ | ^ | 二是资料不全 | < | < | < | <", "存在问题 = 一是进度偏慢; 存在问题 (2) = 二是资料不全" },
        { "说明：1.得分保留两位小数。2.没有的填无。 | < | < | < | < | < | <", "说明 = 1.得分保留两位小数。2.没有的填无。" },
        { "小计 | < | < | < | < | 100 | 96", "小计 · 分值 = 100; 小计 · 得分 = 96" },
        { "盖章处 | < | < | < | < | < | <", "盖章处 = " },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_below_the_indicators_goes_to_extra(string rows, string extra)
    {
        var form = Form("项目支出绩效自评表", [.. Core, .. rows.Split('\n')]);
        Assert.Equal(extra, string.Join("; ", form.Extra.Select(Line)));
        Assert.Equal("建站数量", Assert.Single(form.Indicators).Level3);
    }

    [Fact]
    public void A_grade_beside_the_total_is_kept_under_its_column()
    {
        var form = Form(
            "项目支出绩效自评表",
            "项目名称 | < | 便民驿站 | < | < | < | < | <",
            "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施",
            "产出指标 | 数量指标 | 建站数量 | 3个 | 3个 | 100 | 96 | ",
            "总分 | < | < | < | < | 100 | 96 | 优");
        Assert.Equal(["总分 · 偏差原因分析及改进措施 = 优"], form.Extra.Select(Line));
    }

    [Fact]
    public void A_budget_inside_the_indicators_is_no_indicator()
    {
        var form = Form(
            "2024年度转移支付项目绩效自评表",
            [
                .. Core[..2],
                "年度预算资金总额 | 322.25 | 中央补助 | 166.00 | 市级资金 | 136.00 | ",
                Core[2],
            ]);
        Assert.Equal(["年度预算资金总额 = 322.25", "中央补助 = 166.00", "市级资金 = 136.00"], form.Extra.Select(Line));
        Assert.Single(form.Indicators);
    }

    [Fact]
    public void What_stands_between_the_title_and_the_table_is_read()
    {
        var form = Form("2020年度便民驿站项目自评表\n单位名称：某街道办        填报日期：2021年3月1日\n单位：万元", Core);
        Assert.Equal((2020, "某街道办", "万元"), (form.Year!.Value, form.Department!, form.Unit!));
        Assert.Equal(["填报日期 = 2021年3月1日"], form.Extra.Select(Line));
    }
}

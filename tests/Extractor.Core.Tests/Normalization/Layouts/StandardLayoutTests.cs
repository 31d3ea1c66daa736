using static Extractor.Core.Tests.Normalization.FormDrawing;

namespace Extractor.Core.Tests.Normalization.Layouts;

/// <summary>The standard form in the variants that counties print: columns left out, moved or renamed.</summary>
public class StandardLayoutTests
{
    private static readonly string[] Indicators =
    [
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施",
        "^ | 产出指标(50分) | 数量指标 | 修桥座数 | ≥3座 | 3座 | 50 | 50 | ",
        "^ | 效益指标(40分) | 社会效益指标 | 出行便利 | 改善 | 改善 | 40 | 38 | 一处未通车",
        "总分 | < | < | < | < | < | 100 | 98 | ",
    ];

    /// <summary>Header cells of the funds, the cells below them, and the row that they make.</summary>
    public static TheoryData<string, string, string> Funds => new()
    {
        { "年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分", "10|12|6|10|50%|5", "total | 年度资金总额 | 10 | 12 | 6 | 10 | 50% | 5" },
        { "全年预算数（A）|全年执行数（B）|分值|执行率（B/A×100%）|得分|", "12|6|10|50%|5|", "total | 年度资金总额 | ~ | 12 | 6 | 10 | 50% | 5" },
        { "年初预算数(A)|全年执行数(B)|分值（10分）|执行率(B/A)|得分|得分计算方法", "10|5|10|50%|5|执行率*分值", "total | 年度资金总额 | 10 | ~ | 5 | 10 | 50% | 5" },
        { "年初预算数|全年执行数||||", "10|5||||", "total | 年度资金总额 | 10 | ~ | 5 | ~ | ~ | ~" },
        { "年初预算|调整后预算数|预算执行数|预算执行率|权重|得分", "10|12|6|50%|10|5", "total | 年度资金总额 | 10 | 12 | 6 | 10 | 50% | 5" },
        { "年初预算数|全年（调整）预算数|全年执行数|执行率|执行率权重|执行率得分", "10|12|6|50%|10|5", "total | 年度资金总额 | 10 | 12 | 6 | 10 | 50% | 5" },
        { "预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）||", "12|6|50%|10||", "total | 年度资金总额 | ~ | 12 | 6 | ~ | 50% | 10" },
        { "得分|执行率|分值|全年执行数|调整预算数|年初预算数", "5|50%|10|6|12|10", "total | 年度资金总额 | 10 | 12 | 6 | 10 | 50% | 5" },
    };

    [Theory]
    [MemberData(nameof(Funds))]
    public void The_columns_of_the_funds_are_known_by_their_words_in_any_order(string headers, string values, string row)
    {
        var form = Form(
            "项目支出绩效自评表\n（2022年度）",
            [
                "项目名称 | < | 农桥改造 | < | < | < | < | < | <",
                $"项目资金（万元） | < | | {headers}",
                $"^ | ^ | 年度资金总额 | {values}",
                $"^ | ^ | 其中：财政拨款 | {values}",
                .. Indicators,
            ]);
        Assert.Equal(row, Line(form.Funds[0]));
        Assert.Equal(("万元", 2022, "fiscal"), (form.Unit!, form.Year!.Value, form.Funds[1].Kind));
    }

    [Theory]
    [InlineData("预算数|执行数|预算执行率（10分）|得分", "10")]
    [InlineData("预算数|执行数|执行率|执行率得分（满分20分）", "20")]
    [InlineData("预算数|执行数|执行率|得分(20分*执行率)", "20")]
    [InlineData("预算数|执行数|执行率（10分）|得分（20分）", null)]      // contradicts itself
    [InlineData("预算数（100分）|执行数|执行率（B/A）|得分", null)]
    public void The_points_for_execution_that_a_header_announces(string headers, string? points)
    {
        var form = Form(
            "项目支出绩效自评表",
            [
                "项目名称 | < | 农桥改造 | < | < | < | <",
                $"项目资金（万元） | < | | {headers}",
                "^ | ^ | 年度资金总额 | 12 | 6 | 50% | 5",
                "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分",
                "产出指标 | 数量指标 | 修桥座数 | ≥3座 | 3座 | 90 | 90",
                "总分 | < | < | < | < | 100 | 95",
            ]);
        Assert.Equal(points, form.ExecutionPoints?.Text);
        Assert.Equal(points is null ? 0 : 1, form.Provenance.Count(field => field.Pointer == "/executionPoints"));
    }

    [Fact]
    public void The_label_of_the_funds_may_announce_the_points_for_execution() =>
        Assert.Equal(10, Form(
            "项目支出绩效自评表",
            [
                "项目名称 | < | 农桥改造 | < | < | < | <",
                "预算执行情况（10分） | < | | 预算数 | 执行数 | 执行率 | 得分",
                "^ | ^ | 年度资金总额 | 12 | 6 | 50% | 5",
                "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分",
                "产出指标 | 数量指标 | 修桥座数 | ≥3座 | 3座 | 90 | 90",
                "总分 | < | < | < | < | 100 | 95",
            ]).ExecutionPoints?.Value);

    [Fact]
    public void A_column_that_no_field_claims_is_kept_by_its_header_and_its_row()
    {
        var form = Form(
            "项目支出绩效自评表",
            [
                "项目名称 | < | 农桥改造 | < | < | < | < | < | <",
                "项目资金 | < | | 年初预算数 | 预算执行数 | 权重 | 预算执行率 | 得分 | 原因",
                "^ | ^ | 总额 | 10 | 5 | 10 | 50% | 5 | 未完工",
                "^ | ^ | 单位资金 | 10 | 5 | / | | | ",
                "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 自评得分 | 财政审核评分",
                "^ | 产出指标 | 数量指标 | 修桥座数 | ≥3座 | 3座 | 90 | 90 | 88",
                "总分 | < | < | < | < | < | 100 | 95 | 93",
            ]);
        Assert.Equal(["原因 · 总额 = 未完工", "财政审核评分 · 修桥座数 = 88", "总分 · 财政审核评分 = 93"], form.Extra.Select(Line));
        Assert.Equal("90", form.Indicators[0].Score!.Text);
    }

    [Fact]
    public void The_points_may_stand_before_the_values_and_a_better_word_is_preferred()
    {
        var form = Form(
            "项目支出绩效自评表",
            [
                "项目名称 | < | 农桥改造 | < | < | < | < | < | <",
                "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 参考分值 | 分值 | 年度指标值(A) | 全年实际值(B) | 得分",
                "^ | 产出指标 | 数量指标（必填） | 修桥座数 | 80 | 90 | ≥3座 | 3座 | 90",
            ]);
        Assert.Equal("产出指标 | 数量指标（必填） | 修桥座数 | ≥3座 | 3座 | 90 | 90 | ~", Line(form.Indicators[0]));
        Assert.Equal(["参考分值 · 修桥座数 = 80"], form.Extra.Select(Line));
    }

    [Fact]
    public void Rows_as_the_blank_form_has_them_are_no_indicators_and_are_told_in_the_trace()
    {
        var found = Found(
            "项目支出绩效自评表",
            [
                "项目名称 | < | 农桥改造 | < | < | < | < | < | <",
                Indicators[0],
                "^ | 产出指标 | 数量指标 | 指标1：修桥座数 | ≥3座 | 3座 | 90 | 90 | ",
                "^ | ^ | ^ | 指标2： | | | | | ",
                "^ | ^ | ^ | …… | / | / | / | / | ",
                "^ | ^ | 质量指标 | 验收合格率 | | | | | ",
                "^ | ^ | 成本指标 | 无 | / | / | | | 无",
            ]);
        Assert.Equal(["指标1：修桥座数", "验收合格率"], found.Form.Indicators.Select(row => row.Level3));
        Assert.Equal(["指标2：", "……", "/", "/", "/", "/", "成本指标", "无", "/", "/", "无"], found.Trace.Unfilled.Select(cell => cell.Text));
        Assert.Empty(found.Form.Extra);
    }

    [Fact]
    public void Labels_may_be_set_wide_numbered_or_in_pieces()
    {
        var form = Form(
            "2021年度农桥改造项目自评表",
            [
                "项 目 名 称 | < | 农桥改造 | < | < | < | < | < | <",
                "年度 | 年初设定目标 | < | < | < | 全年实际完成情况 | < | < | <",
                "总体目标 | 改造三座 | < | < | < | 已改造 | < | < | <",
                "绩 效 指 标 | 一级 指标 | 二级指标 | 三级指标 | 年度 指标值 | 实际 完成值 | 分值 | 得分 | 未完成原因分析",
                "^ | 产出指标 | 数量指标 | 修桥座数 | ≥3座 | 3座 | 90 | 90 | ",
                "合计 | < | < | < | < | < | 90 | 90 | ",
            ]);
        Assert.Equal(("2021年度农桥改造项目自评表", 2021, "农桥改造"), (form.Title, form.Year!.Value, form.ProjectName!));
        Assert.Equal(("改造三座", "已改造"), (form.Goals!.Expected!, form.Goals.Actual!));
        Assert.Equal(("90", "90"), (form.Total!.Weight!.Text, form.Total.Score!.Text));
        Assert.Empty(form.Extra);
    }
}

using Extractor.Core.Forms;
using static Extractor.Core.Tests.Normalization.FormDrawing;

namespace Extractor.Core.Tests.Normalization.Layouts;

/// <summary>Layouts whose structure differs: targets in three cells, sources across, no levels, no project.</summary>
public class SpecialLayoutTests
{
    [Theory]
    [InlineData("≥ | 95 | %", "≥95%", "≥", 95.0, "%")]
    [InlineData("≧ | 4,906.5 | 平方米", "≧4,906.5平方米", "≥", 4906.5, "平方米")]
    [InlineData("定性 | 优 | ", "定性优", null, null, null)]
    [InlineData("═ | 及时 | /", "═及时/", null, null, null)]
    [InlineData("≤ | 30 | ", "≤30", "≤", 30.0, null)]
    public void A_target_in_three_cells_is_joined_as_it_stands(string cells, string text, string? comparator, double? value, string? unit)
    {
        var form = Form(
            "项目支出绩效自评表",
            "项目名称 | < | 便民驿站 | < | < | < | < | < | < | <",
            "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | < | 实际完成值 | 分值 | 得分",
            "^ | ^ | ^ | ^ | 指标性质 | 指标值 | 度量单位 | ^ | ^ | ^",
            $"^ | 产出指标 | 数量指标 | 驿站服务 | {cells} | 完成 | 90 | 90");
        Assert.Equal(new QuantityReading(text, comparator, (decimal?)value, unit), form.Indicators[0].Target);
    }

    [Fact]
    public void Indicators_without_levels_have_a_name_and_nothing_is_made_up()
    {
        var form = Form(
            "2021年度项目绩效自评表",
            "项目名称 | 便民驿站 | < | < | < | 自评总分（分） | 92.5 | < | < | <",
            "指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 | 得分系数（%） | 指标权重 | 指标得分 | 是否核心指标",
            "驿站数量 | 个 | ≥ | 12 | 10 | 11 | 100 | 40 | 40 | 是",
            "服务及时 | | 定性 | 及时 | | 及时 | 90 | 50 | 45 | 否");
        Assert.Equal("~ | ~ | 驿站数量 | 个≥12 | 11 | 40 | 40 | ~", Line(form.Indicators[0]));
        Assert.Equal(("≥", 12m, "个"), (form.Indicators[0].Target!.Comparator!, form.Indicators[0].Target!.Value!.Value, form.Indicators[0].Target!.Unit!));
        Assert.Equal("92.5", form.Total!.Score!.Text);
        Assert.Contains("自评总分（分） = 92.5", form.Extra.Select(Line));
        Assert.Contains("调整指标值 · 驿站数量 = 10", form.Extra.Select(Line));
        Assert.Contains("是否核心指标 · 服务及时 = 否", form.Extra.Select(Line));
        Assert.Equal("chongqing-flat", form.Template);
    }

    [Theory]
    [InlineData("项目资金 | 中央 | 省、地 | 本级 | 其他 | 合计 | 执行数 | 执行率")]
    [InlineData("项目资金 | 预算数（万元） | < | < | < | < | 执行数 | 执行率 \n ^ | 中央 | 省、地 | 本级 | 其他 | 合计 | ^ | ^")]
    public void Sources_across_are_rows_after_their_total(string header)
    {
        var form = Form(
            "广川市财政预算支出项目绩效目标自评表",
            [
                "项目名称 | 便民驿站 | < | < | < | < | < | <",
                .. header.Split('\n'),
                "^ | 10 | 5 | 20 | 0 | 35 | 30 | 85.71%",
                "一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 评价标准 | 自评分 | 复核分",
                "产出指标 | 数量指标 | 驿站数量 | 3个 | 3个 | 达标得满分 | 100 | ",
            ]);
        Assert.Equal(
            [
                "total | 合计 | ~ | 35 | 30 | ~ | 85.71% | ~", "fiscal | 中央 | ~ | 10 | ~ | ~ | ~ | ~", "fiscal | 省、地 | ~ | 5 | ~ | ~ | ~ | ~",
                "fiscal | 本级 | ~ | 20 | ~ | ~ | ~ | ~", "other | 其他 | ~ | 0 | ~ | ~ | ~ | ~",
            ],
            form.Funds.Select(Line));
        Assert.Equal("hubei-sources", form.Template);
        Assert.Equal(["复核分 = ", "评价标准 · 驿站数量 = 达标得满分"], form.Extra.Select(Line));
    }

    [Fact]
    public void A_transfer_payment_has_no_points_and_a_block_of_its_own()
    {
        var form = Form(
            "就业补助资金绩效自评表\n（2024年度）",
            "转移支付名称 | < | 就业补助 | < | < | < | <",
            "中央主管部门 | < | 某部 | 地方主管部门 | 某局 | 资金使用单位 | 某中心",
            "资金情况（万元） | | < | 全年预算数（A） | 全年执行数（B） | 预算执行率（B/A×100%） | <",
            "^ | 年度资金总额： | < | 620.82 | 600 | 96.65% | <",
            "^ | 其中：中央财政资金 | < | 320.82 | 300 | 93.51% | <",
            "^ | 旗县财政资金 | < | 300 | 300 | 100% | <",
            "资金管理情况 | | < | 情况说明 | < | 存在问题和改进措施 | <",
            "^ | 分配科学性 | < | 按因素法分配 | < | 无 | <",
            "^ | 下达及时性 | < | 三十日内 | < | 部分晚 | <",
            "总体目标完成情况 | 总体目标 | < | < | 全年实际完成情况 | < | <",
            "^ | 稳就业 | < | < | 已稳 | < | <",
            "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施",
            "^ | 产出指标 | 数量指标 | 培训人次 | ≥100人次 | 90人次 | 生源少",
            "说明 | 无 | < | < | < | < | <");
        Assert.Equal(["total", "fiscal", "fiscal"], form.Funds.Select(row => row.Kind));
        Assert.Equal("total | 年度资金总额： | ~ | 620.82 | 600 | ~ | 96.65% | ~", Line(form.Funds[0]));
        Assert.Equal("产出指标 | 数量指标 | 培训人次 | ≥100人次 | 90人次 | ~ | ~ | 生源少", Line(form.Indicators[0]));
        Assert.Equal(("某局", "某中心", "transfer-payment"), (form.Department!, form.ImplementingUnit!, form.Template));
        Assert.Equal(
            [
                "中央主管部门 = 某部", "分配科学性 · 情况说明 = 按因素法分配", "分配科学性 · 存在问题和改进措施 = 无",
                "下达及时性 · 情况说明 = 三十日内", "下达及时性 · 存在问题和改进措施 = 部分晚", "说明 = 无",
            ],
            form.Extra.Select(Line));
        Assert.Null(form.Total);
    }

    [Fact]
    public void A_whole_department_has_no_project()
    {
        var form = Form(
            "2020年度部门整体支出绩效自评表",
            "部门（单位）名称 | < | 某市档案馆 | < | < | < | < | <",
            "部门整体支出（万元） | < | | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
            "^ | ^ | 支出总额 | 300 | 270 | 10 | 90% | 9",
            "^ | ^ | 其中：基本支出 | 200 | 180 | | | ",
            "^ | ^ | 项目支出 | 100 | 90 | | | ",
            "一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析",
            "产出指标 | 数量指标 | 归档卷数 | 900卷 | 900卷 | 90 | 90 | ");
        Assert.Equal((null, "某市档案馆", "whole-department"), (form.ProjectName, form.Department, form.Template));
        Assert.Equal(["total", "unknown", "unknown"], form.Funds.Select(row => row.Kind));
    }

    // As a scan of it may be read; two different labels are no pair.
    [Theory]
    [InlineData("其中-财政拨款；", "其中:财政拨款：", 2)]
    [InlineData("其中-财政拨款：", "其中-财政收款：", 1)]
    public void Amounts_beside_their_labels_are_found_though_a_mark_of_a_label_was_misread(string left, string right, int funds)
    {
        var form = Form(
            "项目绩效目标完成情况自评表（2019年度）",
            "项目名称 | < | 便民驿站 | < | < | <",
            "预算执行情况（万元） | 预算数： | < | 12.50 | 执行数： | 12.00",
            $"^ | {left} | < | 12.50 | {right} | 12.00",
            "绩效指标完成情况 | 绩效指标 | < | < | 预期指标值（包含数字及文字描述） | 实际完成指标值（包含数字及文字描述）",
            "^ | 项目完成指标 | 数量指标 | 建站数量 | 3个 | 3个");
        Assert.Equal(funds, form.Funds.Length);
    }

    [Fact]
    public void The_old_form_has_one_header_over_three_levels_and_amounts_beside_their_labels()
    {
        var form = Form(
            "项目绩效目标完成情况自评表（2019年度）",
            "项目名称 | < | 便民驿站 | < | < | <",
            "预算单位 | < | 某街道办 | < | < | <",
            "预算执行情况（万元） | 预算数： | < | 12.50 | 执行数： | 12.00",
            "^ | 其中-财政拨款： | < | 12.50 | 其中-财政拨款： | 12.00",
            "年度目标完成情况 | 预期目标 | < | < | 目标实际完成情况 | <",
            "^ | 建站 | < | < | 已建 | <",
            "绩效指标完成情况 | 绩效指标 | < | < | 预期指标值（包含数字及文字描述） | 实际完成指标值（包含数字及文字描述）",
            "^ | 项目完成指标 | 数量指标 | 建站数量 | 3个 | 3个",
            "^ | ^ | 时效指标 | 完成时间 | 2019年12月 | 2019年11月");
        Assert.Equal(["total | 预算数： | ~ | 12.50 | 12.00 | ~ | ~ | ~", "fiscal | 其中-财政拨款： | ~ | 12.50 | 12.00 | ~ | ~ | ~"], form.Funds.Select(Line));
        Assert.Equal(["项目完成指标 | 数量指标 | 建站数量 | 3个 | 3个 | ~ | ~ | ~", "项目完成指标 | 时效指标 | 完成时间 | 2019年12月 | 2019年11月 | ~ | ~ | ~"], form.Indicators.Select(Line));
        Assert.Equal(("万元", "某街道办", "sichuan-2020"), (form.Unit!, form.ImplementingUnit!, form.Template));
        Assert.Empty(form.Extra);
    }

    [Fact]
    public void The_unit_may_be_printed_in_every_amount()
    {
        var form = Form(
            "项目支出绩效自评表",
            "项目名称 | < | 便民驿站 | < | < | <",
            "项目资金 | | 全年预算数 | 全年执行数 | 分值 | 得分",
            "^ | 年度资金总额 | 620.82万元 | 620.82万元 | 10 | 10",
            "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分",
            "产出指标 | 数量指标 | 建站数量 | 3个 | 3个 | 90");
        Assert.Equal(("万元", 620.82m, "620.82万元"), (form.Unit!, form.Funds[0].AnnualBudget!.Value!.Value, form.Funds[0].AnnualBudget!.Text));
    }
}

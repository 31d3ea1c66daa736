using Extractor.Core.Forms;
using static Extractor.Core.Tests.Normalization.FormDrawing;

namespace Extractor.Core.Tests.Normalization.Layouts;

/// <summary>The template of a form is chosen by what the form has, and the choice is explained.</summary>
public class TemplateChoiceTests
{
    private static readonly string[] Rows =
    [
        "项目名称 | < | 便民驿站 | < | < | < | < | < | <",
        "项目资金 | < | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
        "^ | ^ | 年度资金总额 | 10 | 10 | 10 | 10 | 100% | 10",
        "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施",
        "^ | 产出指标 | 数量指标 | 建站数量 | 3个 | 3个 | 90 | 90 | ",
    ];

    [Theory]
    [InlineData("年初预算数 | 全年预算数", "年度指标值 | 实际完成值 | 分值", "shanghai-2018")]
    [InlineData("年初预算数 | 到位数", "年度指标值 | 实际完成值 | 分值", "initial-budget")]
    [InlineData("全年预算数 | 到位数", "年度指标值 | 实际完成值 | 分值", "adjusted-budget")]
    [InlineData("年初预算数 | 全年预算数", "分值 | 年度指标值 | 实际完成值", "points-first")]
    public void The_template_is_the_most_special_that_fits(string budgets, string values, string template)
    {
        var rows = Rows.ToArray();
        rows[1] = rows[1].Replace("年初预算数 | 全年预算数", budgets, StringComparison.Ordinal);
        rows[3] = rows[3].Replace("年度指标值 | 实际完成值 | 分值", values, StringComparison.Ordinal);
        var found = Found("项目支出绩效自评表", rows);
        Assert.Equal((template, template), (found.Form.Template, found.Trace.Template!));
        Assert.NotEmpty(found.Trace.Reasons);
    }

    [Fact]
    public void A_combination_that_no_template_has_is_read_all_the_same()
    {
        var rows = Rows.ToArray();
        rows[1] = rows[1].Replace("执行率 | 得分", "预算执行率 | 备注", StringComparison.Ordinal);
        rows[3] = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 完成情况 | 年初目标值 | 标准分 | 实际得分 | 扣分原因";
        var form = Form("绩效自评表", rows);
        Assert.Equal("general", form.Template);
        Assert.Equal("产出指标 | 数量指标 | 建站数量 | 3个 | 3个 | 90 | 90 | ", Line(form.Indicators[0]));
    }

    [Fact]
    public void The_trace_says_what_each_label_was_understood_as_and_what_was_not()
    {
        var trace = Found("项目支出绩效自评表", [.. Rows, "盖章处 | < | < | 此处盖章 | < | < | < | < | <"]).Trace;
        Assert.Equal(["盖章处", "此处盖章"], trace.NotUnderstood.Select(cell => cell.Text));
        Assert.Equal(
            [(Role.ProjectName, "项目名称"), (Role.FundsSide, "项目资金"), (Role.InitialBudget, "年初预算数"), (Role.IndicatorsSide, "绩效指标"), (Role.Level1, "一级指标")],
            trace.Anchors.Where(anchor => anchor.Role is Role.FundsSide or Role.InitialBudget or Role.IndicatorsSide or Role.Level1 or Role.ProjectName)
                .Select(anchor => (anchor.Role, anchor.Cell.Text)).Order());
    }

    [Fact]
    public void A_new_template_adds_words_and_is_chosen_by_them()
    {
        var (template, problem) = TemplateJson.Parse(
            """
            {
              "id": "somewhere-2025", "name": "某地",
              "when": { "labels": ["驿站名"] },
              "words": { "header.projectName": ["驿站名"], "funds.executed": ["花掉的数"] }
            }
            """u8);
        Assert.Null(problem);
        var (templates, contradiction) = FormTemplates.Of([.. ShippedTemplates.All.All, template!]);
        Assert.Null(contradiction);
        var rows = Rows.Select(row => row.Replace("项目名称", "驿站名", StringComparison.Ordinal).Replace("全年执行数", "花掉的数", StringComparison.Ordinal)).ToArray();
        var form = Assert.IsType<Core.Normalization.FormFound>(Assert.Single(Read(TableDrawing.Of(["绩效自评表"], rows), templates!))).Form;
        Assert.Equal(("somewhere-2025", "便民驿站", "10"), (form.Template, form.ProjectName!, form.Funds[0].Executed!.Text));
    }
}

using Extractor.Core.Normalization;
using static Extractor.Core.Tests.Normalization.FormDrawing;

namespace Extractor.Core.Tests.Normalization.Layouts;

/// <summary>Tables that look like self-evaluations and are none.</summary>
public class LookAlikeTests
{
    public static TheoryData<RefusalReason, string, string> Tables => new()
    {
        {
            RefusalReason.TargetTable, "项目支出绩效目标申报表",
            "项目名称 | < | 便民驿站 | < \n 一级指标 | 二级指标 | 三级指标 | 指标值 \n 产出指标 | 数量指标 | 建站数量 | 3个"
        },
        {
            RefusalReason.TargetTable, "项目支出绩效目标表",
            "项目名称 | < | 便民驿站 | < | < \n 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 \n 产出指标 | 数量指标 | 建站数量 | 3个 | | ".Replace("便民驿站 | < | <", "便民驿站 | < | < | <", StringComparison.Ordinal)
        },
        {
            RefusalReason.EvaluationIndexTable, "绩效评价指标表",
            "一级指标 | 二级指标 | 三级指标 | 分值 | 评价标准 \n 产出指标 | 数量指标 | 建站数量 | 10 | 达标得满分"
        },
        {
            RefusalReason.EvaluationIndexTable, "项目评价情况",
            "一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 得分 \n 产出指标 | 数量指标 | 建站数量 | 10 | 达标得满分 | 10"
        },
        {
            RefusalReason.BudgetTable, "2023年度项目支出明细表",
            "项目名称 | 便民驿站 | 主管部门 | 某局 \n 年初预算数 | 全年执行数 | 执行率 | 备注 \n 10 | 5 | 50% | "
        },
        {
            RefusalReason.BlankForm, "项目支出绩效自评表",
            "项目名称 | < | | < | < | < \n 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分 \n 产出指标 | 数量指标 | 指标1： | | | \n ^ | 质量指标 | 指标1： | | | "
        },
        { RefusalReason.NotAForm, "收支总表", "项目名称 | 金额 \n 办公费 | 12" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void It_is_refused_with_a_reason(RefusalReason reason, string title, string rows)
    {
        var refused = Refused(title, rows.Split('\n'));
        Assert.Equal((reason, 1), (refused.Reason, Assert.Single(refused.Pages)));
    }

    [Fact]
    public void A_table_without_any_word_of_a_form_is_not_looked_at() =>
        Assert.Empty(Read(TableDrawing.Of(["部门收入总表"], "收入 | 金额", "财政拨款 | 12")));

    [Fact]
    public void A_form_of_which_the_results_are_still_to_come_is_a_form()
    {
        var form = Form(
            "项目支出绩效自评表",
            "项目名称 | < | 便民驿站 | < | < | <",
            "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分",
            "产出指标 | 数量指标 | 建站数量 | 3个 | | ");
        Assert.Equal("产出指标 | 数量指标 | 建站数量 | 3个 |  | ~ |  | ~", Line(form.Indicators[0]));
    }
}

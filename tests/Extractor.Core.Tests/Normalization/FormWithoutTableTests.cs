using Extractor.Core.Normalization;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;
using Extractor.Core.Tests.Reconstruction;

namespace Extractor.Core.Tests.Normalization;

public class FormWithoutTableTests
{
    [Fact]
    public void A_form_whose_lines_are_lost_is_a_page_that_was_not_read()
    {
        var page = Lost(Form());
        Assert.NotNull(page);
        Assert.Equal((1, UnreadReason.NoTable), (page.Number, page.Reason));
    }

    [Theory]
    [InlineData("项目名称填写全称。")]      // how to fill in a form
    [InlineData("一、项目概况")]            // no project is named
    public void A_text_that_speaks_of_forms_is_none(string first) =>
        Assert.Null(Lost(new PageDrawing().Text(40, 100, first).Text(40, 130, "一级指标、二级指标、三级指标按批复填写。").Text(40, 160, "年度指标值 实际完成值 全年执行数")));

    [Fact]
    public void An_index_of_projects_is_none() =>
        Assert.Null(Lost(new PageDrawing().Text(40, 100, "项目名称 河道养护").Text(40, 130, "项目名称 绿化养护").Text(40, 160, "全年执行数 12.5")));

    [Fact]
    public void A_form_in_its_table_is_none() =>
        Assert.Null(Lost(Form().Horizontal(90, 30, 400).Horizontal(120, 30, 400).Horizontal(150, 30, 400).Horizontal(180, 30, 400).Vertical(30, 90, 180).Vertical(400, 90, 180)));

    // The upper rulings of a scan are lost: the label of the first row stands outside of what is left of the table.
    [Theory]
    [InlineData("项目名称", 0.9, true)]
    [InlineData("项目名称：河道养护", 0.9, false)]  // over a table, with its value
    [InlineData("项目名称", null, false)]          // a text layer has what lines it has
    public void A_form_that_has_lost_its_beginning_counts_as_not_read(string label, double? recognized, bool isLost)
    {
        var page = new PageDrawing().Text(40, 60, label, recognized: recognized)
            .Text(40, 100, "一级指标", recognized: recognized).Text(140, 100, "二级指标", recognized: recognized)
            .Text(40, 130, "三级指标", recognized: recognized).Text(140, 130, "实际完成值", recognized: recognized);
        page.Horizontal(90, 30, 300).Horizontal(120, 30, 300).Horizontal(150, 30, 300).Vertical(30, 90, 150).Vertical(130, 90, 150).Vertical(300, 90, 150);
        Assert.Equal(isLost, Lost(page) is not null);
    }

    private static PageDrawing Form() => new PageDrawing()
        .Text(40, 100, "项目名称 河道养护").Text(40, 130, "一级指标 二级指标 三级指标").Text(40, 160, "年度指标值 实际完成值 得分");

    private static UnreadPage? Lost(PageDrawing page)
    {
        var layout = LayoutAnalysis.Of(page.Page(), ShippedTemplates.All.Landmarks);
        return new FormWithoutTable(ShippedTemplates.All).On(new FlowingPage(layout, layout.Lines, layout.Height));
    }
}

using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

public class PageNumberTests
{
    [Theory]
    [InlineData("3", 3, null)]
    [InlineData("- 3 -", 3, null)]
    [InlineData("— 13 —", 13, null)]
    [InlineData("第 3 页", 3, null)]
    [InlineData("第 3 页 共 5 页", 3, 5)]
    [InlineData("第3页，共5页", 3, 5)]
    [InlineData("共5页 第3页", 3, 5)]
    [InlineData("3/5", 3, 5)]
    [InlineData("Page 3 of 5", 3, 5)]
    [InlineData("３ ／ ５", 3, 5)]
    [InlineData("6/5", null, null)]
    [InlineData("0", null, null)]
    [InlineData("3-5", null, null)]          // a chapter's page, or two pages
    [InlineData("1 2", null, null)]
    [InlineData("2022年", null, null)]
    [InlineData("12345", null, null)]
    public void What_a_line_says(string text, int? number, int? of)
    {
        var read = PageNumber.Read(text);
        Assert.Equal((number, of), (read?.Number, read?.Of));
        Assert.Equal(number is null ? null : text, read?.Text);
    }

    [Fact]
    public void A_page_prints_its_number_at_its_foot_or_head()
    {
        Assert.Equal(7, On(new PageDrawing().Text(50, 300, "正文若干字").Text(280, 800, "- 7 -"))?.Number);
        Assert.Equal((7, 9), On(new PageDrawing().Text(500, 30, "7/9").Text(50, 300, "正文若干字")) is { } top ? (top.Number, top.Of!.Value) : default);
        Assert.Equal(7, On(new PageDrawing().Text(50, 300, "正文若干字").Text(280, 800, "7"))?.Number);
    }

    [Fact]
    public void What_is_not_clear_is_no_page_number()
    {
        Assert.Null(On(new PageDrawing().Text(50, 300, "3")));                                                  // in the text
        Assert.Null(On(new PageDrawing().Text(280, 770, "7").Text(50, 800, "附件说明")));                        // something stands below it
        Assert.Null(On(new PageDrawing().Text(280, 800, "- 7 -").Text(280, 30, "- 8 -")));
        Assert.Equal(7, On(new PageDrawing().Text(280, 800, "第 7 页").Text(280, 30, "12"))?.Number);            // the one that says so
        Assert.Equal(7, On(new PageDrawing().Text(280, 800, "- 7 -").Text(280, 30, "- 7 -"))?.Number);
    }

    private static PageNumber? On(PageDrawing page) => PageNumber.On(LayoutAnalysis.Of(page.Page(), Normalization.ShippedTemplates.All.Landmarks));
}

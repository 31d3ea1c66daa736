using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using Extractor.Core.Reconstruction;
using Extractor.Core.Tests.Reconstruction;

namespace Extractor.Core.Tests.Normalization;

public class PassagesTests
{
    /// <summary>Thirty characters of ten points.</summary>
    private static readonly string Full = new('字', 30);

    [Fact]
    public void A_paragraph_with_a_score_is_one_passage_though_it_is_wrapped()
    {
        var passage = Assert.Single(On(new PageDrawing().Text(60, 100, Full + "河道养护项目自评得").Text(40, 116, "分为95.5分，全年预算数为" + Full[..29]).Text(40, 132, "100万元。").Text(40, 160, "另一段文字")));
        Assert.Equal($"{Full}河道养护项目自评得分为95.5分，全年预算数为{Full[..29]}100万元。", passage.Text);
        Assert.Equal((1, "text", 1m), (passage.Place.Page, passage.Place.Origin, passage.Place.Confidence));
        Assert.Equal([40.25m, 101m], passage.Place.Box.Take(2));
    }

    [Fact]
    public void A_mark_that_hangs_over_the_edge_makes_the_lines_of_the_page_no_longer()
    {
        // Lines hold 34 characters; the digit in brackets is half as wide, so that half a character is left over.
        var passage = Assert.Single(On(new PageDrawing().Text(40, 100, "（2）" + Full[..26] + "河道养护项").Text(40, 116, "目自评得分为95.5分。").Text(40, 140, Full + "若干文字，").Text(40, 156, "另一段文字")));
        Assert.Equal($"（2）{Full[..26]}河道养护项目自评得分为95.5分。", passage.Text);
    }

    [Theory]
    [InlineData("项", "")]
    [InlineData("。", "\n")]      // a heading, or the end of another paragraph
    public void A_line_that_ends_near_the_edge_and_ends_no_sentence_goes_on(string last, string between)
    {
        // The edge is at 390 points, and one more character would have fitted.
        var passage = Assert.Single(On(new PageDrawing().Text(40, 100, $"{Full}字2字{last}").Text(40, 116, "目自评得分为95.5分。").Text(40, 140, Full + "若干文字另")));
        Assert.Equal($"{Full}字2字{last}{between}目自评得分为95.5分。", passage.Text);
    }

    [Fact]
    public void A_heading_over_a_paragraph_is_kept_before_a_line_feed() =>
        Assert.Equal("（一）河道养护\n自评得分为95.5分。", Assert.Single(On(new PageDrawing().Text(40, 100, "（一）河道养护").Text(40, 120, "自评得分为95.5分。").Text(40, 400, Full + "若干文字若干"))).Text);

    [Fact]
    public void Other_text_is_no_passage() =>
        Assert.Empty(On(new PageDrawing().Text(40, 100, "2023年度部门决算公开，共12页").Text(40, 120, "自评得分见附表").Text(40, 400, Full + "部门职责")).Concat(On(new PageDrawing().Text(40, 100, "年初预算为45万元，执行数为42万元。"))));

    private static IEnumerable<Passage> On(PageDrawing page)
    {
        var layout = LayoutAnalysis.Of(page.Page(), ShippedTemplates.All.Landmarks);
        return Passages.On(new FlowingPage(layout, layout.Lines, layout.Height));
    }
}

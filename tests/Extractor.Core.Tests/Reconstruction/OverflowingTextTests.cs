using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

/// <summary>Text above or below a table that is of one of its cells.</summary>
public class OverflowingTextTests
{
    [Theory]
    [InlineData(96, "上行下行")]
    [InlineData(98, "上行")]
    public void A_line_that_stands_across_the_foot_is_of_the_cell_that_it_is_cut_from(double y, string text)
    {
        var layout = LayoutAnalysis.Of(
            new PageDrawing().Rectangle(50, 50, 250, 100).Vertical(150, 50, 100).Text(155, 84, "上行").Text(155, y, "下行").Page(), TableLandmarks.None);
        var fragment = Assert.Single(layout.Fragments);
        Assert.Equal(text, fragment.TextOf(fragment.Cells[1]));
        Assert.Equal(text == "上行" ? 1 : 0, layout.Lines.Length);
    }
}

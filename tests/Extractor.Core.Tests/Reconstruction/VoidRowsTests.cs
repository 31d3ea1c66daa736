using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

public class VoidRowsTests
{
    [Fact]
    public void A_strip_under_a_label_that_ends_early_is_taken_over_by_the_label()
    {
        // The label's box ends at 80, every other cell of its row at 100.
        var page = new PageDrawing()
            .Rectangle(50, 60, 450, 140).Horizontal(100, 100, 450).Horizontal(80, 50, 100).Horizontal(100, 50, 100)
            .Vertical(100, 60, 140).Vertical(250, 60, 140)
            .Text(52, 64, "质量").Text(110, 70, "合格率").Text(260, 70, "10").Text(52, 110, "时效").Text(110, 110, "及时率").Text(260, 110, "20");
        var turn = new PictureTurn(600, 800, 0, 0.5);
        var fragment = Assert.Single(LayoutAnalysis.Of(page.Page() with { Turn = turn }, TableLandmarks.None).Fragments);
        Assert.Equal(turn, fragment.Turn);
        Assert.Equal(2, fragment.RowCount);
        Assert.Equal(6, fragment.Cells.Length);
        Assert.All(fragment.Cells, cell => Assert.Equal(1, cell.RowSpan));
        Assert.Equal(100, fragment.Cells[0].Box.Bottom, 0.1);
    }

    [Fact]
    public void A_row_with_blank_cells_stays_a_row()
    {
        var page = new PageDrawing()
            .Rectangle(50, 60, 450, 140).Horizontal(100, 50, 450).Vertical(100, 60, 140).Vertical(250, 60, 140)
            .Text(52, 64, "质量").Text(110, 70, "合格率").Text(260, 70, "10");
        Assert.Equal(2, Assert.Single(LayoutAnalysis.Of(page.Page(), TableLandmarks.None).Fragments).RowCount);
    }
}

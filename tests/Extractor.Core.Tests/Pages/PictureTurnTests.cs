using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Tests.Pages;

/// <summary>What is read on a page that was turned is shown where a person sees it.</summary>
public class PictureTurnTests
{
    /// <summary>A mark of 20 by 4 points, 30 from the left and 10 from the top of an upright page of 100 by 200.</summary>
    private static readonly Box Mark = new(30, 10, 50, 14);

    [Theory]
    [InlineData(0, 100, 200, 30, 10, 50, 14)]
    [InlineData(1, 200, 100, 10, 50, 14, 70)]
    [InlineData(2, 100, 200, 50, 186, 70, 190)]
    [InlineData(3, 200, 100, 186, 30, 190, 50)]
    public void Quarter_turns_are_undone(int quarters, double width, double height, double left, double top, double right, double bottom) =>
        Assert.Equal(new Box(left, top, right, bottom), new PictureTurn(width, height, quarters, 0).Seen(Mark));

    [Fact]
    public void A_page_that_lay_askew_has_its_places_on_a_slant()
    {
        // Its lines fall to the right: what is right of the middle is lower on the page than on the straight one.
        var seen = new PictureTurn(100, 200, 0, 2).Seen(new Box(88, 98, 92, 102));
        Assert.Equal(50 + (40 * Math.Cos(2 * Math.PI / 180)), seen.Centre.X, 6);
        Assert.Equal(100 + (40 * Math.Sin(2 * Math.PI / 180)), seen.Centre.Y, 6);
    }
}

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

    [Fact]
    public void What_stands_on_a_page_that_was_made_flat_is_seen_where_it_was_drawn()
    {
        // The left edge is drawn 8 points lower, the middle as it is; the upper edge is narrower by 2 points on either side.
        var bend = new Bend(new Drift(100, 200, [8, 0, 0], [0, 0, 0]), new Drift(200, 100, [0, 0], [-2, 0]));
        var turn = new PictureTurn(100, 200, 0, 0) { Bend = bend };
        Assert.Equal(new Point(0 + 2, 0 + 8), turn.Seen(new Box(0, 0, 0, 0)).Centre);
        Assert.Equal(new Point(25 + 0.5, 100 + 4), turn.Seen(new Box(25, 100, 25, 100)).Centre);
        Assert.Equal(new Point(100, 200), turn.Seen(new Box(100, 200, 100, 200)).Centre);
        Assert.Equal(bend.Drawn(new Point(10, 30)), bend.Scaled(4).Scaled(0.25).Drawn(new Point(10, 30)));
    }

    [Fact]
    public void A_drift_changes_along_from_node_to_node_and_across_from_edge_to_edge()
    {
        var drift = new Drift(300, 100, [0, 3, 3, 6], [0, 0, 1, 2]);
        Assert.Equal([0, 1.5, 3, 6], new double[] { 0, 50, 150, 400 }.Select(along => drift.At(along, 50)));
        Assert.Equal([2, 3, 4], new double[] { 0, 50, 100 }.Select(across => drift.At(200, across)));
    }
}

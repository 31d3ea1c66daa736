using Extractor.Fixtures.Scanning;

namespace Extractor.Fixtures.Tests.Scanning;

public class BendingTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 0, 0)]
    [InlineData(-1.3, 0.012, 0)]
    [InlineData(0.7, -0.01, 0.006)]
    public void A_place_in_the_picture_leads_back_to_the_sheet(double skew, double keystone, double curl)
    {
        var bending = new Bending(skew, keystone, curl);
        foreach (var (x, y) in new[] { (0.0, 0.0), (1.0, 1.0), (0.1, 0.9), (0.5, 0.5), (0.83, 0.2) })
        {
            var (placedX, placedY) = bending.Place(x, y, 1.414);
            var (backX, backY) = bending.Source(placedX, placedY, 1.414);
            Assert.Equal((x, y), (backX, backY), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-9 && Math.Abs(a.Item2 - b.Item2) < 1e-9);
        }
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(-2)]
    [InlineData(0.3)]
    public void The_skew_of_a_ruled_page_is_found_again(double degrees)
    {
        var picture = new Bending(degrees, 0, 0).Apply(Ruled.Page(900, 700, apart: 300));
        // The line that starts at 300: followed from the left to the right.
        const int Left = 150, Right = 750;
        var (from, to) = (Ruled.Dark(picture, Left, 200), Ruled.Dark(picture, Right, 200));
        Assert.Equal(degrees, double.RadiansToDegrees(Math.Atan2(to - from, Right - Left)), 0.15);
    }

    [Fact]
    public void A_word_is_where_its_ink_went()
    {
        var bending = new Bending(1.2, 0.01, 0.004);
        var sheet = Ruled.Blank(600, 800).Map((x, y, _, _) => x is >= 420 and < 480 && y is >= 640 and < 660 ? 0 : 255);
        var picture = bending.Apply(sheet);
        // The page is as many points as pixels.
        var word = new PrintedWord("word", 420, 640, 480, 660).Bent(bending, 600, 800);
        var dark = from y in Enumerable.Range(0, 800) from x in Enumerable.Range(0, 600) where picture.Green(x, y) < 128 select (x, y);
        Assert.InRange(dark.Min(at => at.x) - word.Left, -1.5, 1.5);
        Assert.InRange(dark.Max(at => at.x) + 1 - word.Right, -1.5, 1.5);
        Assert.InRange(dark.Min(at => at.y) - word.Top, -1.5, 1.5);
        Assert.InRange(dark.Max(at => at.y) + 1 - word.Bottom, -1.5, 1.5);
    }
}

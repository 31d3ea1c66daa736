using Extractor.Fixtures.Scanning;

namespace Extractor.Fixtures.Tests.Scanning;

/// <summary>Each damage does what it says, and to nothing else.</summary>
public class DamageTests
{
    private static readonly Raster Page = Ruled.Page(300, 240);

    [Fact]
    public void A_sheet_turned_clockwise_shows_its_upper_left_corner_at_the_upper_right()
    {
        var marked = Ruled.Blank(30, 20).Map((x, y, _, _) => x < 3 && y < 3 ? 0 : 255);
        var turned = marked.Turned(1);
        Assert.Equal((20, 30), (turned.Width, turned.Height));
        Assert.Equal(0, turned.Green(19, 0));
        Assert.Equal(255, turned.Green(0, 0));
        Assert.Equal(marked.Samples, turned.Turned(3).Samples);
        Assert.Equal(marked.Turned(2).Samples, turned.Turned(1).Samples);
    }

    [Fact]
    public void Toner_that_ran_low_leaves_grey_lines() => Assert.Equal(255 - (int)(255 * 0.6), Page.Faded(0.6).Green(100, 61));

    [Fact]
    public void A_stamp_darkens_where_it_has_ink_and_hides_nothing()
    {
        var stamp = Ruled.Blank(40, 40).Map((_, _, channel, _) => channel == 0 ? 220 : 30);
        var stamped = Page.Stamped(stamp, 100, 50, 1);
        Assert.Equal(0, stamped.Green(120, 61));
        Assert.Equal(30, stamped.Green(120, 70));
        Assert.Equal(220, stamped.Samples[((70 * 300) + 120) * Raster.Channels]);
        Assert.Equal(255, stamped.Green(90, 70));
        Assert.All(Page.Samples.Zip(stamped.Samples), pair => Assert.True(pair.Second <= pair.First));
    }

    [Fact]
    public void A_stamp_may_hang_over_the_edge()
    {
        var stamped = Page.Stamped(Ruled.Blank(40, 40, 0), 280, -20, 1);
        Assert.Equal(0, stamped.Green(299, 10));
        Assert.Equal(255, stamped.Green(270, 10));
    }

    [Fact]
    public void A_fold_is_a_shadow_along_its_line()
    {
        var folded = Ruled.Blank(50, 100).Folded(50, 6, 0.3);
        Assert.InRange(folded.Green(20, 52), 150, 240);
        Assert.Equal(255, folded.Green(20, 90));
    }

    [Fact]
    public void Holes_are_dark_and_as_far_apart_as_asked()
    {
        var punched = Ruled.Blank(100, 200).Punched(15, 80, 6);
        Assert.InRange(punched.Green(15, 60), 0, 90);
        Assert.InRange(punched.Green(15, 140), 0, 90);
        Assert.Equal(255, punched.Green(15, 100));
    }

    [Fact]
    public void Missing_light_only_darkens_and_not_by_more_than_asked()
    {
        var shaded = Ruled.Blank(100, 100).Shaded(0.25, 1);
        Assert.All(shaded.Samples, sample => Assert.InRange(sample, 255 * 0.75 - 1, 255));
        Assert.True(shaded.Samples.Distinct().Count() > 20);
    }

    [Fact]
    public void A_blur_spreads_ink_and_takes_none_away()
    {
        var blurred = Page.Blurred(1.5);
        Assert.Equal(Ruled.Mean(Page), Ruled.Mean(blurred), 0.5);
        Assert.InRange(blurred.Green(150, 64), 1, 254);
        Assert.Same(Page, Page.Blurred(0));
    }

    [Fact]
    public void Grain_is_as_strong_as_asked_and_the_same_in_all_colours()
    {
        var grainy = Ruled.Blank(200, 200, 128).Grainy(6, new Chance(3));
        Assert.Equal(128, Ruled.Mean(grainy), 0.5);
        Assert.Equal(6, Math.Sqrt(grainy.Samples.Average(sample => (sample - 128.0) * (sample - 128.0))), 0.3);
        Assert.All(grainy.Samples.Chunk(Raster.Channels), pixel => Assert.True(pixel[0] == pixel[1] && pixel[1] == pixel[2]));
    }

    [Fact]
    public void A_copy_is_black_and_white_with_as_many_specks_as_asked()
    {
        var copy = Ruled.Blank(500, 400, 200).Copied(150, 50, new Chance(4));
        Assert.Equal([(byte)0, (byte)255], copy.Samples.Distinct().Order());
        Assert.InRange(copy.Samples.Count(sample => sample == 0) / Raster.Channels, 5, 40);
        Assert.Equal(0, Page.Copied(150, 0, new Chance(4)).Green(150, 61));
    }

    [Fact]
    public void Beyond_the_lid_it_is_black_with_a_rough_border()
    {
        var edged = Ruled.Blank(200, 150).BlackEdged(12, new Chance(5));
        Assert.InRange(edged.Green(198, 70), 0, 40);
        Assert.Equal(255, edged.Green(100, 70));
        Assert.True(Enumerable.Range(0, 130).Select(y => Enumerable.Range(0, 200).First(x => edged.Green(x, y) < 128)).Distinct().Count() > 1);
    }
}

using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>What is on a scan and was not printed: dust and black edges.</summary>
public sealed class CleaningTests
{
    [Fact]
    public void A_speck_stands_alone_and_a_decimal_point_beside_figures()
    {
        var figure = new PixelBox(100, 100, 112, 124);
        var (point, speck) = (new PixelBox(116, 121, 119, 124), new PixelBox(300, 200, 302, 202));
        var picture = Drawn.Paper(400, 300).With(figure).With(point).With(speck);
        Assert.Equal([speck.Inflate(1, 1)], Specks.Find(Tones.ToBitmap(picture), dotsPerInch: 300));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public void What_is_thinner_than_a_stroke_is_a_speck_beside_a_figure_too(int width, int specks)
    {
        var picture = Drawn.Paper(400, 300).With(new PixelBox(100, 100, 112, 124)).With(new PixelBox(95, 110, 95 + width, 114));
        Assert.Equal(specks, Specks.Find(Tones.ToBitmap(picture), dotsPerInch: 300).Count);
    }

    [Theory]
    [InlineData(128, 110, 1)] // beside a figure
    [InlineData(118, 94, 1)]  // above
    [InlineData(118, 121, 0)] // at the foot of two, where a point is
    [InlineData(118, 112, 1)] // between them, where none is
    [InlineData(112, 121, 0)] // next to it: a piece of the figure
    public void A_grain_smaller_than_a_mark_is_dust_but_where_a_point_may_be(int x, int y, int specks)
    {
        var picture = Drawn.Paper(400, 300).With(new PixelBox(90, 100, 110, 124));
        if (x < 128)
        {
            picture.With(new PixelBox(127, 100, 147, 124));
        }

        picture.With(new PixelBox(x, y, x + 3, y + 3));
        Assert.Equal(specks, Specks.Find(Tones.ToBitmap(picture), dotsPerInch: 300).Count);
    }

    [Theory]
    [InlineData(172, true, true)]
    [InlineData(120, true, false)]  // as dark as a thin stroke
    [InlineData(172, false, false)] // no seal was there
    public void What_is_left_of_a_seal_is_paler_than_letters(byte tone, bool isUnderSeal, bool isTakenOut)
    {
        var picture = Drawn.Paper(700, 300);
        for (var letter = 0; letter < 20; letter++)
        {
            picture.With(new PixelBox(20 + (30 * letter), 40, 40 + (30 * letter), 65), 40);
        }

        var crumb = new PixelBox(300, 200, 320, 206);
        picture.With(crumb, tone);
        var remains = SealRemains.Find(Tones.ToFaintBitmap(picture), picture, dotsPerInch: 300, box => isUnderSeal && box.Top > 100);
        Assert.Equal(isTakenOut ? 0 : 120, Tones.Whitened(picture, remains).Samples.Count(sample => sample == tone));
        Assert.Equal(picture.Samples.Count(sample => sample == 40), Tones.Whitened(picture, remains).Samples.Count(sample => sample == 40));
    }

    [Fact]
    public void Where_letters_are_few_nothing_is_known_of_how_dark_they_are()
    {
        var picture = Drawn.Paper(400, 300).With(new PixelBox(20, 40, 40, 65), 40).With(new PixelBox(300, 200, 320, 206), 172);
        Assert.Empty(SealRemains.Find(Tones.ToFaintBitmap(picture), picture, dotsPerInch: 300, box => box.Top > 100));
    }

    [Fact]
    public void What_is_whitened_is_white_and_the_rest_stays()
    {
        var picture = Drawn.Paper(40, 40).With(new PixelBox(5, 5, 10, 10)).With(new PixelBox(20, 20, 30, 30));
        var white = Tones.Whitened(picture, [new PixelBox(4, 4, 11, 11)]);
        Assert.Equal(Drawn.Paper(40, 40).With(new PixelBox(20, 20, 30, 30)).Samples, white.Samples);
    }

    [Fact]
    public void Ink_that_hangs_together_with_the_edge_goes_and_other_ink_stays()
    {
        var text = new PixelBox(40, 40, 60, 44);
        var scan = Tones.ToBitmap(Drawn.Paper(200, 100).With(text).With(new PixelBox(190, 0, 200, 100)).With(new PixelBox(180, 30, 190, 33)));
        BlackEdges.Wipe(scan);
        Assert.Equal(Tones.ToBitmap(Drawn.Paper(200, 100).With(text)).Ink, scan.Ink);
    }

    [Fact]
    public void Patches_are_found_whole_whatever_way_they_bend()
    {
        // A ring, and a dot in it.
        var picture = Drawn.Paper(100, 100).With(new PixelBox(20, 20, 60, 60)).With(new PixelBox(24, 24, 56, 56), byte.MaxValue).With(new PixelBox(38, 38, 42, 42));
        Assert.Equal(
            [new InkPatch(new PixelBox(20, 20, 60, 60), (40 * 40) - (32 * 32)), new InkPatch(new PixelBox(38, 38, 42, 42), 16)],
            InkPatches.Find(Tones.ToBitmap(picture)).OrderBy(patch => patch.Box.Left));
    }
}

using CsCheck;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

public sealed class TextLineFinderTests
{
    private const int LineHeight = 20;

    [Fact]
    public void Lines_under_one_another_are_found_tight_around_their_ink() =>
        Gen.Select(Gen.Int[3, 30], Gen.Int[20, 150]).Array[1, 6].Sample(lines =>
        {
            var picture = Drawn.Paper(200, 400);
            var expected = new List<PixelBox>();
            var top = 10;
            foreach (var (gap, width) in lines)
            {
                expected.Add(new PixelBox(15, top, 15 + width, top + LineHeight));
                picture.With(expected[^1]);
                top += LineHeight + gap;
            }

            Assert.Equal(expected, Find(picture));
        });

    [Fact]
    public void The_strokes_of_one_letter_are_one_line()
    {
        // 二
        var picture = Drawn.Paper(60, 60).With(new PixelBox(20, 20, 34, 23)).With(new PixelBox(18, 33, 37, 36));
        Assert.Equal([new PixelBox(18, 20, 37, 36)], Find(picture));
    }

    [Fact]
    public void A_wide_gap_parts_a_line()
    {
        var picture = Drawn.Paper(400, 60).With(new PixelBox(20, 20, 80, 40)).With(new PixelBox(200, 20, 260, 40));
        Assert.Equal([new PixelBox(20, 20, 80, 40), new PixelBox(200, 20, 260, 40)], Find(picture));
    }

    [Fact]
    public void Lines_that_touch_are_cut_where_there_is_least_ink()
    {
        var picture = Drawn.Paper(200, 100)
            .With(new PixelBox(20, 20, 120, 40)).With(new PixelBox(30, 40, 33, 45)).With(new PixelBox(20, 45, 120, 65));
        var lines = Find(picture);
        Assert.Equal(2, lines.Count);
        Assert.InRange(lines[0].Bottom, 40, 45);
    }

    // Two lines without leading, where the others of the part are as low as they; a tall letter has ink in its middle.
    [Theory]
    [InlineData(2, 4)]
    [InlineData(100, 3)]
    public void Lines_that_touch_are_cut_by_the_height_of_their_neighbours(int inkBetween, int count)
    {
        var picture = Drawn.Paper(200, 140).With(new PixelBox(20, 10, 120, 26)).With(new PixelBox(20, 90, 120, 106))
            .With(new PixelBox(20, 40, 120, 55)).With(new PixelBox(20, 55, 20 + inkBetween, 57)).With(new PixelBox(20, 57, 120, 72));
        Assert.Equal(count, Find(picture).Count);
    }

    [Fact]
    public void Four_low_lines_that_touch_are_four()
    {
        var picture = Drawn.Paper(200, 140);
        for (var line = 0; line < 4; line++)
        {
            picture.With(new PixelBox(20, 20 + (17 * line), 120, 35 + (17 * line))).With(new PixelBox(30, 35 + (17 * line), 33, 37 + (17 * line)));
        }

        Assert.Equal(4, Find(picture).Count);
    }

    // So close together that by their height they may be two: but two would part in the middle of the second.
    [Fact]
    public void Three_lines_without_leading_are_three()
    {
        var picture = Drawn.Paper(200, 140);
        for (var line = 0; line < 3; line++)
        {
            picture.With(new PixelBox(20, 20 + (20 * line), 120, 39 + (20 * line))).With(new PixelBox(30, 39 + (20 * line), 33, 40 + (20 * line)));
        }

        Assert.Collection(Find(picture), line => Assert.Equal(20, line.Top), line => Assert.InRange(line.Top, 39, 40), line => Assert.InRange(line.Top, 59, 60));
    }

    [Fact]
    public void Dust_is_no_line() => Assert.Empty(Find(Drawn.Paper(60, 60).With(new PixelBox(20, 20, 22, 22))));

    private static List<PixelBox> Find(Grey picture) =>
        new TextLineFinder(Tones.ToBitmap(picture), LineHeight).Find(new PixelBox(0, 0, picture.Width, picture.Height));
}

using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>A dash of 3 by 9 pixels, as those of its page are, with a stroke of a letter at it.</summary>
public sealed class TouchedDashesTests
{
    private static readonly PixelBox Dash = new(100, 0, 103, 9);

    [Theory]
    [InlineData(103, 120, true)]  // the stroke begins at it
    [InlineData(80, 100, true)]   // or ends
    [InlineData(80, 120, false)]  // or goes through it
    [InlineData(200, 220, true)]  // or is elsewhere
    public void A_dash_is_one_though_a_letter_touches_it_from_one_side(int from, int to, bool isOne)
    {
        foreach (var top in (int[])[0, 40, 91]) // at the head of the picture, in its midst and at its foot
        {
            var picture = Drawn.Paper(300, 100).With(Dash.Moved(top)).With(new PixelBox(from, top + 3, to, top + 6));
            Assert.Equal(isOne ? [Dash.Moved(top)] : [], TouchedDashes.Find(Tones.ToBitmap(picture, 128), [(9, 3)]));
        }
    }

    [Theory]
    [InlineData(9, 3, true)]
    [InlineData(20, 3, false)]
    [InlineData(9, 8, false)]
    public void It_is_as_long_and_thick_as_others(int length, int thickness, bool isOne) =>
        Assert.Equal(isOne, TouchedDashes.Find(Tones.ToBitmap(Drawn.Paper(300, 100).With(Dash.Moved(40)), 128), [(length, thickness)]).Count > 0);

    // The first row of a page, which the break cut, with letters at one of its dashed rulings: all of them begin there.
    [Theory]
    [InlineData(60, 1)]
    [InlineData(30, 0)]
    public void Dashes_that_letters_touch_are_a_ruling_where_others_begin(int othersFrom, int found)
    {
        var picture = Drawn.Paper(800, 400);
        for (var y = othersFrom; y < 300; y += 16)
        {
            foreach (var x in (int[])[100, 300, 500])
            {
                picture.With(new PixelBox(x, y, x + 3, y + 9));
            }
        }

        for (var x = 60; x < 700; x += 16)
        {
            picture.With(new PixelBox(x, 112, x + 9, 115));
        }

        foreach (var y in (int[])[60, 76, 92])
        {
            picture.With(new PixelBox(383, y, 386, y + 9)).With(new PixelBox(383, y + 2, 412, y + 5));
        }

        picture.With(new PixelBox(383, 107, 386, 115));
        Assert.Equal(found, DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Touched.Count);
    }

    // A row as low as one line of text: of four dashes that run down it, the first and the last are one with the rulings above and below.
    [Theory]
    [InlineData(true, false, false, 1)]
    [InlineData(false, false, false, 0)] // two strokes in a row
    [InlineData(true, false, true, 1)] // letters touch them
    [InlineData(false, false, true, 0)]
    [InlineData(true, true, true, 0)] // strokes that end in such
    public void Two_short_dashes_that_fill_a_low_row_are_a_ruling(bool meetsOthers, bool isTouchedBefore, bool isTouchedBehind, int found)
    {
        var picture = Drawn.Paper(800, 400);
        foreach (var y in (int[])[60, 112])
        {
            for (var x = 60; x < 700; x += 16)
            {
                picture.With(new PixelBox(x, y, x + 9, y + 3));
            }
        }

        foreach (var y in (int[])[75, 91])
        {
            picture.With(new PixelBox(383, y, 386, y + 9)).With(new PixelBox(isTouchedBefore ? 360 : 383, y + 2, isTouchedBehind ? 412 : 386, y + 5));
        }

        if (meetsOthers)
        {
            picture.With(new PixelBox(383, 60, 386, 68)).With(new PixelBox(383, 107, 386, 115));
        }

        Assert.Equal(found, DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines.Count(line => !line.IsHorizontal));
        Assert.Equal(found > 0, LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], dotsPerInch: 300).Rulings.Exists(line => !line.IsHorizontal));
    }
}

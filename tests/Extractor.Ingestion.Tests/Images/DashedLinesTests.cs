using CsCheck;
using Extractor.Ingestion.Images;
using static Extractor.Ingestion.Tests.Images.Drawn;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>Rulings of dashes and dots, and the strokes of letters that look like them.</summary>
public sealed class DashedLinesTests
{
    [Fact]
    public void A_stroke_that_stands_at_the_same_place_in_every_row_is_no_dashed_ruling()
    {
        // 1 of 100, row by row.
        var picture = Drawn.Paper(400, 400);
        for (var row = 0; row <= 10; row++)
        {
            picture.With(new PixelBox(40, 40 + (25 * row), 360, 42 + (25 * row)));
            if (row < 10)
            {
                picture.With(new PixelBox(200, 46 + (25 * row), 203, 60 + (25 * row)));
            }
        }

        foreach (var x in (int[])[40, 358])
        {
            picture.With(new PixelBox(x, 40, x + 2, 292));
        }

        Assert.Equal([41.0, 359.0], Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal).Select(line => line.Position).Order());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Two_dashes_a_row_are_a_ruling_where_it_crosses_others_at_the_same_gaps(bool crosses, int found)
    {
        // Six rows of 55 pixels; dashes of 10 pixels at gaps of 5, and where two rulings meet a cross of 19.
        var picture = Drawn.Paper(700, 500);
        for (var row = 0; row <= 6; row++)
        {
            var y = 60 + (55 * row);
            for (var x = 40; x < 660; x += 15)
            {
                picture.With(x is 325 or 340 ? new PixelBox(crosses ? 327 : x, y, crosses ? 346 : x + 10, y + 4) : new PixelBox(x, y, x + 10, y + 4));
            }

            if (row < 6)
            {
                picture.With(new PixelBox(334, y + 17, 338, y + 27)).With(new PixelBox(334, y + 32, 338, y + 42));
            }

            if (crosses)
            {
                picture.With(new PixelBox(334, y - 8, 338, y + 12));
            }
        }

        Assert.Equal(found, DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines.Count(line => !line.IsHorizontal));
    }

    // Beside a cell over many rows: the dashes of cells next to one another lie over one another, and run together here and there.
    [Theory]
    [InlineData(8, 1)]
    [InlineData(20, 0)] // letters stand as far apart as they are high
    public void Dashes_of_two_lengths_are_a_ruling_where_the_gaps_between_them_are_narrow_and_equal(int gap, int found)
    {
        var picture = Drawn.Paper(300, 700);
        var y = 40;
        foreach (var length in (int[])[20, 40, 20, 40, 20, 20, 20, 40, 20, 40])
        {
            picture.With(new PixelBox(100, y, 109, y + length));
            y += length + gap;
        }

        Assert.Equal(found, DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines.Count);
    }

    // A row of two dashes that do not touch others, under a dashed table whose border has many: the rulings of one page are dashed alike.
    [Theory]
    [InlineData(20, 9, 2)]
    [InlineData(28, 9, 0)] // strokes of letters are as long as these are
    [InlineData(20, 4, 0)] // or as thin
    public void Two_dashes_are_a_ruling_where_they_are_of_the_kind_of_others(int length, int thickness, int found)
    {
        var picture = Drawn.Paper(800, 400);
        for (var x = 60; x < 700; x += 33)
        {
            picture.With(new PixelBox(x, 60, x + 20, 69));
        }

        foreach (var x in (int[])[60, 380])
        {
            picture.With(new PixelBox(x, 85, x + thickness, 85 + length)).With(new PixelBox(x, 118, x + thickness, 118 + length));
        }

        var down = DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines.Where(line => !line.IsHorizontal).ToArray();
        Assert.Equal(found, down.Length);
        Assert.All(down, line => Assert.Equal(64, line.From, 1.0)); // the border, found or not, is no farther than a dash from the first of them
    }

    [Theory]
    [InlineData(42)] // under the foot of a row of text
    [InlineData(-1)] // none
    public void A_mark_in_line_with_dashes_behind_the_ruling_where_they_end_is_none_of_them(int mark)
    {
        var picture = Drawn.Paper(800, 500);
        foreach (var y in (int[])[76, 236])
        {
            picture.With(new PixelBox(60, y, 700, y + 3));
        }

        for (var y = 82; y < 230; y += 16)
        {
            picture.With(new PixelBox(383, y, 386, y + 9));
        }

        if (mark >= 0)
        {
            picture.With(new PixelBox(383, mark, 386, mark + 9));
        }

        PixelLine[] across = [new(true, 77.5, 60, 700, 3), new(true, 237.5, 60, 700, 3)];
        var down = Assert.Single(DashedLines.Find(Tones.ToBitmap(picture), across, dotsPerInch: 300).Lines, line => !line.IsHorizontal);
        Assert.Equal((77, 238), (down.From, down.To));
    }

    [Fact]
    public void A_dotted_ruling_ends_where_no_dots_are_though_others_cross_its_line()
    {
        // Three rows; the middle one is not divided. In its line there are only the dots of the rulings above and below.
        var picture = Drawn.Paper(700, 400);
        foreach (var y in (int[])[40, 100, 160, 220])
        {
            Dots(at => picture.With(new PixelBox(at, y, at + 2, y + 2)), 40, 640);
        }

        foreach (var x in (int[])[40, 340, 640])
        {
            Dots(at => picture.With(new PixelBox(x, at, x + 2, at + 2)), 40, x == 340 ? 100 : 220);
        }

        Dots(at => picture.With(new PixelBox(340, at, 342, at + 2)), 160, 220);
        var middle = Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal && Math.Abs(line.Position - 341) <= 1).ToArray();
        Assert.DoesNotContain(middle, line => line.From < 125 && line.To > 135);
        Assert.Contains(middle, line => line.From <= 48 && line.To >= 92);
        Assert.Contains(middle, line => line.From <= 168 && line.To >= 212);
    }

    [Fact]
    public void Strokes_in_low_rows_of_a_dotted_table_are_no_rulings_though_dots_stand_above_and_below_them()
    {
        // Each row has dots of its own, the last of which runs together with the first of the next; a stroke as in 标 in every row.
        var picture = Drawn.Paper(400, 320);
        for (var y = 40; y <= 240; y += 25)
        {
            Dots(at => picture.With(new PixelBox(at, y, at + 3, y + 3)), 40, 358);
            foreach (var x in (int[])[40, 202, 358])
            {
                Dots(at => picture.With(new PixelBox(x, at, x + 3, at + 3)), y, y < 240 ? y + 24 : y);
            }

            picture.With(new PixelBox(118, y + 6, 121, y + 20)).With(new PixelBox(274, y + 5, 277, y + 12)).With(new PixelBox(274, y + 15, 277, y + 19));
        }

        Assert.Equal([41.5, 203.5, 359.5], Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal).Select(line => line.Position).Order());
        Assert.Equal([41.5, 203.5, 359.5], DashedLines.Find(Tones.ToBitmap(picture), [], Drawn.DotsPerInch).Lines.Where(line => !line.IsHorizontal).Select(line => line.Position).Order());
    }

    [Fact]
    public void Dashed_rulings_of_low_rows_are_found_though_their_dashes_run_together_with_those_that_cross()
    {
        // Of each vertical one there is a dash in every row that stands free, and a crossing patch at every ruling; a figure beside it.
        var picture = Drawn.Paper(420, 320);
        for (var y = 40; y <= 226; y += 31)
        {
            for (var x = 40; x < 360; x += 20)
            {
                picture.With(new PixelBox(x, y, x + 16, y + 3));
            }

            foreach (var x in (int[])[40, 200, 360])
            {
                picture.With(new PixelBox(x, Math.Max(40, y - 7), x + 3, Math.Min(229, y + 8)));
                if (y < 226)
                {
                    picture.With(new PixelBox(x, y + 11, x + 3, y + 22));
                }
            }

            picture.With(new PixelBox(120, y + 11, 123, y + 22));
        }

        var down = Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal).ToArray();
        Assert.Equal([41.5, 201.5, 361.5], down.Select(line => Math.Round(line.Position * 2) / 2).Distinct().Order());
        Assert.Equal([(44, 224), (44, 224), (44, 224)], down.GroupBy(line => Math.Round(line.Position)).Select(line => (Math.Max(44, line.Min(part => part.From)), Math.Min(224, line.Max(part => part.To)))));
    }

    [Theory]
    [InlineData(8, 4)]
    [InlineData(2, 3)]
    [InlineData(14, 8)]
    public void Dashed_and_dotted_rulings_are_rulings(int dash, int gap)
    {
        var picture = Drawn.Paper(500, 300);
        for (var at = 40; at < 240; at += dash + gap)
        {
            foreach (var place in (int[])[40, 140, 240])
            {
                picture.With(new PixelBox(at, place, at + dash, place + 2)).With(new PixelBox(place, at, place + 2, at + dash));
            }
        }

        var lines = Find(Tones.ToBitmap(picture));
        Assert.Equal([41.0, 141.0, 241.0], lines.Where(line => line.IsHorizontal).Select(line => Math.Round(line.Position)).Order());
        Assert.Equal([41.0, 141.0, 241.0], lines.Where(line => !line.IsHorizontal).Select(line => Math.Round(line.Position)).Order());
    }

    // Pieces of a hairline after a bilevel copy: of any length, at any distance; 300 dots an inch.
    private static readonly Gen<(int Length, int Height, int Gap)[]> Crumbs = Gen.Select(Gen.Int[3, 12], Gen.Int[2, 3], Gen.Int[2, 12]).Array[60];

    private static int DrawCrumbs(Grey picture, (int Length, int Height, int Gap)[] crumbs, int left, int top)
    {
        foreach (var (length, height, gap) in crumbs)
        {
            picture.With(new PixelBox(left, top, left + length, top + height));
            left += length + gap;
        }

        return left;
    }

    [Fact]
    public void What_is_left_of_a_hairline_is_a_ruling() => Crumbs.Sample(crumbs =>
    {
        var picture = Drawn.Paper(1700, 200);
        var end = DrawCrumbs(picture, crumbs, 50, 100);
        var line = Assert.Single(DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines, line => line.IsHorizontal);
        Assert.InRange(line.Position, 100, 103);
        Assert.InRange(line.From, 20, 50);
        Assert.InRange(line.To, end - crumbs[^1].Gap, end + 30);
    });

    [Fact]
    public void Crumbs_in_row_above_row_are_a_shade() => Crumbs.Sample(crumbs =>
    {
        var picture = Drawn.Paper(1700, 300);
        for (var y = 60; y < 240; y += 9)
        {
            DrawCrumbs(picture, crumbs, 50, y);
        }

        Assert.DoesNotContain(DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines, line => line.IsHorizontal && line.Position is > 80 and < 220);
    });

    [Theory]
    [InlineData(24, 0)] // dust has no places
    [InlineData(60, 1)]
    public void A_few_crumbs_are_dust(int count, int found)
    {
        (int Length, int Height, int Gap)[] uneven = [.. Enumerable.Range(0, count).Select(i => (3 + (i * 7 % 9), 3, 3 + (i * 5 % 11)))];
        var picture = Drawn.Paper(1700, 200);
        DrawCrumbs(picture, uneven, 50, 100);
        Assert.Equal(found, DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines.Count(line => line.IsHorizontal));
    }

    [Theory]
    [InlineData(9, 1)]
    [InlineData(0, 0)] // dots at no places of equal distance
    public void Dots_of_which_some_are_lost_are_a_ruling(int pitch, int found)
    {
        // Of one seen at two of three places, some twice as long: nothing is even but the places.
        var picture = Drawn.Paper(500, 200);
        var at = 50;
        for (var i = 0; i < 30; i++)
        {
            if (i % 7 is not (1 or 4 or 5))
            {
                picture.With(new PixelBox(at, 100, at + 3 + (i % 3), 106 - (2 * (i % 2))));
            }

            at += pitch > 0 ? pitch : 5 + (i * i % 13);
        }

        Assert.Equal(found, DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines.Count(line => line.IsHorizontal));
    }

    // 指标1： to 指标8：, one under the other, and a ruling below each.
    [Fact]
    public void The_dots_of_colons_line_by_line_are_no_ruling()
    {
        var picture = Drawn.Paper(300, 800);
        for (var y = 50; y < 750; y += 88)
        {
            picture.With(new PixelBox(150, y, 156, y + 6)).With(new PixelBox(150, y + 22, 156, y + 28));
        }

        PixelLine[] rulings = [.. Enumerable.Range(0, 9).Select(row => new PixelLine(true, 94 + (88 * row), 20, 280, 4))];
        Assert.DoesNotContain(DashedLines.Find(Tones.ToBitmap(picture), rulings, dotsPerInch: 300).Lines, line => !line.IsHorizontal);
    }

    [Theory]
    [InlineData(601, 603)] // its middle is before the end of the last dash
    [InlineData(620, 620)]
    [InlineData(690, 603)] // farther than two dashes and gaps
    public void A_dashed_ruling_ends_at_the_one_that_crosses_its_end(int border, int to)
    {
        var picture = Drawn.Paper(800, 300);
        for (var at = 73; at <= 577; at += 36)
        {
            picture.With(new PixelBox(at, 100, at + 26, 104));
        }

        var line = Assert.Single(DashedLines.Find(Tones.ToBitmap(picture), [new PixelLine(false, border, 40, 260, 4)], dotsPerInch: 300).Lines);
        Assert.InRange(line.To, to - 2, to);
    }

    // A merged cell goes on where a page ends; at a corner the last dash of two rulings is one patch.
    [Theory]
    [InlineData(false, 73, 603)]
    [InlineData(true, 40, 610)]
    public void A_dashed_ruling_goes_on_over_what_is_seen(bool corners, int from, int to)
    {
        var picture = Drawn.Paper(800, 300);
        for (var at = 73; at <= 577; at += 36)
        {
            picture.With(new PixelBox(at, 100, at + 26, 104));
        }

        if (corners)
        {
            picture.With(new PixelBox(40, 100, 63, 104)).With(new PixelBox(40, 100, 44, 126));
            picture.With(new PixelBox(606, 100, 610, 126));
        }

        var line = Assert.Single(DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines);
        Assert.Equal((from, to), (line.From, line.To));
    }

    [Fact]
    public void A_dashed_ruling_ends_at_one_of_dashes_that_is_found_after_it()
    {
        // The border is the last to be found; the ruling's last dash ends on it, but for the border's own dash.
        var picture = Drawn.Paper(800, 700);
        for (var at = 73; at <= 577; at += 36)
        {
            picture.With(new PixelBox(at, 310, at + 26, 314)).With(new PixelBox(605, at, 609, at + 26));
        }

        var across = Assert.Single(DashedLines.Find(Tones.ToBitmap(picture), [], dotsPerInch: 300).Lines, line => line.IsHorizontal);
        Assert.InRange(across.To, 605, 609);
    }

    [Fact]
    public void What_is_left_of_a_ruling_goes_on_to_the_next_one_over_crumbs_that_are_lost()
    {
        var picture = Drawn.Paper(1000, 300);
        (int Length, int Height, int Gap)[] crumbs = [.. Enumerable.Range(0, 60).Select(i => (4 + (i * 7 % 9), 3, 3 + (i * 5 % 9)))];
        var end = DrawCrumbs(picture, crumbs, 50, 100);
        var border = new PixelLine(false, end + 12, 40, 260, 3);
        var line = Assert.Single(DashedLines.Find(Tones.ToBitmap(picture), [border], dotsPerInch: 300).Lines, line => line.IsHorizontal);
        Assert.Equal(end + 12, line.To);
    }

    private static void Dots(Action<int> draw, int from, int to)
    {
        for (var at = from; at <= to; at += 6)
        {
            draw(at);
        }
    }
}

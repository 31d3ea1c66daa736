using Extractor.Ingestion.Images;
using static Extractor.Ingestion.Tests.Images.Drawn;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>Strokes of letters that lie in line with rulings, touch them, or seem to be some.</summary>
public sealed class LettersBesideRulingsTests
{
    [Fact]
    public void Letters_and_bars_are_no_rulings()
    {
        var picture = Drawn.Paper(500, 300).With(new PixelBox(100, 40, 130, 44)).With(new PixelBox(20, 100, 480, 160));
        Assert.DoesNotContain(Find(Tones.ToBitmap(picture)), line => line.IsHorizontal);
    }

    [Fact]
    public void The_rulings_of_low_rows_are_found_and_the_strokes_of_letters_in_line_with_them_are_not()
    {
        var picture = Drawn.Table(1, 2);
        // A row of 20 pixels under the table, and in the row below it a stroke of a letter in line with the middle ruling.
        picture.With(new PixelBox(60, 140, 242, 142));
        foreach (var x in (int[])[60, 150, 240])
        {
            picture.With(new PixelBox(x, 120, x + 2, 142));
        }

        picture.With(new PixelBox(150, 146, 152, 168));
        var down = Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal).OrderBy(line => line.Position).ToArray();
        Assert.Equal([61.0, 151.0, 241.0], down.Select(line => line.Position));
        Assert.All(down, line => Assert.Equal((60, 142), (line.From, line.To)));
    }

    // 寸 in a low row: its stroke hangs together with both rulings where the scan is blurred.
    [Theory]
    [InlineData(150, 0)]
    [InlineData(0, 1)]
    public void A_stroke_that_only_blur_joins_to_a_ruling_is_no_ruling(byte toneOfGap, int found)
    {
        var picture = UndividedRow(90);

        picture.With(new PixelBox(270, 62, 272, 84)).With(new PixelBox(270, 84, 272, 88), toneOfGap);
        Assert.Equal(found, LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], DotsPerInch).Rulings.Count(line => !line.IsHorizontal && line.Position is > 100 and < 400));
    }

    // A pale ruling is dark here and there; a stroke is between its two gaps.
    [Fact]
    public void A_pale_ruling_that_is_dark_in_places_is_one()
    {
        var picture = UndividedRow(90);
        picture.With(new PixelBox(270, 62, 272, 88), 150);
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(62, 64), (67, 69), (72, 74), (76, 86)])
        {
            picture.With(new PixelBox(270, from, 272, to));
        }

        Assert.Single(LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], DotsPerInch).Rulings, line => !line.IsHorizontal && line.Position is > 100 and < 400);
    }

    // 将提前启 without a margin behind a border: blur joins their strokes to one another and to the border, and the last ends at a stem that runs through three lines.
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)] // no letters: a ruling whose end was lost
    public void Strokes_of_a_line_of_letters_are_no_ruling_across_though_they_begin_at_one(bool amongLetters, int found)
    {
        var picture = Drawn.Ruled(600, 300, [60, 220], [60, 480]).With(new PixelBox(62, 140, 162, 142)).With(new PixelBox(160, 115, 162, 165));
        for (var x = 66; amongLetters && x < 158; x += 8)
        {
            picture.With(new PixelBox(x, 126, x + 2, 138)).With(new PixelBox(x, 144, x + 2, 156));
        }

        Assert.Equal(found, LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], DotsPerInch).Rulings.Count(line => line.IsHorizontal && line.Position is > 100 and < 200));
    }

    // A seal took some of the dots of a ruling with it, and left crumbs on both sides of the others.
    [Theory]
    [InlineData(150, 60)]
    [InlineData(0, 101)] // as dark as it is, they are the rest of a letter
    public void A_ruling_goes_on_between_the_crumbs_of_a_seal(byte toneBeside, int from)
    {
        var picture = Drawn.Ruled(600, 200, [60, 100, 168], [60, 478]).With(new PixelBox(270, 100, 272, 170)).With(new PixelBox(270, 62, 272, 100), 150);
        for (var y = 64; y < 98; y += 4)
        {
            picture.With(new PixelBox(270, y, 272, y + 2)).With(new PixelBox(265, y, 267, y + 2), toneBeside).With(new PixelBox(275, y, 277, y + 2), toneBeside);
        }

        var inner = LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], DotsPerInch).Rulings.Where(line => !line.IsHorizontal && line.Position is > 270 and < 272);
        Assert.Equal(from, inner.Min(line => line.From));
    }

    // A ruling that runs through two rows, with letters so close on one side that blur joins them to it.
    [Theory]
    [InlineData(150, 1)]
    [InlineData(0, 0)] // hanging together with it, they are strokes of one another
    public void A_ruling_that_only_blur_joins_to_letters_is_one(byte toneBetween, int found)
    {
        var picture = Drawn.Ruled(600, 200, [60, 88, 116], [60, 270, 478]);

        foreach (var y in (int[])[65, 93])
        {
            picture.With(new PixelBox(275, y, 286, y + 18)).With(new PixelBox(272, y, 275, y + 18), toneBetween);
            picture.With(new PixelBox(262, y, 267, y + 6)).With(new PixelBox(267, y, 270, y + 6), toneBetween);
        }

        Assert.Equal(found, LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], DotsPerInch).Rulings.Count(line => !line.IsHorizontal && line.Position is > 100 and < 400));
    }

    // Blur joins the first strokes of the letters of three rows to the ruling before them, along most of it: it is where it is without them.
    [Fact]
    public void A_ruling_that_blur_makes_thicker_is_as_thin_as_it_is_dark()
    {
        var picture = Drawn.Paper(600, 200);
        foreach (var y in (int[])[60, 84, 108, 132])
        {
            picture.With(new PixelBox(60, y, 480, y + 2));
        }

        foreach (var x in (int[])[60, 270, 477])
        {
            picture.With(new PixelBox(x, 60, x + 3, 134));
        }

        foreach (var y in (int[])[63, 87, 111])
        {
            picture.With(new PixelBox(273, y, 275, y + 19), 150).With(new PixelBox(275, y, 278, y + 19));
        }

        var inner = Assert.Single(LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], DotsPerInch).Rulings, line => !line.IsHorizontal && line.Position is > 100 and < 400);
        Assert.Equal(271.5, inner.Position, 0.6);
    }

    // 局 in the first row of a table that is not divided there, in line with a ruling of the rows below.
    [Theory]
    [InlineData(150, 89)]
    [InlineData(0, 60)]
    public void A_stroke_that_only_blur_joins_to_the_ruling_below_it_does_not_make_that_longer(byte toneOfGap, int from)
    {
        var picture = UndividedRow(90).With(new PixelBox(60, 168, 482, 170));
        foreach (var x in (int[])[60, 270, 478])
        {
            picture.With(new PixelBox(x, 88, x + 2, 170));
        }

        picture.With(new PixelBox(270, 62, 272, 84)).With(new PixelBox(270, 84, 272, 88), toneOfGap);
        var inner = LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], DotsPerInch).Rulings.Where(line => !line.IsHorizontal && line.Position is > 100 and < 400);
        Assert.Equal([(from, 170)], inner.Select(line => (line.From, line.To)));
    }

    // 工 at the left border, its lid in line with that of the letter behind it, of which a stem goes on to the line above.
    [Fact]
    public void What_ran_to_strokes_of_letters_ends_nowhere_without_them()
    {
        PixelLine[] rulings = [new(false, 60, 50, 400, 2), new(true, 50, 60, 500, 2), new(true, 398, 60, 500, 2), new(false, 498, 50, 400, 2)];
        PixelLine[] letters = [new(true, 120, 60, 95, 2), new(false, 78, 120, 136, 3), new(true, 136, 60, 95, 2)];
        PixelLine stem = new(false, 95, 100, 136, 3);
        Assert.Equal(rulings, RulingChoice.WithoutLooseEnds([.. rulings, .. letters], [.. rulings, .. letters, stem], DotsPerInch));

        // Rows of a table without a right border end on paper together.
        PixelLine[] open = [new(true, 120, 60, 95, 2), new(true, 150, 60, 95, 2), new(true, 180, 60, 95, 2)];
        Assert.Equal([.. rulings, .. open], RulingChoice.WithoutLooseEnds([.. rulings, .. open], [.. rulings, .. open], DotsPerInch));
    }

    // 目 over 门: two lines fill their row, and between them only blur is.
    [Theory]
    [InlineData(150, 0)]
    [InlineData(0, 1)]
    public void Strokes_of_two_lines_that_only_blur_joins_are_no_ruling(byte toneBetween, int found)
    {
        var picture = UndividedRow(106);

        picture.With(new PixelBox(270, 62, 272, 104)).With(new PixelBox(270, 80, 272, 85), toneBetween);
        foreach (var y in (int[])[64, 88])
        {
            picture.With(new PixelBox(260, y, 268, y + 14)).With(new PixelBox(275, y, 282, y + 14));
        }

        Assert.Equal(found, LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], DotsPerInch).Rulings.Count(line => !line.IsHorizontal && line.Position is > 100 and < 400));
    }

    // Faint ink joins the dots of a ruling as it does strokes: where the rows below are dotted as well, the first one is of it.
    [Theory]
    [InlineData(150, 60)]
    [InlineData(0, 105)]
    public void A_dotted_ruling_with_letters_on_both_sides_in_its_first_row_is_one(byte toneBelow, int from)
    {
        var picture = UndividedRow(106).With(new PixelBox(60, 168, 482, 170)).With(new PixelBox(60, 106, 62, 170)).With(new PixelBox(480, 106, 482, 170));
        for (var y = 60; y < 170; y += 6)
        {
            picture.With(new PixelBox(270, y, 272, y + 3)).With(new PixelBox(270, y + 3, 272, Math.Min(y + 6, 170)), y < 106 ? (byte)150 : toneBelow);
        }

        foreach (var y in (int[])[64, 88])
        {
            picture.With(new PixelBox(260, y, 268, y + 14)).With(new PixelBox(275, y, 282, y + 14));
        }

        var inner = LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], DotsPerInch).Rulings.Where(line => !line.IsHorizontal && line.Position is > 100 and < 400);
        Assert.Equal(from, inner.Min(line => line.From));
    }

    // Letters begin at the ruling of a column without a margin, as Chromium sets them where a page asks for none.
    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]  // on both sides of it: strokes of letters
    public void A_ruling_that_letters_touch_on_one_side_is_one(bool bothSides, int down)
    {
        var picture = Drawn.Paper(600, 300).With(new PixelBox(60, 60, 480, 62)).With(new PixelBox(60, 180, 480, 182));
        foreach (var x in (int[])[60, 270, 478])
        {
            picture.With(new PixelBox(x, 60, x + 2, 182));
        }

        for (var y = 66; y < 176; y += 20)
        {
            picture.With(new PixelBox(272, y, 284, y + 13));
            picture.With(new PixelBox(bothSides ? 258 : 270, y, 270, y + 13));
        }

        Assert.Equal(down, Find(Tones.ToBitmap(picture)).Count(line => !line.IsHorizontal));
    }

    [Fact]
    public void A_letter_in_line_with_a_ruling_does_not_make_it_longer()
    {
        // In the lowest row the inner ruling is missing; a letter stands in its place, and does not reach the border.
        var picture = Drawn.Table(3, 2);
        picture.With(new PixelBox(150, 182, 152, 240), byte.MaxValue).With(new PixelBox(150, 190, 152, 236));
        var inner = Assert.Single(Find(Tones.ToBitmap(picture)), line => !line.IsHorizontal && line.Position == 151);
        Assert.InRange(inner.To, 180, 183);
    }

    [Fact]
    public void Strokes_of_letters_below_one_another_are_no_ruling()
    {
        // A stem with three arms in each row of text, between the rulings of a table.
        var picture = Drawn.Table(4, 1);
        for (var y = 66; y < 300; y += 60)
        {
            picture.With(new PixelBox(100, y, 103, y + 50));
            foreach (var arm in (int[])[0, 20, 40])
            {
                picture.With(new PixelBox(100, y + arm, 118, y + arm + 8));
            }
        }

        Assert.Equal([61.0, 151.0], Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal).Select(line => line.Position).Order());
    }

    [Fact]
    public void Strokes_in_an_undivided_low_row_are_no_ruling_though_there_are_some_above_and_below_them()
    {
        // Three rows; through the middle one runs a text whose strokes nearly reach from ruling to ruling, as 目 does in a low row.
        var picture = Drawn.Ruled(400, 160, [40, 65, 90, 115], [40, 358]);

        picture.With(new PixelBox(150, 40, 152, 66)).With(new PixelBox(150, 69, 152, 88)).With(new PixelBox(150, 91, 152, 117));
        foreach (var y in (int[])[70, 77, 84])
        {
            picture.With(new PixelBox(140, y, 162, y + 2));
        }

        Assert.Equal([(40, 66), (91, 117)], Inner());

        // Were it whole, it would be a ruling with text close to it on both sides.
        picture.With(new PixelBox(150, 40, 152, 117));
        Assert.Equal([(40, 117)], Inner());

        IEnumerable<(int From, int To)> Inner() =>
            Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal && line.Position == 151).Select(line => (line.From, line.To)).Order();
    }

    [Fact]
    public void A_letter_that_stands_on_a_ruling_does_not_make_it_longer()
    {
        var picture = Drawn.Table(3, 2);
        picture.With(new PixelBox(150, 62, 152, 120), byte.MaxValue).With(new PixelBox(150, 95, 152, 120));
        foreach (var y in (int[])[98, 105, 112])
        {
            picture.With(new PixelBox(140, y, 162, y + 2));
        }

        var inner = Assert.Single(Find(Tones.ToBitmap(picture)), line => !line.IsHorizontal && line.Position == 151);
        Assert.InRange(inner.From, 118, 122);
    }

    /// <summary>A row that is one cell, from 60 pixels below the upper edge of the picture.</summary>
    private static Grey UndividedRow(int bottom) => Drawn.Ruled(600, 200, [60, bottom - 2], [60, 480]);
}

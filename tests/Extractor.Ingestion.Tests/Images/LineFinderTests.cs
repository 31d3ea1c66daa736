using CsCheck;
using Extractor.Ingestion.Images;
using static Extractor.Ingestion.Tests.Images.Drawn;

namespace Extractor.Ingestion.Tests.Images;

public sealed class LineFinderTests
{
    // Of so few dots to an inch, none is between a line and what is close to it.
    [Fact]
    public void Dashes_of_a_coarse_picture_are_found_too()
    {
        var picture = Drawn.Table(4, 4).With(new PixelBox(62, 120, 420, 122), byte.MaxValue);
        for (var x = 62; x < 412; x += 10)
        {
            picture.With(new PixelBox(x, 120, x + 8, 121));
        }

        Assert.Contains(LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], dotsPerInch: 40).Rulings, line => line.IsHorizontal && line.Position == 120.5 && line.To - line.From > 300);
    }

    // A page begins within a row: its dashed rulings are seen from their first dash on, the borders of the table from theirs.
    [Theory]
    [InlineData(52, 4)]
    [InlineData(30, 0)] // no longer than strokes of letters
    public void Rulings_that_begin_together_where_a_page_does_are_some(int length, int found)
    {
        var picture = Drawn.Paper(560, 220).With(new PixelBox(60, 80, 482, 82)).With(new PixelBox(60, 140, 482, 142));
        foreach (var x in (int[])[60, 480])
        {
            picture.With(new PixelBox(x, 20, x + 2, 142));
        }

        foreach (var x in (int[])[150, 210, 270, 330])
        {
            picture.With(new PixelBox(x, 82 - length, x + 2, 82));
        }

        Assert.Equal(found, Drawn.Find(Tones.ToBitmap(picture)).Count(line => line is { IsHorizontal: false, Position: > 100 and < 400 }));
    }

    [Fact]
    public void Every_ruling_of_a_table_is_found_where_it_is() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 6]).Sample((rows, columns) =>
        {
            var lines = Find(Tones.ToBitmap(Drawn.Table(rows, columns)));
            var across = lines.Where(line => line.IsHorizontal).OrderBy(line => line.Position).ToArray();
            var down = lines.Where(line => !line.IsHorizontal).OrderBy(line => line.Position).ToArray();
            Assert.Equal(Enumerable.Range(0, rows + 1).Select(row => 61.0 + (60 * row)), across.Select(line => line.Position));
            Assert.Equal(Enumerable.Range(0, columns + 1).Select(column => 61.0 + (90 * column)), down.Select(line => line.Position));
            Assert.All(across, line => Assert.Equal((60, 62 + (90 * columns)), (line.From, line.To)));
        });

    [Fact]
    public void A_faint_ruling_is_found_in_the_faint_picture()
    {
        var picture = Drawn.Table(3, 3, tone: 210);
        Assert.Empty(Find(Tones.ToBitmap(picture)));
        Assert.Equal(8, Find(Tones.ToFaintBitmap(picture)).Count);
    }

    [Fact]
    public void A_broken_ruling_is_one()
    {
        var picture = Drawn.Paper(500, 100).With(new PixelBox(20, 50, 480, 52));
        for (var x = 60; x < 480; x += 70)
        {
            picture.With(new PixelBox(x, 50, x + 4, 52), byte.MaxValue);
        }

        Assert.Equal((20, 480), Find(Tones.ToBitmap(picture)).Select(line => (line.From, line.To)).Single());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_row_of_dots_from_edge_to_edge_is_no_ruling(bool isHorizontal)
    {
        var picture = Drawn.Paper(600, 600);
        for (var at = 1; at < 598; at += 10)
        {
            picture.With(isHorizontal ? new PixelBox(at, 300, Math.Min(600, at + 5), 302) : new PixelBox(300, at, 302, Math.Min(600, at + 5)));
        }

        Assert.Empty(Find(Tones.ToBitmap(picture)));
    }

    [Fact]
    public void Short_rulings_that_hang_down_to_where_the_page_ends_are_found()
    {
        // Under the table its rulings run on for 30 pixels, and between them two more begin.
        var picture = Drawn.Table(2, 4);
        foreach (var x in (int[])[60, 150, 195, 240, 285, 330, 420])
        {
            picture.With(new PixelBox(x, 182, x + 2, 212));
        }

        var down = Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal).ToArray();
        Assert.Equal([196.0, 286.0], down.Where(line => line.From > 170).Select(line => line.Position).Order());
        Assert.All(down, line => Assert.Equal(212, line.To));
    }

    // What a page break left of a table: a row without its upper border, or without its lower one.
    [Theory]
    [InlineData(122, 140)]
    [InlineData(40, 62)]
    public void A_single_row_at_the_edge_of_its_page_is_found(int from, int to)
    {
        var picture = Drawn.Paper(600, 240).With(new PixelBox(60, from < 60 ? 60 : 140, 482, from < 60 ? 62 : 142));
        foreach (var x in (int[])[60, 150, 240, 480])
        {
            picture.With(new PixelBox(x, from, x + 2, to));
        }

        Assert.Equal([61.0, 151.0, 241.0, 481.0], Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal).Select(line => line.Position).Order());
    }

    // The next page has the last row of a table, and a note under it.
    [Fact]
    public void A_row_without_its_upper_border_is_found_where_the_sides_of_the_table_go_on_below_it()
    {
        var picture = Drawn.Paper(600, 240).With(new PixelBox(60, 140, 482, 142)).With(new PixelBox(60, 180, 482, 182)).With(new PixelBox(120, 140, 122, 182));
        foreach (var x in (int[])[60, 150, 240, 480])
        {
            picture.With(new PixelBox(x, 104, x + 2, x is 60 or 480 ? 182 : 142));
        }

        Assert.Equal([61.0, 151.0, 241.0, 481.0], Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal && line.From <= 105).Select(line => line.Position).Order());
    }

    [Fact]
    public void Rulings_four_points_thick_are_found_and_taken_at_their_middles()
    {
        const int Thickness = 8;
        var picture = Drawn.Paper(300, 240);
        foreach (var y in (int[])[60, 120, 180])
        {
            picture.With(new PixelBox(60, y, 240 + Thickness, y + Thickness));
        }

        foreach (var x in (int[])[60, 150, 240])
        {
            picture.With(new PixelBox(x, 60, x + Thickness, 180 + Thickness));
        }

        var lines = Find(Tones.ToBitmap(picture));
        Assert.Equal([64.0, 124.0, 184.0], lines.Where(line => line.IsHorizontal).Select(line => line.Position).Order());
        Assert.Equal([64.0, 154.0, 244.0], lines.Where(line => !line.IsHorizontal).Select(line => line.Position).Order());
    }

    [Fact]
    public void A_ruling_that_a_pale_fold_runs_along_is_told_from_it_by_its_darkness()
    {
        // The fold, as wide as a ruling is not, from edge to edge and on to the second ruling of the table.
        var picture = Drawn.Paper(390, 300).With(new PixelBox(0, 106, 390, 121), 170);
        // Most of what is dark on a page is its text.
        var table = Drawn.Table(3, 3).With(new PixelBox(80, 75, 130, 100)).With(new PixelBox(170, 75, 220, 100)).With(new PixelBox(80, 195, 130, 230)).With(new PixelBox(170, 195, 220, 230));
        for (var i = 0; i < table.Samples.Length; i++)
        {
            picture.Samples[i] = Math.Min(picture.Samples[i], table.Samples[i]);
        }

        var drawn = LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], Drawn.DotsPerInch);
        Assert.Equal([61.0, 121.0, 181.0, 241.0], drawn.Rulings.Where(line => line.IsHorizontal).Select(line => line.Position).Order());
    }

    [Fact]
    public void A_ruling_under_a_pale_fold_from_edge_to_edge_is_found()
    {
        var picture = Drawn.Paper(300, 300).With(new PixelBox(0, 120, 300, 122), 150);
        var table = Drawn.Table(3, 2);
        for (var i = 0; i < table.Samples.Length; i++)
        {
            picture.Samples[i] = Math.Min(picture.Samples[i], table.Samples[i]);
        }

        var drawn = LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], Drawn.DotsPerInch);
        var ruling = Assert.Single(drawn.Rulings, line => line.IsHorizontal && line.Position == 121);
        Assert.Equal((60, 242), (ruling.From, ruling.To));
        Assert.Single(drawn.Folds);
    }

    [Theory]
    [InlineData(true, 60)]      // from ruling to ruling
    [InlineData(false, 160)]    // the other piece may be a stroke
    public void A_short_ruling_goes_on_where_the_ink_of_a_seal_was_taken_out(bool isUnderSeal, int from)
    {
        // The second one runs across the first two columns only; within them a seal took 75 pixels of it.
        var picture = Drawn.Table(1, 4).With(new PixelBox(152, 62, 154, 120), 255).With(new PixelBox(62, 90, 332, 92)).With(new PixelBox(85, 88, 160, 94), 255);
        var lines = LineFinder.Find(Tones.ToBitmap(picture), [Tones.ToBitmap(picture)], Drawn.DotsPerInch, _ => isUnderSeal).Rulings;
        var found = Assert.Single(lines, line => line.IsHorizontal && line.Position == 91);
        Assert.Equal((from, 332), (found.From, found.To));
    }

    [Fact]
    public void A_ruling_whose_end_a_seal_covers_runs_on_to_the_next_one()
    {
        var picture = Drawn.Table(2, 4).With(new PixelBox(62, 90, 332, 92)).With(new PixelBox(62, 88, 90, 94), 255);
        var lines = LineFinder.Find(Tones.ToBitmap(picture), [Tones.ToBitmap(picture)], Drawn.DotsPerInch, _ => true).Rulings;
        Assert.Equal(61, Assert.Single(lines, line => line.IsHorizontal && line.Position == 91).From);
    }

    [Fact]
    public void A_soft_fold_from_edge_to_edge_is_none_though_its_middle_is_as_dark_as_rulings()
    {
        // It pales away on either side, and is broken where it leaves the table.
        var picture = Drawn.Paper(420, 300);
        for (var y = 140; y < 160; y++)
        {
            picture.With(new PixelBox(0, y, 420, y + 1), (byte)(Math.Abs(y - 150) <= 2 ? 110 : 200));
        }

        var table = Drawn.Table(3, 3);
        for (var y = 0; y < table.Height; y++)
        {
            for (var x = 0; x < table.Width; x++)
            {
                ref var sample = ref picture.Samples[(y * picture.Width) + x];
                sample = Math.Min(sample, table.Row(y)[x]);
            }
        }

        var drawn = LineFinder.Find(Tones.ToFaintBitmap(picture), [Tones.ToBitmap(picture)], Drawn.DotsPerInch);
        Assert.Equal([61.0, 121.0, 181.0, 241.0], drawn.Rulings.Where(line => line.IsHorizontal).Select(line => line.Position).Order());
    }

    [Fact]
    public void A_ruling_lies_where_it_is_though_a_seal_touches_it()
    {
        var picture = Drawn.Table(3, 4).With(new PixelBox(250, 122, 290, 150));
        Assert.Contains(Find(Tones.ToBitmap(picture)), line => line.IsHorizontal && line.Position == 121);
    }

    [Fact]
    public void A_ruling_is_no_fold_though_a_heading_stands_above_it_and_the_edge_of_the_sheet_below()
    {
        // In the second and third row a ruling more than in the first and the last; above and below the table ink in line with it.
        var picture = Drawn.Table(4, 2).With(new PixelBox(105, 120, 107, 242));
        picture.With(new PixelBox(90, 20, 120, 56)).With(new PixelBox(20, 340, 280, 342)).With(new PixelBox(0, 345, 300, 360));
        Assert.Contains(Find(Tones.ToBitmap(picture)), line => !line.IsHorizontal && line.Position == 106);
    }

    [Fact]
    public void A_fold_that_is_seen_in_pieces_beside_a_table_is_no_ruling_in_it()
    {
        var picture = Drawn.Table(3, 2).With(new PixelBox(0, 90, 300, 92));
        foreach (var x in (int[])[3, 25, 50, 270, 290])
        {
            picture.With(new PixelBox(x, 90, x + 4, 92), byte.MaxValue);
        }

        Assert.Equal([61.0, 121.0, 181.0, 241.0], Find(Tones.ToBitmap(picture)).Where(line => line.IsHorizontal).Select(line => line.Position).Order());
    }

    [Fact]
    public void A_column_that_runs_on_undivided_to_where_its_page_ends_is_no_fold()
    {
        // The first two columns are parted from each other only; all their rulings end where the page does.
        var picture = Drawn.Paper(420, 600);
        foreach (var x in (int[])[60, 120, 180, 280, 360])
        {
            picture.With(new PixelBox(x, 40, x + 2, 540));
        }

        foreach (var y in (int[])[90, 140, 190, 240, 290, 340, 390, 440, 490])
        {
            picture.With(new PixelBox(y is 240 or 290 ? 60 : 180, y, 362, y + 2));
        }

        Assert.Equal([61.0, 121.0, 181.0, 281.0, 361.0], Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal).Select(line => line.Position).Order());
    }

    [Fact]
    public void A_broken_border_that_is_found_row_by_row_is_no_fold()
    {
        // Pieces and gaps of no even length, as a copier leaves them.
        var picture = Drawn.Table(7, 3).With(new PixelBox(60, 62, 62, 482), byte.MaxValue);
        for (var (i, y) = (0, 62); y < 480; i++)
        {
            var piece = 4 + (i * 7 % 9);
            picture.With(new PixelBox(60, y, 62, Math.Min(480, y + piece)));
            y += piece + 2 + (i * 5 % 2);
        }

        foreach (var y in (int[])[120, 180, 240, 300, 360, 420, 480])
        {
            picture.With(new PixelBox(60, y, 62, y + 2));
        }

        var border = Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal && Math.Abs(line.Position - 61) <= 2).ToArray();
        Assert.All([90, 150, 210, 270, 330, 390, 450], y => Assert.Contains(border, line => line.From < y && line.To > y));
    }

    [Fact]
    public void The_border_of_a_cell_that_a_page_cuts_above_is_whole_though_rows_below_have_double_rulings()
    {
        // Where cells have borders of their own, the left one ends at the first of two rulings and the next begins at the second.
        var picture = Drawn.Paper(400, 400);
        foreach (var (top, bottom) in ((int, int)[])[(40, 300), (306, 350)])
        {
            picture.With(new PixelBox(40, top, 42, bottom)).With(new PixelBox(358, top, 360, bottom)).With(new PixelBox(120, top, 122, bottom));
            picture.With(new PixelBox(40, bottom - 2, 360, bottom)).With(new PixelBox(top == 40 ? 120 : 40, top, 360, top + 2));
        }

        var left = Assert.Single(Find(Tones.ToBitmap(picture)), line => !line.IsHorizontal && line.Position == 41);
        Assert.Equal((40, 350), (left.From, left.To));
    }

    [Fact]
    public void A_fold_from_edge_to_edge_is_no_ruling()
    {
        var picture = Drawn.Paper(500, 300).With(new PixelBox(0, 150, 500, 153)).With(new PixelBox(40, 200, 460, 202));
        Assert.Equal([201.0], Find(Tones.ToBitmap(picture)).Select(line => line.Position));
    }

    [Fact]
    public void A_hole_for_a_binder_makes_a_ruling_no_longer()
    {
        var picture = Drawn.Table(3, 4).With(new PixelBox(36, 110, 60, 134));
        Assert.Equal(60, Assert.Single(Find(Tones.ToBitmap(picture)), line => line.IsHorizontal && line.Position == 121).From);
    }

    [Fact]
    public void The_edge_of_the_sheet_is_no_ruling()
    {
        var picture = Drawn.Paper(500, 300).With(new PixelBox(30, 292, 400, 296)).With(new PixelBox(40, 200, 460, 202));
        Assert.Equal([201.0], Find(Tones.ToBitmap(picture)).Select(line => line.Position));
    }

    // Strokes from ruling to ruling in low rows, one under the other, with others of their letters close on both sides.
    [Theory]
    [InlineData(2, 0)]
    [InlineData(5, 1)]
    public void Strokes_that_are_thinner_than_the_rulings_beside_them_are_none_of_them(int thickness, int found)
    {
        var picture = Drawn.Ruled(400, 300, [60, 88, 116, 144, 253], [60, 200, 270, 338], thickness: 5).With(new PixelBox(120, 62, 120 + thickness, 146));
        for (var y = 69; y < 142; y += y % 28 == 1 ? 16 : 4)
        {
            picture.With(new PixelBox(112, y, 117, y + 2)).With(new PixelBox(123 + thickness, y, 128 + thickness, y + 2));
        }

        Assert.Equal(found, Drawn.Find(Tones.ToBitmap(picture)).Count(line => line is { IsHorizontal: false, Position: > 110 and < 130 }));
    }

    [Fact]
    public void A_ruling_that_a_copier_broke_into_crumbs_is_found_between_the_rulings_it_joins()
    {
        var picture = Drawn.Paper(500, 200).With(new PixelBox(20, 40, 480, 42)).With(new PixelBox(20, 80, 480, 82));
        picture.With(new PixelBox(20, 40, 22, 82)).With(new PixelBox(478, 40, 480, 82));
        for (var y = 42; y < 80; y += 5)
        {
            picture.With(new PixelBox(200, y, 202, y + 3));
        }

        Assert.Contains(Find(Tones.ToBitmap(picture)), line => !line.IsHorizontal && Math.Abs(line.Position - 201) <= 1);
    }
}

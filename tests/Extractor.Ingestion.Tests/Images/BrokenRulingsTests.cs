using CsCheck;
using Extractor.Ingestion.Images;
using static Extractor.Ingestion.Tests.Images.Drawn;

namespace Extractor.Ingestion.Tests.Images;

public sealed class BrokenRulingsTests
{
    private const int Side = 60, Wide = 90;

    /// <summary>A table whose rulings across are missing where a slanted hairline passes from one row of pixels to the next.</summary>
    private static Grey Broken(int rows, int columns, int period, int missing, int phase)
    {
        var picture = Table(rows, columns);
        for (var row = 0; row <= rows; row++)
        {
            for (var x = Side + phase; x < Side + (Wide * columns); x += period)
            {
                picture.With(new PixelBox(x, Side + (60 * row), Math.Min(x + missing, Side + (Wide * columns) + 2), Side + 2 + (60 * row)), byte.MaxValue);
            }
        }

        for (var column = 0; column <= columns; column++)
        {
            picture.With(new PixelBox(Side + (Wide * column), Side, Side + 2 + (Wide * column), Side + 2 + (60 * rows)));
        }

        return picture;
    }

    /// <summary>How many of the rulings across it a broken one is seen at; a row of dashes is seen at none.</summary>
    private static int Touched(int columns, int period, int missing, int phase) =>
        Enumerable.Range(0, columns + 1).Count(column => (Wide * column) - phase is var at && at >= 0 && at % period > missing + 2);

    private static int LastPiece(int columns, int period, int missing, int phase) => (((Wide * columns) - phase) % period) - missing;

    [Fact]
    public void A_table_whose_hairlines_are_broken_is_whole() =>
        Gen.Select(Gen.Int[2, 5], Gen.Int[3, 6], Gen.Int[70, 140], Gen.Int[20, 40], Gen.Int[0, 60])
            .Where((_, columns, period, share, phase) => LastPiece(columns, period, period * share / 100, phase) is <= 2 or > 32
                && Touched(columns, period, period * share / 100, phase) > 1).Sample((rows, columns, period, share, phase) =>
        {
            var lines = Find(Tones.ToBitmap(Broken(rows, columns, period, period * share / 100, phase)));
            var across = lines.Where(line => line.IsHorizontal).OrderBy(line => line.Position).ToArray();
            Assert.Equal(Enumerable.Range(0, rows + 1).Select(row => Side + 1.0 + (60 * row)), across.Select(line => line.Position));
            Assert.All(across, line => Assert.Equal((Side, Side + 2 + (Wide * columns)), (line.From, line.To)));
        });

    // Whole pieces between the rulings of their columns: the cell between them is one over two rows.
    [Fact]
    public void What_is_missing_between_two_rulings_is_a_merged_cell()
    {
        var picture = Table(3, 4).With(new PixelBox(Side + Wide + 2, 120, Side + (2 * Wide), 122), byte.MaxValue);
        var across = Find(Tones.ToBitmap(picture)).Where(line => line.IsHorizontal && line.Position == 121).OrderBy(line => line.From).ToArray();
        Assert.Equal([(Side, Side + Wide + 2), (Side + (2 * Wide), Side + 2 + (4 * Wide))], across.Select(line => (line.From, line.To)));
    }

    // The upper stroke of 项 in a label over all rows is in line with their rulings.
    [Fact]
    public void A_broken_ruling_ends_at_a_merged_cell_whose_letters_are_in_line_with_it()
    {
        var picture = Broken(3, 4, period: 100, missing: 25, phase: 92);
        foreach (var y in (int[])[120, 180])
        {
            picture.With(new PixelBox(Side + 2, y, Side + Wide, y + 2), byte.MaxValue);
            picture.With(new PixelBox(Side + 20, y, Side + 40, y + 2));
        }

        Assert.All(Find(Tones.ToBitmap(picture)).Where(line => line.IsHorizontal && line.Position is > 100 and < 200), line => Assert.InRange(line.From, Side + Wide - 2, Side + Wide + 2));
    }

    [Theory]
    [InlineData(2, 6, 22, 36, 52, 56, true)]   // dashes that begin and end at the rulings
    [InlineData(0, 0, 18, 42, 58, 58, false)]  // a figure 1 in a cell over two columns: it keeps away from both
    [InlineData(2, 6, 50, 50, 52, 56, false)]  // next to nothing between
    public void Dashes_in_line_with_a_ruling_go_on_through_the_next_row(int from1, int to1, int from2, int to2, int from3, int to3, bool isRuling)
    {
        // The second row of the inner ruling, which is whole in the rows above and below.
        var picture = Table(4, 2);
        picture.With(new PixelBox(Side + Wide, 122, Side + Wide + 2, 180), byte.MaxValue);
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(from1, to1), (from2, to2), (from3, to3)])
        {
            picture.With(new PixelBox(Side + Wide, 122 + from, Side + Wide + 2, 122 + to));
        }

        var inner = Find(Tones.ToBitmap(picture)).Where(line => !line.IsHorizontal && line.Position == Side + Wide + 1).ToArray();
        Assert.Equal(isRuling, inner.Any(line => line.From <= 130 && line.To >= 172));
        Assert.Contains(inner, line => line.From <= 62 && line.To >= 120);
        Assert.Contains(inner, line => line.From <= 182 && line.To >= 300);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Dashes_in_line_with_a_ruling_go_on_to_the_border(bool isLast)
    {
        var (picture, top) = (Table(4, 2), isLast ? 242 : 62);
        picture.With(new PixelBox(Side + Wide, top, Side + Wide + 2, top + 58), byte.MaxValue);
        foreach (var (from, to) in (ReadOnlySpan<(int, int)>)[(2, 6), (22, 36), (52, 56)])
        {
            picture.With(new PixelBox(Side + Wide, top + from, Side + Wide + 2, top + to));
        }

        Assert.Contains(Find(Tones.ToBitmap(picture)), line => !line.IsHorizontal && line.Position == Side + Wide + 1 && line.From <= top && line.To >= top + 58);
    }

    // A header of two lines over two low rows, in which the dashes of the header run together with nothing.
    [Fact]
    public void Dashes_in_line_with_a_ruling_of_two_low_rows_go_on_to_the_border()
    {
        var picture = Drawn.Ruled(300, 240, [60, 102, 132, 162], [60, 240]);

        picture.With(new PixelBox(150, 102, 152, 164));
        for (var y = 64; y < 102; y += 8)
        {
            picture.With(new PixelBox(150, y, 152, y + 5));
        }

        Assert.Contains(Find(Tones.ToBitmap(picture)), line => line is { IsHorizontal: false, Position: 151, From: <= 62, To: >= 164 });
    }

    // The same paragraph five times, whose 下 is in line with itself at equal distances; the same strokes with paper beside them.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Strokes_among_letters_at_equal_distances_are_no_ruling(bool amongLetters)
    {
        var picture = Drawn.Paper(600, 520).With(new PixelBox(60, 400, 542, 402)).With(new PixelBox(60, 460, 542, 462));
        foreach (var x in (int[])[60, 540])
        {
            picture.With(new PixelBox(x, 400, x + 2, 462));
        }

        for (var y = 60; y < 360; y += 62)
        {
            picture.With(new PixelBox(200, y, 201, y + 24));
            if (amongLetters)
            {
                picture.With(new PixelBox(190, y + 2, 194, y + 22)).With(new PixelBox(207, y + 2, 212, y + 22));
            }
        }

        Assert.Equal(amongLetters, !Find(Tones.ToBitmap(picture)).Exists(line => !line.IsHorizontal && line.Position is > 190 and < 210));
    }

    // As above, with paper beside the strokes, and farther apart.
    [Fact]
    public void Strokes_that_are_far_apart_are_no_ruling_though_they_are_in_line_with_one()
    {
        PixelLine Down(int from, int to) => new(false, 500, from, to, 1);
        PixelLine Across(int at) => new(true, at, 60, 800, 3);
        List<PixelLine> strokes = [.. Enumerable.Range(0, 5).Select(line => Down(60 + (100 * line), 86 + (100 * line))), Down(620, 1300), .. ((int[])[580, 620, 660, 740, 1000, 1300]).Select(Across)];
        Assert.DoesNotContain(BrokenRulings.Missing(strokes, _ => false, _ => true, _ => false, _ => 0, DotsPerInch), line => !line.IsHorizontal);
    }

    // Two dotted tables, one under the other: dashes are found in strokes that are whole where they are fainter.
    [Fact]
    public void Strokes_that_lie_over_one_another_count_once()
    {
        PixelLine Down(int from, int to) => new(false, 500, from, to, 3);
        PixelLine Across(int at) => new(true, at, 60, 502, 3);
        List<PixelLine> strokes =
        [
            Down(60, 180), Down(130, 180), Down(250, 800), Down(380, 620),
            .. ((int[])[60, 100, 140, 180, 250, 290, 330, 420, 460, 500, 540, 580, 640, 680, 720, 760, 800]).Select(Across),
        ];
        Assert.DoesNotContain(BrokenRulings.Missing(strokes, _ => false, _ => true, _ => false, _ => 0, DotsPerInch), line => !line.IsHorizontal && line.From < 250 && line.To > 180);
    }

    // Of a ruling, dashes are left in the last row of one table; the next begins a row that is not divided farther down.
    [Fact]
    public void Dashes_go_on_to_the_next_border_though_not_to_the_next_piece()
    {
        PixelLine Down(int from, int to) => new(false, 500, from, to, 3);
        PixelLine Across(int at) => new(true, at, 60, 800, 3);
        List<PixelLine> strokes = [Down(60, 180), Down(300, 420), .. ((int[])[60, 180, 220, 300, 420]).Select(Across)];
        double Crumbs(PixelLine line) => line.From >= 180 && line.To <= 220 ? 0.7 : 0;
        PixelLine[] missing = [.. BrokenRulings.Missing(strokes, _ => false, _ => true, _ => false, Crumbs, DotsPerInch).Where(line => !line.IsHorizontal)];
        Assert.Equal(Down(180, 220), Assert.Single(missing));
    }

    // Where a ruling across was not found in a picture, the dashes in it go on behind that for as much as from one to the next.
    [Theory]
    [InlineData(10, 0, 0)]
    [InlineData(10, 0.5, 1)] // it is seen there, as that of hairlines is
    [InlineData(-10, 0, 1)]
    public void What_overhangs_a_border_and_is_not_seen_there_ends_at_it(int overhang, double crumbs, int missing)
    {
        PixelLine Down(int from, int to) => new(false, 500, from, to, 3);
        PixelLine Across(int at) => new(true, at, 60, 800, 3);
        List<PixelLine> strokes = [Down(60, 180 + overhang), Down(300 - overhang, 420), .. ((int[])[60, 120, 180, 300, 360, 420]).Select(Across)];
        Assert.Equal(missing, BrokenRulings.Missing(strokes, _ => false, _ => true, _ => false, line => line.To - line.From < 10 ? crumbs : 0, DotsPerInch).Count(line => !line.IsHorizontal));
    }

    // The last ruling under a table, of which no piece is at a border: each begins as far from the last as the line takes from a row of pixels to the next.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Short_pieces_at_equal_distances_are_one_ruling(bool areEqual)
    {
        var picture = Drawn.Paper(800, 200).With(new PixelBox(60, 60, 722, 62)).With(new PixelBox(60, 60, 62, 142)).With(new PixelBox(720, 60, 722, 142));
        foreach (var (at, place) in (areEqual ? (int[])[80, 195, 310, 540, 655] : [80, 140, 300, 520, 655]).Index())
        {
            picture.With(new PixelBox(place, 140, place + 42 + at, 142));
        }

        Assert.Equal(areEqual ? [61.0, 141.0] : [61.0], Find(Tones.ToBitmap(picture)).Where(line => line.IsHorizontal && line.To - line.From > 600).Select(line => line.Position).Order());
    }

    [Fact]
    public void Dashes_in_the_cells_of_a_row_are_no_ruling()
    {
        var picture = Table(2, 5);
        for (var column = 0; column < 5; column++)
        {
            picture.With(new PixelBox(Side + 25 + (Wide * column), 90, Side + 67 + (Wide * column), 92));
        }

        Assert.DoesNotContain(Find(Tones.ToBitmap(picture)), line => line.IsHorizontal && line.Position is > 70 and < 110);
    }
}

using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>Which strokes, given as they would be found, are rulings.</summary>
public sealed class RulingChoiceTests
{
    [Theory]
    [InlineData(25, 150, 2)]
    [InlineData(100, 150, 5)]
    [InlineData(25, 400, 5)]
    public void A_letter_that_stands_on_a_ruling_is_no_cell(int width, int leftDownTo, int left)
    {
        PixelLine[] border = [new(true, 100, 0, 600, 3), new(true, 150, 0, 600, 3)];
        PixelLine[] box = [new(true, 110, 300, 300 + width, 3), new(false, 300, 110, leftDownTo, 3), new(false, 300 + width, 110, 150, 3)];
        Assert.Equal(left, RulingChoice.WithoutBoxesOfLetters([.. border, .. box], dotsPerInch: 300).Count);
    }

    [Fact]
    public void A_short_ruling_found_twice_at_one_end_of_a_piece_of_its_border_is_no_box()
    {
        List<PixelLine> rulings = [new(true, 100, 0, 600, 3), new(true, 150, 0, 600, 3), new(true, 150.5, 300, 350, 3), new(false, 350, 100, 150, 3), new(false, 350.5, 100, 150, 4)];
        Assert.Equal(rulings, RulingChoice.WithoutBoxesOfLetters(rulings, dotsPerInch: 300));
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(15, 0)]
    public void A_whole_line_of_letters_that_run_together_is_thicker_than_rulings(double thickness, int found)
    {
        List<PixelLine> strokes =
        [
            new(true, 103, 100, 900, 6), new(true, 203, 100, 900, 6), new(true, 303, 100, 900, 6), new(true, 150, 100, 900, thickness),
            new(false, 103, 100, 306, 6), new(false, 897, 100, 306, 6),
        ];
        Assert.Equal(found, RulingChoice.Of(strokes, line => line.Position is > 140 and < 160, _ => false, _ => false, dotsPerInch: 300).Count(line => line.IsHorizontal && line.Position is > 140 and < 160));
    }

    [Fact]
    public void Letters_that_run_together_below_a_low_row_do_not_make_its_ruling_longer()
    {
        // At 300 dots an inch: a row of 50 pixels parted in its middle, and below it letters that are thrice as thick, in line with that.
        List<PixelLine> strokes =
        [
            new(true, 349, 100, 900, 6), new(true, 402, 100, 900, 6), new(true, 520, 100, 900, 6),
            new(false, 103, 346, 523, 6), new(false, 897, 346, 523, 6), new(false, 500, 346, 410, 6), new(false, 501.7, 403, 451, 16.8),
        ];
        var rulings = RulingChoice.Of(strokes, _ => false, _ => false, _ => false, dotsPerInch: 300);
        var inner = Assert.Single(rulings, line => !line.IsHorizontal && line.Position is > 490 and < 510);
        Assert.Equal((346, 405), (inner.From, inner.To));
    }

    [Theory]
    [InlineData(403, 453, 320, 403)] // 干 over a ruling that begins below it
    [InlineData(403, 403, 320, 350)] // a ruling that goes on from its crossing, though not to the border
    public void A_letter_that_leaves_a_gap_above_a_ruling_does_not_make_it_longer(int top, int rulingFrom, int borderAt, int from)
    {
        List<PixelLine> strokes =
        [
            new(true, borderAt, 100, 900, 6), new(true, top, 100, 900, 6), new(true, 920, 100, 900, 6),
            new(false, 103, borderAt - 3, 923, 6), new(false, 897, borderAt - 3, 923, 6),
            new(false, 498, 350, rulingFrom == top ? 404 : 390, 6), new(false, 500, top - 3, 923, 6),
        ];
        var inner = Assert.Single(RulingChoice.Of(strokes, _ => false, _ => false, _ => false, dotsPerInch: 300), line => !line.IsHorizontal && line.Position is > 490 and < 510);
        Assert.InRange(inner.From, from - 3, from);
    }

    // Under the edge of a page, where no border is; dashes are found in each of the pictures of them.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_border_that_was_found_twice_is_one(int times)
    {
        PixelLine[] once =
        [
            new(true, 306, 100, 1300, 8), new(true, 372, 100, 1300, 8), new(true, 438, 100, 1300, 8),
            .. ((int[])[104, 504, 904, 1296]).SelectMany(x => ((int, int)[])[(202, 306), (307, 372), (371, 440)], (x, piece) => new PixelLine(false, x, piece.Item1, piece.Item2, 8)),
        ];
        List<PixelLine> strokes = [.. Enumerable.Repeat(once, times).SelectMany(lines => lines)];
        Assert.All(RulingChoice.Of(strokes, _ => false, _ => false, _ => false, dotsPerInch: 300).Where(line => !line.IsHorizontal), line => Assert.Equal(202, line.From));
    }
}

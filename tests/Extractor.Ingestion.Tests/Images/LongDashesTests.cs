using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>Rows of strokes down a column of a table, as word processors draw dashes: 18 pixels and a gap of 4.</summary>
public sealed class LongDashesTests
{
    [Theory]
    [InlineData(253)]
    [InlineData(264)] // so high that the border cuts a dash short
    public void Dashes_go_on_through_the_rulings_that_cross_them(int foot)
    {
        var picture = Drawn.Ruled(400, 300, [60, 111, 162, 213, foot], [60, 338]);

        for (var y = 61; y < foot; y += 22)
        {
            picture.With(new PixelBox(200, y, 202, Math.Min(y + 18, foot + 2)));
        }

        var inner = Drawn.Find(Tones.ToBitmap(picture)).Where(line => line is { IsHorizontal: false, Position: > 100 and < 300 });
        Assert.Equal([(60, foot + 2)], inner.Select(line => (line.From, line.To)));
    }

    // A low row between high ones, and one dash in it where these have none: of those before and behind it the rulings leave a part.
    [Theory]
    [InlineData(4, 1)]
    [InlineData(0, 0)] // a stroke
    public void One_dash_that_fills_a_low_row_is_a_ruling_where_others_are_dashed_so(int parts, int found)
    {
        var picture = Dashed([60, 150, 182, 253]);
        picture.With(new PixelBox(250, 158, 252, 176)).With(new PixelBox(250, 152, 252, 152 + parts)).With(new PixelBox(250, 182 - parts, 252, 182));
        Assert.Equal(found, Drawn.Find(Tones.ToBitmap(picture)).Count(line => line is { IsHorizontal: false, Position: > 240 and < 260, From: <= 152, To: >= 180 }));
    }

    // It begins at one border, and keeps away from the other as a stroke does.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(5, 0)] // a stroke
    public void A_dash_that_fills_a_low_row_may_keep_away_from_a_border(int thickness, int found)
    {
        var picture = Dashed([60, 150, 174, 253]);
        picture.With(new PixelBox(250, 152, 250 + thickness, 170));
        Assert.Equal(found, Drawn.Find(Tones.ToBitmap(picture)).Count(line => line is { IsHorizontal: false, Position: > 240 and < 260, From: <= 152, To: >= 172 }));
    }

    // In a dark picture little may be left of the dash behind it.
    [Theory]
    [InlineData(20, 1)]
    [InlineData(19, 0)]
    public void One_dash_fills_a_low_row_with_so_much_ink(int inked, int found)
    {
        PixelLine[] lines = [.. Dashes(5), new PixelLine(true, 152, 60, 300, 2), new PixelLine(true, 180, 60, 300, 2), new PixelLine(false, 250, 157, 175, 2)];
        var rulings = LongDashes.Find(lines, _ => true, row => [.. Enumerable.Range(0, row.To - row.From).Select(i => i < inked)], _ => false, Drawn.DotsPerInch);
        Assert.Equal(found, rulings.Count(line => line is { Position: 250, From: 152, To: 180 }));
    }

    [Theory]
    [InlineData(4, 22, 1)]
    [InlineData(3, 22, 0)]  // too few
    [InlineData(5, 30, 0)]  // too far apart for dashes
    public void So_many_so_near_one_another_are_a_ruling(int count, int pitch, int found)
    {
        PixelLine[] dashes = [.. Enumerable.Range(0, count).Select(i => new PixelLine(false, 100 + (i % 2), 50 + (i * pitch), 68 + (i * pitch), 2))];
        Assert.Equal(found, LongDashes.Find(dashes, _ => true, _ => [], _ => false, Drawn.DotsPerInch).Count());
        Assert.Empty(LongDashes.Find(dashes, _ => false, _ => [], _ => false, Drawn.DotsPerInch));
    }

    // The next border is nearer than the next dash would be.
    [Fact]
    public void Dashes_that_end_at_a_border_go_no_farther()
    {
        PixelLine[] lines = [.. Dashes(5), new PixelLine(true, 157, 60, 300, 2), new PixelLine(true, 176, 60, 300, 2)];
        Assert.Equal((50, 156), Assert.Single(LongDashes.Find(lines, _ => true, _ => [], _ => false, Drawn.DotsPerInch).Select(line => (line.From, line.To))));
    }

    // Text in one row, and the dashes of the borders of rows.
    [Theory]
    [InlineData(new[] { 72, 94, 116 }, 1)]
    [InlineData(new int[0], 0)]
    public void Dashes_stand_free_where_most_of_their_rows_do(int[] borders, int found)
    {
        PixelLine[] lines = [.. Dashes(5), .. borders.Select(at => new PixelLine(true, at, 60, 300, 2))];
        Assert.Equal(found, LongDashes.Find(lines, line => line is { IsHorizontal: false, From: >= 72 }, _ => [], _ => false, Drawn.DotsPerInch).Count(line => !line.IsHorizontal));
        Assert.Empty(LongDashes.Find(lines, line => line is { IsHorizontal: false, To: <= 94 }, _ => [], _ => false, Drawn.DotsPerInch));
    }

    // In the row of a head one dash alone keeps away from the border below it; below they are many.
    [Fact]
    public void A_dash_of_the_first_row_is_of_the_ruling_that_goes_on_below()
    {
        var picture = Drawn.Ruled(400, 300, [60, 82, 253], [60, 338]);
        for (var y = 61; y < 253; y += 22)
        {
            picture.With(new PixelBox(200, y, 202, Math.Min(y + 18, 253)));
        }

        var inner = Drawn.Find(Tones.ToBitmap(picture)).Where(line => line is { IsHorizontal: false, Position: > 100 and < 300 });
        Assert.Contains((60, 255), inner.Select(line => (line.From, line.To)));
    }

    /// <summary>A table with a dashed column.</summary>
    private static Grey Dashed(int[] across)
    {
        var picture = Drawn.Ruled(400, 300, across, [60, 338]);
        for (var y = 61; y < 253; y += 22)
        {
            picture.With(new PixelBox(120, y, 122, Math.Min(y + 18, 255)));
        }

        return picture;
    }

    private static IEnumerable<PixelLine> Dashes(int count) => Enumerable.Range(0, count).Select(i => new PixelLine(false, 100, 50 + (i * 22), 68 + (i * 22), 2));

    [Fact]
    public void Strokes_at_uneven_distances_are_no_dashes()
    {
        int[] starts = [50, 72, 97, 121, 143, 168, 191];
        int[] lengths = [18, 22, 19, 18, 22, 20, 24];
        PixelLine[] strokes = [.. starts.Zip(lengths, (from, length) => new PixelLine(false, 100, from, from + length, 2))];
        Assert.NotEmpty(LongDashes.Find([.. strokes.Select((stroke, i) => stroke with { From = 50 + (22 * i), To = 68 + (22 * i) })], _ => true, _ => [], _ => false, Drawn.DotsPerInch));
        Assert.Empty(LongDashes.Find([.. strokes.Select((stroke, i) => stroke with { From = stroke.From + (9 * (i % 3)), To = stroke.To + (9 * (i % 3)) })], _ => true, _ => [], _ => false, Drawn.DotsPerInch));
    }

    // 展政策宣 in one line of text: below each stroke is the rest of its character, or of its line where it is a dash.
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(-1, 0, 0)]
    [InlineData(1, 8, 1)] // text close to a ruling, out of step with its dashes
    [InlineData(0, 0, 1)]
    public void Strokes_in_a_line_of_characters_are_no_dashes(int side, int shift, int found)
    {
        PixelLine[] strokes = [.. Dashes(5).Select(dash => dash with { IsHorizontal = true })];
        PixelBox[] rest = [.. strokes.Where(_ => side != 0).Select(stroke => new PixelBox(stroke.From - shift, 100 + Math.Min(0, side * 18), stroke.To - shift, 100 + Math.Max(0, side * 18)))];
        bool HasInk(PixelBox box) => Array.Exists(rest, ink => !ink.Within(box).IsEmpty);
        Assert.Equal(found, LongDashes.Find([.. strokes, .. Borders(48, 158)], _ => true, _ => [], HasInk, Drawn.DotsPerInch).Count(line => line.IsHorizontal));
    }

    // 间不满意, bold and so close that nothing parts them, behind the border of their cell.
    [Theory]
    [InlineData(48, 158, 1)]
    [InlineData(48, 220, 0)]
    [InlineData(10, 158, 0)]
    public void Few_dashes_in_a_line_are_a_ruling_where_they_run_from_border_to_border(int left, int right, int found)
    {
        PixelLine[] strokes = [.. Dashes(5).Select(dash => dash with { IsHorizontal = true })];
        Assert.Equal(found, LongDashes.Find([.. strokes, .. Borders(left, right)], _ => true, _ => [], _ => false, Drawn.DotsPerInch).Count(line => line.IsHorizontal));
    }

    private static IEnumerable<PixelLine> Borders(int left, int right) => [new PixelLine(false, left, 60, 300, 2), new PixelLine(false, right, 60, 300, 2)];
}

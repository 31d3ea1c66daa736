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

    [Theory]
    [InlineData(4, 22, 3)]
    [InlineData(3, 22, 0)]  // too few
    [InlineData(5, 30, 0)]  // too far apart for dashes
    public void What_is_left_out_is_given_as_strokes(int count, int pitch, int gaps)
    {
        PixelLine[] dashes = [.. Enumerable.Range(0, count).Select(i => new PixelLine(false, 100 + (i % 2), 50 + (i * pitch), 68 + (i * pitch), 2))];
        Assert.Equal(gaps, LongDashes.Gaps(dashes, _ => true, Drawn.DotsPerInch).Count());
        Assert.Empty(LongDashes.Gaps(dashes, _ => false, Drawn.DotsPerInch));
    }

    [Fact]
    public void Strokes_at_uneven_distances_are_no_dashes()
    {
        int[] starts = [50, 72, 97, 121, 143, 168, 191];
        int[] lengths = [18, 22, 19, 18, 22, 20, 24];
        PixelLine[] strokes = [.. starts.Zip(lengths, (from, length) => new PixelLine(false, 100, from, from + length, 2))];
        Assert.NotEmpty(LongDashes.Gaps([.. strokes.Select((stroke, i) => stroke with { From = 50 + (22 * i), To = 68 + (22 * i) })], _ => true, Drawn.DotsPerInch));
        Assert.Empty(LongDashes.Gaps([.. strokes.Select((stroke, i) => stroke with { From = stroke.From + (9 * (i % 3)), To = stroke.To + (9 * (i % 3)) })], _ => true, Drawn.DotsPerInch));
    }
}

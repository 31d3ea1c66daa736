using CsCheck;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

public sealed class LineFinderTests
{
    [Fact]
    public void Every_ruling_of_a_table_is_found_where_it_is() =>
        Gen.Select(Gen.Int[1, 6], Gen.Int[1, 6]).Sample((rows, columns) =>
        {
            var lines = LineFinder.Find(Tones.ToBitmap(Drawn.Table(rows, columns)), Drawn.DotsPerInch);
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
        Assert.Empty(LineFinder.Find(Tones.ToBitmap(picture), Drawn.DotsPerInch));
        Assert.Equal(8, LineFinder.Find(Tones.ToFaintBitmap(picture), Drawn.DotsPerInch).Count);
    }

    [Fact]
    public void A_broken_ruling_is_one()
    {
        var picture = Drawn.Paper(500, 100).With(new PixelBox(20, 50, 480, 52));
        for (var x = 60; x < 480; x += 70)
        {
            picture.With(new PixelBox(x, 50, x + 4, 52), byte.MaxValue);
        }

        Assert.Equal((20, 480), LineFinder.Find(Tones.ToBitmap(picture), Drawn.DotsPerInch).Select(line => (line.From, line.To)).Single());
    }

    [Fact]
    public void Letters_and_bars_are_no_rulings()
    {
        var picture = Drawn.Paper(500, 300).With(new PixelBox(100, 40, 130, 44)).With(new PixelBox(20, 100, 480, 160));
        Assert.DoesNotContain(LineFinder.Find(Tones.ToBitmap(picture), Drawn.DotsPerInch), line => line.IsHorizontal);
    }
}

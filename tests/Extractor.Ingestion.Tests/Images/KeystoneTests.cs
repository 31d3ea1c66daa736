using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

public class KeystoneTests
{
    private const int Width = 1000, Height = 1400, DotsPerInch = 150;

    [Theory]
    [InlineData(0.012, 0)]
    [InlineData(-0.008, 0)]
    [InlineData(0.004, 0.003)]
    [InlineData(0, -0.005)]
    [InlineData(0.0003, 0.0001)]
    public void Rulings_that_lean_are_made_upright(double change, double lean)
    {
        var leaning = Ruled(new Keystone(lean, change, 0, change / 2));
        var found = Keystone.Of(Tones.ToBitmap(leaning), DotsPerInch);
        var straight = found.Straighten(leaning, degrees: 0);
        Assert.All([100, 300, 500, 700, 900], x => Assert.InRange(DarkInRow(straight, x, 250) - DarkInRow(straight, x, 1150), -1, 1));
        Assert.All([100, 500, 900, 1100], y => Assert.InRange(DarkInColumn(straight, 250, y) - DarkInColumn(straight, 850, y), -1, 1));
    }

    [Fact]
    public void A_straight_page_does_not_lean_by_anything_that_matters()
    {
        var page = Ruled(default);
        Assert.False(Keystone.Of(Tones.ToBitmap(page), DotsPerInch).Matters(Width, Height, DotsPerInch));
    }

    [Fact]
    public void A_page_without_rulings_does_not_lean()
    {
        var blank = new Grey(200, 300, [.. Enumerable.Repeat((byte)255, 200 * 300)]);
        Assert.Equal(default, Keystone.Of(Tones.ToBitmap(blank), DotsPerInch));
    }

    /// <summary>Lines every 200 pixels across and down, each point drawn where it is on a sheet that lay so.</summary>
    private static Grey Ruled(Keystone keystone)
    {
        var samples = new byte[Width * Height];
        Array.Fill(samples, byte.MaxValue);
        void Ink(double x, double y)
        {
            var (atX, atY) = keystone.Source(x, y, Width, Height);
            if (atX >= 0 && atY >= 0 && atX < Width && atY < Height)
            {
                samples[((int)atY * Width) + (int)atX] = 0;
            }
        }

        for (var line = 100; line < Height - 100; line += 200)
        {
            for (var along = 100; along < Height - 100; along++)
            {
                for (var thick = 0; thick < 3; thick++)
                {
                    if (line < Width)
                    {
                        Ink(line + thick, along);
                    }

                    if (along < Width - 100)
                    {
                        Ink(along, line + thick);
                    }
                }
            }
        }

        return new Grey(Width, Height, samples);
    }

    /// <summary>The first dark pixel of a column around a row.</summary>
    private static int DarkInColumn(Grey picture, int x, int y) =>
        Enumerable.Range(y - 20, 40).First(row => picture.Samples[(row * Width) + x] < 128);

    /// <summary>The first dark pixel of a row around a column.</summary>
    private static int DarkInRow(Grey picture, int x, int y) =>
        Enumerable.Range(x - 20, 40).First(column => picture.Samples[(y * Width) + column] < 128);
}

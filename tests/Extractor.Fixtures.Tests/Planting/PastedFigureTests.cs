using Extractor.Fixtures.Planting;
using Extractor.Fixtures.Scanning;

namespace Extractor.Fixtures.Tests.Planting;

public class PastedFigureTests
{
    [Theory]
    [InlineData("97.84", "47.89")]
    [InlineData("92", "29")]
    [InlineData("98.5", "58.9")]
    [InlineData("100", null)]       // a score does not begin with 0
    [InlineData("99", null)]
    [InlineData("优", null)]
    public void Two_digits_change_places_as_far_as_a_score_allows(string printed, string? seen) =>
        Assert.Equal(seen, PastedFigure.Exchanged(printed) is var (first, second) ? PastedFigure.Exchange(printed, first, second) : null);

    [Fact]
    public void The_ink_of_two_digits_changes_places_and_nothing_else()
    {
        // A wide digit, a narrow one and another wide one, on paper of 30 by 12 pixels.
        var picture = Paper(30, 12);
        Ink(picture, 2, 8, 0);
        Ink(picture, 13, 15, 90);
        Ink(picture, 22, 28, 40);
        var columns = PastedFigure.Columns(picture);
        Assert.Equal([(2, 8), (13, 15), (22, 28)], columns);

        var seen = PastedFigure.Exchange(picture, columns[0], columns[1]);
        Assert.Equal([(4, 6), (11, 17), (22, 28)], PastedFigure.Columns(seen));
        Assert.Equal((90, 0, 40), (seen.Green(5, 6), seen.Green(14, 6), seen.Green(25, 6)));
    }

    private static Raster Paper(int width, int height)
    {
        var samples = new byte[width * height * Raster.Channels];
        Array.Fill(samples, byte.MaxValue);
        return new Raster(width, height, samples);
    }

    private static void Ink(Raster picture, int left, int right, byte tone)
    {
        for (var y = 0; y < picture.Height; y++)
        {
            picture.Samples.AsSpan(((y * picture.Width) + left) * Raster.Channels, (right - left) * Raster.Channels).Fill(tone);
        }
    }
}

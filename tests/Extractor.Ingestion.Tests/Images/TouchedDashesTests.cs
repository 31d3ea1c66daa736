using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>A dash of 3 by 9 pixels, as those of its page are, with a stroke of a letter at it.</summary>
public sealed class TouchedDashesTests
{
    private static readonly PixelBox Dash = new(100, 0, 103, 9);

    [Theory]
    [InlineData(103, 120, true)]  // the stroke begins at it
    [InlineData(80, 100, true)]   // or ends
    [InlineData(80, 120, false)]  // or goes through it
    [InlineData(200, 220, true)]  // or is elsewhere
    public void A_dash_is_one_though_a_letter_touches_it_from_one_side(int from, int to, bool isOne)
    {
        foreach (var top in (int[])[0, 40, 91]) // at the head of the picture, in its midst and at its foot
        {
            var picture = Drawn.Paper(300, 100).With(Dash.Moved(top)).With(new PixelBox(from, top + 3, to, top + 6));
            Assert.Equal(isOne ? [Dash.Moved(top)] : [], TouchedDashes.Find(Tones.ToBitmap(picture, 128), [(9, 3)]));
        }
    }

    [Theory]
    [InlineData(9, 3, true)]
    [InlineData(20, 3, false)]
    [InlineData(9, 8, false)]
    public void It_is_as_long_and_thick_as_others(int length, int thickness, bool isOne) =>
        Assert.Equal(isOne, TouchedDashes.Find(Tones.ToBitmap(Drawn.Paper(300, 100).With(Dash.Moved(40)), 128), [(length, thickness)]).Count > 0);
}

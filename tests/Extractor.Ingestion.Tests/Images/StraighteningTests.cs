using CsCheck;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

public sealed class StraighteningTests
{
    /// <summary>In degrees.</summary>
    private const double Precision = 0.1;

    [Fact]
    public void The_angle_by_which_a_page_is_turned_is_found() =>
        Gen.Double[-5, 5].Sample(
            degrees =>
            {
                var turned = Turning.Straighten(Drawn.Table(rows: 16, columns: 14), -degrees);
                Assert.Equal(degrees, Skew.Of(Tones.ToBitmap(turned)), Precision);
            },
            iter: 12);

    [Fact]
    public void A_page_that_was_turned_straight_is_straight() =>
        Gen.Double[-5, 5].Sample(
            degrees =>
            {
                var turned = Turning.Straighten(Drawn.Table(rows: 16, columns: 14), -degrees);
                var straight = Turning.Straighten(turned, Skew.Of(Tones.ToBitmap(turned)));
                Assert.Equal(0, Skew.Of(Tones.ToBitmap(straight)), Precision);
            },
            iter: 8);

    [Fact]
    public void A_blank_page_has_no_angle() => Assert.Equal(0, Skew.Of(Tones.ToBitmap(Drawn.Paper(300, 400))));

    [Fact]
    public void Four_quarter_turns_are_none() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Int[0, 4]).SelectMany(
            (width, height, quarters) => Gen.Byte.Array[width * height].Select(samples => (Picture: new Grey(width, height, samples), quarters)))
        .Sample(drawn =>
        {
            var back = Turning.ByQuarters(Turning.ByQuarters(drawn.Picture, drawn.quarters), 4 - drawn.quarters);
            Assert.Equal((drawn.Picture.Width, drawn.Picture.Height), (back.Width, back.Height));
            Assert.Equal(drawn.Picture.Samples, back.Samples);
        });

    [Fact]
    public void A_quarter_turn_is_clockwise() =>
        Assert.Equal<byte>([3, 1, 4, 2], Turning.ByQuarters(new Grey(2, 2, [1, 2, 3, 4]), 1).Samples);
}

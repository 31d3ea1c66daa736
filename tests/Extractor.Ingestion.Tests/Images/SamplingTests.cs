using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

public sealed class SamplingTests
{
    private static readonly Grey Picture = new(3, 2, [0, 100, 200, 40, 80, 120]);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 100)]
    [InlineData(0.5, 0, 50)]
    [InlineData(0, 0.5, 20)]
    [InlineData(0.5, 0.5, 55)]
    [InlineData(1.75, 0.25, 158)]
    [InlineData(-0.01, 0, 255)]
    [InlineData(0, 1, 255)]
    [InlineData(2, 0, 255)]
    [InlineData(-1e6, 1e6, 255)]
    public void A_tone_is_mixed_of_the_four_pixels_around_its_place_and_beyond_is_white(double x, double y, byte tone)
    {
        var sample = new byte[1];
        Sampling.Along(Picture, x, y, 0, 0, sample);
        Assert.Equal(tone, sample[0]);
    }

    [Fact]
    public void Samples_follow_one_another_by_steps()
    {
        var samples = new byte[4];
        Sampling.Along(Picture, 0, 0, 0.5, 0.125, samples);
        Assert.Equal<byte>([0, 51, 95, 131], samples);
    }
}

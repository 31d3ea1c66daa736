using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

public sealed class InksTests
{
    [Theory]
    [InlineData(255, 255, 255, 255)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(128, 128, 128, 128)]
    [InlineData(230, 50, 60, 255)]
    public void Red_ink_becomes_paper_and_black_stays_black(byte red, byte green, byte blue, byte grey) =>
        Assert.Equal([grey], Inks.WithoutRed(new Raster(1, 1, [red, green, blue])).Samples);

    [Fact]
    public void A_seal_is_red_ink_and_a_yellowish_page_is_none()
    {
        Assert.True(Inks.HasRed(new Raster(2, 1, [230, 50, 60, 255, 255, 255])));
        Assert.False(Inks.HasRed(new Raster(2, 1, [250, 240, 200, 30, 20, 20])));
    }

    [Fact]
    public void Paper_in_a_shadow_becomes_white_and_its_ink_stays_dark()
    {
        var page = Drawn.Paper(256, 256).With(new PixelBox(128, 0, 256, 256), 180).With(new PixelBox(200, 100, 210, 104), 40);
        var even = Tones.Even(page);
        Assert.Equal(255, even.Row(200)[240]);
        Assert.InRange(even.Row(101)[205], 0, 80);
    }
}

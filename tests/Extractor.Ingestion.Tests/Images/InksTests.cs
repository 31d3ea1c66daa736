using CsCheck;
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
        Assert.Equal([grey], Inks.Of(new Raster(1, 1, [red, green, blue])).Black.Samples);

    [Fact]
    public void A_seal_is_red_ink_and_a_yellowish_page_is_none()
    {
        Assert.NotNull(Inks.Of(new Raster(2, 1, [230, 50, 60, 255, 255, 255])).Red);
        Assert.Null(Inks.Of(new Raster(2, 1, [250, 240, 200, 30, 20, 20])).Red);
    }

    [Fact]
    public void Inks_are_parted_alike_one_by_one_and_sixteen_at_a_time() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[1, 10]).SelectMany(
            (width, height) => Gen.Byte.Array[width * height * Raster.Channels].Select(samples => new Raster(width, height, samples)))
        .Sample(picture =>
        {
            var inks = Inks.Of(picture);
            for (var y = 0; y < picture.Height; y++)
            {
                for (var x = 0; x < picture.Width; x++)
                {
                    var pixel = picture.Part(x, y, x + 1, y + 1)!;
                    Assert.Equal(Inks.Of(pixel).Black.Samples[0], inks.Black.Row(y)[x]);
                }
            }

            var red = Enumerable.Range(0, picture.Width).Sum(x => Enumerable.Range(0, picture.Height).Count(y => Inks.Of(picture.Part(x, y, x + 1, y + 1)!).Red is not null));
            Assert.Equal(red, Squares(inks.Red, picture.Width, picture.Height), 0.001);
        });

    /// <summary>Black strokes on paper, and over a part of both a seal of so much opacity.</summary>
    private static Raster Sealed(double opacity)
    {
        var samples = new byte[200 * 200 * Raster.Channels];
        for (var y = 0; y < 200; y++)
        {
            for (var x = 0; x < 200; x++)
            {
                var (ink, isSeal) = (y % 20 < 4 ? 20 : 250, x is >= 60 and < 140);
                byte Through(int own) => (byte)(isSeal ? (opacity * own) + ((1 - opacity) * ink) : ink);
                (samples[3 * ((y * 200) + x)], samples[(3 * ((y * 200) + x)) + 1], samples[(3 * ((y * 200) + x)) + 2]) = (Through(200), Through(20), Through(30));
            }
        }

        return new Raster(200, 200, samples);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.65)]
    [InlineData(0.8)]
    public void What_a_covering_seal_lies_on_is_seen_under_it(double opacity)
    {
        var black = Inks.Of(Sealed(opacity)).Black;
        for (var y = 0; y < 200; y++)
        {
            Assert.All(black.Row(y)[62..138].ToArray(), tone => Assert.InRange((int)tone, y % 20 < 4 ? 0 : 200, y % 20 < 4 ? 90 : 255));
        }
    }

    // Of two stamps with clear ink one was pressed harder; nothing black is under either.
    [Fact]
    public void A_seal_that_is_darker_than_another_is_paper_as_well()
    {
        var samples = new byte[200 * 200 * Raster.Channels];
        for (var at = 0; at < samples.Length; at += Raster.Channels)
        {
            var x = at / Raster.Channels % 200;
            var (red, other) = x is >= 20 and < 100 ? (240, 115) : x is >= 120 and < 140 ? (215, 20) : (250, 250);
            (samples[at], samples[at + 1], samples[at + 2]) = ((byte)red, (byte)other, (byte)other);
        }

        Assert.All(Inks.Of(new Raster(200, 200, samples)).Black.Samples, tone => Assert.InRange((int)tone, 240, 255));
    }

    // Compression blurs colour: a stroke of two pixels is as dark as the ring beside it, and hardly red.
    [Fact]
    public void A_thin_stroke_of_a_covering_seal_is_paper_though_it_is_hardly_red()
    {
        var picture = Sealed(0.5);
        void Paint(int x, int y, byte red, byte other) =>
            (picture.Samples[3 * ((y * 200) + x)], picture.Samples[(3 * ((y * 200) + x)) + 1], picture.Samples[(3 * ((y * 200) + x)) + 2]) = (red, other, other);
        for (var y = 106; y < 118; y++)
        {
            // On paper its red is 90 more than others, and its brightness 167: carried over nine pixels, a fifth of that.
            for (var x = 150; x < 160; x++)
            {
                var isStroke = x is 154 or 155;
                Paint(x, y, (byte)(isStroke ? 190 : 255), (byte)(isStroke ? 158 : 232));
            }
        }

        var (black, seals) = Inks.Of(picture);
        Assert.All(Enumerable.Range(152, 6), x => Assert.InRange((int)black.Row(112)[x], 240, 255));
        Assert.True(seals!.IsBeside(154, 110, 156, 114));
    }

    [Fact]
    public void A_trace_of_red_is_a_seals_beside_a_seal_and_none_elsewhere()
    {
        var samples = new byte[400 * 40 * Raster.Channels];
        for (var at = 0; at < samples.Length; at += Raster.Channels)
        {
            var (x, y) = (at / Raster.Channels % 400, at / Raster.Channels / 400);
            var other = y is >= 8 and < 32 && x is >= 16 and < 40 ? 60 : y is >= 8 and < 32 && x is (>= 80 and < 96) or (>= 360 and < 376) ? 210 : 250;
            (samples[at], samples[at + 1], samples[at + 2]) = (250, (byte)other, (byte)other);
        }

        var red = Inks.Of(new Raster(400, 40, samples)).Red!;
        Assert.True(red.IsBeside(30, 16, 34, 20));
        Assert.True(red.IsBeside(84, 16, 88, 20));
        Assert.False(red.IsBeside(364, 16, 368, 20));
        Assert.False(red.IsBeside(200, 16, 204, 20));
    }

    /// <summary>How many pixels are red, by the squares.</summary>
    private static double Squares(SealInk? red, int width, int height)
    {
        var (across, down) = (SealInk.Squares(width), SealInk.Squares(height));
        return red is null ? 0 : Enumerable.Range(0, across * down).Sum(square =>
            red.ShareOf(square % across * SealInk.Square, square / across * SealInk.Square, square % across * SealInk.Square, square / across * SealInk.Square)) * SealInk.Square * SealInk.Square;
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

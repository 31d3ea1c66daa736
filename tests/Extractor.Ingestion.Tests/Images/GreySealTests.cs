using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>A red seal in a copy without colours.</summary>
public sealed class GreySealTests
{
    private const int DotsPerInch = 300, Radius = 235, X = 500, Y = 420;

    private const byte Tone = 120;

    [Fact]
    public void A_ring_with_a_star_in_it_is_a_seal()
    {
        var seal = Assert.Single(GreySeal.Find(WithSeal(Drawn.Paper(1000, 800)), DotsPerInch));
        Assert.InRange(seal.X, X - 2, X + 2);
        Assert.InRange(seal.Y, Y - 2, Y + 2);
        Assert.InRange(seal.Radius, Radius - 3, Radius + 3);
        Assert.InRange(seal.Tone, Tone - 3, Tone + 3);
    }

    [Fact]
    public void A_grey_field_is_none() =>
        Assert.Null(GreySeal.TakenOut(Drawn.Paper(1000, 800).With(new PixelBox(X - 60, Y - 60, X + 60, Y + 60), Tone), DotsPerInch));

    [Fact]
    public void It_is_taken_out_and_what_is_printed_stays()
    {
        // A ruling across it, one that touches the ring at the top, and a word's strokes on the star.
        PixelBox[] print = [new(100, Y + 100, 900, Y + 104), new(100, Y - Radius - 2, 900, Y - Radius + 2), new(X - 20, Y - 15, X - 16, Y + 15), new(X + 10, Y - 15, X + 14, Y + 15)];
        var scan = print.Aggregate(WithSeal(Drawn.Paper(1000, 800)), (picture, box) => picture.With(box, 40));
        var (without, seals) = GreySeal.TakenOut(scan, DotsPerInch)!.Value;
        var ink = Tones.ToBitmap(without, 140);
        Assert.All(print, box => Assert.InRange(InkIn(ink, box), (int)(0.9 * box.Width * box.Height), box.Width * box.Height));
        var expected = print.Aggregate(Drawn.Paper(1000, 800), (picture, box) => picture.With(box.Inflate(1, 1)));
        Assert.InRange(ink.Ink.Zip(Tones.ToBitmap(expected).Ink).Count(pixel => pixel.First > pixel.Second), 0, 20);
        Assert.True(seals.ShareOf(X - 30, Y - 30, X + 30, Y + 30) > 0.5);
        Assert.Equal(0, seals.ShareOf(0, 0, 100, 100));
    }

    private static int InkIn(Bitmap ink, PixelBox box) => ink.Part(box).Ink.Count(pixel => pixel == 1);

    /// <summary>A ring of 14 pixels and a field for a star, as seals have them.</summary>
    private static Grey WithSeal(Grey picture)
    {
        var samples = picture.Samples.ToArray();
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var distance = Math.Sqrt(((x - X) * (x - X)) + ((y - Y) * (y - Y)));
                if (Math.Abs(distance - Radius) <= 7 || distance <= 50)
                {
                    samples[(y * picture.Width) + x] = Math.Min(samples[(y * picture.Width) + x], Tone);
                }
            }
        }

        return picture with { Samples = samples };
    }
}

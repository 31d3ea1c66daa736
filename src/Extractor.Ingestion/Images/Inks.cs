using System.Numerics;
using System.Runtime.Intrinsics;

namespace Extractor.Ingestion.Images;

/// <summary>The inks of a picture, parted: red ink is of seals and corrections.</summary>
/// <param name="Black">The picture without its red ink: that is as bright as paper, black ink stays black.</param>
/// <param name="Red">Where the red ink is; null where there is none to speak of.</param>
internal sealed record Inks(Grey Black, SealInk? Red)
{
    /// <summary>A pixel is red where red is brighter than both others by this much.</summary>
    internal const byte RedExcess = 60;

    /// <summary>Where it is by this much, there is a trace of red.</summary>
    private const byte PaleExcess = 25;

    /// <summary>Less red than this share of the page is noise of the scanner's colours.</summary>
    private const double LeastRed = 0.0005;

    /// <summary>An excess of red up to this is the colour cast of a scanner, or black ink under a seal.</summary>
    internal const byte ColourCast = 20;

    public static Inks Of(Raster raster)
    {
        var black = GC.AllocateUninitializedArray<byte>(raster.Width * raster.Height);
        var (across, down) = (SealInk.Squares(raster.Width), SealInk.Squares(raster.Height));
        var (squares, pale) = (new byte[across * down], new byte[across * down]);
        var red = 0;
        for (var y = 0; y < raster.Height; y++)
        {
            var row = y / SealInk.Square * across;
            red += PartRow(raster.Row(y), black.AsSpan(y * raster.Width, raster.Width), squares.AsSpan(row, across), pale.AsSpan(row, across));
        }

        var seals = red > LeastRed * raster.Width * raster.Height ? new SealInk(across, down, squares, pale) : null;
        if (seals is not null && SealStain.Of(raster, seals) is { } stain)
        {
            stain.Lift(raster, seals, black);
        }

        return new Inks(new Grey(raster.Width, raster.Height, black), seals);
    }

    /// <returns>How many pixels are red; they are added to the counts of the squares, and with them those that have a trace of red.</returns>
    private static int PartRow(ReadOnlySpan<byte> pixels, Span<byte> black, Span<byte> squares, Span<byte> pale)
    {
        var (red, x) = (0, 0);
        for (; x <= black.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
        {
            var (channel, green, blue) = Channels(pixels[(x * Raster.Channels)..]);
            var others = Vector128.Max(green, blue);
            var excess = Vector128.Max(channel, others) - others;
            var brighter = (Vector128.Max(excess, Vector128.Create(ColourCast)) - Vector128.Create(ColourCast)) >>> 1;
            (channel + Vector128.Min(brighter, ~channel)).CopyTo(black[x..]);
            for (var bits = Vector128.GreaterThan(excess, Vector128.Create(PaleExcess)).ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                var at = BitOperations.TrailingZeroCount(bits);
                red += Count(excess[at], x + at, squares, pale);
            }
        }

        for (; x < black.Length; x++)
        {
            var pixel = pixels.Slice(x * Raster.Channels, Raster.Channels);
            var excess = Math.Max(0, pixel[0] - Math.Max(pixel[1], pixel[2]));
            black[x] = (byte)Math.Min(byte.MaxValue, pixel[0] + (Math.Max(0, excess - ColourCast) / 2));
            red += excess > PaleExcess ? Count((byte)excess, x, squares, pale) : 0;
        }

        return red;
    }

    private static int Count(byte excess, int x, Span<byte> squares, Span<byte> pale)
    {
        pale[x / SealInk.Square]++;
        if (excess <= RedExcess)
        {
            return 0;
        }

        squares[x / SealInk.Square]++;
        return 1;
    }

    /// <summary>Sixteen pixels' reds, greens and blues. A lane of 255 takes nothing: what it should hold is in another of the three vectors.</summary>
    private static (Vector128<byte> Red, Vector128<byte> Green, Vector128<byte> Blue) Channels(ReadOnlySpan<byte> pixels)
    {
        var (first, second, third) = (Vector128.Create(pixels), Vector128.Create(pixels[16..]), Vector128.Create(pixels[32..]));
        return (
            Vector128.Shuffle(first, Vector128.Create((byte)0, 3, 6, 9, 12, 15, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255))
                | Vector128.Shuffle(second, Vector128.Create((byte)255, 255, 255, 255, 255, 255, 2, 5, 8, 11, 14, 255, 255, 255, 255, 255))
                | Vector128.Shuffle(third, Vector128.Create((byte)255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1, 4, 7, 10, 13)),
            Vector128.Shuffle(first, Vector128.Create((byte)1, 4, 7, 10, 13, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255))
                | Vector128.Shuffle(second, Vector128.Create((byte)255, 255, 255, 255, 255, 0, 3, 6, 9, 12, 15, 255, 255, 255, 255, 255))
                | Vector128.Shuffle(third, Vector128.Create((byte)255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2, 5, 8, 11, 14)),
            Vector128.Shuffle(first, Vector128.Create((byte)2, 5, 8, 11, 14, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255))
                | Vector128.Shuffle(second, Vector128.Create((byte)255, 255, 255, 255, 255, 1, 4, 7, 10, 13, 255, 255, 255, 255, 255, 255))
                | Vector128.Shuffle(third, Vector128.Create((byte)255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 3, 6, 9, 12, 15)));
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Extractor.Ingestion.Images;

/// <summary>Evens out the tones of a scan, and tells ink from paper.</summary>
internal static class Tones
{
    /// <summary>The side of a tile whose paper is looked at, in pixels: several letters wide, smaller than a shadow.</summary>
    private const int Tile = 1 << TileBits, TileBits = 6;

    /// <summary>So many of a tile's pixels are darker than its paper: grain of the paper is on either side.</summary>
    private const double PaperShare = 0.8;

    /// <summary>Darker than this is no paper but a picture or a black edge; it is left as it is.</summary>
    private const int DarkestPaper = 96;

    /// <summary>Where the border between ink and paper may lie, on an even page.</summary>
    private const int LowestBorder = 96, HighestBorder = 200;

    /// <summary>Of the sides of a page, so much at each end is margin: black edges, and holes for a binder.</summary>
    private const double Margin = 0.08;

    /// <summary>Under red ink that was taken out, paper is a little darker: all above this share of white becomes white.</summary>
    private const double PaperUnderRed = 0.8;

    /// <summary>Makes the paper white everywhere: shadows of a fold, grey paper, light that falls off to the sides.</summary>
    public static Grey Even(Grey picture)
    {
        var (across, down) = (Tiles(picture.Width), Tiles(picture.Height));
        var paper = new int[across * down];
        for (var tile = 0; tile < paper.Length; tile++)
        {
            paper[tile] = Paper(picture, tile % across * Tile, tile / across * Tile);
        }

        if (Array.TrueForAll(paper, tone => tone == byte.MaxValue))
        {
            return picture;
        }

        var byTileRow = new short[down][];
        for (var tile = 0; tile < down; tile++)
        {
            byTileRow[tile] = PaperAcross(paper.AsSpan(tile * across, across), picture.Width);
        }

        var even = GC.AllocateUninitializedArray<byte>(picture.Samples.Length);
        var tones = new short[picture.Width];
        for (var y = 0; y < picture.Height; y++)
        {
            var (upper, lower, weight) = Between(y, down);
            Mix(byTileRow[upper], byTileRow[lower], weight, tones);
            var row = even.AsSpan(y * picture.Width, picture.Width);
            var samples = picture.Row(y);
            for (var x = 0; x < row.Length && x < samples.Length && x < tones.Length; x++)
            {
                row[x] = OnWhite[(tones[x] << 8) | samples[x]];
            }
        }

        return picture with { Samples = even };
    }

    /// <summary>What a tone becomes where paper of a tone becomes white; by the paper's tone times 256 and the tone itself.</summary>
    private static readonly byte[] OnWhite = [.. Enumerable.Range(0, 1 << 16).Select(pair => (byte)Math.Min(byte.MaxValue, (pair & 0xFF) * byte.MaxValue / Math.Max(1, pair >> 8)))];

    /// <summary>The tone of the paper along a row through the middles of tiles.</summary>
    private static short[] PaperAcross(ReadOnlySpan<int> tiles, int width)
    {
        var tones = new short[width];
        for (var x = 0; x < width; x++)
        {
            var (left, right, weight) = Between(x, tiles.Length);
            tones[x] = (short)Mix(tiles[left], tiles[right], weight);
        }

        return tones;
    }

    /// <summary>Spreads the tones around red ink that was taken out: what is nearly white there becomes white.</summary>
    public static Grey ClipPaper(Grey picture, SealInk red)
    {
        var table = new byte[256];
        for (var tone = 0; tone < table.Length; tone++)
        {
            table[tone] = (byte)Math.Min(byte.MaxValue, tone / PaperUnderRed);
        }

        var clipped = picture.Samples.ToArray();
        foreach (var box in red.Surroundings(picture.Width, picture.Height))
        {
            for (var y = box.Top; y < box.Bottom; y++)
            {
                foreach (ref var sample in clipped.AsSpan((y * picture.Width) + box.Left, box.Width))
                {
                    sample = table[sample];
                }
            }
        }

        return picture with { Samples = clipped };
    }

    /// <summary>The picture with white in place of what the boxes hold.</summary>
    public static Grey Whitened(Grey picture, IReadOnlyCollection<PixelBox> boxes)
    {
        if (boxes.Count == 0)
        {
            return picture;
        }

        var samples = picture.Samples.ToArray();
        foreach (var box in boxes)
        {
            for (var y = box.Top; y < box.Bottom; y++)
            {
                samples.AsSpan((y * picture.Width) + box.Left, box.Width).Fill(byte.MaxValue);
            }
        }

        return picture with { Samples = samples };
    }

    /// <summary>The tone that parts ink from paper best (Otsu, 1979): what is darker is ink. Beside the sheet there may be more black than on it, and is not looked at.</summary>
    public static int Border(Grey picture)
    {
        Span<int> histogram = stackalloc int[256];
        var (across, down) = ((int)(Margin * picture.Width), (int)(Margin * picture.Height));
        for (var y = down; y < picture.Height - down; y++)
        {
            Count(picture.Row(y)[across..^across], histogram);
        }

        double total = (picture.Width - (2 * across)) * (picture.Height - (2 * down)), sum = 0;
        for (var tone = 0; tone < histogram.Length; tone++)
        {
            sum += (double)tone * histogram[tone];
        }

        double dark = 0, darkSum = 0, best = -1;
        var border = 128;
        for (var tone = 0; tone < histogram.Length - 1; tone++)
        {
            dark += histogram[tone];
            darkSum += (double)tone * histogram[tone];
            if (dark == 0 || dark == total)
            {
                continue;
            }

            var apart = (darkSum / dark) - ((sum - darkSum) / (total - dark));
            var between = dark * (total - dark) * apart * apart;
            (best, border) = between > best ? (between, tone + 1) : (best, border);
        }

        return Math.Clamp(border, LowestBorder, HighestBorder);
    }

    /// <summary>What is ink and what is paper.</summary>
    /// <param name="border">The picture's <see cref="Border"/>, where it is known already; so for the others.</param>
    public static Bitmap ToBitmap(Grey picture, int? border = null) => Below(picture, border ?? Border(picture));

    /// <summary>The same, but a third of the way from the border to white: letters are thinner and paler than the rulings beside them.</summary>
    public static Bitmap ToTextBitmap(Grey picture, int? border = null)
    {
        var known = border ?? Border(picture);
        return Below(picture, known + ((byte.MaxValue - known) / 3));
    }

    /// <summary>
    /// The same, but all that is darker than half-way from the border to white is ink: a line thinner than a dot of
    /// the scanner is grey. Letters run together in it.
    /// </summary>
    public static Bitmap ToFaintBitmap(Grey picture, int? border = null) => Below(picture, ((border ?? Border(picture)) + byte.MaxValue) / 2);

    private static Bitmap Below(Grey picture, int border)
    {
        var ink = GC.AllocateUninitializedArray<byte>(picture.Samples.Length);
        var from = MemoryMarshal.Cast<byte, Vector128<byte>>((ReadOnlySpan<byte>)picture.Samples);
        var to = MemoryMarshal.Cast<byte, Vector128<byte>>(ink.AsSpan());
        for (var i = 0; i < from.Length && i < to.Length; i++)
        {
            to[i] = Vector128.LessThan(from[i], Vector128.Create((byte)border)) & Vector128<byte>.One;
        }

        for (var i = from.Length * Vector128<byte>.Count; i < ink.Length; i++)
        {
            ink[i] = picture.Samples[i] < border ? (byte)1 : (byte)0;
        }

        return new Bitmap(picture.Width, picture.Height, ink);
    }

    /// <summary>Counts tones. An even page is white for the most part, which is seen sixteen pixels at a time.</summary>
    private static void Count(ReadOnlySpan<byte> samples, Span<int> histogram)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector128<byte>>(samples);
        var white = 0;
        for (var i = 0; i < vectors.Length; i++)
        {
            if (vectors[i] == Vector128<byte>.AllBitsSet)
            {
                white += Vector128<byte>.Count;
                continue;
            }

            foreach (var sample in samples.Slice(i * Vector128<byte>.Count, Vector128<byte>.Count))
            {
                histogram[sample]++;
            }
        }

        foreach (var sample in samples[(vectors.Length * Vector128<byte>.Count)..])
        {
            histogram[sample]++;
        }

        histogram[byte.MaxValue] += white;
    }

    private static int Tiles(int length) => Math.Max(1, length / Tile);

    /// <summary>The tiles whose middles a pixel lies between, and how far it is from the first to the second, in parts of 2 * <see cref="Tile"/>.</summary>
    private static (int First, int Second, int Weight) Between(int position, int count)
    {
        var inHalves = (2 * position) - Tile;
        var first = Math.Clamp(inHalves / (2 * Tile), 0, count - 1);
        return (first, Math.Min(first + 1, count - 1), Math.Clamp(inHalves - (first * 2 * Tile), 0, 2 * Tile));
    }

    private static int Mix(int first, int second, int weight) => first + ((second - first) * weight / (2 * Tile));

    /// <summary>The same of two rows.</summary>
    private static void Mix(ReadOnlySpan<short> first, ReadOnlySpan<short> second, int weight, Span<short> mixed)
    {
        var x = 0;
        for (; x <= mixed.Length - Vector128<short>.Count; x += Vector128<short>.Count)
        {
            // No more than 255 * 128, and rounded towards zero as a division is.
            var (from, to) = (Vector128.Create(first[x..]), Vector128.Create(second[x..]));
            var parts = (to - from) * (short)weight;
            var rounding = (parts >> 15) & Vector128.Create((short)((2 * Tile) - 1));
            (from + ((parts + rounding) >> (TileBits + 1))).CopyTo(mixed[x..]);
        }

        for (; x < mixed.Length; x++)
        {
            mixed[x] = (short)Mix(first[x], second[x], weight);
        }
    }

    private static int Paper(Grey picture, int left, int top)
    {
        Span<int> histogram = stackalloc int[256];
        var (right, bottom) = (Math.Min(left + Tile, picture.Width), Math.Min(top + Tile, picture.Height));
        for (var y = top; y < bottom; y++)
        {
            Count(picture.Row(y)[left..right], histogram);
        }

        var darker = (int)(PaperShare * (right - left) * (bottom - top));
        var tone = 0;
        for (; tone < byte.MaxValue && darker >= histogram[tone]; tone++)
        {
            darker -= histogram[tone];
        }

        return tone < DarkestPaper ? byte.MaxValue : tone;
    }
}

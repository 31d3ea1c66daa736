namespace Extractor.Ingestion.Images;

/// <summary>Evens out the tones of a scan, and tells ink from paper.</summary>
internal static class Tones
{
    /// <summary>The side of a tile whose paper is looked at, in pixels: several letters wide, smaller than a shadow.</summary>
    private const int Tile = 64;

    /// <summary>So many of a tile's pixels are darker than its paper: grain of the paper is on either side.</summary>
    private const double PaperShare = 0.8;

    /// <summary>Darker than this is no paper but a picture or a black edge; it is left as it is.</summary>
    private const int DarkestPaper = 96;

    /// <summary>Where the border between ink and paper may lie, on an even page.</summary>
    private const int LowestBorder = 96, HighestBorder = 200;

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

        var even = new byte[picture.Samples.Length];
        for (var y = 0; y < picture.Height; y++)
        {
            var (upper, lower, rowWeight) = Between(y, down);
            for (var x = 0; x < picture.Width; x++)
            {
                var (left, right, weight) = Between(x, across);
                var above = Mix(paper[(upper * across) + left], paper[(upper * across) + right], weight);
                var below = Mix(paper[(lower * across) + left], paper[(lower * across) + right], weight);
                var tone = Mix(above, below, rowWeight);
                even[(y * picture.Width) + x] = (byte)Math.Min(byte.MaxValue, picture.Samples[(y * picture.Width) + x] * byte.MaxValue / tone);
            }
        }

        return picture with { Samples = even };
    }

    /// <summary>Spreads the tones around red ink that was taken out: what is nearly white there becomes white.</summary>
    public static Grey ClipPaper(Grey picture, RedInk red)
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

    /// <summary>Tells ink from paper by the tone that parts the two best (Otsu, 1979).</summary>
    public static Bitmap ToBitmap(Grey picture) => Below(picture, Math.Clamp(Border(picture), LowestBorder, HighestBorder));

    /// <summary>The same, but a third of the way from that border to white: letters are thinner and paler than the rulings beside them.</summary>
    public static Bitmap ToTextBitmap(Grey picture)
    {
        var border = Math.Clamp(Border(picture), LowestBorder, HighestBorder);
        return Below(picture, border + ((byte.MaxValue - border) / 3));
    }

    /// <summary>
    /// The same, but all that is darker than half-way from that border to white is ink: a line thinner than a dot of
    /// the scanner is grey. Letters run together in it.
    /// </summary>
    public static Bitmap ToFaintBitmap(Grey picture) =>
        Below(picture, (Math.Clamp(Border(picture), LowestBorder, HighestBorder) + byte.MaxValue) / 2);

    private static Bitmap Below(Grey picture, int border)
    {
        return new Bitmap(picture.Width, picture.Height, Array.ConvertAll(picture.Samples, sample => sample < border ? (byte)1 : (byte)0));
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

    private static int Paper(Grey picture, int left, int top)
    {
        Span<int> histogram = stackalloc int[256];
        var (right, bottom) = (Math.Min(left + Tile, picture.Width), Math.Min(top + Tile, picture.Height));
        for (var y = top; y < bottom; y++)
        {
            foreach (var sample in picture.Row(y)[left..right])
            {
                histogram[sample]++;
            }
        }

        var darker = (int)(PaperShare * (right - left) * (bottom - top));
        var tone = 0;
        for (; tone < byte.MaxValue && darker >= histogram[tone]; tone++)
        {
            darker -= histogram[tone];
        }

        return tone < DarkestPaper ? byte.MaxValue : tone;
    }

    private static int Border(Grey picture)
    {
        var histogram = new long[256];
        foreach (var sample in picture.Samples)
        {
            histogram[sample]++;
        }

        double total = picture.Samples.Length, sum = 0;
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

        return border;
    }
}

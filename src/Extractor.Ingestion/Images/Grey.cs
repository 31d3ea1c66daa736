namespace Extractor.Ingestion.Images;

/// <summary>A picture in shades of grey: 0 is black, 255 white.</summary>
/// <param name="Samples">Rows from the top, in each the pixels from the left; nothing between them.</param>
internal sealed record Grey(int Width, int Height, byte[] Samples)
{
    public ReadOnlySpan<byte> Row(int y) => Samples.AsSpan(y * Width, Width);

    /// <param name="box">Within the picture.</param>
    public byte Darkest(PixelBox box)
    {
        var darkest = byte.MaxValue;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            foreach (var sample in Row(y)[box.Left..box.Right])
            {
                darkest = Math.Min(darkest, sample);
            }
        }

        return darkest;
    }
}

/// <summary>A picture in which a pixel is ink or paper.</summary>
/// <param name="Ink">As in <see cref="Grey"/>; 1 is ink, 0 paper.</param>
internal sealed record Bitmap(int Width, int Height, byte[] Ink)
{
    public Span<byte> Row(int y) => Ink.AsSpan(y * Width, Width);

    /// <summary>Whether there is any ink in a box, of which nothing or a part may lie within the picture.</summary>
    public bool HasInk(PixelBox box)
    {
        var part = box.Within(new PixelBox(0, 0, Width, Height));
        for (var y = part.Top; y < part.Bottom; y++)
        {
            if (part.Left < part.Right && Row(y)[part.Left..part.Right].Contains((byte)1))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="box">Within the picture.</param>
    public Bitmap Part(PixelBox box)
    {
        var ink = new byte[box.Width * box.Height];
        for (var y = 0; y < box.Height; y++)
        {
            Row(box.Top + y)[box.Left..box.Right].CopyTo(ink.AsSpan(y * box.Width));
        }

        return new Bitmap(box.Width, box.Height, ink);
    }
}

/// <summary>A rectangle of pixels; the right and the bottom edge are the first outside of it.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public bool IsEmpty => Right <= Left || Bottom <= Top;

    public PixelBox Within(PixelBox other) => new(
        Math.Max(Left, other.Left), Math.Max(Top, other.Top), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    /// <summary>The same further down.</summary>
    public PixelBox Moved(int down) => this with { Top = Top + down, Bottom = Bottom + down };

    public PixelBox Inflate(int across, int down) => new(Left - across, Top - down, Right + across, Bottom + down);
}

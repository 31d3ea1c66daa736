namespace Extractor.Ingestion.Images;

/// <summary>A picture as samples.</summary>
/// <param name="Samples">Rows from the top, in each the pixels from the left, in each red, green and blue; nothing between them.</param>
public sealed record Raster(int Width, int Height, byte[] Samples)
{
    public const int Channels = 3;

    public int Stride => Width * Channels;

    public ReadOnlySpan<byte> Row(int y) => Samples.AsSpan(y * Stride, Stride);

    /// <summary>A part of it, as far as it is within; null where nothing is.</summary>
    /// <param name="left">In pixels, as the others; right and bottom are the first that are outside.</param>
    public Raster? Part(int left, int top, int right, int bottom)
    {
        (left, top, right, bottom) = (Math.Max(left, 0), Math.Max(top, 0), Math.Min(right, Width), Math.Min(bottom, Height));
        if (left >= right || top >= bottom)
        {
            return null;
        }

        var part = new Raster(right - left, bottom - top, new byte[(long)(right - left) * (bottom - top) * Channels]);
        for (var y = top; y < bottom; y++)
        {
            Row(y).Slice(left * Channels, part.Stride).CopyTo(part.Samples.AsSpan((y - top) * part.Stride));
        }

        return part;
    }
}

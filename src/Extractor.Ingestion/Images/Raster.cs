namespace Extractor.Ingestion.Images;

/// <summary>A picture as samples.</summary>
/// <param name="Samples">Rows from the top, in each the pixels from the left, in each red, green and blue; nothing between them.</param>
public sealed record Raster(int Width, int Height, byte[] Samples)
{
    public const int Channels = 3;

    public int Stride => Width * Channels;

    public ReadOnlySpan<byte> Row(int y) => Samples.AsSpan(y * Stride, Stride);
}

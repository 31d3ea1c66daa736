namespace Extractor.Ingestion.Images;

/// <summary>Pixels in four shades of grey, black to white, two bits each, the first in the highest bits.</summary>
internal static class FourGreys
{
    public const byte BitDepth = 2;

    private const int PixelsPerByte = 8 / BitDepth;

    /// <summary>Luma of ITU-R BT.601 in 65,536ths.</summary>
    private const int Red = 19595, Green = 38470, Blue = 7471;

    /// <summary>Bytes of a row.</summary>
    public static int Stride(int width) => (width + PixelsPerByte - 1) / PixelsPerByte;

    /// <param name="pixels">A row of red, green and blue.</param>
    /// <param name="packed">As long as <see cref="Stride"/> says.</param>
    public static void Pack(ReadOnlySpan<byte> pixels, Span<byte> packed)
    {
        packed.Clear();
        for (var x = 0; x < pixels.Length / Raster.Channels; x++)
        {
            var pixel = pixels.Slice(x * Raster.Channels, Raster.Channels);
            var luma = ((Red * pixel[0]) + (Green * pixel[1]) + (Blue * pixel[2]) + (1 << 15)) >> 16;
            var shade = ((luma * 3) + 127) / 255;
            packed[x / PixelsPerByte] |= (byte)(shade << (8 - BitDepth - (x % PixelsPerByte * BitDepth)));
        }
    }
}

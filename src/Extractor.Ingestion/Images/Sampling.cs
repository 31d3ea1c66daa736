namespace Extractor.Ingestion.Images;

/// <summary>The tones between the pixels of a picture.</summary>
internal static unsafe class Sampling
{
    /// <summary>Samples a picture along a line, each tone mixed of the four pixels around its place; beyond the picture is white.</summary>
    /// <param name="x">Where the line begins, in pixels, 0 being the middle of the first.</param>
    /// <param name="stepX">From a sample to the next.</param>
    public static void Along(Grey picture, double x, double y, double stepX, double stepY, Span<byte> samples)
    {
        // Places as whole numbers, in parts of a pixel of which 2 to the 32nd make one.
        static long Fixed(double pixels) => (long)Math.Round(pixels * (1L << 32));
        var (atX, atY, acrossX, acrossY) = (Fixed(x), Fixed(y), Fixed(stepX), Fixed(stepY));
        var (width, lastX, lastY) = (picture.Width, (uint)(picture.Width - 1), (uint)(picture.Height - 1));
        fixed (byte* pixels = picture.Samples)
        {
            unchecked
            {
                foreach (ref var sample in samples)
                {
                    var (left, top) = ((int)(atX >> 32), (int)(atY >> 32));
                    sample = (uint)left < lastX && (uint)top < lastY
                        ? Between(pixels + (((nint)top * width) + left), width, (uint)atX >> 24, (uint)atY >> 24)
                        : byte.MaxValue;
                    (atX, atY) = (atX + acrossX, atY + acrossY);
                }
            }
        }
    }

    /// <param name="pixel">The upper left one of four.</param>
    /// <param name="right">How far the place is from it to the right and <paramref name="down"/>, in 256ths of a pixel.</param>
    private static byte Between(byte* pixel, int width, uint right, uint down)
    {
        unchecked
        {
            var (first, second, third, fourth) = (pixel[0], pixel[1], pixel[width], pixel[width + 1]);
            if ((first & second & third & fourth) == byte.MaxValue)
            {
                return byte.MaxValue;
            }

            var above = (first * (256 - right)) + (second * right);
            var below = (third * (256 - right)) + (fourth * right);
            return (byte)(((above * (256 - down)) + (below * down)) >> 16);
        }
    }
}

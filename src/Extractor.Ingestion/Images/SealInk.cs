namespace Extractor.Ingestion.Images;

/// <summary>Where on a picture the ink of seals and corrections is: red, or the grey that a copy without colours makes of it. Kept in squares of a few pixels.</summary>
/// <param name="across">How many squares, see <see cref="Squares"/>.</param>
/// <param name="counts">How many pixels of each square have it: rows from the top, in each the squares from the left.</param>
internal sealed class SealInk(int across, int down, byte[] counts)
{
    /// <summary>The side of a square, in pixels.</summary>
    public const int Square = 8;

    /// <summary>How many squares a length takes.</summary>
    public static int Squares(int pixels) => (pixels + Square - 1) / Square;

    /// <summary>On a picture of so many pixels, at these.</summary>
    public static SealInk At(int width, int height, IEnumerable<(int X, int Y)> pixels)
    {
        var (across, down) = (Squares(width), Squares(height));
        var counts = new byte[across * down];
        foreach (var (x, y) in pixels)
        {
            counts[(y / Square * across) + (x / Square)]++;
        }

        return new SealInk(across, down, counts);
    }

    /// <summary>The squares that have it or lie beside one that has.</summary>
    public IEnumerable<PixelBox> Surroundings(int width, int height)
    {
        const int Least = 3;
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++)
            {
                var isNear = false;
                for (var row = Math.Max(0, y - 1); row <= Math.Min(down - 1, y + 1); row++)
                {
                    for (var column = Math.Max(0, x - 1); column <= Math.Min(across - 1, x + 1); column++)
                    {
                        isNear |= counts[(row * across) + column] >= Least;
                    }
                }

                if (isNear)
                {
                    yield return new PixelBox(x * Square, y * Square, Math.Min(width, (x + 1) * Square), Math.Min(height, (y + 1) * Square));
                }
            }
        }
    }

    /// <summary>The share of a box with it; the box is in the pixels of the picture.</summary>
    public double ShareOf(double left, double top, double right, double bottom)
    {
        int Column(double x) => Math.Clamp((int)(x / Square), 0, across - 1);
        int Row(double y) => Math.Clamp((int)(y / Square), 0, down - 1);
        var (sum, squares) = (0, 0);
        for (var y = Row(top); y <= Row(bottom); y++)
        {
            for (var x = Column(left); x <= Column(right); x++)
            {
                (sum, squares) = (sum + counts[(y * across) + x], squares + 1);
            }
        }

        return (double)sum / (squares * Square * Square);
    }
}

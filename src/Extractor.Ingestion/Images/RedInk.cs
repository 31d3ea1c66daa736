namespace Extractor.Ingestion.Images;

/// <summary>Where on a picture red ink is: a seal, a correction. Kept in squares of a few pixels.</summary>
internal sealed class RedInk
{
    private const int Square = 8;

    private readonly int _across;
    private readonly int _down;
    private readonly byte[] _counts;

    private RedInk(int across, int down, byte[] counts) => (_across, _down, _counts) = (across, down, counts);

    public static RedInk Of(Raster raster)
    {
        var (across, down) = ((raster.Width + Square - 1) / Square, (raster.Height + Square - 1) / Square);
        var counts = new byte[across * down];
        for (var y = 0; y < raster.Height; y++)
        {
            var row = raster.Row(y);
            for (var x = 0; x < raster.Width; x++)
            {
                if (Inks.IsRed(row.Slice(x * Raster.Channels, Raster.Channels)))
                {
                    counts[(y / Square * across) + (x / Square)]++;
                }
            }
        }

        return new RedInk(across, down, counts);
    }

    /// <summary>The squares that have red ink or lie beside one that has.</summary>
    public IEnumerable<PixelBox> Surroundings(int width, int height)
    {
        const int LeastRed = 3;
        for (var y = 0; y < _down; y++)
        {
            for (var x = 0; x < _across; x++)
            {
                var isNear = false;
                for (var row = Math.Max(0, y - 1); row <= Math.Min(_down - 1, y + 1); row++)
                {
                    for (var column = Math.Max(0, x - 1); column <= Math.Min(_across - 1, x + 1); column++)
                    {
                        isNear |= _counts[(row * _across) + column] >= LeastRed;
                    }
                }

                if (isNear)
                {
                    yield return new PixelBox(x * Square, y * Square, Math.Min(width, (x + 1) * Square), Math.Min(height, (y + 1) * Square));
                }
            }
        }
    }

    /// <summary>The share of a box with red ink in it; the box is in the pixels of the picture.</summary>
    public double ShareOf(double left, double top, double right, double bottom)
    {
        int Column(double x) => Math.Clamp((int)(x / Square), 0, _across - 1);
        int Row(double y) => Math.Clamp((int)(y / Square), 0, _down - 1);
        var (sum, squares) = (0, 0);
        for (var y = Row(top); y <= Row(bottom); y++)
        {
            for (var x = Column(left); x <= Column(right); x++)
            {
                (sum, squares) = (sum + _counts[(y * _across) + x], squares + 1);
            }
        }

        return (double)sum / (squares * Square * Square);
    }
}

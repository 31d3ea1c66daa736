namespace Extractor.Ingestion.Images;

/// <summary>Where on a picture the ink of seals and corrections is: red, or the grey that a copy without colours makes of it. Kept in squares of a few pixels.</summary>
/// <param name="across">How many squares, see <see cref="Squares"/>.</param>
/// <param name="counts">How many pixels of each square have it: rows from the top, in each the squares from the left.</param>
/// <param name="pale">How many have a trace of it, as its thin strokes where compression blurred them; what is far from all others is none.</param>
internal sealed class SealInk(int across, int down, byte[] counts, byte[] pale)
{
    /// <summary>The side of a square, in pixels.</summary>
    public const int Square = 8;

    /// <summary>So many pixels of a square have it at least, or a trace of it; and in squares, how far a trace may be from it.</summary>
    private const int Least = 3, LeastPale = 8, Reach = 12;

    private readonly bool[] _surroundings = Surroundings(across, down, counts, pale);

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

        return new SealInk(across, down, counts, counts);
    }

    /// <summary>The squares that have it or lie beside one that has.</summary>
    public IEnumerable<PixelBox> Surroundings(int width, int height)
    {
        for (var at = 0; at < _surroundings.Length; at++)
        {
            if (_surroundings[at])
            {
                var (x, y) = (at % across * Square, at / across * Square);
                yield return new PixelBox(x, y, Math.Min(width, x + Square), Math.Min(height, y + Square));
            }
        }
    }

    /// <summary>Whether a box, in the pixels of the picture, is among them, be it for a part.</summary>
    public bool IsBeside(double left, double top, double right, double bottom)
    {
        for (var y = Row(top); y <= Row(bottom); y++)
        {
            if (_surroundings.AsSpan((y * across) + Column(left), Column(right) - Column(left) + 1).Contains(true))
            {
                return true;
            }
        }

        return false;
    }

    private static bool[] Surroundings(int across, int down, byte[] counts, byte[] pale)
    {
        var has = Array.ConvertAll(counts, count => count >= Least);
        var near = Wider(has, Reach);
        return Wider([.. has.Select((it, at) => it || (near[at] && pale[at] >= LeastPale))], 1);

        // The squares, and those so far from them at most, to the sides and up and down.
        bool[] Wider(bool[] squares, int by)
        {
            var wider = new bool[squares.Length];
            for (var at = 0; at < squares.Length; at++)
            {
                for (var row = Math.Max(0, (at / across) - by); squares[at] && row <= Math.Min(down - 1, (at / across) + by); row++)
                {
                    var (first, last) = (Math.Max(0, (at % across) - by), Math.Min(across - 1, (at % across) + by));
                    wider.AsSpan((row * across) + first, last - first + 1).Fill(true);
                }
            }

            return wider;
        }
    }

    /// <summary>The share of a box with it; the box is in the pixels of the picture.</summary>
    public double ShareOf(double left, double top, double right, double bottom)
    {
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

    private int Column(double x) => Math.Clamp((int)(x / Square), 0, across - 1);

    private int Row(double y) => Math.Clamp((int)(y / Square), 0, down - 1);
}

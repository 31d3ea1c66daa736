using System.Runtime.InteropServices;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Knows which glyphs of a page were printed already: bold print and shadows are often faked by printing a character
/// again, a little aside.
/// </summary>
internal sealed class Overprints
{
    /// <summary>Of the font size. Below the advance of the narrowest digit, so that 11 stays 11.</summary>
    private const double Aside = 0.15;

    // In points: the side of the squares that the page is divided into.
    private const double Square = 16;

    // The glyphs of one character and square that are remembered; no printed square holds more.
    private const int Longest = 32;

    private readonly Dictionary<long, int> _heads = [];
    private readonly List<(Point Origin, int Run, int Next, int Length)> _chain = [];

    public void Clear()
    {
        _heads.Clear();
        _chain.Clear();
    }

    /// <summary>
    /// Remembers the glyph, unless it is printed over an equal one of another run. Within one run equal glyphs at one
    /// place are a ligature's letters (ff), printed once.
    /// </summary>
    public bool IsNew(in Glyph glyph, int run)
    {
        var near = Aside * glyph.Size;
        var origin = glyph.Origin;
        var (left, right) = (SquareOf(origin.X - near), SquareOf(origin.X + near));
        var (top, bottom) = (SquareOf(origin.Y - near), SquareOf(origin.Y + near));
        var home = Key(glyph.Character.Value, SquareOf(origin.X), SquareOf(origin.Y));
        for (var column = left; column <= right; column++)
        {
            for (var row = top; row <= bottom; row++)
            {
                var key = Key(glyph.Character.Value, column, row);
                if (key != home && _heads.TryGetValue(key, out var beside) && HasNear(beside, origin, near, run))
                {
                    return false;
                }
            }
        }

        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, home, out var known);
        if (known && HasNear(head, origin, near, run))
        {
            return false;
        }

        var length = known ? _chain[head].Length + 1 : 1;
        if (length <= Longest)
        {
            _chain.Add((origin, run, known ? head : -1, length));
            head = _chain.Count - 1;
        }

        return true;
    }

    private bool HasNear(int head, Point origin, double near, int run)
    {
        for (var i = head; i >= 0; i = _chain[i].Next)
        {
            var other = _chain[i];
            if (other.Run != run && Math.Abs(other.Origin.X - origin.X) <= near && Math.Abs(other.Origin.Y - origin.Y) <= near)
            {
                return true;
            }
        }

        return false;
    }

    private static int SquareOf(double position) => (int)Math.Clamp(Math.Floor(position / Square), -1024, 1023);

    private static long Key(int character, int column, int row) =>
        ((long)character << 22) | ((long)(column + 1024) << 11) | (long)(row + 1024);
}

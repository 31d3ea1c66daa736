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
        for (var column = left; column <= right; column++)
        {
            for (var row = top; row <= bottom; row++)
            {
                if (HasNear(Key(glyph.Character.Value, column, row), origin, near, run))
                {
                    return false;
                }
            }
        }

        Remember(Key(glyph.Character.Value, SquareOf(origin.X), SquareOf(origin.Y)), origin, run);
        return true;
    }

    private bool HasNear(long key, Point origin, double near, int run)
    {
        for (var i = _heads.GetValueOrDefault(key, -1); i >= 0; i = _chain[i].Next)
        {
            var other = _chain[i];
            if (other.Run != run && Math.Abs(other.Origin.X - origin.X) <= near && Math.Abs(other.Origin.Y - origin.Y) <= near)
            {
                return true;
            }
        }

        return false;
    }

    private void Remember(long key, Point origin, int run)
    {
        ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(_heads, key, out var known);
        var before = known ? head : -1;
        var length = known ? _chain[before].Length + 1 : 1;
        if (length <= Longest)
        {
            head = _chain.Count;
            _chain.Add((origin, run, before, length));
        }
    }

    private static int SquareOf(double position) => (int)Math.Clamp(Math.Floor(position / Square), -1024, 1023);

    private static long Key(int character, int column, int row) =>
        ((long)character << 22) | ((long)(column + 1024) << 11) | (long)(row + 1024);
}

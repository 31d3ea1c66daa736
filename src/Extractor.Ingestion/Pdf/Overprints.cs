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
        var (homeColumn, left, right) = SquaresNear(origin.X, near);
        var (homeRow, top, bottom) = SquaresNear(origin.Y, near);
        var home = Key(glyph.Character.Value, homeColumn, homeRow);
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

    /// <summary>The square that holds the position along one side of the page, and the first and the last one near it.</summary>
    private static (int Home, int First, int Last) SquaresNear(double position, double near)
    {
        double squares = position / Square, reach = near / Square;
        var home = Floor(squares);
        return (home, squares - home < reach ? Floor(squares - reach) : home, home + 1 - squares <= reach ? Floor(squares + reach) : home);
    }

    private static int Floor(double squares) => unchecked((int)Math.Floor(squares));

    /// <summary>Squares far outside a page may share a key: what is near is told by the positions themselves.</summary>
    private static long Key(int character, int column, int row) =>
        ((long)character << 22) | ((long)(column & 0x7FF) << 11) | (long)(row & 0x7FF);
}

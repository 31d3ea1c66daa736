using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// Builds text lines from glyphs by geometry alone; the order of the content stream only decides whether
/// a block of upright glyphs is written downwards.
/// </summary>
public static class LineBuilder
{
    /// <summary>Glyphs whose em boxes share at least this much of the smaller one's height stand on one line.</summary>
    private const double SameLineOverlap = 0.5;

    /// <summary>A gap between Latin letters or digits that reads as a blank, in ems: wider than any side bearing of a digit, narrower than a blank.</summary>
    private const double BlankGap = 0.3;

    /// <summary>The ink of a comma or a point leaves most of its advance blank on its right: in Chinese fonts up to this, in ems.</summary>
    private const double CommaBearing = 0.35;

    /// <summary>Between Chinese glyphs only a gap of most of an em is a blank: letter spacing and justification make smaller ones.</summary>
    private const double WideBlankGap = 0.8;

    /// <summary>Given the glyphs of one cell, or of a page outside its tables, in content order, returns their lines in reading order.</summary>
    public static ImmutableArray<TextLine> Build(ReadOnlySpan<Glyph> glyphs)
    {
        if (glyphs.IsEmpty)
        {
            return [];
        }

        var turn = CommonTurn(glyphs);
        var placed = new List<Placed>(glyphs.Length);
        foreach (var glyph in glyphs)
        {
            placed.Add(new Placed(glyph, Upright(EmBox(glyph), turn), Upright(glyph.Ink, turn)));
        }

        var downwards = WrittenDownwards(placed);
        var lines = downwards ? Columns(placed) : Rows(placed);
        var built = ImmutableArray.CreateBuilder<TextLine>(lines.Count);
        foreach (var line in lines)
        {
            if (ToLine(line, downwards, turn) is { } text)
            {
                built.Add(text);
            }
        }

        return built.ToImmutable();
    }

    /// <summary>A glyph with its em box and its ink turned so that its line runs left to right.</summary>
    private readonly record struct Placed(Glyph Glyph, Box Em, Box Ink);

    /// <summary>The turn that most of the visible glyphs have. Lone turned glyphs (a dash in a vertical label) do not turn the rest.</summary>
    private static int CommonTurn(ReadOnlySpan<Glyph> glyphs)
    {
        Span<int> count = stackalloc int[4];
        foreach (var glyph in glyphs)
        {
            count[glyph.Turn / 90]++;
        }

        var best = 0;
        for (var quarter = 1; quarter < 4; quarter++)
        {
            best = count[quarter] > count[best] ? quarter : best;
        }

        return best * 90;
    }

    /// <summary>The square of the font size that a glyph is set in; a turned one's around its ink.</summary>
    private static Box EmBox(in Glyph glyph)
    {
        const double Ascent = 0.86;
        var size = glyph.Size;
        return glyph.Turn switch
        {
            0 => new Box(glyph.Ink.Left, glyph.Origin.Y - (Ascent * size), glyph.Ink.Right, glyph.Origin.Y + ((1 - Ascent) * size)),
            180 => new Box(glyph.Ink.Left, glyph.Origin.Y - ((1 - Ascent) * size), glyph.Ink.Right, glyph.Origin.Y + (Ascent * size)),
            90 => new Box(glyph.Origin.X - ((1 - Ascent) * size), glyph.Ink.Top, glyph.Origin.X + (Ascent * size), glyph.Ink.Bottom),
            _ => new Box(glyph.Origin.X - (Ascent * size), glyph.Ink.Top, glyph.Origin.X + ((1 - Ascent) * size), glyph.Ink.Bottom),
        };
    }

    private static Box Upright(Box box, int turn) => turn switch
    {
        90 => new Box(box.Top, -box.Right, box.Bottom, -box.Left),
        180 => new Box(-box.Right, -box.Bottom, -box.Left, -box.Top),
        270 => new Box(-box.Bottom, box.Left, -box.Top, box.Right),
        _ => box,
    };

    private static Box Back(Box box, int turn) => Upright(box, (360 - turn) % 360);

    /// <summary>Do successive glyphs step down by about an em in the same column, more often than to the right, in more than one column?</summary>
    private static bool WrittenDownwards(List<Placed> placed)
    {
        int down = 0, right = 0, columns = 1;
        for (var i = 1; i < placed.Count; i++)
        {
            Point from = placed[i - 1].Em.Centre, to = placed[i].Em.Centre;
            var size = placed[i].Glyph.Size;
            double dx = to.X - from.X, dy = to.Y - from.Y;
            if (Math.Abs(dx) < 0.4 * size && dy > 0.5 * size && dy < 1.6 * size)
            {
                down++;
            }
            else if (Math.Abs(dy) < 0.3 * size)
            {
                right++;
            }
            else if (dx < -0.8 * size && dy < 0)
            {
                columns++;
            }
        }

        return columns > 1 && down > 2 * right;
    }

    private static List<List<Placed>> Rows(List<Placed> placed)
    {
        var byMiddle = placed.OrderBy(p => p.Em.Top + p.Em.Bottom).ThenBy(p => p.Ink.Left);
        var rows = new List<List<Placed>>();
        var extent = default(Extent);
        foreach (var glyph in byMiddle)
        {
            var own = glyph.Em.Vertical;
            if (rows.Count > 0
                && own.Overlap(extent) >= SameLineOverlap * Math.Min(own.Length, extent.Length)
                && !StandsUnder(glyph, rows[^1]))
            {
                rows[^1].Add(glyph);
                extent = extent.Union(own);
            }
            else
            {
                rows.Add([glyph]);
                extent = own;
            }
        }

        foreach (var row in rows)
        {
            row.Sort(static (a, b) => (a.Ink.Left + a.Ink.Right).CompareTo(b.Ink.Left + b.Ink.Right));
        }

        return rows;
    }

    /// <summary>Glyphs of one line do not stand under one another: tight vertical labels overlap by up to half an em.</summary>
    private static bool StandsUnder(in Placed glyph, List<Placed> row)
    {
        foreach (var other in row)
        {
            if (glyph.Ink.Horizontal.Overlap(other.Ink.Horizontal) > 0.5 * Math.Min(glyph.Ink.Width, other.Ink.Width)
                && glyph.Em.Centre.Y - other.Em.Centre.Y > 0.3 * glyph.Glyph.Size)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Columns of glyphs written downwards, from right to left.</summary>
    private static List<List<Placed>> Columns(List<Placed> placed)
    {
        var columns = new List<List<Placed>>();
        foreach (var glyph in placed.OrderByDescending(p => p.Ink.Centre.X))
        {
            if (columns.Count > 0 && Math.Abs(columns[^1][0].Ink.Centre.X - glyph.Ink.Centre.X) < 0.5 * glyph.Glyph.Size)
            {
                columns[^1].Add(glyph);
            }
            else
            {
                columns.Add([glyph]);
            }
        }

        foreach (var column in columns)
        {
            column.Sort(static (a, b) => a.Em.Centre.Y.CompareTo(b.Em.Centre.Y));
        }

        return columns;
    }

    private static TextLine? ToLine(List<Placed> line, bool downwards, int turn)
    {
        var text = new StringBuilder(line.Count);
        Placed? previous = null;
        Box? ink = null;
        double size = 0, confidence = 1, firstGlyph = 0, firstToken = 0, tokenStart = 0;
        var pendingBlank = false;
        var inFirstToken = true;
        foreach (var placed in line)
        {
            if (Rune.IsWhiteSpace(placed.Glyph.Character))
            {
                pendingBlank = previous is not null;
                continue;
            }

            if (previous is { } before)
            {
                var blank = pendingBlank || (!downwards && ReadsAsBlank(before, placed));
                text.Append(blank ? " " : "");
                if (blank || !TextJoining.IsUnbroken(before.Glyph.Character, placed.Glyph.Character))
                {
                    inFirstToken = false;
                    tokenStart = placed.Ink.Left;
                }
            }
            else
            {
                firstGlyph = placed.Ink.Width;
                tokenStart = placed.Ink.Left;
            }

            text.Append(placed.Glyph.Character);
            ink = ink is { } box ? box.Union(placed.Ink) : placed.Ink;
            firstToken = inFirstToken ? ink.Value.Width : firstToken;
            size = Math.Max(size, placed.Glyph.Size);
            confidence = Math.Min(confidence, placed.Glyph.Confidence);
            pendingBlank = false;
            previous = placed;
        }

        return ink is null
            ? null
            : new TextLine(
                text.ToString(), Back(ink.Value, turn), size, firstGlyph, firstToken, ink.Value.Right - tokenStart,
                pendingBlank, downwards || turn is 90 or 270, confidence);
    }

    private static bool ReadsAsBlank(in Placed left, in Placed right)
    {
        var size = Math.Max(left.Glyph.Size, right.Glyph.Size);
        var gap = (right.Ink.Left - left.Ink.Right) / size;
        var latin = TextJoining.IsWordCharacter(left.Glyph.Character) && TextJoining.IsWordCharacter(right.Glyph.Character);
        if (left.Glyph.Character.Value is ',' or '.')
        {
            gap -= CommaBearing;
        }

        return gap > (latin ? BlankGap : WideBlankGap);
    }
}

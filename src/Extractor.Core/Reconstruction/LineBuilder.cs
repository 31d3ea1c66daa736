using System.Buffers;
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

    /// <summary>Glyphs of a text that needs no memory of its own while it is put together.</summary>
    private const int ShortText = 128;

    /// <summary>The ideographic space: Unicode has no blank after it.</summary>
    private const int LastBlank = 0x3000;

    /// <summary>Given the glyphs of one cell, or of a page outside its tables, in content order, returns their lines in reading order.</summary>
    /// <param name="readings">Those of the page, which the glyphs name by number.</param>
    public static ImmutableArray<TextLine> Build(ReadOnlySpan<Glyph> glyphs, ImmutableArray<LineReading> readings)
    {
        if (glyphs.IsEmpty)
        {
            return [];
        }

        var rented = ArrayPool<Placed>.Shared.Rent(glyphs.Length);
        var placed = rented.AsSpan(0, glyphs.Length);
        var turn = CommonTurn(glyphs);
        for (var i = 0; i < placed.Length; i++)
        {
            placed[i] = new Placed(glyphs[i], turn, i);
        }

        // A glyph makes two characters at most, and may have a blank before it.
        var text = glyphs.Length <= ShortText ? stackalloc char[3 * ShortText] : new char[3 * glyphs.Length];
        var lines = new Lines(turn, WrittenDownwards(placed), text, readings);
        if (lines.Downwards)
        {
            AddColumns(placed, ref lines);
        }
        else
        {
            AddRows(placed, ref lines);
        }

        ArrayPool<Placed>.Shared.Return(rented);
        return lines.Built();
    }

    /// <summary>A glyph with its em box and its ink turned so that its line runs left to right.</summary>
    private readonly struct Placed(in Glyph glyph, int turn, int order)
    {
        public readonly Rune Character = glyph.Character;

        /// <summary>Its place in the content.</summary>
        public readonly int Order = order;
        public readonly double Size = glyph.Size;
        public readonly double Confidence = glyph.Confidence;
        public readonly int ReadingNumber = glyph.ReadingNumber;
        public readonly Box Em = Upright(EmBox(glyph), turn);
        public readonly Box Ink = Upright(glyph.Ink, turn);

        /// <summary>Twice the height of its middle.</summary>
        public double Middle => Em.Top + Em.Bottom;

        public bool IsBlank => Character.Value <= LastBlank && Rune.IsWhiteSpace(Character);
    }

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
    private static bool WrittenDownwards(ReadOnlySpan<Placed> placed)
    {
        int down = 0, right = 0, columns = 1;
        for (var i = 1; i < placed.Length; i++)
        {
            Point from = placed[i - 1].Em.Centre, to = placed[i].Em.Centre;
            var size = placed[i].Size;
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

    /// <summary>Lines of glyphs written to the right, from top to bottom.</summary>
    private static void AddRows(Span<Placed> placed, ref Lines lines)
    {
        Sort(placed, static (in Placed a, in Placed b) =>
            a.Middle != b.Middle ? a.Middle.CompareTo(b.Middle)
            : a.Ink.Left != b.Ink.Left ? a.Ink.Left.CompareTo(b.Ink.Left)
            : a.Order.CompareTo(b.Order));
        var start = 0;
        var extent = placed[0].Em.Vertical;
        for (var i = 1; i < placed.Length; i++)
        {
            var own = placed[i].Em.Vertical;
            if (own.Overlap(extent) >= SameLineOverlap * Math.Min(own.Length, extent.Length)
                && !StandsUnder(placed[i], placed[start..i]))
            {
                extent = extent.Union(own);
            }
            else
            {
                AddRow(placed[start..i], ref lines);
                (start, extent) = (i, own);
            }
        }

        AddRow(placed[start..], ref lines);
    }

    private static void AddRow(Span<Placed> row, ref Lines lines)
    {
        Sort(row, static (in Placed a, in Placed b) =>
            (a.Ink.Left + a.Ink.Right).CompareTo(b.Ink.Left + b.Ink.Right) is var order and not 0 ? order : a.Order.CompareTo(b.Order));
        lines.Add(row);
    }

    private delegate int Order(in Placed a, in Placed b);

    /// <summary>Most glyphs come in order, and few cells hold many.</summary>
    private static void Sort(Span<Placed> placed, Order order)
    {
        for (var i = 1; i < placed.Length; i++)
        {
            if (order(placed[i - 1], placed[i]) > 0)
            {
                placed.Sort((a, b) => order(a, b));
                return;
            }
        }
    }

    /// <summary>Glyphs of one line do not stand under one another: tight vertical labels overlap by up to half an em.</summary>
    private static bool StandsUnder(in Placed glyph, ReadOnlySpan<Placed> row)
    {
        foreach (ref readonly var other in row)
        {
            if (glyph.Em.Centre.Y - other.Em.Centre.Y > 0.3 * glyph.Size
                && glyph.Ink.Horizontal.Overlap(other.Ink.Horizontal) > 0.5 * Math.Min(glyph.Ink.Width, other.Ink.Width))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Columns of glyphs written downwards, from right to left.</summary>
    private static void AddColumns(Span<Placed> placed, ref Lines lines)
    {
        Sort(placed, static (in Placed a, in Placed b) =>
            a.Ink.Centre.X != b.Ink.Centre.X ? b.Ink.Centre.X.CompareTo(a.Ink.Centre.X) : a.Order.CompareTo(b.Order));
        var start = 0;
        for (var i = 1; i < placed.Length; i++)
        {
            if (Math.Abs(placed[start].Ink.Centre.X - placed[i].Ink.Centre.X) >= 0.5 * placed[i].Size)
            {
                AddColumn(placed[start..i], ref lines);
                start = i;
            }
        }

        AddColumn(placed[start..], ref lines);
    }

    private static void AddColumn(Span<Placed> column, ref Lines lines)
    {
        Sort(column, static (in Placed a, in Placed b) =>
            a.Em.Centre.Y.CompareTo(b.Em.Centre.Y) is var order and not 0 ? order : a.Order.CompareTo(b.Order));
        lines.Add(column);
    }

    /// <summary>The lines found so far.</summary>
    private ref struct Lines(int turn, bool downwards, Span<char> text, ImmutableArray<LineReading> readings)
    {
        private readonly Span<char> text = text;
        private TextLine? only;
        private ImmutableArray<TextLine>.Builder? several;

        public readonly bool Downwards => downwards;

        public readonly ImmutableArray<TextLine> Built() =>
            several is not null ? several.DrainToImmutable() : only is not null ? [only] : [];

        private void Add(TextLine line)
        {
            if (only is null)
            {
                only = line;
                return;
            }

            if (several is null)
            {
                several = ImmutableArray.CreateBuilder<TextLine>();
                several.Add(only);
            }

            several.Add(line);
        }

        /// <summary>Adds the glyphs of a line, in reading order; blanks alone are no line.</summary>
        public void Add(ReadOnlySpan<Placed> line)
        {
            var length = 0;
            var last = -1;
            var ink = default(Box);
            double size = 0, confidence = 1, firstGlyph = 0, firstToken = 0, tokenStart = 0;
            var pendingBlank = false;
            var inFirstToken = true;
            for (var i = 0; i < line.Length; i++)
            {
                ref readonly var glyph = ref line[i];
                if (glyph.IsBlank)
                {
                    pendingBlank = last >= 0;
                    continue;
                }

                if (last < 0)
                {
                    ink = glyph.Ink;
                    firstGlyph = glyph.Ink.Width;
                    tokenStart = glyph.Ink.Left;
                }
                else
                {
                    var blank = pendingBlank || (!downwards && ReadsAsBlank(line[last], glyph));
                    if (blank)
                    {
                        text[length++] = ' ';
                    }

                    if (blank || !TextJoining.IsUnbroken(line[last].Character, glyph.Character))
                    {
                        inFirstToken = false;
                        tokenStart = glyph.Ink.Left;
                    }

                    ink = ink.Union(glyph.Ink);
                }

                length += glyph.Character.EncodeToUtf16(text[length..]);
                // A mark needs the room of its em, whatever little of it is ink.
                firstToken = inFirstToken ? Math.Max(ink.Right, TextJoining.IsWideClosing(glyph.Character) ? glyph.Ink.Left + glyph.Size : 0) - ink.Left : firstToken;
                size = Math.Max(size, glyph.Size);
                confidence = Math.Min(confidence, glyph.Confidence);
                pendingBlank = false;
                last = i;
            }

            if (last >= 0)
            {
                Add(new TextLine(
                    new string(text[..length]), Back(ink, turn), size, firstGlyph, firstToken, ink.Right - tokenStart,
                    pendingBlank, downwards || turn is 90 or 270, confidence) { Reading = ReadingOf(line[..(last + 1)]) });
            }
        }

        /// <summary>Other readings are of a line as it was recognised: put together from several, it has none.</summary>
        private readonly LineReading? ReadingOf(ReadOnlySpan<Placed> line)
        {
            var number = line[^1].ReadingNumber;
            if (number == 0)
            {
                return null;
            }

            var last = readings[number - 1];
            return last.Alternatives.IsEmpty || line[0].ReadingNumber == number ? last : last with { Alternatives = [] };
        }
    }

    private static bool ReadsAsBlank(in Placed left, in Placed right)
    {
        var em = Math.Max(left.Size, right.Size);
        if (right.Ink.Left - left.Ink.Right <= BlankGap * em)
        {
            return false;
        }

        var gap = (right.Ink.Left - left.Ink.Right) / em;
        if (left.Character.Value is ',' or '.')
        {
            gap -= CommaBearing;
        }

        var latin = TextJoining.IsWordCharacter(left.Character) && TextJoining.IsWordCharacter(right.Character);
        return gap > (latin ? BlankGap : WideBlankGap);
    }
}

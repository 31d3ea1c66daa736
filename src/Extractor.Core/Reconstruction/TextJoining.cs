using System.Collections.Immutable;
using System.Text;

namespace Extractor.Core.Reconstruction;

/// <summary>Joins the lines of a cell: a line wrap leaves no trace, a blank between Latin words stays.</summary>
public static class TextJoining
{
    /// <summary>Widths are of ink: what the side bearings of two texts set one after the other add, in ems.</summary>
    private const double Bearings = 0.2;

    /// <summary>Given lines in reading order and the room that a line has (points), returns them as one text.</summary>
    public static string Join(ImmutableArray<TextLine> lines, double room)
    {
        if (lines.Length <= 1)
        {
            return lines.IsEmpty ? "" : lines[0].Text;
        }

        lines = lines[0].Reading is null ? lines : BracketPairs.Alike(lines);
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0 && IsWordBreak(lines[i - 1], lines[i], room))
            {
                text.Append(' ');
            }

            text.Append(lines[i].Text);
        }

        return text.ToString();
    }

    /// <summary>
    /// Between two Latin words or numbers a wrap stands for a blank, but not where one word was broken: because it is longer
    /// than a line (136,250.5 / 4), or because the producer breaks anywhere and not even the next glyph would have fitted.
    /// </summary>
    private static bool IsWordBreak(TextLine upper, TextLine lower, double room)
    {
        Rune last = LastRune(upper.Text), first = Rune.GetRuneAt(lower.Text, 0);
        if (!IsWordCharacter(last) || !IsWordCharacter(first))
        {
            return false;
        }

        // The first line of a paragraph is indented, and has less room for it.
        var indent = lower.Box.Top > upper.Box.Centre.Y ? Math.Max(0, upper.Box.Left - lower.Box.Left) : 0;
        // Widths are of ink: the side bearings of the glyphs at both ends, and of the next glyph, come on top.
        var bearings = (Rune.IsLetter(last) && Rune.IsLetter(first) ? 0.2 : 0.35) * upper.Size;
        var fitsOnOneLine = upper.LastTokenWidth + lower.FirstTokenWidth + bearings < room;
        return upper.BlankAfter || (fitsOnOneLine && indent + upper.Length + lower.FirstGlyphWidth + bearings < room);
    }

    /// <summary>
    /// Is the line so full that what starts the next line did not fit any more? A line that is not full ends a paragraph:
    /// what follows it is another text.
    /// </summary>
    public static bool IsFull(TextLine upper, TextLine lower, double room) =>
        upper.Length + Math.Min(lower.FirstTokenWidth, room) + (Bearings * upper.Size) >= room;

    /// <summary>Would a producer rather wrap before the left one than between the two? Inside words, after opening and before closing punctuation.</summary>
    public static bool IsUnbroken(Rune left, Rune right) =>
        !(IsIdeograph(left) && IsIdeograph(right)) && IsUnbrokenMark(left, right);

    private static bool IsIdeograph(Rune rune) => rune.Value is >= 0x4E00 and <= 0x9FFF;

    private static bool IsUnbrokenMark(Rune left, Rune right) =>
        "（《【〔「『“‘([{".Contains((char)Math.Min(left.Value, char.MaxValue)) || (IsWordCharacter(left) && IsWordCharacter(right)) || IsWideClosing(right) || ",.;:!?)]}%％‰".Contains((char)Math.Min(right.Value, char.MaxValue));

    /// <summary>A mark that never begins a line and whose ink fills only the left half of its em.</summary>
    public static bool IsWideClosing(Rune rune) => "，。、；：！？）】》」』”’…".Contains((char)Math.Min(rune.Value, char.MaxValue));

    /// <summary>Is its last character such a mark?</summary>
    public static bool EndsInWideClosing(string text) => text.Length > 0 && IsWideClosing(LastRune(text));

    /// <summary>Latin letters, digits and what stands inside numbers and words: never broken by a producer that can help it.</summary>
    public static bool IsWordCharacter(Rune rune) =>
        rune.Value < 0x80 ? Rune.IsLetterOrDigit(rune) || rune.Value is '.' or ',' or '%' or '-' or '\'' or '/' or '_'
        : rune.Value < 0x2000 && Rune.IsLetterOrDigit(rune);

    private static Rune LastRune(string text)
    {
        Rune.DecodeLastFromUtf16(text, out var rune, out _);
        return rune;
    }
}

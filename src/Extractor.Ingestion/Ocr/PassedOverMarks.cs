using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// A mark beside a Chinese character that a recogniser passed over: its ink is left with the character before it, or with the
/// one behind it.
/// </summary>
internal static class PassedOverMarks
{
    private const string Stops = "。，、", Opening = "(（", Closing = ")）";

    /// <summary>All in ems. So much more than its own width from one character to the next: there is room for a stop.</summary>
    private const double Room = 0.7;

    /// <summary>What is at least so much of a character, and wider with a stop, or with a bracket, than this.</summary>
    private const double LeastOwn = 0.6, WiderThanOne = 1.3, WiderThanOneByBracket = 1.15;

    /// <summary>A stop is smaller than the first on either side; one at the foot of its line higher than the second, one in the middle, as some fonts have it, larger than the third on both.</summary>
    private const double Largest = 0.45, LeastHigh = 0.08, LeastInMiddle = 0.15;

    /// <summary>A bracket is as high as a character, and narrow; but within a line, such a piece may be a stroke of the next character.</summary>
    private const double LeastOfBracket = 0.75, WidestBracket = 0.35;

    /// <summary>The character and the mark beside it in their order; the mark is in doubt.</summary>
    /// <returns>And which of them is the character itself.</returns>
    public static (PlacedCharacter[] Parts, int Own) Apart(PlacedCharacter character, PlacedLine line, int at, MarkReader marks)
    {
        if (!PlacedLine.IsHan(character.Rune))
        {
            return ([character], 0);
        }

        var (own, isWide) = ((int)(LeastOwn * line.Em), character.Ink.Width > WiderThanOneByBracket * line.Em);
        var hasRoomBehind = Behind(line, at) - character.Ink.Left > (1 + Room) * line.Em;
        if ((hasRoomBehind || isWide) && Shapes.Parted(marks.Ink, character.Ink, own) is var (before, behind)
            && Missing(behind, character.Cell with { Left = before.Right }, hasRoomBehind, at == line.Characters.Length - 1 ? Closing : "") is { } last)
        {
            return ([character with { Cell = character.Cell with { Right = before.Right }, Ink = before }, last], 0);
        }

        var hasRoomBefore = character.Ink.Width > WiderThanOne * line.Em && character.Ink.Right - Before(line, at) > (1 + Room) * line.Em;
        if (isWide && Shapes.PartedBehind(marks.Ink, character.Ink, own) is var (first, second)
            && Missing(first, character.Cell with { Right = second.Left }, hasRoomBefore, at == 0 ? Opening : "") is { } mark)
        {
            return ([mark, character with { Cell = character.Cell with { Left = second.Left }, Ink = second }], 1);
        }

        return ([character], 0);

        PlacedCharacter? Missing(PixelBox ink, PixelBox cell, bool hasRoom, string brackets)
        {
            var missing = character with { Cell = cell, Ink = ink };
            var sign = hasRoom && IsStop(ink, line, character.Ink) ? marks.PassedOver(missing, line, at, Stops)
                : brackets.Length > 0 && isWide && ink.Height > LeastOfBracket * line.Em && ink.Width < WidestBracket * line.Em
                    ? marks.PassedOverAmong(missing, line, at, brackets)
                : null;
            return sign is { } seen ? missing.WithConfidence(seen, Punctuation.InDoubt) : null;
        }
    }

    private static int Behind(PlacedLine line, int at) =>
        at + 1 < line.Characters.Length ? line.Characters[at + 1].Ink.Left : line.Box.Right + (int)(line.Em / 2);

    private static int Before(PlacedLine line, int at) => at > 0 ? line.Characters[at - 1].Ink.Right : line.Box.Left - (int)(line.Em / 2);

    private static bool IsStop(PixelBox ink, PlacedLine line, PixelBox whole)
    {
        var em = line.Em;
        var isLow = ink.Top > line.Box.Top + (line.Box.Height / 2);
        return ink.Width < Largest * em && ink.Height < Largest * em
            && (isLow ? ink.Height > LeastHigh * em : whole.Width > WiderThanOne * em && Math.Min(ink.Width, ink.Height) > LeastInMiddle * em);
    }
}

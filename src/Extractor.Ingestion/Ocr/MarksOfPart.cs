using System.Text;
using static Extractor.Ingestion.Ocr.Punctuation;

namespace Extractor.Ingestion.Ocr;

/// <summary>What the marks of a cell or a paragraph say of one another: those of a pair are alike, and those at ends of lines are as those within.</summary>
internal static class MarksOfPart
{
    public static void Correct(PlacedLine[] lines)
    {
        AtEnds(lines);
        Pairs(lines);
    }

    /// <summary>At the end of a line no gap tells a wide form from a narrow one: it is as those within the lines are, where those are alike; else, behind a Chinese character, it is wide.</summary>
    private static void AtEnds(PlacedLine[] lines)
    {
        const string Narrows = ",:;!?", Wides = "，：；！？";
        var within = lines.SelectMany(line => line.Characters.SkipLast(1)).Select(character => (char)character.Rune.Value).ToArray();
        var (narrow, wide) = (within.Any(Narrows.Contains), within.Any(Wides.Contains));
        for (var l = 0; l < lines.Length; l++)
        {
            var last = lines[l].Characters[^1];
            var form = Math.Max(Narrows.IndexOf((char)last.Rune.Value), Wides.IndexOf((char)last.Rune.Value));
            var isWide = narrow == wide ? lines[l].Characters.Length > 1 && PlacedLine.IsHan(lines[l].Characters[^2].Rune) : wide;
            if (form >= 0 && (isWide || narrow != wide))
            {
                Set(lines, l, lines[l].Characters.Length - 1, Changed(last, (isWide ? Wides : Narrows)[form], SureByShape));
            }
        }
    }

    /// <summary>Makes the two marks of a pair alike, and says which of quotation marks open and which close.</summary>
    private static void Pairs(PlacedLine[] lines)
    {
        (int Line, int At)? bracket = null;
        var quoteIsOpen = false;
        for (var l = 0; l < lines.Length; l++)
        {
            for (var i = 0; i < lines[l].Characters.Length; i++)
            {
                var character = lines[l].Characters[i];
                switch (character.Rune.Value)
                {
                    case '(' or '（':
                        bracket = (l, i);
                        break;
                    case ')' or '）' when bracket is var (openLine, openAt):
                        Match(lines, (openLine, openAt), (l, i));
                        bracket = null;
                        break;
                    case '“' when quoteIsOpen && NextQuote(lines, l, i + 1) != '”':
                        Set(lines, l, i, character.As('”', SureByShape));
                        quoteIsOpen = false;
                        break;
                    case '“':
                        quoteIsOpen = true;
                        break;
                    case '”' when !quoteIsOpen && Closes(lines, l, i + 1):
                        Set(lines, l, i, character.As('“', SureByShape));
                        quoteIsOpen = true;
                        break;
                    case '”':
                        quoteIsOpen = false;
                        break;
                    case '"' when quoteIsOpen:
                        Set(lines, l, i, character.As('”', SureByShape));
                        quoteIsOpen = false;
                        break;
                    case '"' when NextQuote(lines, l, i + 1) == '”':
                        Set(lines, l, i, character.As('“', SureByShape));
                        quoteIsOpen = true;
                        break;
                }
            }
        }
    }

    /// <summary>A ” that is followed by another one before any “ opens.</summary>
    private static bool Closes(PlacedLine[] lines, int line, int from) => NextQuote(lines, line, from) == '”';

    private static char? NextQuote(PlacedLine[] lines, int line, int from)
    {
        for (; line < lines.Length; line++, from = 0)
        {
            for (var i = from; i < lines[line].Characters.Length; i++)
            {
                if (lines[line].Characters[i].Rune.Value is '“' or '”' or '"')
                {
                    return (char)lines[line].Characters[i].Rune.Value;
                }
            }
        }

        return null;
    }

    /// <summary>Of two brackets of different width the one decides that has a neighbour on its open side; else the one that is surer of its own.</summary>
    private static void Match(PlacedLine[] lines, (int Line, int At) open, (int Line, int At) close)
    {
        var (first, second) = (lines[open.Line].Characters[open.At], lines[close.Line].Characters[close.At]);
        var (firstIsWide, secondIsWide) = (first.Rune.Value == '（', second.Rune.Value == '）');
        if (firstIsWide == secondIsWide)
        {
            return;
        }

        var firstIsSure = Gap(lines[open.Line], open.At, before: true) is not null;
        var secondIsSure = Gap(lines[close.Line], close.At, before: false) is not null;
        var isFirstSurer = firstIsSure == secondIsSure ? first.Read.Confidence > second.Read.Confidence : firstIsSure;
        var areWide = isFirstSurer ? firstIsWide : secondIsWide;
        var most = firstIsSure == secondIsSure ? InDoubt : SureByShape;
        if (firstIsWide != areWide)
        {
            Set(lines, open.Line, open.At, first.As(areWide ? '（' : '(', most));
        }
        else
        {
            Set(lines, close.Line, close.At, second.As(areWide ? '）' : ')', most));
        }
    }

    internal static void Set(PlacedLine[] lines, int line, int at, PlacedCharacter character) =>
        lines[line] = lines[line] with { Characters = lines[line].Characters.SetItem(at, character) };

    /// <summary>What looked like a space beside a wide form is its own blank side.</summary>
    public static PlacedLine WithoutBlanksBesideWideForms(PlacedLine line)
    {
        const string OpenBefore = "（《“", OpenBehind = "），：；！？。、》”";
        var characters = line.Characters;
        return line with
        {
            Characters = [.. characters.Where((character, i) => !Rune.IsWhiteSpace(character.Rune)
                || !((i + 1 < characters.Length && OpenBefore.Contains((char)characters[i + 1].Rune.Value))
                    || (i > 0 && OpenBehind.Contains((char)characters[i - 1].Rune.Value))))],
        };
    }
}

using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// A Chinese character that the first engine passed over, as the width of those beside it shows, is the second's, where that
/// reads all others likewise: 修缮纪念设施, and not 修纪念设施. It stays for a person to look at.
/// </summary>
internal static class SecondCharacter
{
    /// <summary>Of a line that is too long to be read a second time without a slip, characters that are read with those in doubt.</summary>
    private const int Beside = 2;

    /// <summary>In ems: characters in doubt that take so much more than their number hide another.</summary>
    private const double Hidden = 0.7;

    /// <summary>The part of a line, from a character up to another, in which one is passed over; null where there is none.</summary>
    public static (int From, int To)? Part(PlacedLine line)
    {
        bool IsInDoubt(int at) => at < line.Characters.Length && line.Characters[at] is { HasInk: true, Read.Confidence: <= Punctuation.InDoubt } one && PlacedLine.IsHan(one.Rune);
        for (var from = 0; from < line.Characters.Length; from++)
        {
            var to = from;
            while (IsInDoubt(to))
            {
                to++;
            }

            if (to > from && line.Characters[to - 1].Ink.Right - line.Characters[from].Ink.Left > (to - from + Hidden) * line.Em)
            {
                return (Math.Max(0, from - Beside), Math.Min(line.Characters.Length, to + Beside));
            }

            from = Math.Max(from, to);
        }

        return null;
    }

    /// <summary>Where the part of a line is in the picture.</summary>
    public static PixelBox BoxOf(PlacedLine line, (int From, int To) part) =>
        line.Box with { Left = line.Characters[part.From].Cell.Left, Right = line.Characters[part.To - 1].Cell.Right };

    /// <summary>The line, of which the second engine read a part.</summary>
    public static PlacedLine Completed(PlacedLine line, (int From, int To) part, RecognizedLine second)
    {
        var own = line with { Characters = line.Characters[part.From..part.To], Box = BoxOf(line, part) };
        return line with { Characters = [.. line.Characters[..part.From], .. Completed(own, second).Characters, .. line.Characters[part.To..]] };
    }

    public static PlacedLine Completed(PlacedLine line, RecognizedLine? second)
    {
        if (second is null || line.Least > Punctuation.InDoubt)
        {
            return line;
        }

        var (own, read) = (line.Characters, second.Characters.RemoveAll(character => Rune.IsWhiteSpace(character.Character)));
        if (read.Length != own.Length + 1)
        {
            return line;
        }

        var at = Enumerable.Range(0, own.Length).TakeWhile(i => AreSame(own[i].Rune, read[i].Character)).Count();
        var goesOn = Enumerable.Range(at, own.Length - at).All(i => AreSame(own[i].Rune, read[i + 1].Character));
        // Those beside it are in doubt where they are wider than two characters.
        var beside = new[] { at - 1, at }.Where(i => i >= 0 && i < own.Length && own[i].HasInk && own[i].Read.Confidence <= Punctuation.InDoubt).ToArray();
        return !goesOn || beside.Length == 0 || !PlacedLine.IsHan(read[at].Character) ? line
            : line with { Characters = Inserted(own, beside.MaxBy(i => own[i].Ink.Width), at, read[at].Character) };
    }

    /// <summary>In one half of the wide one.</summary>
    private static ImmutableArray<PlacedCharacter> Inserted(ImmutableArray<PlacedCharacter> own, int wide, int at, Rune missing)
    {
        var (left, right) = (Half(own[wide], isLeft: true), Half(own[wide], isLeft: false));
        var added = (wide < at ? right : left).AtMost(Punctuation.InDoubt);
        return own.SetItem(wide, wide < at ? left : right).Insert(at, added with { Read = added.Read with { Character = missing, Others = [] } });
    }

    private static PlacedCharacter Half(PlacedCharacter character, bool isLeft)
    {
        var middle = (character.Ink.Left + character.Ink.Right) / 2;
        PixelBox Part(PixelBox box) => isLeft ? box with { Right = middle } : box with { Left = middle };
        return character with { Cell = Part(character.Cell), Ink = Part(character.Ink) };
    }

    /// <summary>But for the width of marks.</summary>
    private static bool AreSame(Rune one, Rune other) =>
        WideForms.Narrow(one) == WideForms.Narrow(other);
}

using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// Reads again what a recogniser cannot tell apart because it sees every line at one height and one character at a time:
/// wide and narrow forms of a mark, kinds of dashes, marks that differ in a dot. Their places and shapes on the page say it.
/// </summary>
internal static class Punctuation
{
    /// <summary>Marks that are too rare in both widths for the model to know them.</summary>
    private const string Narrow = ";!?", Wide = "；！？";

    /// <summary>All in ems. The gap on a mark's open side: that of a wide form is larger than the first, of a narrow one smaller than the second; between them the recogniser is believed.</summary>
    private const double WideGap = 0.42, NarrowGap = 0.2;

    /// <summary>A wide wave is wider than this, a hyphen at most as wide.</summary>
    private const double WidthOfWave = 0.7, WidthOfHyphen = 0.46;

    /// <summary>‰ is at least this wide, and % at most.</summary>
    private const double LeastPerMille = 0.85;

    /// <summary>A mark so pale that nothing of it is ink is read with so much confidence at least.</summary>
    private const double LeastOfPale = 0.9;

    /// <summary>The paper within a full stop, in pixels.</summary>
    private const int LeastOfHole = 4;

    /// <summary>What is read against the recogniser is sure at most to this degree.</summary>
    internal const double SureByShape = 0.97, InDoubt = 0.6;

    /// <summary>A point before three figures is surer than this, or may be a comma.</summary>
    private const double SureOfPoint = 0.98;

    /// <summary>In ems: two Chinese characters with no gap between them are less wide together; where they are wider, one between them was passed over.</summary>
    private const double WiderThanTwo = 2.55, NoGap = 0.4;

    /// <param name="lines">Of one cell or paragraph, in reading order: pairs of quotation marks and brackets run over lines.</param>
    public static ImmutableArray<PlacedLine> Corrected(IReadOnlyList<PlacedLine> lines, MarkReader marks)
    {
        var corrected = lines.Select(line => line with { Characters = ByShapes(line, marks) }).ToArray();
        DropDust(corrected);
        Group(corrected);
        MarksOfPart.Correct(corrected);
        return [.. corrected];
    }

    private static ImmutableArray<PlacedCharacter> ByShapes(PlacedLine line, MarkReader marks)
    {
        var characters = ImmutableArray.CreateBuilder<PlacedCharacter>(line.Characters.Length);
        for (var i = 0; i < line.Characters.Length; i++)
        {
            var character = line.Characters[i];
            characters.AddRange(
                !character.HasInk ? IsCrumb(line, i) ? [] : [character]
                : i == 0 && NumberSigns.IsFigure(character.Rune) ? Bounds.WithBoundBefore(character, line, marks)
                : i == 0 && Bounds.IsLikeBound(line) ? [Bounds.AsBound(character, line, marks)]
                : i == 0 && !PlacedLine.IsHan(character.Rune) ? Bounds.WithFigureBehind(character, line, marks.Ink).Select((piece, order) => order == 0 ? ByShape(piece, line, i, marks) : piece)
                : WithPassedOver(character, line, i, marks));
        }

        for (var i = 1; i < characters.Count; i++)
        {
            if (IsTooWide(characters[i - 1], characters[i], line.Em))
            {
                (characters[i - 1], characters[i]) = (InDoubtAs(characters[i - 1]), InDoubtAs(characters[i]));
            }
        }

        return characters.DrainToImmutable();
    }

    /// <summary>A doubtful mark at an end of a line, where nothing is as dark as letters: crumbs of a seal.</summary>
    private static bool IsCrumb(PlacedLine line, int at) =>
        (at == 0 || at == line.Characters.Length - 1) && line.Characters.Any(character => character.HasInk)
        && line.Characters[at] is { Read.Confidence: < LeastOfPale } mark && MarkClasses.Of(mark.Rune) != MarkClasses.None;

    private static IEnumerable<PlacedCharacter> WithPassedOver(PlacedCharacter character, PlacedLine line, int at, MarkReader marks)
    {
        var (parts, own) = PassedOverMarks.Apart(character, line, at, marks);
        return parts.Select((part, order) => order == own ? ByShape(part, line, at, marks) : part);
    }

    private static bool IsTooWide(PlacedCharacter one, PlacedCharacter next, double em) =>
        one.HasInk && next.HasInk && PlacedLine.IsHan(one.Rune) && PlacedLine.IsHan(next.Rune)
        && next.Ink.Right - one.Ink.Left > WiderThanTwo * em && next.Ink.Left - one.Ink.Right < NoGap * em;

    /// <summary>Of a number: a point or a comma may be the other.</summary>
    internal static bool HasMarkInDoubt(PlacedLine line) => line.Characters.Any(character => character.Read is { Character.Value: '.' or ',', Confidence: <= InDoubt });

    internal static PlacedCharacter InDoubtAs(PlacedCharacter character) => character.AtMost(InDoubt);

    /// <summary>What seems to be a point at the end of a number, or one of two brackets, is dust or the rest of a ruling; but a number may go on in the next line.</summary>
    private static void DropDust(PlacedLine[] lines)
    {
        const string Opens = "(（", Closes = ")）";
        bool Has(string signs) => lines.Any(line => line.Characters.Any(character => signs.Contains((char)character.Rune.Value)));
        var (first, last) = (lines[0].Characters, lines[^1].Characters);
        if (last.Length > 1 && ((char)last[^1].Rune.Value is '.' or ',' || (Closes.Contains((char)last[^1].Rune.Value) && !Has(Opens))))
        {
            Replace(lines.Length - 1, last.RemoveAt(last.Length - 1).SetItem(last.Length - 2, InDoubtAs(last[^2])));
        }
        else if (first.Length > 1 && Opens.Contains((char)first[0].Rune.Value) && !Has(Closes))
        {
            Replace(0, [InDoubtAs(first[1]), .. first[2..]]);
        }

        void Replace(int line, ImmutableArray<PlacedCharacter> characters)
        {
            PlacedLine[] bare = [.. lines[..line], lines[line] with { Characters = characters }, .. lines[(line + 1)..]];
            if (bare.All(Numbers.IsNumber))
            {
                lines[line] = bare[line];
            }
        }
    }

    /// <summary>
    /// In a number with several marks only the last can be the decimal point, and before it figures stand in groups of three; a
    /// single comma with other than three figures behind it is a point. What the recogniser said otherwise is put right, and
    /// left for a person to look at; so is a single point that a comma would group three figures as. A number that fills its line may go on in the next, shorter one.
    /// </summary>
    private static void Group(PlacedLine[] lines)
    {
        const double LongerThanNext = 1.3;
        var isOne = lines.All(Numbers.IsNumber) && lines[..^1].All(line => line.Characters.Length >= LongerThanNext * lines[^1].Characters.Length);
        var numbers = isOne ? [Enumerable.Range(0, lines.Length)] : lines.Index().Where(line => Numbers.IsNumber(line.Item)).Select(line => Enumerable.Range(line.Index, 1));
        foreach (var number in numbers)
        {
            (int Line, int At)[] places = [.. number.SelectMany(line => Enumerable.Range(0, lines[line].Characters.Length).Select(at => (line, at)))];
            PlacedCharacter Character(int i) => lines[places[i].Line].Characters[places[i].At];
            void Set(int i, PlacedCharacter character) => MarksOfPart.Set(lines, places[i].Line, places[i].At, character);
            var marks = Enumerable.Range(0, places.Length).Where(i => Character(i).Rune.Value is ',' or '.').ToArray();
            foreach (var i in marks)
            {
                var figures = Enumerable.Range(i + 1, places.Length - i - 1).TakeWhile(behind => NumberSigns.IsFigure(Character(behind).Rune)).Count();
                char? sign = (Character(i).Rune.Value, i == marks[^1], figures == 3) switch
                {
                    ('.', false, true) => ',',
                    (',', true, false) when figures > 0 && marks.Length == 1 => '.',
                    _ => null,
                };
                if (sign is { } meant)
                {
                    Set(i, Character(i).As(meant, InDoubt));
                }
                else if (figures == 3 && marks.Length == 1 && i is >= 1 and <= 3 && Character(0).Rune.Value != '0' && Character(i).Read is { Character.Value: '.', Confidence: < SureOfPoint })
                {
                    Set(i, InDoubtAs(Character(i)));
                }
            }
        }
    }

    private static PlacedCharacter ByShape(PlacedCharacter character, PlacedLine line, int at, MarkReader marks)
    {
        var decided = marks.Decided(character, line, at);
        var sign = (char)decided.Rune.Value;
        if (Math.Max(Narrow.IndexOf(sign), Wide.IndexOf(sign)) is >= 0 and var form)
        {
            // A mark without a neighbour on its open side stays as it is read.
            return Gap(line, at, before: false) is { } gap and (> WideGap or < NarrowGap)
                ? Changed(decided, (gap > WideGap ? Wide : Narrow)[form], SureByShape)
                : decided;
        }

        var width = character.Ink.Width / line.Em;
        return sign switch
        {
            '％' or '%' or '‰' => PerCentOrMille(decided, width, marks.Ink),
            '~' or '～' => Changed(decided, width > WidthOfWave ? '～' : '~', 1),
            '／' => Changed(decided, '/', 1),
            // 1. begins a paragraph; no sentence ends with the number that it begins with.
            '。' when at is 1 or 2 && Enumerable.Range(0, at).All(i => IsFigure(line, i)) => decided.As('.', SureByShape),
            // Some fonts have their full stop in the middle of the line; it is a ring, and a dot is none.
            '·' when Shapes.Holes(marks.Ink, character.Ink, LeastOfHole) > 0 => decided.As('。', SureByShape),
            // A stroke between figures is no 一.
            '一' when IsFigure(line, at - 1) && IsFigure(line, at + 1) => decided.As(width > WidthOfHyphen ? '—' : '-', InDoubt),
            _ => decided,
        };
    }

    internal static PlacedCharacter Changed(PlacedCharacter character, char sign, double most) =>
        character.Rune.Value == sign ? character : character.As(sign, most);

    private static PlacedCharacter PerCentOrMille(PlacedCharacter character, double width, Bitmap ink)
    {
        // Between the strokes of a bold % paper may be left over: rings are larger.
        const int LeastOfRing = 100;
        var holes = Shapes.Holes(ink, character.Ink, Math.Max(3, character.Ink.Width * character.Ink.Height / LeastOfRing));
        return holes >= 3 && width >= LeastPerMille ? Changed(character, '‰', SureByShape)
            : holes == 2 ? Changed(character, '%', character.Rune.Value == '‰' ? SureByShape : 1)
            : width > LeastPerMille ? Changed(character, character.Rune.Value == '‰' ? '‰' : '%', InDoubt)
            : Changed(character, '%', 1);
    }

    /// <summary>The paper between a character's ink and its neighbour's, in ems; null where it has no neighbour, or one that is open to it.</summary>
    internal static double? Gap(PlacedLine line, int at, bool before)
    {
        var (step, neighbour) = (before ? -1 : 1, before ? at - 1 : at + 1);
        while (neighbour >= 0 && neighbour < line.Characters.Length && Rune.IsWhiteSpace(line.Characters[neighbour].Rune))
        {
            // The blank side of a wide form looks like a space.
            neighbour += step;
        }

        if (neighbour < 0 || neighbour >= line.Characters.Length || !line.Characters[neighbour].HasInk
            || IsOpenTo(line.Characters[neighbour].Rune, before))
        {
            return null;
        }

        var (own, other) = (line.Characters[at].Ink, line.Characters[neighbour].Ink);
        return (before ? own.Left - other.Right : other.Left - own.Right) / line.Em;
    }

    /// <summary>Whether a mark may have a gap of its own towards the side.</summary>
    private static bool IsOpenTo(Rune rune, bool right) => right
        ? rune.Value is '）' or ')' or '》' or '”' or '、' or '，' or '。' or '；' or '：' or ',' or ':' or ';' or '"'
        : rune.Value is '（' or '(' or '《' or '“' or '"';

    internal static bool IsFigure(PlacedLine line, int at) =>
        at >= 0 && at < line.Characters.Length && NumberSigns.IsFigure(line.Characters[at].Rune);
}

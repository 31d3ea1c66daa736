using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// Reads again what a recogniser cannot tell apart because it sees every line at one height and one character at a time:
/// wide and narrow forms of a mark, kinds of dashes, marks that differ in a dot. Their places and shapes on the page say it.
/// </summary>
internal static class Punctuation
{
    private const string Narrow = "(),:;!?", Wide = "（），：；！？";
    private const string Dashes = "-—－一–─―_";
    private const string Dots = "。·.．•°";

    /// <summary>All in ems. The gap on a mark's open side: that of a wide form is larger than the first, of a narrow one smaller than the second; between them the recogniser is believed.</summary>
    private const double WideGap = 0.42, NarrowGap = 0.2;

    /// <summary>A dash as wide as a Chinese character, a hyphen as wide as a figure.</summary>
    private const double WidthOfDash = 0.78, WidthOfHyphen = 0.46;

    /// <summary>A full stop's ring is wider than a point.</summary>
    private const double WidthOfFullStop = 0.17, WidthOfPoint = 0.15;

    /// <summary>So much more than its own width from one character to the next, and there is ink between: a mark was passed over.</summary>
    private const double PassedOver = 0.7;

    /// <summary>‰ is at least this wide, and % at most.</summary>
    private const double LeastPerMille = 0.85;

    /// <summary>What is read against the recogniser is sure at most to this degree.</summary>
    private const double SureByShape = 0.97, InDoubt = 0.6;

    /// <summary>What a blurred bound before a figure is read as; no quantity begins with one of these.</summary>
    private const string LikeBounds = "VWMNHZUvwmnhzu\"“”'’〓#^~!?|";

    /// <summary>In ems: two Chinese characters with no gap between them are less wide together; where they are wider, one between them was passed over.</summary>
    private const double WiderThanTwo = 2.55, NoGap = 0.4;

    /// <summary>A thin bar may have paled away: an angle without one is sure at most to this degree.</summary>
    private const double BareBound = 0.9;

    /// <summary>A bare angle is about as high as it is wide; one with a bar that has run into it is higher.</summary>
    private const double HigherThanAngle = 1.12;

    /// <param name="lines">Of one cell or paragraph, in reading order: pairs of quotation marks and brackets run over lines.</param>
    public static ImmutableArray<PlacedLine> Corrected(IReadOnlyList<PlacedLine> lines, Bitmap ink)
    {
        var corrected = lines.Select(line => Grouped(line with { Characters = ByShapes(line, ink) })).ToArray();
        AtEnds(corrected);
        Pairs(corrected);
        WithoutBlanksBesideWideForms(corrected);
        return [.. corrected];
    }

    private static ImmutableArray<PlacedCharacter> ByShapes(PlacedLine line, Bitmap ink)
    {
        var characters = ImmutableArray.CreateBuilder<PlacedCharacter>(line.Characters.Length);
        for (var i = 0; i < line.Characters.Length; i++)
        {
            var character = line.Characters[i];
            if (!character.HasInk)
            {
                characters.Add(character);
                continue;
            }

            var pieces = i == 0 && NumberSigns.IsFigure(character.Rune) ? WithBoundBefore(character, line, ink) : WithPassedOver(character, line, i, ink);
            foreach (var piece in pieces)
            {
                characters.Add(ByShape(piece, line, i, ink));
            }
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

    private static bool IsTooWide(PlacedCharacter one, PlacedCharacter next, double em) =>
        one.HasInk && next.HasInk && PlacedLine.IsHan(one.Rune) && PlacedLine.IsHan(next.Rune)
        && next.Ink.Right - one.Ink.Left > WiderThanTwo * em && next.Ink.Left - one.Ink.Right < NoGap * em;

    private static PlacedCharacter InDoubtAs(PlacedCharacter character) =>
        character with { Read = character.Read with { Confidence = Math.Min(character.Read.Confidence, InDoubt) } };

    /// <summary>
    /// In a number with several marks only the last can be the decimal point, and before it figures stand in groups of three; a
    /// single comma with other than three figures behind it is a point. What the recogniser said otherwise is put right, and
    /// left for a person to look at.
    /// </summary>
    private static PlacedLine Grouped(PlacedLine line)
    {
        if (!Numbers.IsNumber(line))
        {
            return line;
        }

        var marks = Enumerable.Range(0, line.Characters.Length).Where(i => line.Characters[i].Rune.Value is ',' or '.').ToArray();
        int FiguresBehind(int i) => line.Characters.Skip(i + 1).TakeWhile(character => NumberSigns.IsFigure(character.Rune)).Count();
        var characters = line.Characters;
        foreach (var (order, at) in marks.Index())
        {
            var isLast = order == marks.Length - 1;
            var isGroup = FiguresBehind(at) == 3;
            char? sign = (characters[at].Rune.Value, isLast, isGroup) switch
            {
                ('.', false, true) => ',',
                (',', true, false) when FiguresBehind(at) > 0 && marks.Length == 1 => '.',
                _ => null,
            };
            characters = sign is { } meant ? characters.SetItem(at, characters[at].As(meant, InDoubt)) : characters;
        }

        return line with { Characters = characters };
    }

    private static PlacedCharacter ByShape(PlacedCharacter character, PlacedLine line, int at, Bitmap ink)
    {
        var sign = (char)character.Rune.Value;
        var width = character.Ink.Width / line.Em;
        if (Dashes.Contains(sign))
        {
            return Dash(character, line, at, width);
        }

        if (Dots.Contains(sign))
        {
            return Dot(character, line, at, width);
        }

        if (sign is ':' or ';' or '：' or '；')
        {
            character = ColonOrSemicolon(character, ink);
            sign = (char)character.Rune.Value;
        }

        var form = Math.Max(Narrow.IndexOf(sign), Wide.IndexOf(sign));
        if (form >= 0)
        {
            // A mark without a neighbour on its open side stays as it is read; pairs are matched afterwards.
            return Gap(line, at, before: sign is '(' or '（') is { } gap and (> WideGap or < NarrowGap)
                ? Changed(character, (gap > WideGap ? Wide : Narrow)[form], 1)
                : character;
        }

        if (IsAtPlaceOfBound(line, at) && (char.IsAsciiLetter(sign) || "<≤＜>≥＞√".Contains(sign)) && ReadAsBound(character, ink) is { } bound)
        {
            return bound;
        }

        if (at == 0 && LikeBounds.Contains(sign) && IsFigure(line, 1) && BoundShapes.Nearest(ink, character.Ink) is { } nearest)
        {
            return character.As(nearest, InDoubt);
        }

        return sign switch
        {
            '％' or '%' or '‰' => PerCentOrMille(character, width, ink),
            '<' or '≤' or '＜' => Bound(character, '<', '≤', ink),
            '>' or '≥' or '＞' => Bound(character, '>', '≥', ink),
            '~' or '～' => width > 0.7 ? Changed(character, '～', 1) : Changed(character, '~', 1),
            '＝' => Changed(character, '=', 1),
            '／' => Changed(character, '/', 1),
            '．' => character.As('.'),
            _ => character,
        };
    }

    private static PlacedCharacter Changed(PlacedCharacter character, char sign, double most) =>
        character.Rune.Value == sign ? character : character.As(sign, most);

    /// <summary>A stroke between figures is no 一; how wide it is, is how wide it is printed.</summary>
    private static PlacedCharacter Dash(PlacedCharacter character, PlacedLine line, int at, double width)
    {
        var betweenFigures = IsFigure(line, at - 1) && IsFigure(line, at + 1);
        if (character.Rune.Value == '一' && !betweenFigures)
        {
            return character;
        }

        return width >= WidthOfDash ? Changed(character, '—', SureByShape)
            : width <= WidthOfHyphen ? Changed(character, '-', SureByShape)
            : character.Rune.Value == '一' ? character.As('—', InDoubt)
            : character;
    }

    private static PlacedCharacter Dot(PlacedCharacter character, PlacedLine line, int at, double width)
    {
        var isLow = (character.Ink.Top + character.Ink.Bottom) / 2.0 > line.Box.Top + (0.6 * line.Box.Height);
        var isBetweenFigures = IsFigure(line, at - 1) && IsFigure(line, at + 1);
        if (isBetweenFigures && Numbers.IsNumber(line with { Characters = line.Characters.RemoveAt(at) }))
        {
            return Changed(character, '.', SureByShape);
        }

        if (!isLow || character.Ink.Height > 0.5 * line.Em)
        {
            return character;
        }

        // 1. begins a paragraph; no sentence ends with the number that it begins with.
        if (at is 1 or 2 && Enumerable.Range(0, at).All(i => IsFigure(line, i)))
        {
            return Changed(character, '.', SureByShape);
        }

        return width >= WidthOfFullStop && !isBetweenFigures && at > 0 ? Changed(character, '。', SureByShape)
            : width <= WidthOfPoint || isBetweenFigures ? Changed(character, '.', SureByShape)
            : character;
    }

    /// <summary>The lower part of a semicolon hangs down; that of a colon is as its upper one.</summary>
    private static PlacedCharacter ColonOrSemicolon(PlacedCharacter character, Bitmap ink)
    {
        const double Hangs = 1.45, Equal = 1.25;
        if (Shapes.Storeys(ink, character.Ink) is not [var upper, var lower] || upper < 2)
        {
            return character;
        }

        var isWide = Wide.Contains((char)character.Rune.Value);
        return lower >= Hangs * upper ? Changed(character, isWide ? '；' : ';', SureByShape)
            : lower <= Equal * upper ? Changed(character, isWide ? '：' : ':', SureByShape)
            : character;
    }

    private static PlacedCharacter PerCentOrMille(PlacedCharacter character, double width, Bitmap ink)
    {
        const int Speck = 3;
        var holes = Shapes.Holes(ink, character.Ink, Speck);
        return holes >= 3 && width >= LeastPerMille ? Changed(character, '‰', SureByShape)
            : holes == 2 ? Changed(character, '%', character.Rune.Value == '‰' ? SureByShape : 1)
            : width > LeastPerMille ? Changed(character, character.Rune.Value == '‰' ? '‰' : '%', InDoubt)
            : Changed(character, '%', 1);
    }

    private static PlacedCharacter Bound(PlacedCharacter character, char without, char with, Bitmap ink)
    {
        // A recogniser passes over a bar; it sees none where there is none.
        return character.Rune.Value == with ? character
            : Shapes.HasBarBelow(ink, character.Ink) ? character.As(with, SureByShape)
            : character.Ink.Height >= HigherThanAngle * character.Ink.Width && BoundShapes.Ranked(ink, character.Ink)[0].Sign == with ? character.As(with, InDoubt)
            : character.As(without, BareBound);
    }

    /// <summary>Bounds stand alone, or before a figure.</summary>
    private static bool IsAtPlaceOfBound(PlacedLine line, int at) => line.Characters.Length == 1 || IsFigure(line, at + 1);

    /// <summary>An angle with a bar under it is no letter, whatever it looks like to a recogniser.</summary>
    private static PlacedCharacter? ReadAsBound(PlacedCharacter character, Bitmap ink)
    {
        return character.Rune.Value is '≤' or '≥' ? character
            : Shapes.Bound(ink, character.Ink) is { } bound ? character.As(bound, bound is '≤' or '≥' ? SureByShape : BareBound)
            : null;
    }

    /// <summary>
    /// Parts the first figure of a line from a bound before it that the recogniser passed over: what is read as one figure is as
    /// wide as two. Where it is no bound, what it is cannot be said.
    /// </summary>
    private static IEnumerable<PlacedCharacter> WithBoundBefore(PlacedCharacter figure, PlacedLine line, Bitmap ink)
    {
        const double WiderThanFigure = 0.85, NarrowestBound = 0.25;
        if (IsLowerThanNext(figure, line))
        {
            // 290% for ≥90%, or 99% for ≥99%: what it is cannot be said for sure, but it is no figure.
            var bound = figure.As(BoundShapes.Ranked(ink, figure.Ink)[0].Sign, InDoubt);
            return line.Characters[1].Ink.Width < WiderThanFigure * line.Em ? [bound]
                : [bound, InDoubtAs(figure) with { Cell = line.Characters[1].Cell, Ink = line.Characters[1].Ink }];
        }

        if (figure.Ink.Width < WiderThanFigure * line.Em)
        {
            return [figure];
        }

        if (Shapes.Parted(ink, figure.Ink, (int)(NarrowestBound * line.Em)) is not var (before, own))
        {
            return [figure.As((char)figure.Rune.Value, InDoubt)];
        }

        var sign = Shapes.Bound(ink, before) ?? (Shapes.IsEqualsSign(ink, before) ? '=' : null);
        return sign is not { } passedOver
            ? [figure.As((char)figure.Rune.Value, InDoubt)]
            :
            [
                new PlacedCharacter(new RecognizedCharacter(new Rune(passedOver), 0, InDoubt, []), figure.Cell with { Right = before.Right }, before),
                figure with { Cell = figure.Cell with { Left = before.Right }, Ink = own },
            ];
    }

    /// <summary>The figures of a number are equally high.</summary>
    private static bool IsLowerThanNext(PlacedCharacter figure, PlacedLine line)
    {
        const double LeastHeight = 0.88;
        return line.Characters.Length > 1 && line.Characters[1] is { HasInk: true } next && NumberSigns.IsFigure(next.Rune)
            && figure.Ink.Height < LeastHeight * next.Ink.Height;
    }

    /// <summary>Parts a character from a mark behind it that the recogniser passed over: small ink, low beside it, in a place of its own.</summary>
    private static IEnumerable<PlacedCharacter> WithPassedOver(PlacedCharacter character, PlacedLine line, int at, Bitmap ink)
    {
        var after = at + 1 < line.Characters.Length ? line.Characters[at + 1].Ink.Left : line.Box.Right + (line.Em / 2);
        if (PlacedLine.IsHan(character.Rune) && after - character.Ink.Left > (1 + PassedOver) * line.Em && Shapes.Parted(ink, character.Ink, (int)(0.6 * line.Em)) is var (own, mark)
            && mark.Width < 0.45 * line.Em && mark.Height < 0.45 * line.Em && mark.Height > 0.08 * line.Em && mark.Top > line.Box.Top + (line.Box.Height / 2))
        {
            yield return character with { Cell = character.Cell with { Right = own.Right }, Ink = own };
            var sign = Shapes.Holes(ink, mark, leastPixels: 4) > 0 ? '。' : Shapes.FallsToTheRight(ink, mark) ? '、' : '，';
            var seen = new RecognizedCharacter(new Rune(sign), 0, InDoubt, []);
            yield return new PlacedCharacter(seen, character.Cell with { Left = own.Right }, mark);
        }
        else
        {
            yield return character;
        }
    }

    /// <summary>The paper between a character's ink and its neighbour's, in ems; null where it has no neighbour, or one that is open to it.</summary>
    private static double? Gap(PlacedLine line, int at, bool before)
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

    private static bool IsFigure(PlacedLine line, int at) =>
        at >= 0 && at < line.Characters.Length && NumberSigns.IsFigure(line.Characters[at].Rune);

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

    /// <summary>What looked like a space beside a wide form is its own blank side.</summary>
    private static void WithoutBlanksBesideWideForms(PlacedLine[] lines)
    {
        const string OpenBefore = "（《“", OpenBehind = "），：；！？。、》”";
        for (var l = 0; l < lines.Length; l++)
        {
            var characters = lines[l].Characters;
            lines[l] = lines[l] with
            {
                Characters = [.. characters.Where((character, i) => !Rune.IsWhiteSpace(character.Rune)
                    || !((i + 1 < characters.Length && OpenBefore.Contains((char)characters[i + 1].Rune.Value))
                        || (i > 0 && OpenBehind.Contains((char)characters[i - 1].Rune.Value))))],
            };
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

    /// <summary>Of two brackets of different width the one decides that has a neighbour on its open side; else the wide one.</summary>
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
        var areWide = firstIsSure == secondIsSure || (firstIsSure ? firstIsWide : secondIsWide);
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

    private static void Set(PlacedLine[] lines, int line, int at, PlacedCharacter character) =>
        lines[line] = lines[line] with { Characters = lines[line].Characters.SetItem(at, character) };
}

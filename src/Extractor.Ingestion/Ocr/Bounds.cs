using System.Text;
using Extractor.Ingestion.Images;
using static Extractor.Ingestion.Ocr.Punctuation;

namespace Extractor.Ingestion.Ocr;

/// <summary>Reads ≥, ≤, &gt;, &lt; and = where a recogniser takes them for something else, leaves out their bar, or passes over them.</summary>
internal static class Bounds
{
    /// <summary>What a blurred bound before a figure is read as; no quantity begins with one of these.</summary>
    private const string LikeBounds = "VWMNHZUvwmnhzu\"“”'’〓#^~!?|";

    /// <summary>A thin bar may have paled away: an angle without one is sure at most to this degree.</summary>
    private const double BareBound = 0.9;

    /// <summary>A bare angle is about as high as it is wide; one with a bar that has run into it is higher.</summary>
    private const double HigherThanAngle = 1.12;

    /// <summary>The bound that a letter or a sign is in a place where bounds stand; null where it is none.</summary>
    public static PlacedCharacter? At(PlacedCharacter character, PlacedLine line, int at, Bitmap ink)
    {
        var sign = (char)character.Rune.Value;
        return IsAtPlace(line, at) && (char.IsAsciiLetter(sign) || "<≤＜>≥＞√".Contains(sign)) && ReadAsBound(character, ink) is { } bound ? bound
            : at == 0 && LikeBounds.Contains(sign) && IsFigure(line, 1) && BoundShapes.Nearest(ink, character.Ink) is { } nearest ? character.As(nearest, InDoubt)
            : null;
    }

    /// <summary>With its bar or without, as it is drawn.</summary>
    public static PlacedCharacter Read(PlacedCharacter character, char without, char with, Bitmap ink)
    {
        // A recogniser passes over a bar; it sees none where there is none.
        return character.Rune.Value == with ? character
            : Shapes.HasBarBelow(ink, character.Ink) ? character.As(with, SureByShape)
            : character.Ink.Height >= HigherThanAngle * character.Ink.Width && BoundShapes.Ranked(ink, character.Ink)[0].Sign == with ? character.As(with, InDoubt)
            : character.As(without, BareBound);
    }

    /// <summary>Bounds stand alone, or before a figure.</summary>
    private static bool IsAtPlace(PlacedLine line, int at) => line.Characters.Length == 1 || IsFigure(line, at + 1);

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
    public static IEnumerable<PlacedCharacter> WithBoundBefore(PlacedCharacter figure, PlacedLine line, Bitmap ink)
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
            return [InDoubtAs(figure)];
        }

        var sign = Shapes.Bound(ink, before) ?? (Shapes.IsEqualsSign(ink, before) ? '=' : null);
        return sign is not { } passedOver
            ? [InDoubtAs(figure)]
            :
            [
                new PlacedCharacter(new RecognizedCharacter(new Rune(passedOver), 0, InDoubt, []), figure.Cell with { Right = before.Right }, before),
                figure with { Cell = figure.Cell with { Left = before.Right }, Ink = own },
            ];
    }

    /// <summary>
    /// Parts a bound from a figure behind it that the recogniser passed over: it makes one of two equal figures that stand close
    /// together (&gt;99% read as &gt;9%), so that the one that is missing is as the next.
    /// </summary>
    public static IEnumerable<PlacedCharacter> WithFigureBehind(PlacedCharacter bound, PlacedLine line, Bitmap ink)
    {
        const double WiderThanBound = 0.75, NarrowestBound = 0.35, AsHigh = 0.8;
        if (!"<≤＜>≥＞=＝".Contains((char)bound.Rune.Value) || !IsFigure(line, 1) || bound.Ink.Width < WiderThanBound * line.Em
            || Shapes.Parted(ink, bound.Ink, (int)(NarrowestBound * line.Em)) is not var (before, behind)
            || behind.Height < AsHigh * line.Characters[1].Ink.Height)
        {
            return [bound];
        }

        var missing = InDoubtAs(line.Characters[1]) with { Cell = bound.Cell with { Left = before.Right }, Ink = behind };
        return [bound with { Cell = bound.Cell with { Right = before.Right }, Ink = before }, missing];
    }

    /// <summary>The figures of a number are equally high.</summary>
    private static bool IsLowerThanNext(PlacedCharacter figure, PlacedLine line)
    {
        const double LeastHeight = 0.88;
        return line.Characters.Length > 1 && line.Characters[1] is { HasInk: true } next && NumberSigns.IsFigure(next.Rune)
            && figure.Ink.Height < LeastHeight * next.Ink.Height;
    }
}

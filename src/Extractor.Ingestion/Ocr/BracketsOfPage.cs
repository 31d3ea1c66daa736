using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// Brackets that stand alone at the ends of their lines, as both of (汇总), have no gap that tells a wide form from a narrow one,
/// and their own shape hardly does. But in every font the two forms differ in height: those of a page that are equally high
/// are of one form, and together they tell it.
/// </summary>
internal static class BracketsOfPage
{
    /// <summary>What a neighbour on its open side tells of a bracket, as a logarithm of odds: paper beside a wide form may be a space beside a narrow one, and says nothing where the recogniser sees one too, or little where a space is narrower.</summary>
    private const double Told = 3.5, SurelyTold = 6, SpaceSeen = 0, NarrowSpaceSeen = 2;

    /// <summary>In ems: a wide form takes so much with the paper on both of its sides; a narrow one has so little on its open side, and never so much on the other.</summary>
    private const double LeastWide = 0.85, Narrowest = 0.2, LeastInside = 0.25;

    /// <summary>In figures: a point is as wide as a space. In a Chinese font both are half an em wide, as a figure is; in others narrower.</summary>
    private const double NarrowPoint = 0.8;

    /// <summary>In ems: where figures are wider than half an em, the letters are not of a Chinese font either.</summary>
    private const double WidestHalf = 0.55;

    /// <summary>No shape alone is surer of a bracket than this: what it mistakes in one, it mistakes in all of its font.</summary>
    private const double SurestByItself = 0.85;

    /// <summary>By so much of their height equally high ones differ, and by so much of their width, which is blurred.</summary>
    private const double Waver = 0.04, WaverOfWidth = 0.12;

    /// <summary>For so much all others count at most: those that a neighbour tells; and those that are told by their shapes alone, each for half, and for little where a neighbour is sure.</summary>
    private const double MostOfTold = 5, MostOfShapes = 3, MostBesideSure = 1, OfShape = 0.5;

    /// <summary>Lines that a pair runs over at most.</summary>
    private const int MostLines = 3;

    private const string Narrows = "()", Wides = "（）";

    /// <param name="IsTold">By a neighbour.</param>
    /// <param name="Odds">That it is wide: their logarithm.</param>
    private readonly record struct Bracket(int Line, int At, bool IsOpening, bool IsWide, bool IsTold, double Odds, PixelBox Ink);

    /// <param name="lines">Of one page.</param>
    public static ImmutableArray<PlacedLine> Alike(ImmutableArray<PlacedLine> lines)
    {
        var isSpaceNarrow = WidthOfPoints(lines) is { } point ? point < NarrowPoint : PitchOfFigures(lines) > WidestHalf;
        Bracket[] all = [.. lines.SelectMany((line, l) => Enumerable.Range(0, line.Characters.Length).Where(at => IsBracket(line, at)).Select(at => Of(line, l, at, isSpaceNarrow)))];
        var mostOfShapes = Array.Exists(all, bracket => bracket.Odds >= SurelyTold) ? MostBesideSure : MostOfShapes;
        var alike = lines.ToArray();
        foreach (var pair in Pairs(all))
        {
            double OfOthers(bool told) => all.Except(pair).Where(other => other.IsTold == told).Sum(other => other.Odds * pair.Average(bracket => Likeness(bracket, other)));
            var odds = pair.Sum(bracket => bracket.Odds) + Math.Clamp(OfOthers(told: true), -MostOfTold, MostOfTold)
                + Math.Clamp(OfShape * OfOthers(told: false), -mostOfShapes, mostOfShapes);
            if (Array.Exists(pair, bracket => bracket.IsTold) && Array.TrueForAll(pair, bracket => bracket.IsWide == odds > 0))
            {
                continue;
            }

            var sure = Math.Min(Punctuation.SureByShape, 1 / (1 + Math.Exp(-Math.Abs(odds))));
            foreach (var bracket in pair)
            {
                var characters = alike[bracket.Line].Characters;
                var sign = (odds > 0 ? Wides : Narrows)[bracket.IsOpening ? 0 : 1];
                alike[bracket.Line] = alike[bracket.Line] with { Characters = characters.SetItem(bracket.At, characters[bracket.At].WithConfidence(sign, sure)) };
            }
        }

        return [.. alike];
    }

    private static Bracket Of(PlacedLine line, int index, int at, bool isSpaceNarrow)
    {
        var (character, isOpening) = (line.Characters[at], IsOpening(line, at));
        var (gap, inside) = (Punctuation.Gap(line, at, before: isOpening), Punctuation.Gap(line, at, before: !isOpening) ?? 0);
        var isAsWideAsEm = gap + (character.Ink.Width / line.Em) + inside > LeastWide;
        var hasBlank = HasBlank(line, isOpening ? at - 1 : at + 1);
        var isWide = Wides.Contains(Sign(line, at));
        var sure = Math.Clamp(character.Read.Confidence, 0.5, SurestByItself);
        var byShape = Math.Log(sure / (1 - sure));
        var odds = (gap, isWide) switch
        {
            ({ }, true) when hasBlank => isAsWideAsEm && isSpaceNarrow ? NarrowSpaceSeen : SpaceSeen,
            ({ }, true) => isAsWideAsEm && (isSpaceNarrow || inside > LeastInside) ? SurelyTold : Told,
            (< Narrowest, false) => -SurelyTold,
            ({ }, false) => -Told,
            (null, true) => byShape,
            _ => -byShape,
        };
        return new Bracket(index, at, isOpening, isWide, gap is not null, odds, character.Ink);
    }

    /// <summary>How much farther two figures are apart with a point between them, in figures of their line; null where there are none.</summary>
    private static double? WidthOfPoints(ImmutableArray<PlacedLine> lines) => Middle(lines.SelectMany(line =>
    {
        double[] figures = [.. Figures(line, apart: 1)];
        return figures.Length == 0 ? [] : Figures(line, apart: 2).Select(apart => (apart / figures.Average()) - 1);
    }));

    /// <summary>From one figure to the next, in ems, in lines that have a Chinese character to measure by; 0 where there are none.</summary>
    private static double PitchOfFigures(ImmutableArray<PlacedLine> lines) =>
        Middle(lines.Where(line => line.Characters.Any(character => PlacedLine.IsHan(character.Rune))).SelectMany(line => Figures(line, apart: 1).Select(apart => apart / line.Em))) ?? 0;

    /// <summary>From the middle of a figure to that of the next, in pixels.</summary>
    /// <param name="apart">1: that stands next to it; 2: with a point between them.</param>
    private static IEnumerable<double> Figures(PlacedLine line, int apart)
    {
        bool IsFigure(int at) => Punctuation.IsFigure(line, at) && line.Characters[at].HasInk;
        double Middle(int at) => (line.Characters[at].Ink.Left + line.Characters[at].Ink.Right) / 2.0;
        return Enumerable.Range(0, Math.Max(0, line.Characters.Length - apart))
            .Where(at => IsFigure(at) && IsFigure(at + apart) && (apart == 1 || line.Characters[at + 1].Rune.Value == '.')).Select(at => Middle(at + apart) - Middle(at));
    }

    private static double? Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : sorted[sorted.Length / 2];
    }

    /// <summary>An opening bracket with the closing one behind it, or one whose other is not there.</summary>
    private static IEnumerable<Bracket[]> Pairs(Bracket[] all)
    {
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].IsOpening && i + 1 < all.Length && !all[i + 1].IsOpening && all[i + 1].Line - all[i].Line < MostLines)
            {
                yield return [all[i], all[++i]];
            }
            else
            {
                yield return [all[i]];
            }
        }
    }

    /// <summary>A recogniser sees a space there.</summary>
    private static bool HasBlank(PlacedLine line, int at) => at >= 0 && at < line.Characters.Length && Rune.IsWhiteSpace(line.Characters[at].Rune);

    /// <summary>How likely two brackets are of one form by their sizes.</summary>
    private static double Likeness(Bracket one, Bracket other)
    {
        var high = Apart(one.Ink.Height, other.Ink.Height, Waver);
        var wide = Apart(one.Ink.Width, other.Ink.Width, WaverOfWidth);
        return Math.Exp(-(high * high) - (wide * wide));

        static double Apart(int one, int other, double waver) => (one - other) / Math.Max(1, waver * Math.Max(one, other));
    }

    private static bool IsBracket(PlacedLine line, int at) => line.Characters[at].HasInk && (Narrows.Contains(Sign(line, at)) || Wides.Contains(Sign(line, at)));

    private static bool IsOpening(PlacedLine line, int at) => Sign(line, at) is '(' or '（';

    private static char Sign(PlacedLine line, int at) => (char)line.Characters[at].Rune.Value;
}

using System.Collections.Immutable;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// Brackets that stand alone at the ends of their lines, as both of (汇总), have no gap that tells a wide form from a narrow one,
/// and their own shape hardly does. But in every font the two forms differ in height: those of a page that are equally high
/// are of one form, and together they tell it.
/// </summary>
internal static class BracketsOfPage
{
    /// <summary>What a neighbour on its open side tells of a bracket, as a logarithm of odds.</summary>
    private const double Told = 3.5;

    /// <summary>No shape alone is surer of a bracket than this.</summary>
    private const double SurestByItself = 0.99;

    /// <summary>By so much of their height equally high ones differ.</summary>
    private const double Waver = 0.04;

    /// <summary>What is mistaken in one bracket is easily mistaken in the others of its font: they count for less than their number.</summary>
    private const double Others = 0.5;

    /// <summary>Lines that a pair runs over at most.</summary>
    private const int MostLines = 3;

    private const string Narrows = "()", Wides = "（）";

    private readonly record struct Bracket(int Line, int At, bool IsOpening, bool IsTold, double Odds, int Height);

    /// <param name="lines">Of one page.</param>
    public static ImmutableArray<PlacedLine> Alike(ImmutableArray<PlacedLine> lines)
    {
        Bracket[] all = [.. lines.SelectMany((line, l) => Enumerable.Range(0, line.Characters.Length).Where(at => IsBracket(line, at)).Select(at => Of(line, l, at)))];
        var alike = lines.ToArray();
        foreach (var pair in Pairs(all).Where(pair => !Array.Exists(pair, bracket => bracket.IsTold)))
        {
            var odds = pair.Sum(bracket => bracket.Odds + (Others * all.Where(other => other != bracket).Sum(other => Likeness(bracket, other) * other.Odds)));
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

    private static Bracket Of(PlacedLine line, int index, int at)
    {
        var (character, isOpening) = (line.Characters[at], IsOpening(line, at));
        var isTold = Punctuation.Gap(line, at, before: isOpening) is not null;
        var sure = Math.Clamp(character.Read.Confidence, 0.5, SurestByItself);
        return new Bracket(index, at, isOpening, isTold, (Wides.Contains(Sign(line, at)) ? 1 : -1) * (isTold ? Told : Math.Log(sure / (1 - sure))), character.Ink.Height);
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

    /// <summary>How likely two brackets are of one form by their heights.</summary>
    private static double Likeness(Bracket one, Bracket other)
    {
        var apart = (one.Height - other.Height) / (Waver * Math.Max(1, Math.Max(one.Height, other.Height)));
        return Math.Exp(-apart * apart);
    }

    private static bool IsBracket(PlacedLine line, int at) => line.Characters[at].HasInk && (Narrows.Contains(Sign(line, at)) || Wides.Contains(Sign(line, at)));

    private static bool IsOpening(PlacedLine line, int at) => Sign(line, at) is '(' or '（';

    private static char Sign(PlacedLine line, int at) => (char)line.Characters[at].Rune.Value;
}

using System.Collections.Immutable;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// A bracket that stands alone at the end of its line, as both of （40分） in a narrow column, has no gap that tells a wide
/// form from a narrow one: it is as the others of its page are, where those that have a neighbour are all alike.
/// </summary>
internal static class BracketsOfPage
{
    /// <summary>Of fewer nobody knows how a page has them.</summary>
    private const int Fewest = 3;

    private const string Narrows = "()", Wides = "（）";

    /// <param name="lines">Of one page.</param>
    public static ImmutableArray<PlacedLine> Alike(ImmutableArray<PlacedLine> lines)
    {
        var told = lines.SelectMany(line => Enumerable.Range(0, line.Characters.Length).Where(at => IsBracket(line, at) && IsTold(line, at)).Select(at => IsWide(line, at))).ToArray();
        if (told.Length < Fewest || told.Distinct().Count() != 1)
        {
            return lines;
        }

        var forms = told[0] ? Wides : Narrows;
        return [.. lines.Select(line => Enumerable.Range(0, line.Characters.Length).Any(at => IsLeft(line, at))
            ? line with { Characters = [.. line.Characters.Select((character, at) => IsLeft(line, at) ? Punctuation.Changed(character, forms[IsOpening(line, at) ? 0 : 1], Punctuation.SureByShape) : character)] }
            : line)];
    }

    /// <summary>Neither it nor the other one of its pair is told by a neighbour.</summary>
    private static bool IsLeft(PlacedLine line, int at) =>
        IsBracket(line, at) && !IsTold(line, at)
        && !(IsOpening(line, at) ? Enumerable.Range(at + 1, line.Characters.Length - at - 1) : Enumerable.Range(0, at)).Any(other => IsBracket(line, other) && IsTold(line, other));

    private static bool IsBracket(PlacedLine line, int at) => Narrows.Contains(Sign(line, at)) || Wides.Contains(Sign(line, at));

    private static bool IsOpening(PlacedLine line, int at) => Sign(line, at) is '(' or '（';

    private static bool IsWide(PlacedLine line, int at) => Wides.Contains(Sign(line, at));

    private static bool IsTold(PlacedLine line, int at) => Punctuation.Gap(line, at, before: IsOpening(line, at)) is not null;

    private static char Sign(PlacedLine line, int at) => (char)line.Characters[at].Rune.Value;
}

using System.Collections.Immutable;

namespace Extractor.Ingestion.Ocr;

/// <summary>Lines that are numbers are read as numbers.</summary>
internal static class Numbers
{
    /// <summary>Characters that a recogniser says for figures and their signs.</summary>
    private const string LikeFigures = "oO〇。°lI|iSsZzBNnqg，．％＜＞－—–一：:·、＝";

    /// <summary>Characters that a recogniser says for ≤ and its like before a number.</summary>
    internal const string LikeBounds = "八人入くИ";

    /// <summary>The reading as a number where the line looks like one: it has a figure, and all the rest are signs of numbers or look like them, or like a bound before one.</summary>
    public static RecognizedLine Chosen(RecognizedLine read) =>
        read.AsNumber is not { Characters.IsEmpty: false } number ? read
        : LooksLikeNumber(read.Characters) ? number
        : LikeBounds.Contains((char)read.Characters[0].Character.Value) && "≤≥<>=".Contains((char)number.Characters[0].Character.Value) && LooksLikeNumber(read.Characters[1..])
            ? number with { Characters = number.Characters.SetItem(0, number.Characters[0] with { Confidence = Math.Min(number.Characters[0].Confidence, Punctuation.InDoubt) }) }
        : read;

    public static bool IsNumber(PlacedLine line) =>
        line.Characters.Any(character => NumberSigns.IsFigure(character.Rune))
        && line.Characters.All(character => NumberSigns.All.Contains(character.Rune) || character.Rune.Value is '‰' or '～' or '—');

    private static bool LooksLikeNumber(ImmutableArray<RecognizedCharacter> read) =>
        read.Any(character => NumberSigns.IsFigure(character.Character))
        && read.All(character => NumberSigns.All.Contains(character.Character) || LikeFigures.Contains((char)character.Character.Value));
}

namespace Extractor.Ingestion.Ocr;

/// <summary>Lines that are numbers are read as numbers.</summary>
internal static class Numbers
{
    /// <summary>Characters that a recogniser says for figures and their signs.</summary>
    private const string LikeFigures = "oO〇。°lI|iSsZzBNnqg，．％＜＞－—–一：:·、＝";

    /// <summary>The reading as a number where the line looks like one: it has a figure, and all the rest are signs of numbers or look like them.</summary>
    public static RecognizedLine Chosen(RecognizedLine read) =>
        read.AsNumber is { Characters.IsEmpty: false } number && LooksLikeNumber(read) ? number : read;

    public static bool IsNumber(PlacedLine line) =>
        line.Characters.Any(character => NumberSigns.IsFigure(character.Rune))
        && line.Characters.All(character => NumberSigns.All.Contains(character.Rune) || character.Rune.Value is '‰' or '～' or '—');

    private static bool LooksLikeNumber(RecognizedLine read) =>
        read.Characters.Any(character => NumberSigns.IsFigure(character.Character))
        && read.Characters.All(character => NumberSigns.All.Contains(character.Character) || LikeFigures.Contains((char)character.Character.Value));
}

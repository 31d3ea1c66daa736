namespace Extractor.Ingestion.Ocr;

/// <summary>Lines that are numbers are read as numbers.</summary>
internal static class Numbers
{
    /// <summary>Characters that a recogniser says for figures and their signs.</summary>
    private const string LikeFigures = "oO〇。°lI|iSsZzBNnqg，．％＜＞－—–一：:·、＝";

    /// <summary>The reading as a number where the line looks like one: it has a figure, and all the rest are signs of numbers or look like them; or it is one letter that is no grade, as A and B may be, and looks like a figure.</summary>
    public static RecognizedLine Chosen(RecognizedLine read) =>
        read.AsNumber is not { Characters.IsEmpty: false } number ? read
        : LooksLikeNumber(read) ? number
        : read.Characters is [{ Character.Value: 'S' or 's' or 'Z' or 'z' }] && number.Characters is [var figure] && NumberSigns.IsFigure(figure.Character)
            ? number with { Characters = [figure with { Confidence = Math.Min(figure.Confidence, Punctuation.InDoubt) }] }
        : read;

    public static bool IsNumber(PlacedLine line) =>
        line.Characters.Any(character => NumberSigns.IsFigure(character.Rune))
        && line.Characters.All(character => NumberSigns.All.Contains(character.Rune) || character.Rune.Value is '‰' or '～' or '—');

    private static bool LooksLikeNumber(RecognizedLine read) =>
        read.Characters.Any(character => NumberSigns.IsFigure(character.Character))
        && read.Characters.All(character => NumberSigns.All.Contains(character.Character) || LikeFigures.Contains((char)character.Character.Value));
}

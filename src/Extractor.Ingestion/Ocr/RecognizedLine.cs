using System.Collections.Immutable;
using System.Text;

namespace Extractor.Ingestion.Ocr;

/// <summary>A character that a recogniser saw in the picture of a line.</summary>
/// <param name="Position">Where its middle is: 0 is the left edge of the picture, 1 the right one.</param>
/// <param name="Confidence">What the recogniser gives it, from 0 to 1.</param>
internal readonly record struct RecognizedCharacter(Rune Character, double Position, double Confidence);

/// <summary>What a recogniser saw in the picture of a line, left to right.</summary>
internal sealed record RecognizedLine(ImmutableArray<RecognizedCharacter> Characters)
{
    public string Text => string.Concat(Characters.Select(character => character.Character.ToString()));
}

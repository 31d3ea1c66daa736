using System.Collections.Immutable;
using System.Text;

namespace Extractor.Ingestion.Ocr;

/// <summary>A character that a recogniser saw in the picture of a line.</summary>
/// <param name="Position">Where its middle is: 0 is the left edge of the picture, 1 the right one.</param>
/// <param name="Confidence">What the recogniser gives it, from 0 to 1.</param>
/// <param name="Others">What it may be instead, the likeliest first.</param>
internal readonly record struct RecognizedCharacter(Rune Character, double Position, double Confidence, ImmutableArray<Candidate> Others);

/// <summary>What a character may be, and how likely the recogniser holds it, from 0 to 1.</summary>
internal readonly record struct Candidate(Rune Character, double Probability);

/// <summary>What a recogniser saw in the picture of a line, left to right.</summary>
internal sealed record RecognizedLine(ImmutableArray<RecognizedCharacter> Characters)
{
    /// <summary>What it says if it is a number: the likeliest text of figures and their marks alone. Null of a recogniser that cannot say.</summary>
    public RecognizedLine? AsNumber { get; init; }

    public string Text => string.Concat(Characters.Select(character => character.Character.ToString()));

    /// <summary>Of its least sure character; 0 where there is none.</summary>
    public double LeastConfidence => Characters.IsEmpty ? 0 : Characters.Min(character => character.Confidence);
}

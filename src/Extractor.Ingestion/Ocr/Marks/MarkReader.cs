using System.Text;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>Reads the marks of a page by its picture.</summary>
/// <param name="ink">The same picture, ink told from paper.</param>
internal sealed class MarkReader(Grey page, Bitmap ink, MarkModel model)
{
    /// <summary>What is decided against the recogniser is sure at most to this degree, and only to the lower one where both are fairly sure.</summary>
    private const double MostAgainst = 0.97, InDoubt = 0.6, FairlySure = 0.9;

    /// <summary>What is decided against the recogniser is at least this likely.</summary>
    private const double LeastAgainst = 0.4, LeastAgainstSure = 0.6;

    /// <summary>A thin bar may have paled away: an angle without one is sure at most to this degree.</summary>
    private const double BareBound = 0.9;

    private const string Bounds = "≥≤><=";

    /// <summary>How dark ink is, by line: each has several marks.</summary>
    private readonly Dictionary<PixelBox, double> _darkest = [];

    public Bitmap Ink => ink;

    /// <param name="character">As the line has it, or a part of that.</param>
    private MarkReading Of(PlacedCharacter character, PlacedLine line, int at)
    {
        if (!_darkest.TryGetValue(line.Box, out var darkest))
        {
            _darkest[line.Box] = darkest = MarkFeatures.Darkest(page, line.Box);
        }

        return model.Read(MarkFeatures.Of(character, line, at, page, darkest));
    }

    /// <summary>The bound that the ink is, if it is a bound for more than half; where the recogniser passed over it.</summary>
    public char? BoundAt(PlacedCharacter character, PlacedLine line, int at) => OneOf(Bounds, Of(character, line, at));

    /// <summary>The one of some signs that the ink is which a recogniser passed over, if it is any of them for more than half.</summary>
    public char? PassedOverAmong(PlacedCharacter character, PlacedLine line, int at, string signs) => OneOf(signs, Of(NotRead(character), line, at));

    private static char? OneOf(string signs, MarkReading reading)
    {
        var among = MarkClasses.Among(signs);
        return among.Sum(reading.Of) > 0.5 ? MarkClasses.SignOf(reading.Among(among)) : null;
    }

    private static PlacedCharacter NotRead(PlacedCharacter character) => character with { Read = character.Read with { Confidence = 0 } };

    /// <summary>The likeliest of some signs for ink that the recogniser passed over.</summary>
    public char PassedOver(PlacedCharacter character, PlacedLine line, int at, string signs) =>
        MarkClasses.SignOf(Of(NotRead(character), line, at).Among(MarkClasses.Among(signs)));

    /// <summary>The character as the model and the recogniser together have it.</summary>
    public PlacedCharacter Decided(PlacedCharacter character, PlacedLine line, int at)
    {
        if (!MarkFeatures.IsCandidate(line, at))
        {
            return character;
        }

        var (own, reading) = (MarkClasses.Of(character.Rune), Of(character, line, at));
        // A bound before a figure is one, in texts too, where none was learned from; which, its ink says.
        var isBound = own != MarkClasses.None && Bounds.Contains(MarkClasses.SignOf(own)) && Punctuation.IsFigure(line, at + 1);
        var best = isBound ? reading.Among(MarkClasses.Among(Bounds)) : reading.Best;
        var probability = reading.Of(best);
        if (best == own)
        {
            return best == MarkClasses.None ? character : Told(character, MarkClasses.SignOf(best), probability);
        }

        // Two bars that the recogniser is sure of are no other bound, though a seal took half of them.
        if (own == MarkClasses.Of(new Rune('=')) && character.Read.Confidence >= FairlySure && Shapes.IsEqualsSign(ink, character.Ink))
        {
            return character.As('=', MostAgainst);
        }

        // The narrow semicolon has but its width of its own, which is told by the gap behind it.
        if (own != MarkClasses.None && !model.Knows(own) && character.Rune.Value != ';')
        {
            return character;
        }

        // Two that are both fairly sure and disagree are in doubt; what hardly anything speaks for is not read.
        var isRecogniserSure = character.Read.Confidence >= FairlySure;
        if (probability < (isRecogniserSure ? LeastAgainstSure : LeastAgainst))
        {
            return character.AtMost(Math.Min(InDoubt, reading.Of(own)));
        }

        var sure = Math.Min(probability, isRecogniserSure && probability < MostAgainst ? InDoubt : MostAgainst);
        return best != MarkClasses.None ? Told(character, MarkClasses.SignOf(best), sure)
            : character.Read.Others.FirstOrDefault(other => MarkClasses.Of(other.Character) == MarkClasses.None && !Rune.IsWhiteSpace(other.Character))
                is { Probability: > 0 } other
                ? character with { Read = character.Read with { Character = other.Character, Confidence = sure } }
            : character.AtMost(reading.Of(own));
    }

    private static PlacedCharacter Told(PlacedCharacter character, char sign, double sure) =>
        character.WithConfidence(sign, sign is '<' or '>' ? Math.Min(sure, BareBound) : sure);
}

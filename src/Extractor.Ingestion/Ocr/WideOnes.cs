using System.Collections.Immutable;
using System.Text;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// In broken type a 4 is a 1 to both engines. But it is as wide as other figures, where the ones of its page are narrow: a
/// 1 so wide that may be a 4 to the recogniser is one, for a person to look at.
/// </summary>
internal static class WideOnes
{
    /// <summary>So many times as wide as usual, by how high they are.</summary>
    private const double Wider = 1.5;

    /// <summary>What the recogniser gives the 4 at least.</summary>
    private const double LeastProbability = 0.01;

    private const double InDoubt = 0.6;

    /// <summary>Of fewer nobody knows how wide they are.</summary>
    private const int FewestOnes = 4;

    /// <param name="lines">Of one page.</param>
    public static ImmutableArray<PlacedLine> AsFours(ImmutableArray<PlacedLine> lines)
    {
        var widths = lines.SelectMany(line => line.Characters).Where(IsOne).Select(Width).Order().ToArray();
        if (widths.Length < FewestOnes)
        {
            return lines;
        }

        var widest = Wider * widths[widths.Length / 2];
        return [.. lines.Select(line => line.Characters.Any(MayBeFour) ? line with { Characters = [.. line.Characters.Select(one => MayBeFour(one) ? Four(one) : one)] } : line)];

        bool MayBeFour(PlacedCharacter one) => IsOne(one) && Width(one) >= widest && one.Read.Others.Any(other => other.Character.Value == '4' && other.Probability >= LeastProbability);
    }

    private static bool IsOne(PlacedCharacter character) => character.Rune.Value == '1' && character.HasInk;

    private static double Width(PlacedCharacter character) => (double)character.Ink.Width / character.Ink.Height;

    private static PlacedCharacter Four(PlacedCharacter one) => one with
    {
        Read = one.Read with { Character = new Rune('4'), Confidence = InDoubt, Others = [new Candidate(one.Rune, one.Read.Confidence), .. one.Read.Others.Where(other => other.Character.Value != '4')] },
    };
}

using System.Collections.Immutable;
using System.Text;

namespace Extractor.Ingestion.Ocr.Paddle;

/// <summary>Makes text of what a recogniser trained with connectionist temporal classification (Graves, 2006) gives.</summary>
/// <param name="characters">By class less one: class 0 is the blank between characters.</param>
internal sealed class CtcDecoder(ImmutableArray<Rune> characters)
{
    /// <summary>How many classes there are, the blank among them.</summary>
    public int ClassCount => characters.Length + 1;

    /// <summary>Takes the likeliest class at every step; equal ones that follow one another are one character.</summary>
    /// <param name="probabilities">Step by step, in each the probability of every class.</param>
    /// <param name="steps">How many of the steps are of the line; those after it are of what fills up the batch.</param>
    public RecognizedLine Decode(ReadOnlySpan<float> probabilities, int steps)
    {
        var line = ImmutableArray.CreateBuilder<RecognizedCharacter>();
        var (last, weight, weighted, best) = (0, 0.0, 0.0, 0f);
        void End()
        {
            if (last > 0)
            {
                line.Add(new RecognizedCharacter(characters[last - 1], weighted / weight / steps, Math.Min(1, best)));
            }
        }

        for (var step = 0; step < steps; step++)
        {
            var all = probabilities.Slice(step * ClassCount, ClassCount);
            var likeliest = IndexOfMax(all);
            if (likeliest != last)
            {
                End();
                (last, weight, weighted, best) = (likeliest, 0, 0, 0);
            }

            var probability = all[likeliest];
            (weight, weighted, best) = (weight + probability, weighted + (probability * (step + 0.5)), Math.Max(best, probability));
        }

        End();
        return new RecognizedLine(line.ToImmutable());
    }

    private static int IndexOfMax(ReadOnlySpan<float> values)
    {
        // Most steps are blanks, and most of the rest is near zero.
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}

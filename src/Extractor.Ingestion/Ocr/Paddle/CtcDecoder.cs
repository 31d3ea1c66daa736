using System.Collections.Immutable;
using System.Text;

namespace Extractor.Ingestion.Ocr.Paddle;

/// <summary>Makes text of what a recogniser trained with connectionist temporal classification (Graves, 2006) gives.</summary>
internal sealed class CtcDecoder
{
    /// <summary>How many other readings of a character are kept, and how likely they must be.</summary>
    private const int MostOthers = 3;
    private const float LeastProbability = 0.001f;

    private readonly ImmutableArray<Rune> _characters;
    private readonly int[] _everything;
    private readonly int[] _numeric;

    /// <param name="characters">By class less one: class 0 is the blank between characters.</param>
    public CtcDecoder(ImmutableArray<Rune> characters)
    {
        _characters = characters;
        _everything = [.. Enumerable.Range(0, characters.Length + 1)];
        _numeric = [.. _everything.Where(index => index == 0 || NumberSigns.All.Contains(characters[index - 1]))];
    }

    /// <summary>How many classes there are, the blank among them.</summary>
    public int ClassCount => _characters.Length + 1;

    /// <summary>Takes the likeliest class at every step; equal ones that follow one another are one character.</summary>
    /// <param name="probabilities">Step by step, in each the probability of every class.</param>
    /// <param name="steps">How many of the steps are of the line; those after it are of what fills up the batch.</param>
    public RecognizedLine Decode(ReadOnlySpan<float> probabilities, int steps) =>
        new(Decode(probabilities, steps, _everything)) { AsNumber = new RecognizedLine(Decode(probabilities, steps, _numeric)) };

    /// <param name="classes">Those that may be chosen, in order; the blank is the first.</param>
    private ImmutableArray<RecognizedCharacter> Decode(ReadOnlySpan<float> probabilities, int steps, int[] classes)
    {
        var line = ImmutableArray.CreateBuilder<RecognizedCharacter>();
        var (last, weight, weighted, best, bestStep) = (0, 0.0, 0.0, 0f, 0);
        for (var step = 0; step <= steps; step++)
        {
            var all = step < steps ? probabilities.Slice(step * ClassCount, ClassCount) : [];
            var likeliest = step < steps ? IndexOfMax(all, classes) : 0;
            if (likeliest != last)
            {
                if (last > 0)
                {
                    line.Add(new RecognizedCharacter(
                        _characters[last - 1], weighted / weight / steps, Math.Min(1, best),
                        Others(probabilities.Slice(bestStep * ClassCount, ClassCount), classes, last)));
                }

                (last, weight, weighted, best, bestStep) = (likeliest, 0, 0, 0, step);
            }

            if (likeliest > 0)
            {
                var probability = all[likeliest];
                (weight, weighted) = (weight + probability, weighted + (probability * (step + 0.5)));
                (best, bestStep) = probability > best ? (probability, step) : (best, bestStep);
            }
        }

        return line.ToImmutable();
    }

    private ImmutableArray<Candidate> Others(ReadOnlySpan<float> step, int[] classes, int chosen)
    {
        // Where the chosen one is nearly certain there is no room for others.
        if (1 - step[chosen] < LeastProbability)
        {
            return [];
        }

        var others = new List<Candidate>();
        foreach (var index in classes)
        {
            if (index > 0 && index != chosen && step[index] >= LeastProbability)
            {
                others.Add(new Candidate(_characters[index - 1], step[index]));
            }
        }

        return [.. others.OrderByDescending(other => other.Probability).Take(MostOthers)];
    }

    private static int IndexOfMax(ReadOnlySpan<float> values, int[] classes)
    {
        var best = 0;
        foreach (var index in classes)
        {
            best = values[index] > values[best] ? index : best;
        }

        return best;
    }
}

using System.Collections.Immutable;
using System.Text;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>A character of which the truth is known.</summary>
/// <param name="Document">Which document it is of: the characters of one are learned from or judged by together.</param>
/// <param name="Read">What the recogniser says.</param>
/// <param name="Printed">What it is.</param>
/// <param name="Figures">What it is told by.</param>
public sealed record MarkExample(int Document, Rune Read, Rune Printed, ImmutableArray<float> Figures)
{
    /// <summary>It was made of another one: it is learned from, and not judged by.</summary>
    public bool IsMade { get; init; }
}

/// <summary>What a model that was not fitted to a document makes of one of its characters.</summary>
/// <param name="Told">The likeliest sign; null for none.</param>
public sealed record ToldMark(MarkExample Example, char? Told, double Probability)
{
    public bool IsRight => (Told is { } sign ? MarkClasses.Of(new Rune(sign)) : MarkClasses.None) == MarkClasses.Of(Example.Printed);
}

/// <summary>A model, and how it does on documents that it was not fitted to.</summary>
public sealed record TrainedMarks(MarkModel Model, ImmutableArray<ToldMark> HeldOut);

/// <summary>Fits a <see cref="MarkModel"/> to examples.</summary>
public static class MarkTraining
{
    /// <summary>Documents are dealt out to so many parts; each is judged by a model of the others.</summary>
    private const int Folds = 3;

    private static readonly PerceptronFitting Fitting = new(HiddenUnits: 40, Rounds: 14, Decay: 0.1);

    /// <summary>The same examples give the same model.</summary>
    /// <exception cref="ArgumentException">No example, or all of one document.</exception>
    public static TrainedMarks Fit(IReadOnlyList<MarkExample> examples) => Fit(examples, Fitting);

    internal static TrainedMarks Fit(IReadOnlyList<MarkExample> examples, PerceptronFitting fitting)
    {
        ArgumentNullException.ThrowIfNull(examples);
        Perceptron Perceptron(IEnumerable<MarkExample> some) => fitting.Fit(
            [.. some.Select(example => new PerceptronFitting.Example([.. example.Figures], MarkClasses.Of(example.Printed)))], MarkClasses.Count);
        var folds = examples.Select(example => example.Document % Folds).Distinct().ToArray();
        if (folds.Length < 2)
        {
            throw new ArgumentException("Marks of several documents are needed.", nameof(examples));
        }

        (MarkExample Example, float[] Scores)[] judged =
        [
            .. folds.SelectMany(fold =>
            {
                var others = Perceptron(examples.Where(example => example.Document % Folds != fold));
                return examples.Where(example => example.Document % Folds == fold && !example.IsMade).Select(example => (example, others.Scores(example.Figures.AsSpan())));
            }),
        ];
        var temperature = Temperature([.. judged.Select(one => (one.Scores, MarkClasses.Of(one.Example.Printed)))]);
        ImmutableArray<int> counts = [.. Enumerable.Range(0, MarkClasses.Count).Select(markClass => examples.Count(example => MarkClasses.Of(example.Printed) == markClass))];
        return new TrainedMarks(new MarkModel(Perceptron(examples), temperature, counts), [.. judged.Select(one => Told(one.Example, one.Scores, temperature))]);
    }

    private static ToldMark Told(MarkExample example, float[] scores, double temperature)
    {
        var reading = new MarkReading([.. Marks.Perceptron.Softmax(scores, temperature)]);
        return new ToldMark(example, reading.Best == MarkClasses.None ? null : MarkClasses.SignOf(reading.Best), reading.Of(reading.Best));
    }

    /// <summary>That at which examples that were not learned from are likeliest.</summary>
    private static double Temperature(IReadOnlyList<(float[] Scores, int Class)> examples)
    {
        const double Least = 0.5, Most = 4, Step = 0.05;
        double Loss(double temperature) => examples.Sum(example => -Math.Log(Math.Max(1e-12, Marks.Perceptron.Softmax(example.Scores, temperature)[example.Class])));
        return Enumerable.Range(0, (int)((Most - Least) / Step) + 1).Select(i => Least + (i * Step)).MinBy(Loss);
    }
}

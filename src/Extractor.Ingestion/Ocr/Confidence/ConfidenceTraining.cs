using System.Collections.Immutable;

namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>A line of which the truth is known.</summary>
/// <param name="Document">Which document it is of: the lines of one are learned from or judged by together.</param>
public sealed record ConfidenceExample(int Document, LineEvidence Line, bool IsRight)
{
    /// <summary>What it should say; empty where that is of no interest.</summary>
    public string Printed { get; init; } = "";
}

/// <summary>A model and how it does on documents that it was not fitted to.</summary>
public sealed record TrainedConfidence(ConfidenceModel Model, ImmutableArray<ReliabilityBin> HeldOut);

/// <summary>Fits a <see cref="ConfidenceModel"/> to examples.</summary>
public static class ConfidenceTraining
{
    /// <summary>Documents are dealt out to so many parts; each is judged by a model of the others.</summary>
    private const int Folds = 5;

    private const double Penalty = 3;

    private const int SmallestPool = 60;

    /// <summary>The same examples give the same model.</summary>
    /// <exception cref="ArgumentException">No example, or all of one document.</exception>
    public static TrainedConfidence Fit(IReadOnlyList<ConfidenceExample> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var judged = Judged(examples);
        // The curve is fitted to scores of lines that the regression had not seen, so that both together stay honest.
        var curve = IsotonicCurve.Fit(judged.Select(line => (line.Score, line.IsRight)), SmallestPool);
        var model = new ConfidenceModel(Regression(examples), curve);
        return new TrainedConfidence(model, ReliabilityTable.Of([.. HeldOut(judged)]));
    }

    /// <summary>Each line with the score of a regression that was fitted without its part.</summary>
    private static ImmutableArray<(int Fold, double Score, bool IsRight)> Judged(IReadOnlyList<ConfidenceExample> examples)
    {
        var folds = examples.Select(example => example.Document % Folds).Distinct().ToArray();
        if (folds.Length < 2)
        {
            throw new ArgumentException("Lines of several documents are needed.", nameof(examples));
        }

        return
        [
            .. folds.SelectMany(fold =>
            {
                var others = Regression([.. examples.Where(example => example.Document % Folds != fold)]);
                return examples.Where(example => example.Document % Folds == fold)
                    .Select(example => (fold, others.Probability(LineFeatures.Of(example.Line)), example.IsRight));
            }),
        ];
    }

    /// <summary>Each line with the confidence by a curve of the other parts too.</summary>
    private static IEnumerable<(double Confidence, bool Right)> HeldOut(ImmutableArray<(int Fold, double Score, bool IsRight)> judged) =>
        judged.GroupBy(line => line.Fold).SelectMany(part =>
        {
            var curve = IsotonicCurve.Fit(judged.Where(line => line.Fold != part.Key).Select(line => (line.Score, line.IsRight)), SmallestPool);
            return part.Select(line => (curve.At(line.Score), line.IsRight));
        });

    private static LogisticRegression Regression(IReadOnlyList<ConfidenceExample> examples) =>
        LogisticRegression.Fit([.. examples.Select(example => (LineFeatures.Of(example.Line), example.IsRight))], Penalty);
}

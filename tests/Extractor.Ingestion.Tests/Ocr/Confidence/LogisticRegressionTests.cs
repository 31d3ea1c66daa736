using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Ingestion.Tests.Ocr.Confidence;

public class LogisticRegressionTests
{
    [Fact]
    public void Weights_that_made_the_outcomes_are_found_again()
    {
        var fitted = LogisticRegression.Fit(Drawn(20_000, 1.5, -2, 0.7), penalty: 1e-3);
        // Of figures as they are: a weight is of a figure after scaling.
        double[] weights = [.. fitted.Weights.Select((weight, i) => weight / fitted.Scales[i])];
        Assert.Equal(1.5, weights[0], 0.1);
        Assert.Equal(-2, weights[1], 0.1);
        Assert.Equal(0.7, fitted.Bias - weights.Select((weight, i) => weight * fitted.Means[i]).Sum(), 0.1);
    }

    [Fact]
    public void The_same_examples_give_the_same_weights_to_the_bit()
    {
        var (first, second) = (LogisticRegression.Fit(Drawn(500, 1, 1, 0), 1), LogisticRegression.Fit(Drawn(500, 1, 1, 0), 1));
        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.Bias, second.Bias);
    }

    [Fact]
    public void What_can_be_told_apart_without_fail_keeps_bounded_weights()
    {
        var fitted = LogisticRegression.Fit([.. Enumerable.Range(0, 100).Select(i => (new[] { (double)i }, i >= 50))], penalty: 1);
        Assert.InRange(fitted.Weights[0], 1, 50);
        Assert.True(fitted.Probability([90]) > 0.95);
        Assert.True(fitted.Probability([10]) < 0.05);
    }

    [Fact]
    public void Outcomes_that_are_all_alike_and_figures_that_never_change_do_no_harm()
    {
        var fitted = LogisticRegression.Fit([.. Enumerable.Range(0, 50).Select(i => (new[] { (double)i, 7 }, true))], penalty: 1);
        Assert.InRange(fitted.Probability([25, 7]), 0.9, 1);
        Assert.Equal(0, fitted.Weights[1], 9);
    }

    [Fact]
    public void Examples_of_different_lengths_are_refused() =>
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([([1], true), ([1, 2], false)], 1));

    private static List<(double[] Figures, bool Outcome)> Drawn(int count, double first, double second, double bias)
    {
        var random = new Random(5);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var (a, b) = ((random.NextDouble() * 4) - 1, (random.NextDouble() * 2) - 1);
                return (new[] { a, b }, random.NextDouble() < 1 / (1 + Math.Exp(-((first * a) + (second * b) + bias))));
            }),
        ];
    }
}

using CsCheck;
using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Ingestion.Tests.Ocr.Confidence;

public class IsotonicCurveTests
{
    [Fact]
    public void A_higher_score_is_never_given_less()
    {
        var examples = Gen.Select(Gen.Double[0, 1], Gen.Bool).Array[1, 400];
        Gen.Select(examples, Gen.Int[1, 50]).Sample(
            (drawn, pool) =>
            {
                var curve = IsotonicCurve.Fit(drawn, pool);
                var values = Enumerable.Range(0, 101).Select(i => curve.At(i / 100.0)).ToArray();
                Assert.All(values, value => Assert.InRange(value, 0, 1));
                Assert.Equal(values.Order(), values);
            },
            iter: 200);
    }

    [Fact]
    public void Scores_that_promise_too_much_are_brought_down_to_what_was_right()
    {
        // Of every ten with 0.9, six are right; of every ten with 0.3, one.
        var curve = IsotonicCurve.Fit(Enumerable.Range(0, 2000).Select(i => i % 2 == 0 ? (0.9, i % 20 < 12) : (0.3, i % 20 == 1)), 100);
        Assert.Equal(0.6, curve.At(0.9), 0.01);
        Assert.Equal(0.1, curve.At(0.3), 0.01);
        Assert.InRange(curve.At(0.6), 0.2, 0.5);
    }

    [Fact]
    public void A_few_examples_make_nothing_certain() =>
        Assert.Equal(11.0 / 12, IsotonicCurve.Fit(Enumerable.Repeat((0.99, true), 10), 10).At(1), 9);

    [Fact]
    public void Without_examples_a_score_stays_what_it_is() => Assert.Equal(0.37, IsotonicCurve.Fit([], 10).At(0.37));
}

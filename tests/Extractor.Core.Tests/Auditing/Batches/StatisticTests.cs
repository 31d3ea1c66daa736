using Extractor.Core.Auditing.Batches;

namespace Extractor.Core.Tests.Auditing.Batches;

public class StatisticTests
{
    // Tables of the χ² distribution.
    [Theory]
    [InlineData(15.507, 8, 0.05)]
    [InlineData(20.090, 8, 0.01)]
    [InlineData(26.124, 8, 0.001)]
    [InlineData(5.991, 2, 0.05)]
    [InlineData(0, 8, 1)]
    public void The_tail_of_chi_square(double value, int freedom, double expected) =>
        Assert.Equal(expected, Statistic.ChiSquareTail(value, freedom), 4);

    [Theory]
    [InlineData(0, 10, 0.5, 1)]
    [InlineData(10, 10, 0.5, 0.0009765625)]
    [InlineData(8, 10, 0.5, 0.0546875)]
    [InlineData(1, 3, 0.2, 0.488)]
    [InlineData(50, 50, 0.2, 0)]
    public void The_tail_of_a_binomial(int successes, int trials, double probability, double expected) =>
        Assert.Equal(expected, Statistic.BinomialTail(successes, trials, probability), 9);

    [Fact]
    public void The_median() =>
        Assert.Equal((2m, 2.5m, 7m), (Statistic.Median([3, 1, 2]), Statistic.Median([4, 1, 3, 2]), Statistic.Median([7])));

    [Theory]
    [InlineData(0.0004, "p<0.001")]
    [InlineData(0.0123, "p=0.012")]
    [InlineData(1, "p=1")]
    public void A_probability_in_a_message(double probability, string shown) => Assert.Equal(shown, Statistic.Show(probability));
}

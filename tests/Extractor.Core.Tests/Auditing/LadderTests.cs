using Extractor.Core.Auditing;
using Extractor.Core.Normalization;

namespace Extractor.Core.Tests.Auditing;

public class LadderTests
{
    /// <summary>A stated number, an exact computed one, and the first rung that holds.</summary>
    [Theory]
    [InlineData("34.25", "34.25", Outcome.Exact, null)]
    [InlineData("34.25", "34.2549", Outcome.RoundingOk, null)]
    [InlineData("34.25", "34.245", Outcome.RoundingOk, null)]
    [InlineData("34.25", "34.255", Outcome.OtherRounding, Habit.Truncated)]
    [InlineData("34.25", "34.2599", Outcome.OtherRounding, Habit.Truncated)]
    [InlineData("34.25", "34.2401", Outcome.OtherRounding, Habit.Ceiling)]
    [InlineData("34.25", "34.24", Outcome.Inconsistent, null)]
    [InlineData("34.25", "34.26", Outcome.Inconsistent, null)]
    [InlineData("34.25", "34.5", Outcome.Inconsistent, null)]
    [InlineData("98.21000000000001", "98.21", Outcome.OtherRounding, Habit.FloatNoise)]
    [InlineData("33.333333333333336", "33.3333333333333333333", Outcome.OtherRounding, Habit.FloatNoise)]
    [InlineData("98.21000000000001", "98.22", Outcome.Inconsistent, null)]
    [InlineData("9", "8.62", Outcome.RoundingOk, null)]
    [InlineData("0", "0.4", Outcome.RoundingOk, null)]
    [InlineData("-5.25", "-5.2549", Outcome.RoundingOk, null)]
    public void The_strictest_reading_that_holds_is_named(string stated, string computed, Outcome outcome, Habit? habit)
    {
        var verdict = Ladder.Judge(Figure(stated), Exactly(Value(computed)));
        Assert.Equal((outcome, habit), (verdict.Outcome, verdict.Habit));
    }

    [Theory]
    [InlineData("62.0820", "620820", "10000")]
    [InlineData("620820", "62.0820", "0.0001")]
    [InlineData("620.82", "6208200", "10000")]
    [InlineData("620.82", "6208231.5", "10000")]
    [InlineData("0.9825", "98.25", "100")]
    [InlineData("98.25", "0.9825", "0.01")]
    [InlineData("982.5", "98.25", "0.1")]
    [InlineData("1", "10", "10")]
    public void A_slip_of_the_unit_is_named_with_its_factor(string stated, string computed, string factor)
    {
        var verdict = Ladder.Judge(Figure(stated), Exactly(Value(computed)));
        Assert.Equal((Outcome.UnitSlip, Value(factor)), (verdict.Outcome, verdict.Factor));
    }

    [Theory]
    [InlineData("1", "9")]
    [InlineData("0", "10")]
    [InlineData("620.82", "6209000")]
    [InlineData("34.25", "34250")]
    public void Chance_is_not_called_a_slip(string stated, string computed) =>
        Assert.Equal(Outcome.Inconsistent, Ladder.Judge(Figure(stated), Exactly(Value(computed))).Outcome);

    [Fact]
    public void A_column_that_shows_more_digits_makes_a_number_precise_unless_fewer_are_allowed()
    {
        var stated = Figure("9") with { Decimals = 2 };
        Assert.Equal(Outcome.Inconsistent, Ladder.Judge(stated, Exactly(8.62m)).Outcome);
        Assert.Equal(Habit.FewerDigits, Ladder.Judge(stated, Exactly(8.62m), allowFewerDigits: true).Habit);
        Assert.Equal(Outcome.Inconsistent, Ladder.Judge(stated, Exactly(8.42m), allowFewerDigits: true).Outcome);
    }

    [Fact]
    public void A_given_number_is_not_rounded() =>
        Assert.Equal(Outcome.Inconsistent, Ladder.Judge(Figure("100") with { IsExact = true }, Exactly(100.2m)).Outcome);

    [Fact]
    public void The_allowed_interval_is_what_could_be_stated()
    {
        var allowed = Ladder.Judge(Figure("10.00"), new Computation(9m, _ => new Interval(8.995m, 9.005m, false, true), [])).Allowed;
        Assert.Equal((8.99m, 9.01m), (allowed.Low, allowed.High));
    }

    private static Figure Figure(string text) => Core.Auditing.Figure.Of("/stated", NumberText.Read(text));

    private static decimal Value(string text) => NumberText.Read(text).Value!.Value;

    private static Computation Exactly(decimal value) => new(value, _ => Interval.Point(value), []);
}

using CsCheck;
using Extractor.Core.Auditing;

namespace Extractor.Core.Tests.Auditing;

public class IntervalTests
{
    private static readonly Gen<decimal> Number = Gen.Long[-1_000_000_000, 1_000_000_000].Select(digits => digits / 10_000m);

    private static readonly Gen<Interval> Stretch =
        Gen.Select(Number, Gen.Long[1, 1_000_000], Gen.Bool, Gen.Bool).Select((low, length, lowOpen, highOpen) => new Interval(low, low + (length / 10_000m), lowOpen, highOpen));

    /// <summary>An interval and a number inside it.</summary>
    private static readonly Gen<(Interval Interval, decimal Inside)> Member =
        Gen.Select(Stretch, Gen.Int[1, 99]).Select((interval, percent) => (interval, interval.Low + ((interval.High - interval.Low) * percent / 100)));

    [Theory]
    [InlineData(Rounding.HalfUp)]
    [InlineData(Rounding.Truncated)]
    [InlineData(Rounding.Ceiling)]
    public void The_interval_behind_a_rounded_number_contains_what_was_rounded(Rounding rounding) =>
        Gen.Select(Number, Gen.Int[0, 4]).Sample((number, decimals) =>
        {
            var rounded = Round(number, decimals, rounding);
            Assert.True(Interval.Behind(rounded, decimals, rounding).Contains(number), $"{number} -> {rounded}");
        });

    [Theory]
    [InlineData(Rounding.HalfUp)]
    [InlineData(Rounding.Truncated)]
    [InlineData(Rounding.Ceiling)]
    public void What_is_in_the_interval_behind_a_number_is_rounded_to_it(Rounding rounding) =>
        Gen.Select(Gen.Int[-10_000, 10_000], Gen.Int[0, 2], Gen.Int[-1_500, 1_500]).Sample((digits, decimals, offset) =>
        {
            var unit = (decimal)Math.Pow(10, -decimals);
            var (printed, number) = (digits * unit, (digits * unit) + (offset * unit / 1_000));
            Assert.Equal(Round(number, decimals, rounding) == printed, Interval.Behind(printed, decimals, rounding).Contains(number));
        });

    [Fact]
    public void Decimals_below_zero_are_whole_tens() =>
        Assert.Equal(new Interval(6_208_150, 6_208_250, false, true), Interval.Behind(6_208_200, -2, Rounding.HalfUp));

    [Fact]
    public void A_sum_is_in_the_sum_of_the_intervals() =>
        Gen.Select(Member, Member).Sample((left, right) => Assert.True((left.Interval + right.Interval).Contains(left.Inside + right.Inside)));

    [Fact]
    public void A_product_is_in_the_product_of_the_interval() =>
        Gen.Select(Member, Number).Sample((member, factor) => Assert.True((member.Interval * factor).Contains(member.Inside * factor)));

    [Fact]
    public void A_quotient_is_in_the_quotient_of_the_intervals() =>
        Gen.Select(Member, Member).Where(pair => pair.Item2.Interval.Low > 0).Sample((dividend, divisor) =>
            Assert.True((dividend.Interval / divisor.Interval).Contains(dividend.Inside / divisor.Inside)));

    [Fact]
    public void A_divisor_that_may_be_zero_is_refused() =>
        Assert.Throws<DivideByZeroException>(() => Interval.Point(1) / new Interval(0, 1));

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void Intervals_that_touch_meet_where_both_ends_are_closed(bool leftOpen, bool rightOpen, bool meet)
    {
        var (left, right) = (new Interval(1, 2, HighOpen: leftOpen), new Interval(2, 3, LowOpen: rightOpen));
        Assert.Equal(meet, left.Meets(right));
        Assert.Equal(meet, right.Meets(left));
    }

    [Fact]
    public void Intervals_meet_where_a_number_is_in_both() =>
        Gen.Select(Member, Stretch).Sample((member, other) =>
            Assert.True(!other.Contains(member.Inside) || (member.Interval.Meets(other) && other.Meets(member.Interval))));

    [Fact]
    public void Nothing_is_above_a_limit() =>
        Gen.Select(Member, Number).Sample((member, limit) =>
            Assert.True(member.Interval.AtMost(limit).Contains(Math.Min(member.Inside, limit))));

    [Fact]
    public void Nor_below_one() =>
        Gen.Select(Member, Number).Sample((member, limit) =>
            Assert.True(member.Interval.AtLeast(limit).Contains(Math.Max(member.Inside, limit))));

    private static decimal Round(decimal number, int decimals, Rounding rounding) => Math.Round(number, decimals, rounding switch
    {
        Rounding.HalfUp => MidpointRounding.AwayFromZero,
        Rounding.Truncated => MidpointRounding.ToZero,
        _ => MidpointRounding.ToPositiveInfinity,
    });
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extractor.Core.Auditing;

/// <summary>How well a stated number agrees with what the others give, from agreement to contradiction.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>Equal to the last digit.</summary>
    [JsonStringEnumMemberName("exact")] Exact,

    /// <summary>Rounding half up to the printed digits explains the difference.</summary>
    [JsonStringEnumMemberName("rounding-ok")] RoundingOk,

    /// <summary>Only another habit explains it: see <see cref="Habit"/>.</summary>
    [JsonStringEnumMemberName("other-rounding")] OtherRounding,

    /// <summary>A term is missing, and what is known does not decide.</summary>
    [JsonStringEnumMemberName("incomplete")] Incomplete,

    /// <summary>Off by a factor of 10, 100 or 10 000: a slip of the unit or of the decimal point.</summary>
    [JsonStringEnumMemberName("unit-slip")] UnitSlip,

    /// <summary>One doubtful cell, read otherwise, makes every relation hold that it is in.</summary>
    [JsonStringEnumMemberName("misread-likely")] MisreadLikely,

    /// <summary>Nothing known explains the difference.</summary>
    [JsonStringEnumMemberName("inconsistent")] Inconsistent,
}

/// <summary>What explains an <see cref="Outcome.OtherRounding"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Habit>))]
public enum Habit
{
    [JsonStringEnumMemberName("truncated")] Truncated,
    [JsonStringEnumMemberName("ceiling")] Ceiling,

    /// <summary>Binary floating point left a trail of digits: 98.21000000000001.</summary>
    [JsonStringEnumMemberName("float-noise")] FloatNoise,

    /// <summary>Rounded half up, but to fewer digits than its column shows.</summary>
    [JsonStringEnumMemberName("fewer-digits")] FewerDigits,
}

/// <summary>What other fields give for a stated number.</summary>
/// <param name="Value">From the numbers as printed.</param>
/// <param name="Range">From the numbers that may stand behind the printed ones.</param>
/// <param name="Operands">What it was computed from, in order.</param>
public sealed record Computation(decimal Value, Func<Rounding, Interval> Range, ImmutableArray<Figure> Operands);

/// <summary>The judgement of one relation.</summary>
/// <param name="Computation">What the stated number was held against.</param>
/// <param name="Factor">For <see cref="Outcome.UnitSlip"/>: computed by stated.</param>
/// <param name="Missing">For <see cref="Outcome.Incomplete"/>: the terms that are not there.</param>
public sealed record Verdict(
    Outcome Outcome, Figure Stated, Computation Computation, Habit? Habit, decimal? Factor, ImmutableArray<Figure> Missing)
{
    /// <summary>The numbers that could be stated, rounding half up.</summary>
    public Interval Allowed
    {
        get
        {
            var half = Stated.IsExact ? 0 : Decimals.Unit(Stated.Decimals) / 2;
            var range = Computation.Range(Rounding.HalfUp);
            return new Interval(range.Low - half, range.High + half, range.LowOpen || half > 0, range.HighOpen);
        }
    }

    /// <summary>The relation holds exactly or by rounding half up: there is nothing to report.</summary>
    public bool Holds => Outcome is Outcome.Exact or Outcome.RoundingOk;
}

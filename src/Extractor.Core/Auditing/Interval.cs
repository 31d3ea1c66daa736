namespace Extractor.Core.Auditing;

/// <summary>How a printed number may have come from the number behind it.</summary>
public enum Rounding
{
    /// <summary>To the nearest, a half away from zero: 四舍五入.</summary>
    HalfUp,

    /// <summary>Digits cut off, towards zero.</summary>
    Truncated,

    /// <summary>Up, towards positive infinity.</summary>
    Ceiling,
}

/// <summary>A stretch of decimals; an open end is not part of it.</summary>
/// <remarks>
/// Bounds are exact as long as they have at most 28 digits, which sums and products of printed numbers have. A quotient that
/// does not end is cut at 28 digits; that cannot change a comparison with a printed bound, which differs from it much earlier.
/// </remarks>
public readonly record struct Interval(decimal Low, decimal High, bool LowOpen = false, bool HighOpen = false)
{
    public static Interval Point(decimal value) => new(value, value);

    /// <summary>The numbers that are printed as <paramref name="value"/> with <paramref name="decimals"/> decimals under a rounding.</summary>
    public static Interval Behind(decimal value, int decimals, Rounding rounding)
    {
        var unit = Decimals.Unit(decimals);
        return rounding switch
        {
            Rounding.HalfUp => new(value - (unit / 2), value + (unit / 2), LowOpen: value <= 0, HighOpen: value >= 0),
            Rounding.Truncated => new(value > 0 ? value : value - unit, value < 0 ? value : value + unit, LowOpen: value <= 0, HighOpen: value >= 0),
            Rounding.Ceiling => new(value - unit, value, LowOpen: true),
            _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, null),
        };
    }

    public static Interval operator +(Interval left, Interval right) =>
        new(left.Low + right.Low, left.High + right.High, left.LowOpen || right.LowOpen, left.HighOpen || right.HighOpen);

    public static Interval operator *(Interval interval, decimal factor) => factor switch
    {
        > 0 => new(interval.Low * factor, interval.High * factor, interval.LowOpen, interval.HighOpen),
        < 0 => new(interval.High * factor, interval.Low * factor, interval.HighOpen, interval.LowOpen),
        _ => Point(0),
    };

    /// <summary>All quotients.</summary>
    /// <exception cref="DivideByZeroException">The divisor is not positive throughout.</exception>
    public static Interval operator /(Interval dividend, Interval divisor)
    {
        if (divisor.Low <= 0)
        {
            throw new DivideByZeroException("The divisor must be positive throughout.");
        }

        var (low, lowOpen) = dividend.Low >= 0 ? (divisor.High, divisor.HighOpen) : (divisor.Low, divisor.LowOpen);
        var (high, highOpen) = dividend.High >= 0 ? (divisor.Low, divisor.LowOpen) : (divisor.High, divisor.HighOpen);
        return new(
            dividend.Low / low, dividend.High / high,
            // Zero divided by anything is zero: only the dividend can leave it out.
            dividend.LowOpen || (lowOpen && dividend.Low != 0), dividend.HighOpen || (highOpen && dividend.High != 0));
    }

    public bool Contains(decimal value) =>
        (LowOpen ? value > Low : value >= Low) && (HighOpen ? value < High : value <= High);

    /// <summary>Some number is in both.</summary>
    public bool Meets(Interval other)
    {
        var (low, lowOpen) = Low > other.Low ? (Low, LowOpen) : Low < other.Low ? (other.Low, other.LowOpen) : (Low, LowOpen || other.LowOpen);
        var (high, highOpen) = High < other.High ? (High, HighOpen) : High > other.High ? (other.High, other.HighOpen) : (High, HighOpen || other.HighOpen);
        return low < high || (low == high && !lowOpen && !highOpen);
    }

    /// <summary>Each number, or the limit where it is above.</summary>
    public Interval AtMost(decimal limit) => new(
        Math.Min(Low, limit), Math.Min(High, limit), LowOpen && Low < limit, HighOpen && High <= limit);

    /// <summary>Each number, or the limit where it is below.</summary>
    public Interval AtLeast(decimal limit) => new(
        Math.Max(Low, limit), Math.Max(High, limit), LowOpen && Low >= limit, HighOpen && High > limit);
}

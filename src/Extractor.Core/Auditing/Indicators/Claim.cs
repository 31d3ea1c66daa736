namespace Extractor.Core.Auditing.Indicators;

/// <summary>What kind of thing a target or an actual value says.</summary>
internal enum ClaimKind
{
    /// <summary>Nothing, or a mark that stands for it.</summary>
    Nothing,

    /// <summary>A number, a bound, a range or an approximate number.</summary>
    Number,

    /// <summary>A day, month or year, or a time until then.</summary>
    Date,

    /// <summary>Words.</summary>
    Words,
}

/// <summary>How a number is meant.</summary>
internal enum ClaimForm
{
    Plain,
    Equal,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,

    /// <summary>90%-95%.</summary>
    Span,

    /// <summary>70人左右.</summary>
    About,
}

/// <summary>A target or an actual value, as far as it can be compared.</summary>
/// <param name="Text">As printed, without blanks.</param>
/// <param name="Range">The numbers that it allows; of a date, days as year × 10 000 + month × 100 + day.</param>
/// <param name="Unit">Of a number: what is counted, without 左右; empty where none is printed.</param>
internal sealed record Claim(ClaimKind Kind, ClaimForm Form, string Text, Interval Range, string Unit)
{
    public bool IsNumber => Kind == ClaimKind.Number;

    /// <summary>The number that is printed, of a bound as of a plain number; of a span, its lower end.</summary>
    public decimal Value => Form is ClaimForm.AtMost or ClaimForm.LessThan ? Range.High : Form == ClaimForm.About ? (Range.Low + Range.High) / 2 : Range.Low;

    /// <summary>A bound from below or above is printed.</summary>
    public bool IsBound => Form is ClaimForm.AtLeast or ClaimForm.MoreThan or ClaimForm.AtMost or ClaimForm.LessThan;
}

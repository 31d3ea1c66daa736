using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>An actual value that two forms do not have in common by chance: so many digits that it is no round number and not its target.</summary>
internal readonly record struct TellingValue(decimal Number, string Unit)
{
    /// <param name="fewestDigits">Of the number: the fewer, the more often two values agree by chance.</param>
    public static TellingValue? Of(BatchIndicator row, int fewestDigits) =>
        row.Actual is { IsNumber: true, Form: ClaimForm.Plain or ClaimForm.Equal } actual
        && Digits(actual.Value) >= fewestDigits
        && !(row.Target.IsNumber && row.Target.Value == actual.Value)
            ? new TellingValue(actual.Value, actual.Unit)
            : null;

    /// <summary>From the first digit that is not 0 to the last one.</summary>
    public static int Digits(decimal number)
    {
        var digits = Wording.Number(Math.Abs(number)).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits.Length;
    }
}

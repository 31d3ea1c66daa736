using Extractor.Core.Normalization;

namespace Extractor.Core.Auditing;

/// <summary>What a printed number may have been where it was misread in the ways that recognisers misread most: one digit, or the decimal point.</summary>
internal static class NearbyReadings
{
    private const string Digits = "0123456789";

    /// <summary>Longer texts are no numbers.</summary>
    private const int LongestText = 24;

    /// <summary>Each other reading once, as the text of the cell would be.</summary>
    public static IEnumerable<string> Of(string text)
    {
        if (text.Length > LongestText)
        {
            yield break;
        }

        var folded = PrintedText.Fold(text);
        var (first, last) = (folded.AsSpan().IndexOfAnyInRange('0', '9'), folded.AsSpan().LastIndexOfAnyInRange('0', '9'));
        for (var at = Math.Max(first, 0); at <= last; at++)
        {
            if (!char.IsAsciiDigit(folded[at]))
            {
                continue;
            }

            foreach (var digit in Digits)
            {
                // No number begins with a nought that is not its only digit before the point.
                var leads = digit == '0' && at == first && at < last && char.IsAsciiDigit(folded[at + 1]);
                if (digit != folded[at] && !leads)
                {
                    yield return $"{folded[..at]}{digit}{folded[(at + 1)..]}";
                }
            }
        }

        if (first >= 0 && NumberText.Parse(folded[first..(last + 1)]) is PrintedNumber number && number.Value != 0 && Math.Abs(number.Value) < 1e12m)
        {
            foreach (var factor in new[] { 0.1m, 0.01m, 10m, 100m })
            {
                yield return $"{folded[..first]}{Wording.Number(number.Value * factor)}{folded[(last + 1)..]}";
            }
        }
    }
}

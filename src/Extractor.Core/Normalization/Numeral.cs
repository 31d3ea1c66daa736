namespace Extractor.Core.Normalization;

/// <summary>Digits at one place of a text, with thousands separators and a decimal point.</summary>
/// <param name="Digits">The digits as one whole number, leading zeros gone.</param>
/// <param name="Decimals">How many of them stand after the point.</param>
/// <param name="End">Where the numeral ends in the text.</param>
internal readonly record struct Numeral(decimal Digits, int Decimals, int End)
{
    /// <summary>Digits that every decimal holds exactly, whichever they are.</summary>
    private const int MostDigits = 28;

    /// <summary>Takes the longest run of digits, commas and points; null with the problem where it is not one number.</summary>
    /// <param name="text">Folded to ASCII.</param>
    public static Numeral? Scan(string text, int start, out NumberProblem? problem)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.'))
        {
            end++;
        }

        if (end == start)
        {
            problem = NumberProblem.NotANumber;
            return null;
        }

        var run = text[start..end];
        var point = run.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? run : run[..point];
        var fraction = point < 0 ? "" : run[(point + 1)..];
        var digits = (whole.Replace(",", "", StringComparison.Ordinal) + fraction).TrimStart('0');
        problem = !run.AsSpan().ContainsAnyInRange('0', '9') ? NumberProblem.NotANumber
            : fraction.Contains('.', StringComparison.Ordinal) ? NumberProblem.SecondPoint
            : !IsGrouped(whole) || fraction.Contains(',', StringComparison.Ordinal) ? NumberProblem.BrokenGrouping
            : digits.Length > MostDigits || fraction.Length > MostDigits ? NumberProblem.TooLong
            : null;
        return problem is null
            ? new Numeral(Value(digits), fraction.Length, end)
            : null;
    }

    private static decimal Value(string digits)
    {
        // Most numbers have fewer digits than a long holds.
        var head = Math.Min(digits.Length, 18);
        var small = 0L;
        for (var i = 0; i < head; i++)
        {
            small = (small * 10) + (digits[i] - '0');
        }

        decimal value = small;
        for (var i = head; i < digits.Length; i++)
        {
            value = (value * 10) + (digits[i] - '0');
        }

        return value;
    }

    /// <summary>The number, shifted right by some more decimals (2 for a percentage), without trailing zeros; null where a decimal cannot hold it.</summary>
    public decimal? ToDecimal(bool negative, int shift)
    {
        var (digits, decimals) = (Digits, Decimals + shift);
        if (decimals > MostDigits)
        {
            return null;
        }

        while (decimals > 0 && digits % 10 == 0)
        {
            (digits, decimals) = (digits / 10, decimals - 1);
        }

        var bits = decimal.GetBits(digits);
        return new decimal(bits[0], bits[1], bits[2], negative && digits != 0, (byte)decimals);
    }

    private static bool IsGrouped(string whole)
    {
        var groups = whole.Split(',');
        return groups.Length == 1
            || (groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(group => group.Length == 3));
    }
}

using System.Globalization;

namespace Extractor.Pipeline.Delivery.Xlsx;

/// <summary>How a cell shows its number.</summary>
/// <param name="Decimals">From 0 to <see cref="MostDecimals"/>.</param>
/// <param name="IsGrouped">With commas between thousands.</param>
/// <param name="IsPercent">As a percentage: 0.3426 as 34.26%.</param>
public readonly record struct NumberShape(int Decimals, bool IsGrouped, bool IsPercent)
{
    public const int MostDecimals = 8;

    /// <summary>A spreadsheet keeps this many digits of a number, and silently drops the others.</summary>
    private const int SafeDigits = 15;

    /// <summary>The shape in which a document prints its number: its decimals, its commas and its sign of per cent.</summary>
    /// <param name="printed">Null where nothing says how: with the decimals that the value has.</param>
    public static NumberShape Of(decimal value, string? printed)
    {
        var percent = printed is not null && (printed.Contains('%', StringComparison.Ordinal) || printed.Contains('％', StringComparison.Ordinal));
        var needed = Math.Max(0, value.Scale - (percent ? 2 : 0));
        return new NumberShape(
            Math.Min(MostDecimals, Math.Max(needed, printed is null ? 0 : PrintedDecimals(printed))),
            printed is not null && (printed.Contains(',', StringComparison.Ordinal) || printed.Contains('，', StringComparison.Ordinal)),
            percent);
    }

    /// <summary>Can a spreadsheet hold the number, and this shape show it, without losing a digit?</summary>
    public bool Holds(decimal value)
    {
        var digits = Math.Abs(value).ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits.Length <= SafeDigits && value.Scale - (IsPercent ? 2 : 0) <= MostDecimals;
    }

    /// <summary>As number formats are written: <c>#,##0.00</c>.</summary>
    internal string Format => (IsGrouped ? "#,##0" : "0") + (Decimals > 0 ? "." + new string('0', Decimals) : "") + (IsPercent ? "%" : "");

    private static int PrintedDecimals(string printed)
    {
        var point = printed.AsSpan().IndexOfAny('.', '．');
        var decimals = 0;
        while (point >= 0 && point + 1 + decimals < printed.Length && char.IsDigit(printed[point + 1 + decimals]))
        {
            decimals++;
        }

        return decimals;
    }
}

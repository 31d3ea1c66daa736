using System.Buffers;
using System.Globalization;

namespace Extractor.Pipeline.Delivery.Exports;

/// <summary>
/// Texts that a spreadsheet program would run as a formula get a <c>'</c> before them (OWASP, CSV injection; ASVS 1.2.10);
/// <see cref="Plain"/> takes it away again. A text that is a signed number runs nothing and stays as it is.
/// </summary>
public static class CsvText
{
    private static readonly SearchValues<char> Dangerous = SearchValues.Create("=+-@\t\r\n\0＝＋－＠");

    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.,");

    public static string Defused(string text) => IsDangerous(text) && !IsSignedNumber(text) ? "'" + text : text;

    /// <summary>The text as it was before <see cref="Defused"/>.</summary>
    public static string Plain(string field) => field.StartsWith('\'') && IsDangerous(field) ? field[1..] : field;

    /// <summary>Also behind such a mark, so that a text that has one already is told from one that was given it.</summary>
    private static bool IsDangerous(string text)
    {
        var bare = text.AsSpan().TrimStart('\'');
        return bare.Length > 0 && Dangerous.Contains(bare[0]);
    }

    private static bool IsSignedNumber(string text)
    {
        var digits = text.AsSpan().TrimEnd('%');
        return digits is ['+' or '-', >= '0' and <= '9', ..]
            && !digits[1..].ContainsAnyExcept(InNumbers)
            && text.Length - digits.Length <= 1
            && decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out _);
    }
}

using System.Buffers;
using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>Reads a number as Chinese budget forms print it: a reading, or a reason why not; never a guess.</summary>
/// <remarks>
/// A number is an optional sign, digits (grouped by commas in threes or not at all), an optional point and decimals, and
/// optionally a unit of amounts, points or rates. Full-width characters count as their ASCII ones. A minus is printed as
/// a sign or as brackets around the bare number. The value is the number as printed: 620.82万元 is 620.82, the unit beside it;
/// only % and ‰ are taken into the value.
/// </remarks>
public static class NumberText
{
    private static readonly string[] Units = ["", "元", "千元", "万", "万元", "百万元", "千万元", "亿元", "分"];

    /// <summary>The text with the blanks of line wraps removed, and its value where it is a number.</summary>
    public static NumberReading Read(string text) =>
        new(PrintedText.Tighten(text), Parse(text) is PrintedNumber number ? number.Value : null);

    /// <summary>The number that the text says, or why it says none.</summary>
    public static NumberParse Parse(string text)
    {
        var tight = PrintedText.Tighten(text);
        if (IsNothing(tight))
        {
            return new NoNumber(NumberProblem.Nothing);
        }

        var folded = PrintedText.Fold(tight);
        var bracketed = folded is ['(', .., ')'];
        var body = bracketed ? folded[1..^1] : folded.TrimOne("+-");
        var negative = bracketed || folded[0] == '-';
        if (Numeral.Scan(body, 0, out var problem) is not { } numeral)
        {
            return new NoNumber(problem ?? NumberProblem.NotANumber);
        }

        var unit = body[numeral.End..];
        if (unit is [' ', >= '0' and <= '9', ..])
        {
            return new NoNumber(NumberProblem.BlankInside);
        }

        var shift = unit switch { "%" => 2, "‰" => 3, _ => 0 };
        if (shift == 0 && !(bracketed ? unit.Length == 0 : Units.Contains(unit)))
        {
            return new NoNumber(NumberProblem.NotANumber);
        }

        return numeral.ToDecimal(negative, shift) is { } value
            ? new PrintedNumber(value, numeral.Decimals + shift, unit)
            : new NoNumber(NumberProblem.TooLong);
    }

    /// <summary>An empty cell, or one of the marks that forms print for nothing.</summary>
    private static bool IsNothing(string tight) =>
        tight == "无" || !tight.AsSpan().ContainsAnyExcept(Nothing);

    private static readonly SearchValues<char> Nothing = SearchValues.Create("-－−–—―─/／\\＼");

    private static string TrimOne(this string text, string signs) => signs.Contains(text[0], StringComparison.Ordinal) ? text[1..] : text;
}

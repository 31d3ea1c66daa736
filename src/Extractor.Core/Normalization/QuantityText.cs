using System.Globalization;
using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>Reads the target or the actual value of an indicator: a comparator, a number and a unit, or a text.</summary>
/// <remarks>
/// Only a text that is one quantity from end to end has a value. Ranges (90%-95%), ratios (1:2), dates (2021年12月完成, 6月底前),
/// two values side by side and sentences keep their text and have none. 90%以上 and 3天以内 include their bound, as 以上, 以下
/// and 以内 do in the Civil Code (art. 1259), so they are read as ≥ 90 % and ≤ 3 天. 70人左右 is 70 with the unit 人左右.
/// </remarks>
public static class QuantityText
{
    private const int LongestUnit = 8;

    /// <summary>How the comparators are printed, longer ones before those that begin them.</summary>
    private static readonly (string Printed, string Comparator)[] Comparators =
    [
        (">=", "≥"), ("=>", "≥"), ("≥", "≥"), ("≧", "≥"), ("⩾", "≥"), ("≮", "≥"),
        ("<=", "≤"), ("=<", "≤"), ("≤", "≤"), ("≦", "≤"), ("⩽", "≤"), ("≯", "≤"),
        (">", ">"), ("<", "<"), ("=", "="),
        ("大于或等于", "≥"), ("大于等于", "≥"), ("高于或等于", "≥"), ("不少于", "≥"), ("不低于", "≥"), ("不小于", "≥"), ("至少", "≥"),
        ("小于或等于", "≤"), ("小于等于", "≤"), ("低于或等于", "≤"), ("不超过", "≤"), ("不高于", "≤"), ("不大于", "≤"), ("不多于", "≤"), ("至多", "≤"),
        ("大于", ">"), ("超过", ">"), ("高于", ">"), ("多于", ">"), ("小于", "<"), ("低于", "<"), ("少于", "<"), ("等于", "="),
    ];

    private static readonly (string Printed, string Comparator)[] Bounds =
    [
        ("及以上", "≥"), ("以上", "≥"), ("及以下", "≤"), ("以下", "≤"), ("以内", "≤"), ("之内", "≤"),
    ];

    public static QuantityReading Read(string text)
    {
        var printed = PrintedText.Unwrap(text);
        return Parse(PrintedText.Fold(PrintedText.Tighten(text)), printed) ?? new QuantityReading(printed, null, null, null);
    }

    /// <summary>A quantity that is printed in cells of its own: 指标性质 ≥, 指标值 95, 度量单位 %.</summary>
    /// <param name="text">The cells joined as they stand.</param>
    public static QuantityReading Read(string text, string nature, string value, string unit)
    {
        var number = Read(value);
        var mark = PrintedText.Fold(PrintedText.Tighten(nature));
        var comparator = Array.Find(Comparators, known => known.Printed == mark).Comparator;
        return number.Value is null
            ? new QuantityReading(PrintedText.Unwrap(text), null, null, null)
            : new QuantityReading(
                PrintedText.Unwrap(text), number.Comparator ?? comparator, number.Value,
                number.Unit ?? (PrintedText.Tighten(unit) is { Length: > 0 } printed && NumberText.Parse(printed) is not NoNumber { Problem: NumberProblem.Nothing } ? printed : null));
    }

    private static QuantityReading? Parse(string folded, string printed)
    {
        var bare = folded.TrimEnd(';', '。', ',', '、');
        var bracketed = bare is ['(', .., ')'];
        var text = bracketed ? bare[1..^1] : bare;
        var (mark, comparator) = Array.Find(Comparators, known => text.StartsWith(known.Printed, StringComparison.Ordinal));
        var start = mark?.Length ?? 0;
        var negative = start < text.Length && text[start] == '-';
        if (Numeral.Scan(text, negative ? start + 1 : start, out _) is not { } numeral
            || numeral.ToDecimal(negative, 0) is not { } value)
        {
            return null;
        }

        var rest = text[numeral.End..];
        var (suffix, bound) = Array.Find(Bounds, known => rest.EndsWith(known.Printed, StringComparison.Ordinal));
        var unit = suffix is null ? rest : rest[..^suffix.Length];
        // Brackets around a bare number may be a minus or nothing at all.
        if ((bracketed && comparator is null && rest.Length == 0)
            || !IsUnit(unit) || IsDate(numeral, unit, comparator) || !Agree(comparator, bound))
        {
            return null;
        }

        return new QuantityReading(printed, comparator ?? bound, value, unit.Length == 0 ? null : unit);
    }

    /// <summary>A short word or symbol: Chinese, or Latin, but not both (5G网络 is a name), and without digits.</summary>
    private static bool IsUnit(string unit) =>
        unit.Length <= LongestUnit && IsWord(WithoutBracket(unit));

    private static bool IsWord(string unit) =>
        unit.All(character => character is '%' or '/' || char.IsLetter(character) || IsSymbol(character))
        && !(unit.Any(char.IsAsciiLetter) && unit.Any(character => char.IsLetter(character) && !char.IsAsciiLetter(character)));

    /// <summary>台(套), 羽(头): what is counted, and what else it is called.</summary>
    private static string WithoutBracket(string unit) =>
        unit is [_, .., '(', not '含' and not '约', ')'] ? unit[..^3] : unit;

    private static bool IsSymbol(char character) =>
        character == '‰' || char.GetUnicodeCategory(character) is UnicodeCategory.OtherSymbol or UnicodeCategory.OtherNumber;

    /// <summary>A year, or a month or day that no comparator makes a duration.</summary>
    private static bool IsDate(Numeral numeral, string unit, string? comparator) =>
        (unit.StartsWith('年') && numeral is { Decimals: 0, Digits: >= 1900 and <= 2100 })
        || (comparator is null && unit is ['月' or '日' or '号', ..]);

    private static bool Agree(string? comparator, string? bound) =>
        comparator is null || bound is null || comparator == bound || (comparator, bound) is (">", "≥") or ("<", "≤");
}

using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Extractor.Core.Auditing.Indicators;

/// <summary>A number in running text.</summary>
/// <param name="Text">With its unit.</param>
/// <param name="Clause">The words around it, to the next punctuation mark on either side.</param>
internal sealed record TextNumber(string Text, decimal Value, string Unit, string Clause)
{
    public int SignificantDigits { get; init; }
}

/// <summary>Finds the numbers with units in running text.</summary>
internal static partial class TextNumbers
{
    private const int LongestText = 4_000;

    private static readonly char[] Marks = ['，', '。', '；', '、', ',', ';', '\n', '：', ':', '（', '）', '(', ')'];

    public static List<TextNumber> Of(string? text)
    {
        var found = new List<TextNumber>();
        if (text is null || text.Length > LongestText || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return found;
        }

        foreach (var match in NumberWithUnit().EnumerateMatches(text))
        {
            var number = text.AsSpan(match.Index, match.Length);
            var unit = number.IndexOfAnyExcept(InNumbers);
            if (!decimal.TryParse(number[..unit], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, NumberFormatInfo.InvariantInfo, out var value))
            {
                continue;
            }

            var start = match.Index == 0 ? 0 : text.LastIndexOfAny(Marks, match.Index - 1) + 1;
            var end = text.IndexOfAny(Marks, match.Index + match.Length);
            found.Add(new TextNumber(number.ToString(), value, number[unit..].ToString(), text[start..(end < 0 ? text.Length : end)])
            {
                SignificantDigits = Significant(number[..unit]),
            });
        }

        return found;
    }

    /// <summary>Digits without the zeros before the first and behind the last that is none.</summary>
    private static int Significant(ReadOnlySpan<char> number)
    {
        var digits = 0;
        foreach (var character in number.Trim("0.,"))
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
        }

        return digits;
    }

    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789.,");

    /// <summary>Units that things are counted in; the rest of a word is no unit.</summary>
    [GeneratedRegex(
        "(?<![0-9A-Za-z.])(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]{1,6})?|[0-9]{1,12}(?:\\.[0-9]{1,6})?)(?:百万元|千元|万元|亿元|元|万人次|万人|人次|人|户|个|场次|场|次|家|所|座|台|套|辆|件|项|名|公里|平方米|万亩|亩|米|吨|期|篇|册|本|部|批次|批|%|％)(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumberWithUnit();
}

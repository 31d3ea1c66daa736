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

        foreach (Match match in NumberWithUnit().Matches(text))
        {
            var digits = match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal);
            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, NumberFormatInfo.InvariantInfo, out var value))
            {
                continue;
            }

            var start = match.Index == 0 ? 0 : text.LastIndexOfAny(Marks, match.Index - 1) + 1;
            var end = text.IndexOfAny(Marks, match.Index + match.Length);
            found.Add(new TextNumber(match.Value, value, match.Groups["u"].Value, text[start..(end < 0 ? text.Length : end)])
            {
                SignificantDigits = digits.Replace(".", "", StringComparison.Ordinal).Trim('0').Length,
            });
        }

        return found;
    }

    /// <summary>Units that things are counted in; the rest of a word is no unit.</summary>
    [GeneratedRegex(
        "(?<![0-9A-Za-z.])(?<n>[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]{1,6})?|[0-9]{1,12}(?:\\.[0-9]{1,6})?)(?<u>百万元|千元|万元|亿元|元|万人次|万人|人次|人|户|个|场次|场|次|家|所|座|台|套|辆|件|项|名|公里|平方米|万亩|亩|米|吨|期|篇|册|本|部|批次|批|%|％)(?![0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumberWithUnit();
}

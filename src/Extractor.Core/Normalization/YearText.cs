using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Finds the year that a title or a line names.</summary>
public static class YearText
{
    private const string ChineseDigits = "〇一二三四五六七八九";

    /// <summary>Given a printed text, returns the first year in it that 年 follows (2022年度, ( 2022 年度), 二〇二二年), or null.</summary>
    public static int? Find(string text)
    {
        var key = LabelKey.Of(text);
        for (var end = key.IndexOf('年'); end >= 0; end = key.IndexOf('年', end + 1))
        {
            if (end >= 4 && Digits(key.AsSpan(end - 4, 4)) is { } year && year is >= 1990 and <= 2099)
            {
                return year;
            }
        }

        // 年度:2024 and 2024 alone in its brackets
        var bare = key.Trim('(', ')');
        bare = bare.StartsWith("年度:", StringComparison.Ordinal) ? bare[3..] : bare;
        return bare.Length == 4 && Digits(bare) is >= 1990 and <= 2099 and var alone ? alone : null;
    }

    private static int? Digits(ReadOnlySpan<char> four)
    {
        var value = 0;
        foreach (var c in four)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : ChineseDigits.IndexOf(c is '零' or '○' or 'O' ? '〇' : c);
            if (digit < 0)
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return value;
    }
}

using System.Buffers;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Texts that a blank form has, or that stand for nothing.</summary>
internal static class BlankText
{
    /// <summary>Nothing, or a mark that stands for it: a dash, a slash, dots.</summary>
    public static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && "/／-－—–―_…·.．。、;；".IndexOf(c, StringComparison.Ordinal) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Blank, or the name of an indicator as the blank form prints it: 指标2：.</summary>
    public static bool IsPlaceholder(string text)
    {
        if (IsBlank(text))
        {
            return true;
        }

        if (text.Length > LongestPlaceholder)
        {
            return false;
        }

        var key = LabelKey.Of(text).AsSpan().TrimStart("(").TrimEnd(")…./");
        key = key.TrimEnd(":");
        return key.StartsWith("指标") && key[2..].IndexOfAnyExcept(Numbers) < 0;
    }

    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789一二三四五六七八九十nN");

    private const int LongestPlaceholder = 12;
}

using System.Text;

namespace Extractor.Pipeline.Delivery.Xlsx;

/// <summary>
/// Texts as a spreadsheet stores them: what XML cannot hold stands as <c>_xHHHH_</c> (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring),
/// and a text that only looks so has its underscore escaped.
/// </summary>
public static class XlsxText
{
    /// <summary>What a cell can hold, in UTF-16 units.</summary>
    public const int Longest = 32767;

    private const string CutMark = "…";

    /// <summary>A text that is too long for a cell is cut, and ends with an ellipsis; lone surrogates become U+FFFD.</summary>
    public static string Encode(string text)
    {
        text = Cut(text);
        StringBuilder? encoded = null;
        for (var i = 0; i < text.Length; i++)
        {
            var replacement = Replacement(text, i);
            if (replacement is null)
            {
                encoded?.Append(text[i]);
                continue;
            }

            encoded ??= new StringBuilder(text, 0, i, text.Length + 16);
            encoded.Append(replacement);
        }

        return encoded?.ToString() ?? text;
    }

    private static string? Replacement(string text, int at) => text[at] switch
    {
        '\t' or '\n' => null,
        < ' ' or '\uFFFE' or '\uFFFF' => $"_x{(int)text[at]:X4}_",
        '_' when LooksEncoded(text.AsSpan(at)) => "_x005F_",
        var unit when char.IsHighSurrogate(unit) => at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? null : "\uFFFD",
        var unit when char.IsLowSurrogate(unit) => at > 0 && char.IsHighSurrogate(text[at - 1]) ? null : "\uFFFD",
        _ => null,
    };

    private static bool LooksEncoded(ReadOnlySpan<char> text) =>
        text is ['_', 'x' or 'X', var a, var b, var c, var d, '_', ..]
        && char.IsAsciiHexDigit(a) && char.IsAsciiHexDigit(b) && char.IsAsciiHexDigit(c) && char.IsAsciiHexDigit(d);

    private static string Cut(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        var end = Longest - CutMark.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + CutMark;
    }
}

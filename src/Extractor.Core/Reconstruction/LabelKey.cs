using System.Text;

namespace Extractor.Core.Reconstruction;

/// <summary>What makes two printed labels the same: no blanks, one form of each punctuation mark, no colon at the end.</summary>
public static class LabelKey
{
    /// <summary>Longer texts are no labels and no titles.</summary>
    public const int LongestLabel = 60;

    /// <summary>The key of a text that may be a label; empty where it is too long for one.</summary>
    public static string OfLabel(string text) => text.Length > LongestLabel ? "" : Of(text);

    /// <summary>Given a printed text, returns its key; empty for a text of blanks and colons.</summary>
    public static string Of(string text)
    {
        if (IsKey(text))
        {
            return text;
        }

        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsBlank(c))
            {
                key.Append(Plain(c));
            }
        }

        while (key.Length > 0 && key[^1] == ':')
        {
            key.Length--;
        }

        return key.ToString();
    }

    /// <summary>Most labels are printed as their own key.</summary>
    private static bool IsKey(string text)
    {
        foreach (var c in text)
        {
            if (IsBlank(c) || Plain(c) != c)
            {
                return false;
            }
        }

        return !text.EndsWith(':');
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff';

    /// <summary>A key without what stands in brackets at its end: 年初预算数(A) is 年初预算数.</summary>
    public static string WithoutBracket(string key)
    {
        var open = key.EndsWith(')') ? key.LastIndexOf('(') : -1;
        return open > 0 ? key[..open] : key;
    }

    /// <summary>Full-width forms (U+FF01 to U+FF5E) to ASCII, as NFKC does; Chinese brackets and commas that stand for ASCII ones.</summary>
    private static char Plain(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        '、' => ',',
        '【' or '〔' or '［' => '[',
        '】' or '〕' or '］' => ']',
        '﹕' or '∶' => ':',
        _ => c,
    };
}

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

    /// <summary>Units of money, each before those that it ends with.</summary>
    internal static readonly string[] MoneyUnits = ["万元", "亿元", "千元", "元"];

    /// <summary>
    /// A key without what stands in brackets at its end: 年初预算数(A) is 年初预算数. So is 年初预算数万元): a recogniser may pass
    /// over the bracket that opens, and only a unit of money is known for what it is without it.
    /// </summary>
    public static string WithoutBracket(string key)
    {
        if (!key.EndsWith(')'))
        {
            return key;
        }

        var open = key.LastIndexOf('(');
        var unit = open < 0 ? Array.Find(MoneyUnits, unit => key.EndsWith(unit + ')', StringComparison.Ordinal)) : null;
        var end = unit is null ? open : key.Length - unit.Length - 1;
        return end > 0 ? key[..end] : key;
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

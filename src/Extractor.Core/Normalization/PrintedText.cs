using System.Text;

namespace Extractor.Core.Normalization;

/// <summary>Printed text made comparable: what was wrapped is joined, and width variants are one character.</summary>
internal static class PrintedText
{
    /// <summary>
    /// The text without line breaks and the blanks around them; one blank stays between two Latin words. No blank at either end.
    /// </summary>
    public static string Unwrap(string text) => Join(text, static (before, after, broken, blanks) =>
        !broken ? blanks : char.IsAsciiLetter(before) && char.IsAsciiLetter(after) ? " " : "");

    /// <summary>
    /// <see cref="Unwrap"/>, and without any other blank except between two Latin letters or digits, where leaving it out
    /// could make one number or word of two.
    /// </summary>
    public static string Tighten(string text) => Join(text, static (before, after, broken, _) =>
        broken ? char.IsAsciiLetter(before) && char.IsAsciiLetter(after) ? " " : ""
        : char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after) ? " " : "");

    /// <summary>The full-width and small forms of ASCII characters as ASCII, and the typographic minus signs as a hyphen; as long as the text.</summary>
    public static string Fold(string text) => !IsAny(text, static character => Fold(character) != character) ? text : string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            folded[i] = Fold(source[i]);
        }
    });

    /// <summary>Is any character so? Most texts are looked through and left as they are.</summary>
    private static bool IsAny(string text, Func<char, bool> isSo)
    {
        foreach (var character in text)
        {
            if (isSo(character))
            {
                return true;
            }
        }

        return false;
    }

    private static char Fold(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '−' or '–' or '﹣' => '-',
        '﹪' => '%',
        '﹤' => '<',
        '﹥' => '>',
        '﹦' or '═' => '=',
        _ => character,
    };

    private static string Join(string text, Func<char, char, bool, string, string> between)
    {
        if (!IsAny(text, static character => char.IsWhiteSpace(character) || IsInvisible(character)))
        {
            return text;
        }

        var joined = new StringBuilder(text.Length);
        var blanks = new StringBuilder();
        var broken = false;
        foreach (var character in text)
        {
            if (IsInvisible(character))
            {
                continue;
            }

            if (char.IsWhiteSpace(character))
            {
                broken |= character is '\n' or '\r' or '\u2028' or '\u2029';
                blanks.Append(character);
                continue;
            }

            if (blanks.Length > 0 && joined.Length > 0)
            {
                joined.Append(between(Fold(joined[^1]), Fold(character), broken, blanks.ToString()));
            }

            blanks.Clear();
            broken = false;
            joined.Append(character);
        }

        return joined.ToString();
    }

    /// <summary>Zero-width characters and the soft hyphen, which text layers carry and nobody sees.</summary>
    private static bool IsInvisible(char character) => character is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD';
}

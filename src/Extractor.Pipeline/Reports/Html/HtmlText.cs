using System.Globalization;
using System.Text;

namespace Extractor.Pipeline.Reports.Html;

/// <summary>Makes text of strangers into HTML that shows it, in an element or between the double quotes of an attribute.</summary>
internal static class HtmlText
{
    /// <summary>
    /// Besides the characters of markup, whatever cannot be seen and yet changes what is seen, such as marks that turn
    /// the direction of writing, is shown by its number.
    /// </summary>
    public static void Encode(string text, StringBuilder html)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                case '\n' or '\t' or '\r':
                    html.Append(' ');
                    break;
                default:
                    if (IsUnseen(rune))
                    {
                        html.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
                    }
                    else
                    {
                        html.Append(rune.ToString());
                    }

                    break;
            }
        }
    }

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

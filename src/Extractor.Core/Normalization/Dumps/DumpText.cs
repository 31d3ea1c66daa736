using System.Text;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>Cleans what other extractors leave in a cell: markup, entities, and the blanks of line wraps.</summary>
internal static class DumpText
{
    private static readonly string[] BlockTags = ["p", "div", "br", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "ul", "ol", "table"];

    private static readonly (string Entity, string Text)[] Entities =
        [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&amp;", "&")];

    /// <summary>The paragraphs of a cell, clean, without empty ones: a tag that ends a block parts two of them.</summary>
    public static IReadOnlyList<string> Paragraphs(string cell)
    {
        if (cell.Length == 0)
        {
            return [];
        }

        var bare = cell.Contains('<', StringComparison.Ordinal) ? WithoutTags(cell) : cell;
        foreach (var (entity, text) in Entities)
        {
            bare = bare.Replace(entity, text, StringComparison.OrdinalIgnoreCase);
        }

        return [.. bare.Split('\n').Select(Unwrapped).Where(paragraph => paragraph.Length > 0)];
    }

    /// <summary>Without the blanks at its ends and those that a line wrap left between two Chinese characters.</summary>
    private static string Unwrapped(string text)
    {
        var trimmed = text.Trim([' ', '\t', '\r', '\u00a0', '\u3000', '\ufeff', '\u200b']);
        var clean = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (!char.IsWhiteSpace(trimmed[i]))
            {
                clean.Append(trimmed[i]);
                continue;
            }

            var next = i;
            while (char.IsWhiteSpace(trimmed[next]))
            {
                next++;
            }

            if (!(IsChinese(clean[^1]) && IsChinese(trimmed[next])))
            {
                clean.Append(trimmed, i, next - i);
            }

            i = next - 1;
        }

        return clean.ToString();
    }

    /// <summary>Ideographs and full-width punctuation, between which nobody types a blank.</summary>
    private static bool IsChinese(char character) => character is >= '\u2e80' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\uff00' and <= '\uffef' or '“' or '”' or '‘' or '’';

    /// <summary>Tags taken out, those of blocks as line feeds. A &lt; that opens no tag (&lt;90%) stays.</summary>
    private static string WithoutTags(string text)
    {
        var bare = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && TagAt(text, i) is { } tag)
            {
                if (BlockTags.Contains(tag.Name, StringComparer.OrdinalIgnoreCase))
                {
                    bare.Append('\n');
                }

                i = tag.End;
            }
            else
            {
                bare.Append(text[i]);
            }
        }

        return bare.ToString();
    }

    private static (string Name, int End)? TagAt(string text, int start)
    {
        var name = start + 1 < text.Length && text[start + 1] == '/' ? start + 2 : start + 1;
        var after = name;
        while (after < text.Length && char.IsAsciiLetterOrDigit(text[after]))
        {
            after++;
        }

        var end = text.IndexOf('>', after);
        return after > name && char.IsAsciiLetter(text[name]) && end >= 0 && (end == after || text[after] is ' ' or '/')
            ? (text[name..after], end)
            : null;
    }
}

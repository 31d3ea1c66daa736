using System.Buffers;

namespace Extractor.Core.Normalization;

/// <summary>A label and its value in one text: 填报日期：2021年3月1日.</summary>
internal readonly record struct InlineLabel(string Label, string Value)
{
    private const int Longest = 20;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("，。；、,;.");

    /// <summary>Parts a text at its first colon, where a short label stands before and something after it.</summary>
    public static InlineLabel? Of(string text)
    {
        var colon = text.AsSpan().IndexOfAny(':', '：');
        return colon is > 0 and <= Longest && colon < text.Length - 1 && text.AsSpan(0, colon).IndexOfAny(Punctuation) < 0 && !char.IsDigit(text[colon - 1])
            && text[(colon + 1)..].Trim() is { Length: > 0 } value
            ? new InlineLabel(text[..colon].Trim(), value)
            : null;
    }

    /// <summary>All labels with values that stand side by side on a line, parted by blanks.</summary>
    public static IEnumerable<InlineLabel> AllOf(string line)
    {
        string? label = null;
        var value = "";
        foreach (var token in line.Split((char[])[' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = token.AsSpan().IndexOfAny(':', '：');
            if (colon > 0)
            {
                if (label is not null)
                {
                    yield return new InlineLabel(label, value);
                }

                (label, value) = (token[..colon], token[(colon + 1)..]);
            }
            else
            {
                value = label is null || value.Length == 0 ? token : value + " " + token;
            }
        }

        if (label is not null)
        {
            yield return new InlineLabel(label, value);
        }
    }
}

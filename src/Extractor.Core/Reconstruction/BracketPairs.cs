using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// Brackets that open in one recognised line and close in another are of one width. At the end of a narrow line nothing shows
/// how wide one is; a reader of pages cannot look at the other one where that stands on the next page.
/// </summary>
internal static class BracketPairs
{
    private const string Opening = "(（", Closing = ")）";

    /// <summary>The lines with the bracket of the less sure line as the other one of its pair is; where both are as sure, they stay.</summary>
    public static ImmutableArray<TextLine> Alike(ImmutableArray<TextLine> lines)
    {
        var open = new Stack<(int Line, int At)>();
        var alike = lines;
        foreach (var (index, line) in lines.Index())
        {
            for (var at = 0; at < line.Text.Length; at++)
            {
                if (Opening.Contains(line.Text[at]))
                {
                    open.Push((index, at));
                }
                else if (Closing.Contains(line.Text[at]) && open.TryPop(out var opened))
                {
                    var (first, last) = (Opening.IndexOf(lines[opened.Line].Text[opened.At]), Closing.IndexOf(line.Text[at]));
                    var (surer, other) = (lines[opened.Line].Confidence, line.Confidence);
                    alike = first == last || surer == other ? alike
                        : surer > other ? Changed(alike, index, at, Closing[first])
                        : Changed(alike, opened.Line, opened.At, Opening[last]);
                }
            }
        }

        return alike;
    }

    private static ImmutableArray<TextLine> Changed(ImmutableArray<TextLine> lines, int line, int at, char bracket) =>
        lines.SetItem(line, lines[line] with { Text = string.Concat(lines[line].Text.AsSpan(0, at), [bracket], lines[line].Text.AsSpan(at + 1)) });
}

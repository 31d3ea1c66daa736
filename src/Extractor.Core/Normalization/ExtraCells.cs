using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>What is printed in a form and no field claims: kept by its label, so that nothing is dropped silently.</summary>
internal static class ExtraCells
{
    public static ImmutableArray<LabelledText> Read(FormRegion region, FieldLog log)
    {
        var extra = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        for (var row = region.FirstRow; row < region.EndRow; row++)
        {
            var left = region.StartingIn(row).RemoveAll(log.IsClaimed);
            for (var i = 0; i < left.Length; i++)
            {
                if (left[i].Text.Length == 0)
                {
                    continue;
                }

                var hasValue = i + 1 < left.Length && left[i + 1].Column == left[i].EndColumn;
                var label = Unique(extra, left[i].Text);
                log.Understand(left[i]);
                extra.Add(label, hasValue ? log.Take("/extra/" + Escaped(label), [left[i + 1]]) : "");
                i += hasValue ? 1 : 0;
            }
        }

        return [.. extra.Select(pair => new LabelledText(pair.Key, pair.Value))];
    }

    private static string Unique(OrderedDictionary<string, string> extra, string label)
    {
        var unique = label;
        for (var n = 2; extra.ContainsKey(unique); n++)
        {
            unique = $"{label} ({n})";
        }

        return unique;
    }

    /// <summary>RFC 6901, section 3.</summary>
    private static string Escaped(string label) =>
        label.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

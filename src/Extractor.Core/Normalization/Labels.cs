using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>A set of labels that mean one thing.</summary>
internal sealed class Labels
{
    private readonly ImmutableHashSet<string> keys;

    public Labels(ImmutableArray<string> labels) => keys = [.. labels.Select(LabelKey.Of)];

    /// <summary>Is the printed text one of them: alone, with something in brackets after it, or after 其中?</summary>
    public bool Match(string text)
    {
        if (text.Length is 0 or > 40)
        {
            return false;
        }

        var key = LabelKey.Of(text);
        return Known(key)
            || (key.StartsWith("其中", StringComparison.Ordinal) && Known(key[2..].TrimStart(':')))
            || (key.Length > 2 && key[1] is '.' or ',' && Known(key[2..]));
    }

    private bool Known(string key) => keys.Contains(key) || keys.Contains(LabelKey.WithoutBracket(key));
}

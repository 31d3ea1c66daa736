using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>A set of labels that mean one thing.</summary>
internal sealed class Labels
{
    private const int Longest = 40;

    private readonly HashSet<string> keys = new(StringComparer.Ordinal);

    public Labels(ImmutableArray<string> labels) => keys.UnionWith(labels.Select(LabelKey.Of));

    /// <summary>Is the printed text one of them: alone, with something in brackets after it, or after 其中?</summary>
    public bool Match(TableCell cell) => cell.Text.Length is > 0 and <= Longest && MatchKey(cell.Key);

    /// <inheritdoc cref="Match(TableCell)"/>
    public bool Match(string text) => text.Length is > 0 and <= Longest && MatchKey(LabelKey.Of(text));

    private bool MatchKey(string key)
    {
        return Known(key)
            || (key.StartsWith("其中", StringComparison.Ordinal) && Known(key[2..].TrimStart(':')))
            || (key.Length > 2 && key[1] is '.' or ',' && Known(key[2..]));
    }

    private bool Known(string key) => keys.Contains(key) || (LabelKey.WithoutBracket(key) is var bare && bare.Length < key.Length && keys.Contains(bare));
}

namespace Extractor.Core.Reconstruction;

/// <summary>Texts that only stand at the beginning of a row.</summary>
internal static class RowBeginnings
{
    private const string Numbered = "指标";

    /// <summary>指标2：…, the number that templates give each row; and …… alone, which stands for rows to come.</summary>
    public static bool Is(string text)
    {
        var key = LabelKey.Of(text);
        return HasNumber(key) || (key.Length > 0 && key.All(c => c is '…' or '.' or '·' or '⋯'));
    }

    /// <summary>指标2：… alone of these.</summary>
    public static bool IsNumbered(string text) => HasNumber(LabelKey.Of(text));

    private static bool HasNumber(string key)
    {
        if (!key.StartsWith(Numbered, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = key.AsSpan(Numbered.Length);
        var digits = rest.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : rest.Length;
        return digits > 0 && (digits == rest.Length || rest[digits] is ':' or '.' or ',');
    }
}

namespace Extractor.Core.Reconstruction;

/// <summary>How far two texts are from one another.</summary>
public static class EditDistance
{
    /// <summary>Insertions, removals and replacements (Levenshtein, 1966) as a share of the longer text; 0 of two empty ones.</summary>
    public static double Share(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var longest = Math.Max(one.Length, other.Length);
        if (longest == 0)
        {
            return 0;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], row[j]) + 1);
            }
        }

        return (double)row[^1] / longest;
    }
}

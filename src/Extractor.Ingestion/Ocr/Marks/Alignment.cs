using System.Collections.Immutable;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>Which character of a text stands for which of another one, by the fewest insertions, removals and replacements (Levenshtein, 1966).</summary>
internal static class Alignment
{
    /// <summary>For each character of the first text its place in the second; null where that cannot be said, since the characters beside it are not those beside it there.</summary>
    public static ImmutableArray<int?> Of(string read, string printed)
    {
        var pairs = Pairs(read, printed);
        bool IsSure(int at, int place, int step) =>
            at + step < 0 || at + step >= read.Length
                ? place + step < 0 || place + step >= printed.Length
                : pairs[at + step] is { } beside && beside == place + step && (read[at] == printed[place] || read[at + step] == printed[beside]);
        return [.. pairs.Select((place, at) => place is { } there && IsSure(at, there, -1) && IsSure(at, there, 1) ? place : null)];
    }

    private static int?[] Pairs(string read, string printed)
    {
        var costs = new int[read.Length + 1, printed.Length + 1];
        for (var i = 0; i <= read.Length; i++)
        {
            for (var j = 0; j <= printed.Length; j++)
            {
                costs[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(costs[i - 1, j - 1] + (read[i - 1] == printed[j - 1] ? 0 : 1), Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
            }
        }

        var pairs = new int?[read.Length];
        for (var (i, j) = (read.Length, printed.Length); i > 0 && j > 0;)
        {
            if (costs[i, j] == costs[i - 1, j - 1] + (read[i - 1] == printed[j - 1] ? 0 : 1))
            {
                (i, j) = (i - 1, j - 1);
                pairs[i] = j;
            }
            else
            {
                (i, j) = costs[i, j] == costs[i - 1, j] + 1 ? (i - 1, j) : (i, j - 1);
            }
        }

        return pairs;
    }
}

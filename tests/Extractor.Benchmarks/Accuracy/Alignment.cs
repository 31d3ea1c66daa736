namespace Extractor.Benchmarks;

/// <summary>Which of the things found is which of the things stated.</summary>
internal static class Alignment
{
    /// <summary>For each stated key the place of the found one, or -1: one by one where there are as many, else in order, as many alike as possible.</summary>
    public static int[] Of(IReadOnlyList<string> stated, IReadOnlyList<string> found)
    {
        if (stated.Count == found.Count)
        {
            return [.. Enumerable.Range(0, stated.Count)];
        }

        // The longest common subsequence, from the end.
        var alike = new int[stated.Count + 1, found.Count + 1];
        for (var i = stated.Count - 1; i >= 0; i--)
        {
            for (var j = found.Count - 1; j >= 0; j--)
            {
                alike[i, j] = stated[i] == found[j] ? alike[i + 1, j + 1] + 1 : Math.Max(alike[i + 1, j], alike[i, j + 1]);
            }
        }

        var places = new int[stated.Count];
        for (int i = 0, j = 0; i < stated.Count; i++)
        {
            while (j < found.Count && stated[i] != found[j] && alike[i, j + 1] == alike[i, j])
            {
                j++;
            }

            places[i] = j < found.Count && stated[i] == found[j] ? j++ : -1;
        }

        return places;
    }
}

using System.Collections.Immutable;

namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>
/// Maps scores to probabilities and keeps their order: the shares of right answers in pools of examples, joined where a higher
/// score had a lower share (pool adjacent violators; Zadrozny and Elkan, 2002), straight between the pools.
/// </summary>
/// <param name="Points">Rising in both; empty for the identity.</param>
internal sealed record IsotonicCurve(ImmutableArray<(double Score, double Probability)> Points)
{
    /// <param name="smallestPool">Fewer examples say too little.</param>
    public static IsotonicCurve Fit(IEnumerable<(double Score, bool Outcome)> examples, int smallestPool)
    {
        var pools = new List<Pool>();
        foreach (var chunk in examples.OrderBy(example => example.Score).Chunk(smallestPool))
        {
            // What is left over at the end goes into the last pool.
            var pool = new Pool(chunk.Sum(example => example.Score), chunk.Count(example => example.Outcome), chunk.Length);
            if (chunk.Length < smallestPool && pools.Count > 0)
            {
                pool += pools[^1];
                pools.RemoveAt(pools.Count - 1);
            }

            while (pools.Count > 0 && pools[^1].Share >= pool.Share)
            {
                pool += pools[^1];
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return new IsotonicCurve([.. pools.Select(pool => (pool.Score, pool.Share))]);
    }

    public double At(double score)
    {
        if (Points.IsEmpty)
        {
            return score;
        }

        var after = 0;
        while (after < Points.Length && Points[after].Score < score)
        {
            after++;
        }

        if (after == 0 || after == Points.Length)
        {
            return Points[Math.Min(after, Points.Length - 1)].Probability;
        }

        var (from, to) = (Points[after - 1], Points[after]);
        return from.Probability + ((to.Probability - from.Probability) * (score - from.Score) / (to.Score - from.Score));
    }

    /// <summary>Examples of like scores.</summary>
    private readonly record struct Pool(double ScoreSum, int Right, int Count)
    {
        public double Score => ScoreSum / Count;

        /// <summary>As if one more had been right and one more wrong (Laplace): a few examples make nothing certain.</summary>
        public double Share => (Right + 1.0) / (Count + 2.0);

        public static Pool operator +(Pool a, Pool b) => new(a.ScoreSum + b.ScoreSum, a.Right + b.Right, a.Count + b.Count);
    }
}

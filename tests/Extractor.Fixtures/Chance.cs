using System.Globalization;

namespace Extractor.Fixtures;

/// <summary>
/// Seeded random draws: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
/// Written here because the sequence of <see cref="Random"/> is not promised between versions of .NET.
/// </summary>
public sealed class Chance(ulong seed)
{
    private readonly ulong seed = seed;
    private ulong state = seed;

    /// <summary>A stream of its own for one purpose: what is drawn elsewhere does not shift it.</summary>
    public Chance Fork(string purpose)
    {
        // FNV-1a over the purpose, started from this stream's seed.
        var hash = unchecked(seed ^ 14695981039346656037UL);
        foreach (var letter in purpose)
        {
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        return new Chance(Mix(hash));
    }

    public Chance Fork(string purpose, int number) => Fork(purpose + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>A fraction of one, in 10,000 steps: exact as a decimal.</summary>
    public decimal Fraction() => Between(0, 9999) / 10000m;

    public bool Percent(int percent) => Between(1, 100) <= percent;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    /// <summary>Up to <paramref name="count"/> different items, in a drawn order.</summary>
    public IReadOnlyList<T> Sample<T>(IEnumerable<T> items, int count)
    {
        var left = items.ToList();
        for (var i = 0; i < left.Count - 1; i++)
        {
            var j = Between(i, left.Count - 1);
            (left[i], left[j]) = (left[j], left[i]);
        }

        return left.Take(count).ToList();
    }

    /// <summary>64 random bits, for draws that are made by the million.</summary>
    public ulong Bits() => Next();

    /// <summary>A length or a strength, in 10,000 steps from one end to the other.</summary>
    public double Within(double low, double high) => low + ((high - low) * (double)Fraction());

    private ulong Next()
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        return Mix(state);
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}

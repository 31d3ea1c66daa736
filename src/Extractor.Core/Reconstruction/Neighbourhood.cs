namespace Extractor.Core.Reconstruction;

/// <summary>Looks at each item of a sequence together with those near it, while no more than those are held.</summary>
internal static class Neighbourhood
{
    /// <summary>Given items in order, returns one result for each, in order, as soon as the items after it are there.</summary>
    /// <param name="reach">How many items before and after it are looked at; fewer at either end.</param>
    /// <param name="map">Takes the items around, and the place of the item among them.</param>
    public static IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, int reach, Func<IReadOnlyList<T>, int, TResult> map)
    {
        var around = new List<T>((2 * reach) + 1);
        var at = 0;
        foreach (var item in items)
        {
            around.Add(item);
            if (around.Count - at <= reach)
            {
                continue;
            }

            yield return map(around, at);
            Advance();
        }

        while (at < around.Count)
        {
            yield return map(around, at);
            Advance();
        }

        void Advance()
        {
            if (at < reach)
            {
                at++;
            }
            else
            {
                around.RemoveAt(0);
            }
        }
    }
}

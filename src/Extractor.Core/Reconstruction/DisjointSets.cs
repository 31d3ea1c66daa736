namespace Extractor.Core.Reconstruction;

/// <summary>Which of n things belong together, after any number of unions (Tarjan 1975, path halving).</summary>
internal sealed class DisjointSets
{
    private readonly int[] parent;

    public DisjointSets(int count)
    {
        parent = new int[count];
        for (var i = 0; i < count; i++)
        {
            parent[i] = i;
        }
    }

    public int Find(int item)
    {
        while (parent[item] != item)
        {
            parent[item] = parent[parent[item]];
            item = parent[item];
        }

        return item;
    }

    /// <summary>The smaller representative wins, so that the result does not depend on the order of unions.</summary>
    public void Union(int a, int b)
    {
        a = Find(a);
        b = Find(b);
        parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}

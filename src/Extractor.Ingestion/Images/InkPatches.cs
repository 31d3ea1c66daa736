namespace Extractor.Ingestion.Images;

/// <summary>Ink that hangs together, by edges of its pixels.</summary>
/// <param name="Area">How many of the box's pixels are its own.</param>
internal readonly record struct InkPatch(PixelBox Box, int Area);

/// <summary>Finds the patches of a picture in one pass over its rows.</summary>
internal static class InkPatches
{
    public static IEnumerable<InkPatch> Find(Bitmap picture)
    {
        var (above, below) = (new List<(int From, int To, int Patch)>(), new List<(int From, int To, int Patch)>());
        var parents = new List<int>();
        var patches = new List<InkPatch>();
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Row(y);
            below.Clear();
            var next = 0;
            for (var x = row.IndexOf((byte)1); x >= 0 && x < row.Length;)
            {
                var length = row[x..].IndexOf((byte)0);
                var end = length < 0 ? row.Length : x + length;
                var patch = -1;
                while (next < above.Count && above[next].To <= x)
                {
                    next++;
                }

                for (var i = next; i < above.Count && above[i].From < end; i++)
                {
                    var other = Root(above[i].Patch);
                    patch = patch < 0 || patch == other ? other : United(patch, other);
                }

                var run = new InkPatch(new PixelBox(x, y, end, y + 1), end - x);
                if (patch < 0)
                {
                    patch = patches.Count;
                    patches.Add(run);
                    parents.Add(patch);
                }
                else
                {
                    patches[patch] = Both(patches[patch], run);
                }

                below.Add((x, end, patch));
                var more = end < row.Length ? row[end..].IndexOf((byte)1) : -1;
                x = more < 0 ? -1 : end + more;
            }

            (above, below) = (below, above);
        }

        return patches.Where((_, patch) => parents[patch] == patch);

        int Root(int patch)
        {
            while (parents[patch] != patch)
            {
                patch = parents[patch] = parents[parents[patch]];
            }

            return patch;
        }

        int United(int one, int other)
        {
            parents[other] = one;
            patches[one] = Both(patches[one], patches[other]);
            return one;
        }
    }

    private static InkPatch Both(InkPatch one, InkPatch other) => new(
        new PixelBox(
            Math.Min(one.Box.Left, other.Box.Left), Math.Min(one.Box.Top, other.Box.Top),
            Math.Max(one.Box.Right, other.Box.Right), Math.Max(one.Box.Bottom, other.Box.Bottom)),
        one.Area + other.Area);
}

namespace Extractor.Ingestion.Images;

/// <summary>Finds rulings that are drawn as dashes or dots: small flat patches of ink in a row, that stand free of one another.</summary>
internal static class DashedLines
{
    /// <summary>All in inches. A dash is at most this long, and this thick.</summary>
    private const double LongestDash = 0.14, ThickestDash = 0.04;

    /// <summary>From a dash to the next; where rulings cross, the patch is no dash, and a gap is left.</summary>
    private const double WidestGap = 0.24;

    /// <summary>Shorter rows of dots are an ellipsis.</summary>
    private const double Shortest = 0.5;

    private const int FewestDashes = 6;

    /// <summary>Of a ruling, dashes are at least this part; grains of dust in a row are less.</summary>
    private const double LeastInk = 0.3;

    /// <summary>Less than this, in pixels, is dust.</summary>
    private const int LeastArea = 4;

    /// <summary>Pixels by which a dash may lie off the ruling.</summary>
    private const double Waver = 2;

    public static List<PixelLine> Find(Bitmap picture, double dotsPerInch)
    {
        var patches = Patches(picture, (int)(LongestDash * dotsPerInch));
        var lines = new List<PixelLine>();
        foreach (var isHorizontal in (ReadOnlySpan<bool>)[true, false])
        {
            PixelBox Turned(PixelBox box) => isHorizontal ? box : new PixelBox(box.Top, box.Left, box.Bottom, box.Right);
            var dashes = patches.Where(patch => patch.Area >= LeastArea).Select(patch => Turned(patch.Box))
                .Where(box => box.Height <= ThickestDash * dotsPerInch && box.Width <= LongestDash * dotsPerInch && box.Width >= box.Height - 1);
            lines.AddRange(Rows(dashes, dotsPerInch).Select(row => row with { IsHorizontal = isHorizontal }));
        }

        return lines;
    }

    private static IEnumerable<PixelLine> Rows(IEnumerable<PixelBox> dashes, double dotsPerInch)
    {
        var open = new List<Row>();
        var done = new List<Row>();
        foreach (var dash in dashes.OrderBy(dash => dash.Left))
        {
            open.RemoveAll(row =>
            {
                var ends = dash.Left - row.To > WidestGap * dotsPerInch;
                if (ends)
                {
                    done.Add(row);
                }

                return ends;
            });
            var middle = (dash.Top + dash.Bottom) / 2.0;
            if (open.Find(row => Math.Abs(row.Here - middle) <= Waver) is { } before)
            {
                before.Add(dash);
            }
            else
            {
                open.Add(new Row(dash));
            }
        }

        return done.Concat(open)
            .Where(row => row.Count >= FewestDashes && row.To - row.From >= Shortest * dotsPerInch && row.Ink >= LeastInk * (row.To - row.From))
            .Select(row => new PixelLine(true, row.Middle, row.From - row.Pitch, row.To + row.Pitch, row.Thickness));
    }

    /// <summary>Dashes in a row.</summary>
    private sealed class Row(PixelBox first)
    {
        private double _middles = (first.Top + first.Bottom) / 2.0;
        private double _thickness = first.Height;

        public int From { get; } = first.Left;

        public int To { get; private set; } = first.Right;

        public int Ink { get; private set; } = first.Width;

        public int Count { get; private set; } = 1;

        public double Middle => _middles / Count;

        /// <summary>From a dash to the next. In a corner the last dash of two rulings is one patch, and none of theirs.</summary>
        public int Pitch => (To - From) / Count;

        /// <summary>Where its last dashes are: of a page that does not lie quite flat, a row may rise or fall by a little.</summary>
        public double Here { get; private set; } = (first.Top + first.Bottom) / 2.0;

        public double Thickness => _thickness / Count;

        public void Add(PixelBox dash)
        {
            To = Math.Max(To, dash.Right);
            Here += ((dash.Top + dash.Bottom) / 2.0 - Here) / 3;
            Ink += dash.Width;
            _middles += (dash.Top + dash.Bottom) / 2.0;
            _thickness += dash.Height;
            Count++;
        }
    }

    /// <summary>Connected patches of ink that are made of runs no longer than a dash.</summary>
    private static IEnumerable<(PixelBox Box, int Area)> Patches(Bitmap picture, int longestRun)
    {
        var (above, below) = (new List<(int From, int To, int Patch)>(), new List<(int From, int To, int Patch)>());
        var parents = new List<int>();
        var patches = new List<(PixelBox Box, int Area)>();
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

                var run = (Box: new PixelBox(x, y, end, y + 1), Area: end - x > longestRun ? int.MinValue / 2 : end - x);
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

    /// <summary>An area that has become hopelessly negative stays so: the patch holds a run that is no dash.</summary>
    private static (PixelBox Box, int Area) Both((PixelBox Box, int Area) one, (PixelBox Box, int Area) other) => (
        new PixelBox(
            Math.Min(one.Box.Left, other.Box.Left), Math.Min(one.Box.Top, other.Box.Top),
            Math.Max(one.Box.Right, other.Box.Right), Math.Max(one.Box.Bottom, other.Box.Bottom)),
        (int)Math.Max(int.MinValue / 2, (long)one.Area + other.Area));
}

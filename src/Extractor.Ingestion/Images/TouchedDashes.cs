namespace Extractor.Ingestion.Images;

/// <summary>
/// Dashes of upright rulings that letters touch from one side. A patch of ink is one with the letter; but down a column of
/// pixels a dash is as long as those that stand free, and on its other side is paper.
/// </summary>
internal static class TouchedDashes
{
    /// <summary>Columns of one dash begin and end together, and one dash is as long as another, but for so many pixels, or such a share of its length.</summary>
    private const int Waver = 1;
    private const double OfKind = 0.2;

    /// <summary>Pixels of a dash at either side that blur makes shorter.</summary>
    private const int Edge = 1;

    /// <param name="kinds">How long and thick the free dashes of the page are, in pixels.</param>
    public static List<PixelBox> Find(Bitmap picture, IReadOnlyCollection<(int Length, int Thickness)> kinds)
    {
        if (kinds.Count == 0)
        {
            return [];
        }

        var (open, found) = (new List<PixelBox>(), new List<PixelBox>());
        foreach (var column in Columns(picture, kinds).GroupBy(run => run.Left).OrderBy(column => column.Key))
        {
            found.AddRange(open.Where(box => box.Right < column.Key));
            open.RemoveAll(box => box.Right < column.Key);
            foreach (var run in column)
            {
                var before = open.FindIndex(box => box.Right == run.Left && Math.Abs(box.Top - run.Top) <= Waver && Math.Abs(box.Bottom - run.Bottom) <= Waver);
                if (before < 0)
                {
                    open.Add(run);
                }
                else
                {
                    open[before] = open[before] with { Right = run.Right };
                }
            }
        }

        return [.. found.Concat(open).Where(box => kinds.Any(kind => box.Width - kind.Thickness is >= -(2 * Edge) and <= Waver && IsAsLong(box.Height, kind.Length)) && IsFree(picture, box))];
    }

    /// <summary>Runs of ink down single columns that are as long as a dash.</summary>
    private static IEnumerable<PixelBox> Columns(Bitmap picture, IReadOnlyCollection<(int Length, int Thickness)> kinds)
    {
        var (least, most) = (kinds.Min(kind => kind.Length) / 2, 2 * kinds.Max(kind => kind.Length));
        var starts = new int[picture.Width];
        for (var y = 0; y <= picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                if (y < picture.Height && picture.Ink[(y * picture.Width) + x] == 1)
                {
                    continue;
                }

                var (start, length) = (starts[x], y - starts[x]);
                starts[x] = y + 1;
                if (length >= least && length <= most && kinds.Any(kind => IsAsLong(length, kind.Length)))
                {
                    yield return new PixelBox(x, start, x + 1, y);
                }
            }
        }
    }

    private static bool IsAsLong(int length, int other) => Math.Abs(length - other) <= Math.Max(Waver, OfKind * other);

    /// <summary>Whether paper is on one side of it all along, but for its blurred edge.</summary>
    private static bool IsFree(Bitmap picture, PixelBox box)
    {
        return IsPaper(box.Left - Edge - 2) || IsPaper(box.Right + Edge);

        bool IsPaper(int left) => !picture.HasInk(box with { Left = left, Right = left + 2 });
    }
}

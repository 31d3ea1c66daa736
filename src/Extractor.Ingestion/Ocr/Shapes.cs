using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>What can be measured of the ink of a character where a recogniser's eye is too coarse.</summary>
internal static class Shapes
{
    /// <summary>A row that belongs to a bar has ink on this share of the width of its character.</summary>
    private const double Bar = 0.7;

    /// <summary>Above a bar there is less ink than on this share of the width, though the stroke above it may run into it.</summary>
    private const double Waist = 0.55;

    /// <summary>How many patches of paper the ink encloses: 2 in %, 3 in ‰. Patches of fewer pixels than that are specks.</summary>
    public static int Holes(Bitmap ink, PixelBox box, int leastPixels)
    {
        var (width, height) = (box.Width + 2, box.Height + 2);
        var seen = new bool[width * height];
        bool IsInk(int x, int y) => x > 0 && y > 0 && x < width - 1 && y < height - 1 && ink.Ink[((box.Top + y - 1) * ink.Width) + box.Left + x - 1] == 1;
        Fill(0, 0);
        var holes = 0;
        for (var y = 1; y < height - 1; y++)
        {
            for (var x = 1; x < width - 1; x++)
            {
                holes += !seen[(y * width) + x] && !IsInk(x, y) && Fill(x, y) >= leastPixels ? 1 : 0;
            }
        }

        return holes;

        int Fill(int startX, int startY)
        {
            var (count, open) = (0, new Stack<(int X, int Y)>());
            open.Push((startX, startY));
            while (open.TryPop(out var at))
            {
                if (at.X < 0 || at.Y < 0 || at.X >= width || at.Y >= height || seen[(at.Y * width) + at.X] || IsInk(at.X, at.Y))
                {
                    continue;
                }

                seen[(at.Y * width) + at.X] = true;
                count++;
                open.Push((at.X - 1, at.Y));
                open.Push((at.X + 1, at.Y));
                open.Push((at.X, at.Y - 1));
                open.Push((at.X, at.Y + 1));
            }

            return count;
        }
    }

    /// <summary>Whether a bar stands under the rest of the ink, with thinner ink or paper between: as in ≤ and ≥.</summary>
    public static bool HasBarBelow(Bitmap ink, PixelBox box)
    {
        var widths = Widths(ink, box);
        var lowest = Array.FindLastIndex(widths, width => width >= Bar * box.Width);
        if (lowest < box.Height * 3 / 4)
        {
            return false;
        }

        while (lowest >= 0 && widths[lowest] >= Bar * box.Width)
        {
            lowest--;
        }

        // Above the bar of ≥ its stroke runs out to one side.
        return lowest > box.Height / 3 && widths.Skip(box.Height / 3).Take(lowest - (box.Height / 3) + 1).Min() < Waist * box.Width;
    }

    /// <summary>
    /// Whether the ink above such a bar, or all of it, is one angle: '&lt;' points to the left, '&gt;' to the right; null where
    /// it is something else. Its middle goes to one side down to half its height, and back.
    /// </summary>
    public static char? Angle(Bitmap ink, PixelBox box, bool hasBar)
    {
        var bottom = hasBar ? box.Top + (box.Height * 3 / 4) : box.Bottom;
        var middles = new List<double>();
        for (var y = box.Top; y < bottom; y++)
        {
            var (sum, count) = (0, 0);
            foreach (var (x, sample) in ink.Row(y)[box.Left..box.Right].ToArray().Index())
            {
                (sum, count) = (sum + (x * sample), count + sample);
            }

            // Each row of an angle holds one stroke.
            if (count == 0 || (!hasBar && count > Bar * box.Width))
            {
                return null;
            }

            middles.Add((double)sum / count / box.Width);
        }

        const double Apex = 0.3;
        if (middles.Count < 8)
        {
            return null;
        }

        var (first, tip, last) = (middles[1], middles[middles.Count / 2], middles[^2]);
        return tip - first > Apex && tip - last > Apex ? '>' : first - tip > Apex && last - tip > Apex ? '<' : null;
    }

    /// <summary>The bound that the ink is: an angle, with a bar under it or without; null where it is something else.</summary>
    public static char? Bound(Bitmap ink, PixelBox box)
    {
        var hasBar = HasBarBelow(ink, box);
        return Angle(ink, box, hasBar) switch
        {
            '<' => hasBar ? '≤' : '<',
            '>' => hasBar ? '≥' : '>',
            _ => null,
        };
    }

    /// <summary>Whether the ink is two bars, one above the other.</summary>
    public static bool IsEqualsSign(Bitmap ink, PixelBox box)
    {
        const double LeastGap = 0.15;
        var rows = Widths(ink, box);
        var widths = rows.SkipWhile(width => width == 0).Reverse().SkipWhile(width => width == 0).Reverse().ToArray();
        var gap = Array.FindIndex(widths, width => width < LeastGap * box.Width);
        var end = gap < 0 ? -1 : Array.FindIndex(widths, gap, width => width >= LeastGap * box.Width);
        return gap > 0 && end > gap && widths[..gap].Max() >= Bar * box.Width && widths[end..].Max() >= Bar * box.Width
            && Array.TrueForAll(widths[end..], width => width >= LeastGap * box.Width);
    }

    /// <summary>Whether the ink is two dots, one above the other, as large as each other and with more paper between than they are high.</summary>
    /// <param name="largest">Side of a dot, in pixels.</param>
    public static bool IsColon(Bitmap ink, PixelBox box, double largest)
    {
        const double AsLarge = 0.6;
        var rows = Widths(ink, box);
        var (first, last) = (Array.FindIndex(rows, width => width > 0), Array.FindLastIndex(rows, width => width > 0));
        if (first < 0 || box.Width > largest)
        {
            return false;
        }

        var upper = Array.FindIndex(rows, first, width => width == 0) - first;
        var lower = last - Array.FindLastIndex(rows, last, width => width == 0);
        var between = last + 1 - first - upper - lower;
        return upper > 0 && Math.Max(upper, lower) is var larger && larger <= largest && Math.Min(upper, lower) >= AsLarge * larger && between >= larger
            && !rows.AsSpan(first + upper, between).ContainsAnyExcept(0);
    }

    /// <summary>Whether the ink is one stroke from the lower left to the upper right: the middles of its rows lie along a line that leans so.</summary>
    public static bool IsSlash(Bitmap ink, PixelBox box)
    {
        const double Thin = 0.6, LeastLean = 0.2, LeastCorrelation = 0.93, LeastRows = 0.85;
        double n = 0, sumX = 0, sumY = 0, sumXX = 0, sumYY = 0, sumXY = 0;
        for (var up = 0; up < box.Height; up++)
        {
            var row = ink.Row(box.Bottom - 1 - up)[box.Left..box.Right];
            var (first, last) = (row.IndexOf((byte)1), row.LastIndexOf((byte)1));
            if (first < 0)
            {
                // Dust may have made the box a little higher than the stroke.
                continue;
            }

            if (last - first + 1 > Thin * box.Width)
            {
                return false;
            }

            var x = (first + last) / 2.0;
            (n, sumX, sumY) = (n + 1, sumX + x, sumY + up);
            (sumXX, sumYY, sumXY) = (sumXX + (x * x), sumYY + ((double)up * up), sumXY + (x * up));
        }

        var (varianceX, varianceY, covariance) = ((n * sumXX) - (sumX * sumX), (n * sumYY) - (sumY * sumY), (n * sumXY) - (sumX * sumY));
        return n >= Math.Max(6, LeastRows * box.Height) && varianceX > 0 && covariance >= LeastLean * varianceY && covariance >= LeastCorrelation * Math.Sqrt(varianceX * varianceY);
    }

    /// <summary>Parts the ink at the first gap from a column on: what is before it and what is behind; null where there is none.</summary>
    public static (PixelBox Before, PixelBox Behind)? Parted(Bitmap ink, PixelBox box, int from)
    {
        bool HasInk(int x, int y) => ink.Ink[(y * ink.Width) + x] == 1;
        bool IsEmpty(int x) => !Enumerable.Range(box.Top, box.Height).Any(y => HasInk(x, y));
        var end = box.Left + from;
        while (end < box.Right && !IsEmpty(end))
        {
            end++;
        }

        var start = end;
        while (start < box.Right && IsEmpty(start))
        {
            start++;
        }

        if (start >= box.Right)
        {
            return null;
        }

        var rows = Enumerable.Range(box.Top, box.Height).Where(y => ink.Row(y)[start..box.Right].IndexOf((byte)1) >= 0).ToArray();
        return (box with { Right = end }, new PixelBox(start, rows[0], box.Right, rows[^1] + 1));
    }

    /// <summary>Parts the ink at the last gap that leaves so many columns behind it; null where there is none.</summary>
    public static (PixelBox Before, PixelBox Behind)? PartedBehind(Bitmap ink, PixelBox box, int behind)
    {
        bool IsEmpty(int x) => Enumerable.Range(box.Top, box.Height).All(y => ink.Row(y)[x] == 0);
        var start = box.Right - behind;
        while (start > box.Left && !IsEmpty(start - 1))
        {
            start--;
        }

        return start > box.Left ? Parted(ink, box, start - 1 - box.Left) is var (before, rest) ? (PlacedLine.Tight(ink, before), rest) : null : null;
    }

    /// <summary>The pieces of ink with empty columns between them, from left to right, each tight around its ink.</summary>
    /// <param name="gap">So many empty columns part nothing.</param>
    public static List<PixelBox> Runs(Bitmap ink, PixelBox box, int gap)
    {
        var runs = new List<PixelBox>();
        var (from, to) = (-1, -1);
        for (var x = box.Left; x <= box.Right; x++)
        {
            var isInk = x < box.Right && Enumerable.Range(box.Top, box.Height).Any(y => ink.Row(y)[x] == 1);
            if (from >= 0 && (x == box.Right || (isInk && x - to > gap)))
            {
                runs.Add(PlacedLine.Tight(ink, box with { Left = from, Right = to }));
                from = -1;
            }

            (from, to) = isInk ? (from < 0 ? x : from, x + 1) : (from, to);
        }

        return runs;
    }

    /// <summary>By row, how much ink there is.</summary>
    private static int[] Widths(Bitmap ink, PixelBox box)
    {
        var widths = new int[box.Height];
        for (var y = 0; y < box.Height; y++)
        {
            foreach (var sample in ink.Row(box.Top + y)[box.Left..box.Right])
            {
                widths[y] += sample;
            }
        }

        return widths;
    }
}

namespace Extractor.Ingestion.Images;

/// <summary>Finds the lines of text in a part of a picture that holds nothing but text.</summary>
internal sealed class TextLineFinder
{
    /// <summary>A gap of so many line heights parts a line in two.</summary>
    private const double WideGap = 2.5;

    /// <summary>A line of one letter such as 二 falls apart; its parts together are not higher than this share of a usual line.</summary>
    private const double MostOfOneLine = 1.25;

    /// <summary>Lines that touch are higher than this share of a usual one.</summary>
    private const double LeastOfTwoLines = 1.7;

    /// <summary>From line to line it is so many times the height of a usual one of the page, and of one of the same part, where lines touch.</summary>
    private const double Leading = 1.25, LeadingOfPart = 1.1;

    /// <summary>Lines of a part are so high at least, by the usual one of the page: what is lower is a remark or a piece of one.</summary>
    private const double LeastOfPart = 0.7;

    /// <summary>Between two lines that touch there is less than this share of the ink of a row on the average.</summary>
    private const double MostInkBetween = 0.5;

    /// <summary>A line of Chinese is so many times as high as one of figures.</summary>
    private const double MostOfHan = 1.45;

    /// <summary>Less ink than this on a row or in a column is dust.</summary>
    private const int Dust = 2;

    private readonly Bitmap _picture;
    private readonly double _lineHeight;
    private readonly int _leastInk;

    /// <param name="lineHeight">Of the usual line of the page, in pixels.</param>
    public TextLineFinder(Bitmap picture, double lineHeight)
    {
        (_picture, _lineHeight) = (picture, lineHeight);
        _leastInk = (int)Math.Max(8, lineHeight * lineHeight * 0.012);
    }

    /// <summary>
    /// The height of the usual line of Chinese, in pixels. Of the stretches of inked rows in all parts many may be of figures
    /// alone, which are lower, and some of two lines that touch.
    /// </summary>
    /// <param name="dotsPerInch">For a page that shows none: a letter of ten points is supposed.</param>
    public static double LineHeight(Bitmap picture, IEnumerable<PixelBox> parts, double dotsPerInch)
    {
        var (least, most) = (0.06 * dotsPerInch, 0.4 * dotsPerInch);
        var heights = parts
            .SelectMany(part => Stretches(RowInk(picture, part)).Select(stretch => stretch.To - stretch.From))
            .Where(height => height >= least && height <= most)
            .Order().ToArray();
        return heights.Length == 0 ? 10 / 72.0 * dotsPerInch : Math.Min(heights[heights.Length * 3 / 4], MostOfHan * heights[heights.Length / 2]);
    }

    /// <summary>Top to bottom, then left to right; each box is tight around the ink.</summary>
    public List<PixelBox> Find(PixelBox part)
    {
        var lines = new List<PixelBox>();
        foreach (var (top, bottom) in Rows(part))
        {
            AddParted(new PixelBox(part.Left, top, part.Right, bottom), lines);
        }

        return lines;
    }

    private IEnumerable<(int Top, int Bottom)> Rows(PixelBox part)
    {
        var ink = RowInk(_picture, part);
        var stretches = Stretches(ink);
        var (usual, leading) = Usual(stretches) is { } own ? (own, LeadingOfPart) : (_lineHeight, Leading);
        for (var i = 0; i < stretches.Count; i++)
        {
            var (from, to) = stretches[i];
            while (i + 1 < stretches.Count && stretches[i + 1].To - from <= MostOfOneLine * _lineHeight
                && (IsLow(from, to) || IsLow(stretches[i + 1].From, stretches[i + 1].To)))
            {
                to = stretches[++i].To;
            }

            if (Sum(ink.AsSpan(from, to - from)) < _leastInk)
            {
                continue;
            }

            foreach (var (first, last) in Separated(ink, from, to, usual, leading))
            {
                yield return (part.Top + first, part.Top + last);
            }
        }
    }

    private bool IsLow(int from, int to) => to - from < 0.6 * _lineHeight;

    /// <summary>The height of the lines of a part, where there are several and they are much like the page's; null elsewhere.</summary>
    private double? Usual(List<(int From, int To)> stretches)
    {
        const double Highest = 1.2;
        var heights = stretches.Select(stretch => stretch.To - stretch.From).Where(height => height >= LeastOfPart * _lineHeight && height <= Highest * _lineHeight).Order().ToArray();
        return heights.Length > 1 ? heights[heights.Length / 2] : null;
    }

    /// <summary>Lines that touch, cut apart: by the usual height, and what is then twice as high as the lines beside it once more.</summary>
    private IEnumerable<(int From, int To)> Separated(int[] ink, int from, int to, double usual, double leading)
    {
        var lines = Cut(ink, from, to, usual, leading).ToArray();
        var heights = lines.Select(line => line.To - line.From).Where(height => height >= LeastOfPart * _lineHeight).ToArray();
        return lines.Length < 2 || heights.Length == 0 ? lines : lines.SelectMany(line => Cut(ink, line.From, line.To, heights.Min(), LeadingOfPart));
    }

    /// <summary>Cuts where there is least ink. How many lines there are is known from their height to within one; they part where each is apart from the next.</summary>
    private static IEnumerable<(int From, int To)> Cut(int[] ink, int from, int to, double usual, double leading)
    {
        if (to - from < LeastOfTwoLines * usual)
        {
            return [(from, to)];
        }

        var (count, mean) = (Math.Max(2, (int)Math.Round((to - from) / (leading * usual))), (double)Sum(ink.AsSpan(from, to - from)) / (to - from));
        var cuts = Cuts(count);
        var all = cuts.Count < count - 1 && Cuts(count + 1) is var more && more.Count == count ? more : cuts;
        return all.Prepend(from).Zip(all.Append(to));

        List<int> Cuts(int lines)
        {
            var (found, start) = (new List<int>(), from);
            for (var i = 1; i < lines; i++)
            {
                var (expected, reach) = (from + ((to - from) * i / lines), (int)(0.4 * usual));
                var cut = expected;
                for (var y = Math.Max(start + 1, expected - reach); y < Math.Min(to, expected + reach); y++)
                {
                    cut = ink[y] < ink[cut] ? y : cut;
                }

                if (ink[cut] <= MostInkBetween * mean)
                {
                    found.Add(cut);
                    start = cut;
                }
            }

            return found;
        }
    }

    /// <summary>Parts a line at wide gaps and adds what is no dust.</summary>
    private void AddParted(PixelBox row, List<PixelBox> lines)
    {
        var ink = new int[row.Width];
        for (var y = row.Top; y < row.Bottom; y++)
        {
            var samples = _picture.Row(y)[row.Left..row.Right];
            for (var x = 0; x < samples.Length; x++)
            {
                ink[x] += samples[x];
            }
        }

        int from = -1, to = -1;
        for (var x = 0; x < ink.Length; x++)
        {
            if (ink[x] == 0)
            {
                continue;
            }

            if (from >= 0 && x - to > WideGap * Math.Max(row.Height, _lineHeight))
            {
                Add(from, to);
                from = -1;
            }

            (from, to) = (from < 0 ? x : from, x + 1);
        }

        if (from >= 0)
        {
            Add(from, to);
        }

        void Add(int left, int right)
        {
            if (Sum(ink.AsSpan(left, right - left)) >= _leastInk)
            {
                lines.Add(Tight(new PixelBox(row.Left + left, row.Top, row.Left + right, row.Bottom)));
            }
        }
    }

    private PixelBox Tight(PixelBox box)
    {
        var (top, bottom) = (box.Top, box.Bottom);
        while (top < bottom - 1 && _picture.Row(top)[box.Left..box.Right].IndexOf((byte)1) < 0)
        {
            top++;
        }

        while (bottom > top + 1 && _picture.Row(bottom - 1)[box.Left..box.Right].IndexOf((byte)1) < 0)
        {
            bottom--;
        }

        return box with { Top = top, Bottom = bottom };
    }

    private static int[] RowInk(Bitmap picture, PixelBox part)
    {
        var ink = new int[Math.Max(0, part.Height)];
        for (var y = 0; y < ink.Length; y++)
        {
            ink[y] = picture.Row(part.Top + y)[part.Left..part.Right].Count((byte)1);
        }

        return ink;
    }

    private static List<(int From, int To)> Stretches(int[] ink)
    {
        var stretches = new List<(int, int)>();
        for (var y = 0; y < ink.Length; y++)
        {
            var from = y;
            while (y < ink.Length && ink[y] >= Dust)
            {
                y++;
            }

            if (y > from)
            {
                stretches.Add((from, y));
            }
        }

        return stretches;
    }

    private static int Sum(ReadOnlySpan<int> counts)
    {
        var sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}

namespace Extractor.Ingestion.Images;

/// <summary>A drawn line in a picture. Places and lengths in pixels.</summary>
/// <param name="Position">The middle of its thickness on the other axis.</param>
internal readonly record struct PixelLine(bool IsHorizontal, double Position, int From, int To, double Thickness)
{
    /// <summary>Whether it lies across the other one, or across what that would be if it went on.</summary>
    public bool LiesAcross(PixelLine other) => IsHorizontal != other.IsHorizontal && From <= other.Position && To >= other.Position;
}

/// <summary>Finds what may be horizontal and vertical lines of a straight picture; <see cref="RulingChoice"/> tells rulings from strokes of letters.</summary>
internal static class LineFinder
{
    /// <summary>Pieces of lines are searched from this length on, in inches: the rows of a table are higher.</summary>
    private const double ShortestPiece = 0.11;

    /// <summary>Thicker than this, in inches, is a bar or a shadow of the scanner, and no line of a table.</summary>
    private const double Thickest = 0.04;

    /// <summary>A break of this length, in inches, does not end a piece: dust, a bad dot of a fax.</summary>
    private const double Break = 0.008;

    /// <summary>In inches: what runs on for so much beside a line is no roughness of it, and what for so much, a ruling that crosses it.</summary>
    private const double Beside = 0.03, WiderThanLetters = 0.6;

    /// <summary>In inches, that of a page at least.</summary>
    private const double Margin = 0.1;

    /// <summary>Of the rows along a ruling, so many at most are hung on by letters that touch it.</summary>
    private const double MostHanging = 0.3;

    /// <summary>Beside a table so much of a fold is seen at least.</summary>
    private const double LeastOfFold = 0.6;

    /// <param name="picture">In which faint lines are whole, though letters run together in it.</param>
    /// <param name="clear">Pictures in which the dots of a dotted line are apart: pale ones are seen in one, thick ones are apart in another.</param>
    public static List<PixelLine> Find(Bitmap picture, ReadOnlySpan<Bitmap> clear, double dotsPerInch)
    {
        var lines = Horizontal(picture, dotsPerInch, isHorizontal: true);
        var transposed = Transposed(picture);
        lines.AddRange(Horizontal(transposed, dotsPerInch, isHorizontal: false));
        PixelLine[] whole = [.. lines];
        foreach (var dots in clear)
        {
            lines.AddRange(DashedLines.Find(dots, whole, dotsPerInch));
        }

        lines.RemoveAll(line => RunsFromEdgeToEdge(line, picture, dotsPerInch));
        var rulings = RulingChoice.Of(lines, line => IsOfLetters(line, line.IsHorizontal ? transposed : picture, dotsPerInch), dotsPerInch);
        FaintRulings.AddTo(rulings, picture, transposed, dotsPerInch);
        var folds = rulings.FindAll(line => GoesOnBesideTable(line, rulings, line.IsHorizontal ? picture : transposed, dotsPerInch));
        return [.. rulings.Except(folds)];
    }

    /// <summary>A fold of the sheet runs on beyond the table on both sides of it, which no ruling does; paler than a ruling, it may have been seen in the table alone.</summary>
    /// <param name="picture">In which the line lies across.</param>
    private static bool GoesOnBesideTable(PixelLine line, List<PixelLine> rulings, Bitmap picture, double dotsPerInch)
    {
        var across = rulings.FindAll(other => other.LiesAcross(line));
        if (across.Count < 2)
        {
            return false;
        }

        var (left, right) = (across.Min(other => other.Position), across.Max(other => other.Position));
        var (near, far) = ((int)(Beside * dotsPerInch), (int)((Beside + WiderThanLetters) * dotsPerInch));
        return IsInked((int)left - far, (int)left - near) && IsInked((int)right + near, (int)right + far);

        bool IsInked(int from, int to)
        {
            (from, to) = (Math.Max(0, from), Math.Min(picture.Width, to));
            var (middle, reach) = ((int)line.Position, (int)(line.Thickness / 2) + 2);
            var inked = 0;
            for (var x = from; x < to; x++)
            {
                inked += Enumerable.Range(middle - reach, (2 * reach) + 1).Any(y => y >= 0 && y < picture.Height && picture.Row(y)[x] == 1) ? 1 : 0;
            }

            return to - from > near && inked >= LeastOfFold * (to - from);
        }
    }

    /// <summary>A fold of the sheet, or the shadow of its edge: tables leave a margin.</summary>
    private static bool RunsFromEdgeToEdge(PixelLine line, Bitmap picture, double dotsPerInch) =>
        line.From < Margin * dotsPerInch && line.To > (line.IsHorizontal ? picture.Width : picture.Height) - (Margin * dotsPerInch);

    /// <summary>
    /// Whether on many rows along a line ink runs on beside it, as it does along a stroke of letters. A crossing ruling is
    /// wider than letters that run together, and does not count.
    /// </summary>
    /// <param name="picture">In which the line runs down.</param>
    private static bool IsOfLetters(PixelLine line, Bitmap picture, double dotsPerInch)
    {
        var (middle, reach) = ((int)line.Position, (int)(line.Thickness / 2) + 2);
        var (least, most) = (line.Thickness + (Beside * dotsPerInch), WiderThanLetters * dotsPerInch);
        var (inked, hanging) = (0, 0);
        for (var y = Math.Max(0, line.From); y < Math.Min(line.To, picture.Height); y++)
        {
            var row = picture.Row(y);
            var (left, right) = (Math.Max(0, middle - reach), Math.Min(row.Length, middle + reach + 1));
            var at = left < right ? row[left..right].IndexOf((byte)1) : -1;
            if (at < 0)
            {
                continue;
            }

            var (from, to) = (left + at, left + at);
            while (from > 0 && row[from - 1] == 1)
            {
                from--;
            }

            while (to < row.Length && row[to] == 1)
            {
                to++;
            }

            inked++;
            hanging += to - from > least && to - from < most ? 1 : 0;
        }

        return hanging > MostHanging * inked;
    }

    private static Bitmap Transposed(Bitmap picture)
    {
        const int Block = 32;
        var (width, height) = (picture.Width, picture.Height);
        var turned = new byte[picture.Ink.Length];
        for (var top = 0; top < height; top += Block)
        {
            for (var left = 0; left < width; left += Block)
            {
                for (var y = top; y < Math.Min(top + Block, height); y++)
                {
                    for (var x = left; x < Math.Min(left + Block, width); x++)
                    {
                        turned[(x * height) + y] = picture.Ink[(y * width) + x];
                    }
                }
            }
        }

        return new Bitmap(height, width, turned);
    }

    private static List<PixelLine> Horizontal(Bitmap picture, double dotsPerInch, bool isHorizontal)
    {
        var lines = new List<PixelLine>();
        foreach (var piece in Joined(Runs(picture, (int)(ShortestPiece * dotsPerInch), (int)Math.Round(Break * dotsPerInch))))
        {
            if (piece.Thickness <= Thickest * dotsPerInch)
            {
                lines.Add(new PixelLine(isHorizontal, piece.Middle, piece.From, piece.To, piece.Thickness));
            }
        }

        return lines;
    }

    /// <summary>Long runs of ink on one row; a row below counts with it, so that a line that falls by a pixel is not cut there.</summary>
    private static List<(int Y, int From, int To)> Runs(Bitmap picture, int shortest, int longestBreak)
    {
        var runs = new List<(int, int, int)>();
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Row(y);
            var below = picture.Row(Math.Min(y + 1, picture.Height - 1));
            var (from, end, own) = (-1, -1, 0);
            for (var x = 0; x < row.Length; x++)
            {
                if ((row[x] | below[x]) == 0)
                {
                    continue;
                }

                if (from >= 0 && x - end > longestBreak)
                {
                    Add(from, end, own);
                    from = -1;
                }

                (from, own) = from < 0 ? (x, 0) : (from, own);
                (end, own) = (x + 1, own + row[x]);
            }

            Add(from, end, own);

            // Half of a run is the row's own: what is below only, the row below will find.
            void Add(int start, int stop, int ink)
            {
                if (start >= 0 && stop - start >= shortest && 2 * ink >= stop - start)
                {
                    runs.Add((y, start, stop));
                }
            }
        }

        return runs;
    }

    /// <summary>A piece of a line: runs on neighbouring rows.</summary>
    private sealed class Piece
    {
        private double _weighted, _area;

        public int From { get; private set; } = int.MaxValue;

        public int To { get; private set; }

        public double Middle => _weighted / _area;

        public double Thickness => _area / (To - From);

        public void Add(int y, int from, int to)
        {
            (From, To) = (Math.Min(From, from), Math.Max(To, to));
            _area += to - from;
            _weighted += (y + 0.5) * (to - from);
        }
    }

    private static List<Piece> Joined(List<(int Y, int From, int To)> runs)
    {
        var parents = Enumerable.Range(0, runs.Count).ToArray();
        int Root(int run)
        {
            while (parents[run] != run)
            {
                run = parents[run] = parents[parents[run]];
            }

            return run;
        }

        var (rowAbove, rowStart) = (0, 0);
        for (var i = 0; i < runs.Count; i++)
        {
            if (i > 0 && runs[i].Y != runs[i - 1].Y)
            {
                (rowAbove, rowStart) = (runs[i].Y == runs[i - 1].Y + 1 ? rowStart : i, i);
            }

            for (var j = rowAbove; j < rowStart; j++)
            {
                if (runs[j].From < runs[i].To && runs[i].From < runs[j].To)
                {
                    parents[Root(j)] = Root(i);
                }
            }
        }

        var pieces = new SortedDictionary<int, Piece>();
        for (var i = 0; i < runs.Count; i++)
        {
            var root = Root(i);
            if (!pieces.TryGetValue(root, out var piece))
            {
                pieces.Add(root, piece = new Piece());
            }

            piece.Add(runs[i].Y, runs[i].From, runs[i].To);
        }

        return [.. pieces.Values];
    }
}

namespace Extractor.Ingestion.Images;

/// <summary>Long pieces of ink that lie across a picture.</summary>
internal static class LinePieces
{
    /// <summary>Pieces are searched from this length on, in inches: the rows of a table are higher.</summary>
    private const double Shortest = 0.11;

    /// <summary>A break of this length, in inches, does not end a piece: dust, a bad dot of a fax.</summary>
    private const double Break = 0.008;

    public static List<Piece> Of(Bitmap picture, double dotsPerInch) =>
        Joined(Runs(picture, (int)(Shortest * dotsPerInch), (int)Math.Round(Break * dotsPerInch)));

    /// <summary>A piece of a line: runs on neighbouring rows.</summary>
    internal sealed class Piece
    {
        /// <summary>Rows on which less of the ink is than this share of the fullest one's are not the line's own: a seal that touches it.</summary>
        private const double LeastOfRow = 0.25;

        private readonly List<(int Y, int Ink)> _rows = [];

        public int Top => _rows[0].Y;

        public int Bottom => _rows[^1].Y + 1;

        public int From { get; private set; } = int.MaxValue;

        public int To { get; private set; }

        public PixelLine Line(bool isHorizontal)
        {
            var least = LeastOfRow * _rows.Max(row => row.Ink);
            var (weighted, area) = (0.0, 0);
            foreach (var (y, ink) in _rows)
            {
                (weighted, area) = ink >= least ? (weighted + ((y + 0.5) * ink), area + ink) : (weighted, area);
            }

            return new PixelLine(isHorizontal, weighted / area, From, To, (double)area / (To - From));
        }

        /// <param name="y">Rows come from top to bottom.</param>
        public void Add(int y, int from, int to)
        {
            (From, To) = (Math.Min(From, from), Math.Max(To, to));
            var ink = to - from;
            if (_rows.Count > 0 && _rows[^1].Y == y)
            {
                _rows[^1] = (y, _rows[^1].Ink + ink);
            }
            else
            {
                _rows.Add((y, ink));
            }
        }
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

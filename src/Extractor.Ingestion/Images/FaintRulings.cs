namespace Extractor.Ingestion.Images;

/// <summary>
/// Rulings that a copier broke into pieces too short to be told from letters: in the band between two rulings that follow one
/// another, a thin track of ink from one to the other. Letters keep away from the rulings around them.
/// </summary>
internal static class FaintRulings
{
    /// <summary>Of a track's length, so much is ink at least; also of its two ends, each so much of its length.</summary>
    private const double LeastInk = 0.5, LeastInkAtEnds = 0.3, Ends = 0.16;

    /// <summary>Along a track longer than this, in inches, strokes of several lines of text may stand: so much more must be ink, or less than so much beside it on one side.</summary>
    private const double HigherThanText = 0.24, LeastInkOfHigh = 0.75, MostOnFreeSide = 0.05;

    /// <summary>Along a track that lies as lines of text do, and in a band that is lower than the second, in inches, strokes of letters are less than so much of it, or they do not stand free on both sides.</summary>
    private const double LeastInkAmongLetters = 0.85, LowBand = 0.2;

    /// <summary>Of a track's rows with ink, so many at most have ink that runs on beside it: letters hang together, a ruling stands alone.</summary>
    private const double MostHanging = 0.15;

    /// <summary>Beside a track, so much is ink at most: it is no picture, and no black bar.</summary>
    private const double MostBeside = 0.35;

    /// <summary>In inches: ink on a row that is wider than the first and not as wide as the second, that of a ruling, hangs together with a letter.</summary>
    private const double Wide = 0.045, Crossing = 0.6;

    /// <summary>In inches: dots are not farther apart than this; along text pale ones may be, of which some are lost.</summary>
    private const double Dots = 0.014, DotsAlongText = 0.024;

    /// <summary>In inches: a track reaches one of its two rulings but for so much, and no other track is nearer to it.</summary>
    private const double Touch = 0.012, NarrowestColumn = 0.13;

    /// <summary>In inches: how wide a track is at most with what it wavers, how far beside it is looked, and how high bands are.</summary>
    private const double Width = 0.014, Beside = 0.035, LowestBand = 0.1, HighestBand = 4, WidestBand = 16, ShortestCommon = 0.25, Corner = 0.12;

    /// <param name="rulings">Those that were found; to them what is found is added.</param>
    public static void AddTo(List<PixelLine> rulings, Bitmap picture, Bitmap transposed, double dotsPerInch)
    {
        PixelLine Turned(PixelLine line) => line with { IsHorizontal = !line.IsHorizontal };
        bool AddVertical()
        {
            var found = Across([.. rulings.Where(ruling => ruling.IsHorizontal)], [.. rulings.Where(ruling => !ruling.IsHorizontal)], picture, alongText: false, dotsPerInch);
            rulings.AddRange(found);
            return found.Count > 0;
        }

        bool AddHorizontal()
        {
            var found = Across(
                [.. rulings.Where(ruling => !ruling.IsHorizontal).Select(Turned)], [.. rulings.Where(ruling => ruling.IsHorizontal).Select(Turned)], transposed, alongText: true, dotsPerInch);
            rulings.AddRange(found.Select(Turned));
            return found.Count > 0;
        }

        // What is found across makes bands in which more may be found.
        AddVertical();
        if (AddHorizontal() && AddVertical())
        {
            AddHorizontal();
        }
    }

    /// <summary>The tracks that run down between horizontal rulings.</summary>
    /// <param name="alongText">The picture is turned, and text runs down in it too.</param>
    private static List<PixelLine> Across(PixelLine[] rulings, PixelLine[] known, Bitmap picture, bool alongText, double dotsPerInch)
    {
        var tracks = new List<PixelLine>();
        Array.Sort(rulings, (a, b) => a.Position.CompareTo(b.Position));
        for (var i = 0; i < rulings.Length; i++)
        {
            // Below each ruling, from left to right, the next one down.
            var open = new List<(int From, int To)> { (rulings[i].From - (int)(Corner * dotsPerInch), rulings[i].To + (int)(Corner * dotsPerInch)) };
            for (var j = i + 1; j < rulings.Length && open.Count > 0 && rulings[j].Position - rulings[i].Position <= (alongText ? WidestBand : HighestBand) * dotsPerInch; j++)
            {
                if (rulings[j].Position - rulings[i].Position < LowestBand * dotsPerInch)
                {
                    continue;
                }

                var rest = new List<(int From, int To)>();
                foreach (var (from, to) in open)
                {
                    // A broken ruling may end short of its corner.
                    var corner = (int)(Corner * dotsPerInch);
                    var (left, right) = (Math.Max(from, rulings[j].From - corner), Math.Min(to, rulings[j].To + corner));
                    if (right <= left)
                    {
                        rest.Add((from, to));
                        continue;
                    }

                    if (right - left >= ShortestCommon * dotsPerInch)
                    {
                        // But it does not run where both of its two have ended.
                        var ended = (From: Math.Min(rulings[i].From, rulings[j].From) - (int)(Touch * dotsPerInch), To: Math.Max(rulings[i].To, rulings[j].To) + (int)(Touch * dotsPerInch));
                        AddTracks(
                            new PixelBox(Math.Max(left, ended.From), Inside(rulings[i], 1), Math.Min(right, ended.To), Inside(rulings[j], -1)), known, picture, alongText, dotsPerInch, tracks);
                    }

                    if (left > from)
                    {
                        rest.Add((from, left));
                    }

                    if (right < to)
                    {
                        rest.Add((right, to));
                    }
                }

                open = rest;
            }
        }

        return tracks;
    }

    /// <summary>The first row beside a ruling that is not its own.</summary>
    private static int Inside(PixelLine ruling, int side) => (int)Math.Round(ruling.Position + (side * ((ruling.Thickness / 2) + 2)));

    private static void AddTracks(PixelBox band, PixelLine[] known, Bitmap picture, bool alongText, double dotsPerInch, List<PixelLine> tracks)
    {
        var within = band.Within(new PixelBox(0, 0, picture.Width, picture.Height));
        var ends = Math.Max(2, (int)(Ends * within.Height));
        if (within.IsEmpty || within.Height < 2 * ends)
        {
            return;
        }

        var reach = Math.Max(1, (int)(Width * dotsPerInch / 2));
        var beside = Math.Max(reach + 2, (int)(Beside * dotsPerInch));
        var (all, top, bottom) = (new int[within.Width], new int[within.Width], new int[within.Width]);
        var (rows, hanging, first, last) = (new int[within.Width], new int[within.Width], new int[within.Width], new int[within.Width]);
        Array.Fill(first, int.MaxValue);
        Array.Fill(last, int.MinValue / 2);
        var dots = (int)((alongText ? DotsAlongText : Dots) * dotsPerInch);
        for (var y = within.Top; y < within.Bottom; y++)
        {
            var row = picture.Row(y)[within.Left..within.Right];
            var part = y < within.Top + ends ? top : y >= within.Bottom - ends ? bottom : null;
            for (var x = row.IndexOf((byte)1); x >= 0 && x < row.Length;)
            {
                // A track may waver: ink counts for the columns around it, once a row.
                var run = row[x..].IndexOf((byte)0);
                var end = run < 0 ? row.Length : x + run;
                var isHanging = end - x > Wide * dotsPerInch && end - x < Crossing * dotsPerInch;
                for (var column = Math.Max(0, x - reach); column < Math.Min(row.Length, end + reach); column++)
                {
                    // The paper between two dots counts as theirs.
                    var filled = y - last[column] <= dots ? y - last[column] : 1;
                    (first[column], last[column]) = (Math.Min(first[column], y), y);
                    all[column] += filled;
                    rows[column]++;
                    hanging[column] += isHanging ? 1 : 0;
                    if (part is not null)
                    {
                        part[column] += filled;
                    }
                }

                // Columns that the next run reaches as well have been counted.
                var from = end + reach;
                var next = from < row.Length ? row[from..].IndexOf((byte)1) : -1;
                x = next < 0 ? -1 : from + next;
            }
        }

        var isHigh = within.Height > HigherThanText * dotsPerInch;
        var isAmongLetters = alongText || within.Height < LowBand * dotsPerInch;
        var least = (alongText ? LeastInkAmongLetters : LeastInk) * within.Height;
        var touch = (int)(Touch * dotsPerInch);
        var found = new List<(int Middle, int Thickness)>();
        var leastAtEnds = (isAmongLetters ? LeastInkAmongLetters : LeastInkAtEnds) * ends;
        for (var x = 0; x < all.Length; x++)
        {
            var start = x;
            while (x < all.Length && all[x] >= least && top[x] >= leastAtEnds && bottom[x] >= leastAtEnds)
            {
                x++;
            }

            var middle = (start + x - 1) / 2;
            if (x > start && x - start <= 2 * beside && (first[middle] - within.Top <= touch || within.Bottom - 1 - last[middle] <= touch)
                && hanging[middle] <= MostHanging * rows[middle]
                && StandsFree(middle)
                && !known.Any(line => Math.Abs(line.Position - within.Left - middle) <= beside && line.From < within.Bottom - ends && line.To > within.Top + ends))
            {
                // A track is as much wider than its ruling as it may waver.
                found.Add((middle, Math.Max(1, x - start - (2 * reach))));
            }
        }

        // Columns are wider than a letter: tracks nearer to one another are its strokes.
        bool IsStroke(int middle) => found.Exists(other => other.Middle != middle && Math.Abs(other.Middle - middle) < NarrowestColumn * dotsPerInch);
        tracks.AddRange(found.Where(track => !IsStroke(track.Middle))
            .Select(track => new PixelLine(false, within.Left + track.Middle + 0.5, band.Top - 2, band.Bottom + 2, track.Thickness)));

        bool StandsFree(int x)
        {
            var (left, right) = (SharesAt(x - beside), SharesAt(x + beside));
            return (!isAmongLetters || all[x] >= LeastInkAmongLetters * within.Height || Math.Max(left, right) <= MostOnFreeSide)
                && (!isHigh || all[x] >= LeastInkOfHigh * within.Height || Math.Min(left, right) <= MostOnFreeSide)
                && Math.Max(left, right) <= MostBeside;
        }

        double SharesAt(int x) => x < 0 || x >= all.Length ? 0 : (double)all[x] / within.Height;
    }
}

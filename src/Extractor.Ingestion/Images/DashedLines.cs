namespace Extractor.Ingestion.Images;

/// <summary>Finds rulings that are drawn as dashes or dots: small flat patches of ink in a row, that stand free of one another.</summary>
internal static class DashedLines
{
    /// <summary>In inches. A dash may be long: some of a ruling's dots run together.</summary>
    private const double ThickestDash = 0.04;

    /// <summary>From a dash to the next; where rulings cross, the patch is no dash, and a gap is left.</summary>
    private const double WidestGap = 0.24;

    /// <summary>In inches. A short row of dots may be an ellipsis; it runs from ruling to ruling nowhere.</summary>
    private const double Shortest = 0.12;

    private const int FewestDashes = 6;

    /// <summary>Of a ruling, dots are at least this part; grains of dust in a row are less.</summary>
    private const double LeastInk = 0.2;

    /// <summary>A dot of a thick ruling may be higher than wide, to this degree. So are strokes of letters; but dots follow one another like the teeth of a comb.</summary>
    private const double SlimmestDot = 0.35, EvenlyApart = 0.25, LeastEven = 0.5, EquallyLong = 0.3, LeastAlike = 0.7;

    /// <summary>In inches, from a dash to the next. Where dashes and dots take turns, no farther than this: the two dots of a colon, row by row, are like them.</summary>
    private const double FarthestApart = 0.2, FarthestOfKinds = 0.13, LeastNear = 0.8;

    /// <summary>In inches: where the next dash is farther away by more than this, none are meant to be between; of what is left of a ruling, more is lost.</summary>
    private const double LeftOut = 0.065, LeftOutOfCrumbs = 0.16;

    /// <summary>In inches, from a dot to the next. Dots of crossing rulings look like a ruling's own, dashes do not.</summary>
    private const double FarthestDots = 0.05;

    /// <summary>Dashes with a dot between them, or two, are evenly apart when one or two are passed over.</summary>
    private const int MostKinds = 3;

    /// <summary>Less than this, in pixels, is dust.</summary>
    private const int LeastArea = 4;

    /// <summary>Pixels by which a dash may lie off the ruling.</summary>
    private const double Waver = 2;

    /// <summary>Lines of which so many as this share of their dashes lie across it have a dash in each row, or one of each kind: these are strokes of letters, row by row.</summary>
    private const double MostCrossed = 0.6;

    /// <summary>
    /// Where rulings cross a row of dots so often, as a share of its dots, strokes of letters may look like it: of a dotted
    /// ruling, so many dots follow one another at its own distance between two crossings. Of long dashes, which letters do not
    /// have, two between two crossings are enough: others run together with the ruling that crosses there.
    /// </summary>
    private const double OftenCrossed = 0.2, LeastBetween = 1.3, LeastOfDashes = 0.75, LeastInside = 0.4, LeastOfPitch = 0.8;

    /// <summary>A long dash is as long as this, in its thicknesses.</summary>
    private const double LongDash = 3;

    /// <summary>A dot is no longer than this, in its thicknesses.</summary>
    private const double LongestDot = 1.6;

    /// <summary>In inches. Where two dashes cross they are one patch, of which ink is no more than this share of its box.</summary>
    private const double LargestCross = 0.1, MostOfCross = 0.65;

    /// <summary>Gaps on either side of such crosses, as of dashes, are equally wide, but for so many; and most rulings that cross the row make one.</summary>
    private const double EvenGaps = 0.35, LeastEvenGaps = 0.8, LeastCrosses = 0.6;

    /// <summary>
    /// A thin ruling copied in black and white falls to crumbs, at no even distances. So many so close together in one row
    /// are no strokes of letters; inches from one to the next, and from end to end.
    /// </summary>
    private const int FewestCrumbs = 30;
    private const double FarthestCrumbs = 0.045, ShortestOfCrumbs = 1;

    /// <summary>A row of crumbs stands free: in a strip on each side of it, in inches, are fewer patches than this share of its own. In a shaded area, row follows row.</summary>
    private const double StripFrom = 0.02, StripTo = 0.08, MostInStrip = 0.5;

    /// <summary>Of fewer dots, so many follow one another at a few times their least distance: some were lost, others ran together.</summary>
    private const int FewestOfLattice = 14, MostLost = 4;
    private const double LeastOfLattice = 0.7, OffLattice = 0.2, LeastDistance = 0.25;

    /// <param name="whole">The lines that are drawn through.</param>
    public static List<PixelLine> Find(Bitmap picture, IReadOnlyCollection<PixelLine> whole, double dotsPerInch)
    {
        var patches = InkPatches.Find(picture).Where(patch => patch.Area >= LeastArea).ToArray();
        var lines = new List<PixelLine>();
        foreach (var isHorizontal in (ReadOnlySpan<bool>)[true, false])
        {
            PixelBox Turned(PixelBox box) => isHorizontal ? box : new PixelBox(box.Top, box.Left, box.Bottom, box.Right);
            // Those that lie along the lines of text are found first: their own dots are in a row with strokes above and below. A stroke that begins at a dot is no ruling.
            PixelLine[] across = [.. whole.Concat(lines).Where(line => line.IsHorizontal != isHorizontal && line.To - line.From >= RulingChoice.LongerThanStrokes * dotsPerInch)];
            var dashes = patches.Select(patch => Turned(patch.Box))
                .Where(box => box.Height <= ThickestDash * dotsPerInch && box.Width >= SlimmestDot * box.Height && !across.Any(line => IsOf(line, box)));
            PixelBox[] all = [.. patches.Select(patch => Turned(patch.Box))];
            var crosses = patches.Where(patch => IsCross(patch, dotsPerInch)).Select(patch => Turned(patch.Box)).ToArray();
            lines.AddRange(Rows(dashes, all, crosses, across, dotsPerInch).Select(row => Whole(row, isHorizontal, across, dotsPerInch)));
        }

        return lines;
    }

    /// <summary>
    /// In a corner the last dash of two rulings is one patch, and none of theirs: a row goes on to the ruling that crosses its
    /// line next, or where none was found yet, for as much as a dash and a gap.
    /// </summary>
    private static PixelLine Whole(Row row, bool isHorizontal, PixelLine[] across, double dotsPerInch)
    {
        var (from, to) = (row.From - row.Pitch, row.To + row.Pitch);
        // Of crumbs, the last one or two before it may be lost.
        var reach = row.IsOnLattice || row.IsOfCrumbs(dotsPerInch) ? 2 * row.Pitch : row.Pitch;
        var crossed = row.CrossedBy(across).Select(line => line.Position).ToArray();
        from = crossed.Where(at => at <= row.From && at > row.From - reach).Select(at => (int)at).DefaultIfEmpty(from).Max();
        to = crossed.Where(at => at >= row.To && at < row.To + reach).Select(at => (int)Math.Ceiling(at)).DefaultIfEmpty(to).Min();

        return new PixelLine(isHorizontal, row.Position, from, to, row.Thickness);
    }

    private static bool IsCross(InkPatch patch, double dotsPerInch)
    {
        var (width, height) = (patch.Box.Width, patch.Box.Height);
        return Math.Max(width, height) <= LargestCross * dotsPerInch && Math.Max(width, height) <= 2 * Math.Min(width, height) && patch.Area <= MostOfCross * width * height;
    }

    /// <summary>A dash of a line that lies across.</summary>
    private static bool IsOf(PixelLine line, PixelBox dash) =>
        line.Position >= dash.Left && line.Position <= dash.Right && dash.Width <= line.Thickness + (2 * Waver)
        && line.From <= dash.Bottom && line.To >= dash.Top;

    /// <summary>Where lines cross a row of dashes, in order; one that was found twice crosses it once.</summary>
    private static double[] Crossings(Row row, PixelLine[] across)
    {
        var crossings = new List<double>();
        foreach (var line in row.CrossedBy(across).Where(line => line.Position > row.From && line.Position < row.To).OrderBy(line => line.Position))
        {
            if (crossings.Count == 0 || line.Position - crossings[^1] > line.Thickness)
            {
                crossings.Add(line.Position);
            }
        }

        return [.. crossings];
    }

    private static IEnumerable<Row> Rows(IEnumerable<PixelBox> dashes, PixelBox[] all, PixelBox[] crosses, PixelLine[] across, double dotsPerInch)
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

        return done.Concat(open).Where(row => row.Count >= FewestDashes).SelectMany(row => IsEven(row) && (!row.IsOfDots || row.UsualDistance > FarthestDots * dotsPerInch) ? [row] : row.Parts((IsLeftOfRuling(row) ? LeftOutOfCrumbs : LeftOut) * dotsPerInch))
            .Where(row => IsEven(row) && row.Length >= Shortest * dotsPerInch && row.Ink >= LeastInk * row.Length);

        bool IsLeftOfRuling(Row row) => (row.IsOfCrumbs(dotsPerInch) || row.IsOnLattice) && StandsFree(row, all, dotsPerInch);

        bool IsEven(Row row)
        {
            if (row.Count < FewestDashes)
            {
                return false;
            }

            var (crossed, isOfDots) = (Crossings(row, across), row.IsOfDots);
            return IsLeftOfRuling(row)
                || ((isOfDots || crossed.Length > 0) && row.IsRegularBetween(crossed, isOfDots))
                || (crossed.Length > 1 && row.HasEvenGaps(crosses, crossed))
                || Enumerable.Range(1, MostKinds).Any(kinds => crossed.Length <= (isOfDots ? OftenCrossed : MostCrossed / kinds) * row.Count
                    && row.ShareWithin((kinds == 1 ? FarthestApart : FarthestOfKinds) * dotsPerInch) >= LeastNear && row.IsRegular(kinds));
        }
    }

    private static bool StandsFree(Row row, PixelBox[] all, double dotsPerInch)
    {
        var (near, far, above, below) = (StripFrom * dotsPerInch, StripTo * dotsPerInch, 0, 0);
        foreach (var patch in all.Where(patch => patch.Left >= row.From && patch.Right <= row.To))
        {
            var off = ((patch.Top + patch.Bottom) / 2.0) - row.Position;
            above += off <= -near && off >= -far ? 1 : 0;
            below += off >= near && off <= far ? 1 : 0;
        }

        return Math.Max(above, below) < MostInStrip * row.Count;
    }

    /// <summary>Dashes in a row.</summary>
    private sealed class Row(PixelBox first)
    {
        private readonly List<PixelBox> _dashes = [first];

        public int From => _dashes[0].Left;

        public int To { get; private set; } = first.Right;

        public int Length => To - From;

        public int Ink => _dashes.Sum(dash => dash.Width);

        public int Count => _dashes.Count;

        public double Position => _dashes.Average(dash => (dash.Top + dash.Bottom) / 2.0);

        public double Thickness => _dashes.Average(dash => (double)dash.Height);

        /// <summary>From a dash to the next.</summary>
        public int Pitch => Length / Count;

        /// <summary>Those of the lines that cross it, or what would be it if it went on.</summary>
        public IEnumerable<PixelLine> CrossedBy(PixelLine[] across)
        {
            var position = Position;
            return across.Where(line => line.From <= position && line.To >= position);
        }

        /// <summary>Where its last dashes are: of a page that does not lie quite flat, a row may rise or fall by a little.</summary>
        public double Here { get; private set; } = (first.Top + first.Bottom) / 2.0;

        public int UsualDistance => Middle(Distances(1));

        /// <summary>How many of its dashes follow one another within a distance, as a share.</summary>
        public double ShareWithin(double distance) => Distances(1).Count(apart => apart <= distance) / (Count - 1.0);

        /// <summary>Whether dashes follow one another at the distance of those before, which may be another from cell to cell, and are as long and thick as one another.</summary>
        /// <param name="kinds">So many kinds of dashes take turns, of which some may be longer.</param>
        public bool IsRegular(int kinds)
        {
            var distances = Distances(kinds).ToArray();
            var even = distances.Zip(distances.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) <= Math.Max(1, EvenlyApart * pair.First));
            var alike = _dashes.Zip(_dashes.Skip(kinds)).Count(pair => AreAlike(pair.First.Width, pair.Second.Width) && AreAlike(pair.First.Height, pair.Second.Height));
            return even >= LeastEven * (distances.Length - 1) && alike >= LeastAlike * distances.Length;
        }

        /// <summary>Whether so many patches are so close together that they are what is left of a ruling.</summary>
        public bool IsOfCrumbs(double dotsPerInch) =>
            Count >= FewestCrumbs && Length >= ShortestOfCrumbs * dotsPerInch && UsualDistance <= FarthestCrumbs * dotsPerInch;

        /// <summary>Whether its dots are at places of equal distance, though not at each.</summary>
        public bool IsOnLattice
        {
            get
            {
                if (Count < FewestOfLattice)
                {
                    return false;
                }

                int[] distances = [.. Distances(1)];
                double least = Math.Max(1, distances.Order().ElementAt((int)(LeastDistance * distances.Length)));
                return distances.Count(distance => Math.Round(distance / least) is >= 1 and <= MostLost and var times
                    && Math.Abs(distance - (times * least)) <= Math.Max(1, OffLattice * least)) >= LeastOfLattice * distances.Length;
            }
        }

        /// <summary>Whether it is made of dots rather than of dashes.</summary>
        public bool IsOfDots => _dashes.Count(IsDot) > Count / 2;

        private static bool IsDot(PixelBox dash) => dash.Width <= LongestDot * dash.Height;

        /// <summary>Whether between any two crossings, on the average, more than two dots follow one another at the same distance, or two long dashes.</summary>
        public bool IsRegularBetween(double[] crossings, bool isOfDots)
        {
            if (!isOfDots && _dashes.Count(dash => dash.Width >= LongDash * dash.Height) < LeastAlike * Count)
            {
                return false;
            }

            var (inside, alike, strip) = (new List<int>(), 0, 0);
            foreach (var (one, next) in _dashes.Zip(_dashes.Skip(1)))
            {
                while (strip < crossings.Length && crossings[strip] < one.Left)
                {
                    strip++;
                }

                // The last dot of a row and the first of the next may have run together.
                if ((!isOfDots || (IsDot(one) && IsDot(next))) && (strip == crossings.Length || crossings[strip] > next.Right))
                {
                    inside.Add(next.Left - one.Left);
                    alike += AreAlike(one.Width, next.Width) && AreAlike(one.Height, next.Height) ? 1 : 0;
                }
            }

            if (inside.Count < Math.Max((isOfDots ? LeastBetween : LeastOfDashes) * (crossings.Length + 1), LeastInside * Count) || alike < LeastAlike * inside.Count)
            {
                return false;
            }

            var usual = Middle(inside);
            return inside.Count(distance => Math.Abs(distance - usual) <= Math.Max(1, EvenlyApart * usual)) >= LeastOfPitch * inside.Count;
        }

        /// <summary>Whether its dashes, and the patches where they cross those of other rulings, follow one another at equal gaps, and it is alike from end to end.</summary>
        public bool HasEvenGaps(PixelBox[] crosses, double[] crossings)
        {
            var own = Array.FindAll(crosses, cross => cross.Left > From && cross.Right < To && Math.Abs(((cross.Top + cross.Bottom) / 2.0) - Position) <= Waver
                && Array.Exists(crossings, crossing => crossing >= cross.Left && crossing <= cross.Right));
            if (own.Length < LeastCrosses * crossings.Length)
            {
                return false;
            }

            PixelBox[] all = [.. _dashes.Concat(own).OrderBy(patch => patch.Left)];
            int[] gaps = [.. all.Zip(all.Skip(1), (one, next) => next.Left - one.Right)];
            var usual = Middle(gaps);
            return gaps.Count(gap => Math.Abs(gap - usual) <= Math.Max(1, EvenGaps * usual)) >= LeastEvenGaps * gaps.Length
                && _dashes.Zip(_dashes.Skip(1)).Count(pair => AreAlike(pair.First.Width, pair.Second.Width) && AreAlike(pair.First.Height, pair.Second.Height)) >= LeastAlike * (Count - 1);
        }

        private static bool AreAlike(int one, int other) => Math.Abs(one - other) <= Math.Max(1, EquallyLong * one);

        private IEnumerable<int> Distances(int passing) => _dashes.Zip(_dashes.Skip(passing), (one, next) => next.Left - one.Left);

        private static int Middle(IEnumerable<int> values)
        {
            int[] sorted = [.. values.Order()];
            return sorted[sorted.Length / 2];
        }

        public void Add(PixelBox dash)
        {
            To = Math.Max(To, dash.Right);
            Here += (((dash.Top + dash.Bottom) / 2.0) - Here) / 3;
            _dashes.Add(dash);
        }

        /// <summary>Parted where dashes are left out: single ones between may be those of rulings that cross its line.</summary>
        /// <param name="leftOut">In pixels, beyond the usual distance.</param>
        public List<Row> Parts(double leftOut)
        {
            var (parts, widest) = (new List<Row> { new(_dashes[0]) }, UsualDistance + leftOut);
            foreach (var (dash, distance) in _dashes.Skip(1).Zip(Distances(1)))
            {
                if (distance > widest)
                {
                    parts.Add(new Row(dash));
                }
                else
                {
                    parts[^1].Add(dash);
                }
            }

            return parts;
        }
    }
}

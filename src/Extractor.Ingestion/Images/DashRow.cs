namespace Extractor.Ingestion.Images;

/// <summary>Patches of ink in a row, and what tells those of a ruling from strokes of letters.</summary>
internal sealed class DashRow(PixelBox first)
{
    /// <summary>Dots follow one another like the teeth of a comb: so many at the distance of those before, and so many as long and thick as one another.</summary>
    private const double EvenlyApart = 0.25, LeastEven = 0.5, EquallyLong = 0.3, LeastAlike = 0.7;

    /// <summary>
    /// Of a dotted ruling, so many dots follow one another at its own distance between two crossings. Of long dashes, which
    /// letters do not have, two between two crossings are enough: others run together with the ruling that crosses there.
    /// </summary>
    private const double LeastBetween = 1.3, LeastOfDashes = 0.75, LeastInside = 0.4, LeastOfPitch = 0.8;

    /// <summary>A long dash is as long as this, and a dot no longer than that, in its thicknesses.</summary>
    private const double LongDash = 3, LongestDot = 1.6;

    /// <summary>Gaps on either side of crosses, as of dashes, are equally wide, but for so many; and most rulings that cross the row make one.</summary>
    private const double EvenGaps = 0.35, LeastEvenGaps = 0.8, LeastCrosses = 0.6;

    /// <summary>Strokes of letters, line by line, stand farther apart than this, in their own length; so many gaps are as narrow, and nearly all no wider than the last.</summary>
    private const double NarrowGap = 0.45, LeastNarrow = 0.6, WidestGap = 0.75;

    /// <summary>The dashes of one page are as long as one another but for so much, and so many of them.</summary>
    private const double OfKind = 0.15, LeastOfKind = 0.7;

    /// <summary>
    /// A thin ruling copied in black and white falls to crumbs, at no even distances. So many so close together in one row
    /// are no strokes of letters; inches from one to the next, and from end to end.
    /// </summary>
    private const int FewestCrumbs = 30;
    private const double FarthestCrumbs = 0.06, ShortestOfCrumbs = 1;

    /// <summary>Of fewer dots, so many follow one another at a few times their least distance: some were lost, others ran together.</summary>
    private const int FewestOfLattice = 14, MostLost = 4;
    private const double LeastOfLattice = 0.7, OffLattice = 0.2, LeastDistance = 0.25, LeastInTwos = 0.8;

    private readonly List<PixelBox> _dashes = [first];

    public int From => _dashes[0].Left;

    public int To { get; private set; } = first.Right;

    /// <summary>Where its second dash begins, and the last but one ends.</summary>
    public int SecondFrom => _dashes[Math.Min(1, Count - 1)].Left;

    public int SecondTo => _dashes[Math.Max(0, Count - 2)].Right;

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

    /// <summary>From the end of a dash to the next.</summary>
    public int UsualGap => Middle(_dashes.Zip(_dashes.Skip(1), (one, next) => next.Left - one.Right));

    /// <summary>How many of its dashes follow one another within a distance, as a share.</summary>
    public double ShareWithin(double distance) => Distances(1).Count(apart => apart <= distance) / (Count - 1.0);

    /// <summary>Whether dashes follow one another at the distance of those before, which may be another from cell to cell, and are as long and thick as one another.</summary>
    /// <param name="kinds">So many kinds of dashes take turns, of which some may be longer.</param>
    public bool IsRegular(int kinds)
    {
        var distances = Distances(kinds).ToArray();
        var even = distances.Zip(distances.Skip(1)).Count(pair => Math.Abs(pair.First - pair.Second) <= Math.Max(1, EvenlyApart * pair.First));
        var alike = _dashes.Zip(_dashes.Skip(kinds)).Count(pair => AreAlike(pair.First, pair.Second));
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
                && Math.Abs(distance - (times * least)) <= Math.Max(1, OffLattice * least)) >= LeastOfLattice * distances.Length && !IsInTwos(distances);
        }
    }

    /// <summary>The dots of colons, line by line: near and far by turns, and all that are far equally far.</summary>
    private static bool IsInTwos(int[] distances)
    {
        var (near, far) = (distances.Order().ElementAt(distances.Length / 4), distances.Order().ElementAt(distances.Length * 3 / 4));
        return !AreAlike(near, far)
            && distances.Zip(distances.Skip(1)).Count(pair => AreAlike(near, Math.Min(pair.First, pair.Second)) && AreAlike(far, Math.Max(pair.First, pair.Second))) >= LeastInTwos * (distances.Length - 1);
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
                alike += AreAlike(one, next) ? 1 : 0;
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
        var position = Position;
        var own = Array.FindAll(crosses, cross => cross.Left > From && cross.Right < To && Math.Abs(((cross.Top + cross.Bottom) / 2.0) - position) <= DashedLines.Waver
            && Array.Exists(crossings, crossing => crossing >= cross.Left && crossing <= cross.Right));
        if (own.Length < LeastCrosses * crossings.Length)
        {
            return false;
        }

        PixelBox[] all = [.. _dashes.Concat(own).OrderBy(patch => patch.Left)];
        int[] gaps = [.. all.Zip(all.Skip(1), (one, next) => next.Left - one.Right)];
        var usual = Middle(gaps);
        return gaps.Count(gap => Math.Abs(gap - usual) <= Math.Max(1, EvenGaps * usual)) >= LeastEvenGaps * gaps.Length
            && _dashes.Zip(_dashes.Skip(1)).Count(pair => AreAlike(pair.First, pair.Second)) >= LeastAlike * (Count - 1);
    }

    /// <summary>Whether its dashes are equally thick, and so close to one another as no strokes of letters are, line by line; some have run together and are longer. Where rulings cross it, the gap is another.</summary>
    public bool IsOfThinGaps(double[] crossings)
    {
        var (thick, length) = (Middle(_dashes.Select(dash => dash.Height)), Middle(_dashes.Select(dash => dash.Width)));
        int[] gaps = [.. _dashes.Zip(_dashes.Skip(1)).Where(pair => !Array.Exists(crossings, crossing => crossing > pair.First.Left && crossing < pair.Second.Right)).Select(pair => pair.Second.Left - pair.First.Right)];
        return gaps.Length >= LeastInside * Count && gaps.Count(gap => gap <= NarrowGap * length) >= LeastNarrow * gaps.Length && gaps.Count(gap => gap <= WidestGap * length) >= LeastEvenGaps * gaps.Length
            && _dashes.Count(dash => !IsDot(dash) && Math.Abs(dash.Height - thick) <= 1) >= LeastEvenGaps * Count;
    }

    /// <summary>As long as its dashes usually are, and as thick, and from one to the next.</summary>
    public (int Length, int Thickness, int Distance) Kind => (Middle(_dashes.Select(dash => dash.Width)), Middle(_dashes.Select(dash => dash.Height)), UsualDistance);

    /// <summary>Whether its dashes are of the kind of another row of its page, but for those that others cut short, and follow one another as those do.</summary>
    private bool IsOf((int Length, int Thickness, int Distance) kind) =>
        Count > 1 && _dashes.TrueForAll(dash => AreAlike(kind.Thickness, dash.Height))
        && _dashes.Count(dash => Math.Abs(dash.Width - kind.Length) <= Math.Max(1, OfKind * kind.Length)) >= Math.Max(2, LeastOfKind * Count)
        && Distances(1).All(distance => Math.Abs(distance - kind.Distance) <= Math.Max(1, EvenlyApart * kind.Distance));

    private static bool AreAlike(PixelBox one, PixelBox other) => AreAlike(one.Width, other.Width) && AreAlike(one.Height, other.Height);

    private static bool AreAlike(int one, int other) => Math.Abs(one - other) <= Math.Max(1, EquallyLong * one);

    private IEnumerable<int> Distances(int passing) => _dashes.Zip(_dashes.Skip(passing), (one, next) => next.Left - one.Left);

    private static int Middle(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Whether its dashes are some of another row's, as those of its parts are.</summary>
    public bool IsIn(DashRow other) => other._dashes.Contains(_dashes[0]);

    public bool Holds(PixelBox[] dashes) => Array.Exists(dashes, _dashes.Contains);

    public void Add(PixelBox dash)
    {
        To = Math.Max(To, dash.Right);
        Here += (((dash.Top + dash.Bottom) / 2.0) - Here) / 3;
        _dashes.Add(dash);
    }

    /// <summary>Those of its parts whose dashes are of a kind.</summary>
    public List<DashRow> PartsOf((int Length, int Thickness, int Distance) kind) => Parts((1 + EvenlyApart) * kind.Distance).ConvertAll(part => part.WithoutCrosses(kind.Thickness)).FindAll(part => part.IsOf(kind));

    /// <summary>Without what is one with a ruling that crosses there, at its ends.</summary>
    private DashRow WithoutCrosses(int thickness)
    {
        bool IsCross(PixelBox dash) => !AreAlike(thickness, dash.Height);
        PixelBox[] inner = [.. _dashes.Skip(IsCross(_dashes[0]) ? 1 : 0).SkipLast(IsCross(_dashes[^1]) ? 1 : 0)];
        return inner.Length is 0 || inner.Length == Count ? this : Of(inner);
    }

    private static DashRow Of(PixelBox[] dashes)
    {
        var row = new DashRow(dashes[0]);
        foreach (var dash in dashes[1..])
        {
            row.Add(dash);
        }

        return row;
    }

    /// <summary>Parted where dashes are left out: single ones between may be those of rulings that cross its line.</summary>
    /// <param name="widest">In pixels, from a dash to the next.</param>
    public List<DashRow> Parts(double widest)
    {
        var parts = new List<DashRow> { new(_dashes[0]) };
        foreach (var (dash, distance) in _dashes.Skip(1).Zip(Distances(1)))
        {
            if (distance > widest)
            {
                parts.Add(new DashRow(dash));
            }
            else
            {
                parts[^1].Add(dash);
            }
        }

        return parts;
    }
}

namespace Extractor.Ingestion.Images;

/// <summary>
/// Thin rulings that a copier without greys broke: where a slightly slanted one passes from a row of pixels to the next, its
/// ink is parted between the two and neither is black. A ruling ends at a ruling: a piece that ends on paper goes on to the
/// next.
/// </summary>
internal static class BrokenRulings
{
    /// <summary>In inches: strokes that are thicker do not break so, and those of letters, but in headings, are not so long.</summary>
    private const double Thickest = 0.02, ShortestPiece = 0.2, ShortestRun = 0.6;

    /// <summary>In inches: dashes are in line with a ruling as short as this, in a table of two low rows.</summary>
    private const double ShortestWithDashes = 0.4;

    /// <summary>In inches: a hairline is thinner than the strokes of letters but of the smallest, which are shorter.</summary>
    private const double Hairline = 0.011, ShortestOfHairline = 0.14;

    /// <summary>A slanted line breaks at equal distances, of which a piece or two may be lost in letters: so many pieces do, by such a share, but for so much of the distance.</summary>
    private const int FewestRegular = 5, MostDistances = 2;
    private const double LeastRegular = 0.75, OffRegular = 0.25;

    /// <summary>A short piece is no farther from the next, on one side at least, than so many times its length.</summary>
    private const double LongestGapOfShort = 2;

    /// <summary>In inches: what is missing is no longer than the first, nor than so many times the piece that is longest.</summary>
    private const double LongestGap = 1.5, LongestGapInPieces = 1.5;

    /// <summary>Pixels by which pieces of one ruling lie apart.</summary>
    private const double Waver = 2;

    /// <summary>Of a broken ruling so much is left, and it is seen at so many of the rulings across it: a row of dashes in cells touches none.</summary>
    private const double LeastLeft = 0.3, LeastTouched = 0.15;

    /// <summary>At its two ends not much more is missing than between, or so much of it is seen, and half as much as of the rest: the ruling across that is nearest may not have been found.</summary>
    private const double MoreAtEnds = 2.5, LeastCrumbs = 0.15, AsElsewhere = 0.5;

    /// <summary>Where pieces are rulings from row to row, dashes between them are one too: so much of them is seen, and so much close to the rulings that they run between, in inches. A letter keeps away from these. Nor is there paper for as much as the last in between, where one table ends above another.</summary>
    private const double LeastSeen = 0.35, AtEnds = 0.04, LeastAtEnds = 0.25, Strip = 0.2, LeastOfStrip = 0.15;

    /// <summary>What is missing of broken rulings, as strokes in line with their pieces.</summary>
    /// <param name="isOfLetters">Whether letters hang on a line all along it, so that it is made of their strokes.</param>
    /// <param name="standsFree">Whether there is paper beside a line, on one side at least.</param>
    /// <param name="isThroughLetters">Whether letters stand on a line.</param>
    /// <param name="crumbs">The share of a line that is ink, and no letter.</param>
    public static List<PixelLine> Missing(
        List<PixelLine> strokes, Func<PixelLine, bool> isOfLetters, Func<PixelLine, bool> standsFree, Func<PixelLine, bool> isThroughLetters, Func<PixelLine, double> crumbs, double dotsPerInch)
    {
        bool IsShortHairline(PixelLine stroke) => stroke.Thickness <= Hairline * dotsPerInch && stroke.To - stroke.From >= ShortestOfHairline * dotsPerInch && standsFree(stroke);
        var pieces = strokes.FindAll(stroke => (stroke.To - stroke.From >= ShortestPiece * dotsPerInch || IsShortHairline(stroke)) && !isOfLetters(stroke)).ToLookup(stroke => stroke.IsHorizontal);
        var (lying, standing) = (Runs(pieces[true], dotsPerInch), Runs(pieces[false], dotsPerInch));
        return [.. MissingOfAll(lying, standing).Concat(MissingOfAll(standing, lying)).Where(gap => !isThroughLetters(gap))];

        // Those that lie across may be broken as well: where nothing is seen of them they may cross.
        IEnumerable<PixelLine> MissingOfAll(List<List<PixelLine>> runs, List<List<PixelLine>> others)
        {
            var across = others.ConvertAll(Whole).FindAll(line => line.To - line.From >= RulingChoice.LongerThanStrokes * dotsPerInch);
            return runs.SelectMany(run => MissingOf(run, across, crumbs, dotsPerInch));
        }
    }

    /// <summary>From the first piece of a run to the last.</summary>
    internal static PixelLine Whole(List<PixelLine> run) => run[0] with { To = run[^1].To };

    /// <summary>Strokes in one line, none far from the next.</summary>
    private static List<List<PixelLine>> Runs(IEnumerable<PixelLine> strokes, double dotsPerInch)
    {
        var runs = new List<List<PixelLine>>();
        foreach (var stroke in strokes.OrderBy(stroke => stroke.From).ThenBy(stroke => stroke.Position))
        {
            // Dashes were found in a stroke that is whole where it is fainter: it counts once.
            if (runs.Exists(run => Math.Abs(run[^1].Position - stroke.Position) <= Waver && stroke.From >= run[^1].From && stroke.To <= run[^1].To))
            {
                continue;
            }

            var before = runs.FindLast(run => Math.Abs(run[^1].Position - stroke.Position) <= Waver
                && stroke.From >= run[^1].To - Waver && stroke.From - run[^1].To <= LongestGap * dotsPerInch);
            if (before is null)
            {
                runs.Add([stroke]);
            }
            else
            {
                before.Add(stroke);
            }
        }

        return [.. runs.Select(run => WithoutStrays(run, ShortestPiece * dotsPerInch)).Where(run => run.Count > 0)];
    }

    /// <summary>Of a ruling more is left than is missing: short pieces that are far from those before and behind are strokes of letters, line by line.</summary>
    private static List<PixelLine> WithoutStrays(List<PixelLine> run, double shortest)
    {
        return [.. run.Where((piece, i) => piece.To - piece.From >= shortest || IsNear(piece, i - 1) || IsNear(piece, i + 1))];

        bool IsNear(PixelLine piece, int other) => other >= 0 && other < run.Count
            && Math.Max(run[other].From - piece.To, piece.From - run[other].To) <= LongestGapOfShort * (piece.To - piece.From);
    }

    private static List<PixelLine> MissingOf(List<PixelLine> run, List<PixelLine> across, Func<PixelLine, double> crumbs, double dotsPerInch)
    {
        var touch = RulingChoice.Touch * dotsPerInch;
        var whole = Whole(run);
        if (whole.To - whole.From < ShortestWithDashes * dotsPerInch)
        {
            return [];
        }

        var distance = RegularDistance(run);
        var longest = Math.Min(LongestGap * dotsPerInch, Math.Max(MostDistances * distance, LongestGapInPieces * run.Max(piece => piece.To - piece.From)));
        PixelLine[] gaps = [.. run.Zip(run.Skip(1), (before, after) => before with { From = before.To, To = after.From }).Where(gap => gap.To > gap.From)];
        var between = Array.FindAll(gaps, gap => gap.To - gap.From <= longest);
        var crossings = Crossings(whole, across, touch);
        double[] before = [.. crossings.Where(crossing => crossing < whole.From - touch).Reverse()], beyond = [.. crossings.Where(crossing => crossing > whole.To + touch)];
        List<PixelLine> seen = [.. between.Where(IsSeen), .. gaps.SelectMany(SeenWithin), .. SeenUpTo(before, whole.From), .. SeenUpTo(beyond, whole.To)];
        bool IsAt(double crossing, PixelLine piece) => crossing >= piece.From - touch && crossing <= piece.To + touch;
        // What overhangs a ruling, and is not seen there, ends at it: so do dashes in a picture in which that one was not found.
        bool IsOnPaper(int end, int side) => !crossings.Exists(crossing => side * (end - crossing) is var overhang && overhang >= -touch
            && (overhang <= touch || (overhang <= RulingChoice.Overhang * dotsPerInch && crumbs(Rest(end, crossing + (side * touch))) < LeastCrumbs)));
        var onPaper = run.Sum(piece => (IsOnPaper(piece.From, -1) ? 1 : 0) + (IsOnPaper(piece.To, 1) ? 1 : 0));
        var touched = crossings.Count(crossing => run.Exists(piece => IsAt(crossing, piece)));
        // Dashes in equally wide cells are at equal distances too, but at no ruling.
        var leastTouched = distance == 0 ? Math.Max(1, LeastTouched * crossings.Count) : Math.Min(1, crossings.Count(crossing => crossing > whole.From && crossing < whole.To) / 2);
        if (whole.To - whole.From < ShortestRun * dotsPerInch || onPaper < 2 || touched < leastTouched
            || run.Sum(piece => piece.To - piece.From) < LeastLeft * (whole.To - whole.From)
            || run.Max(piece => piece.Thickness) > Thickest * dotsPerInch)
        {
            return seen;
        }

        List<PixelLine> missing = [.. seen.Union(between.Where(gap => IsOnPaper(gap.From, 1) || IsOnPaper(gap.To, -1)))];

        var most = MoreAtEnds * missing.Except(seen).Select(gap => gap.To - gap.From).DefaultIfEmpty(0).Max();
        GoOn(whole.From, -1, before);
        GoOn(whole.To, 1, beyond);
        return missing;

        bool IsSeen(PixelLine gap) => gap.To - gap.From > 2 * AtEnds * dotsPerInch && crumbs(gap) >= LeastSeen
            && crumbs(gap with { To = gap.From + (int)(AtEnds * dotsPerInch) }) >= LeastAtEnds && crumbs(gap with { From = gap.To - (int)(AtEnds * dotsPerInch) }) >= LeastAtEnds
            && IsSeenThroughout(gap);

        bool IsSeenThroughout(PixelLine gap)
        {
            var strips = Math.Max(1, (int)((gap.To - gap.From) / (Strip * dotsPerInch)));
            int At(int strip) => gap.From + ((gap.To - gap.From) * strip / strips);
            return Enumerable.Range(0, strips).All(strip => crumbs(gap with { From = At(strip), To = At(strip + 1) }) >= LeastOfStrip);
        }

        PixelLine Rest(int end, double crossing) => whole with { From = Math.Min(end, (int)crossing), To = Math.Max(end, (int)Math.Ceiling(crossing)) };

        // Of two tables in line, or where a row between them is not divided: from either side as far as it is seen.
        IEnumerable<PixelLine> SeenWithin(PixelLine gap)
        {
            double[] inside = [.. crossings.Where(crossing => crossing > gap.From + touch && crossing < gap.To - touch)];
            return SeenUpTo(inside, gap.From).Concat(SeenUpTo([.. inside.Reverse()], gap.To));
        }

        IEnumerable<PixelLine> SeenUpTo(double[] next, int end)
        {
            foreach (var crossing in next)
            {
                var rest = Rest(end, crossing);
                if (rest.To - rest.From > longest || !IsSeen(rest))
                {
                    yield break;
                }

                end = (int)crossing;
                yield return rest;
            }
        }

        // From ruling to ruling, as long as something is seen of it.
        void GoOn(int end, int side, double[] next)
        {
            if (!IsOnPaper(end, side))
            {
                return;
            }

            var endsAtRuling = false;
            foreach (var crossing in next)
            {
                // It may end at the first, and strokes of letters be in line with it behind that.
                var rest = Rest(end, crossing);
                var goesOn = endsAtRuling ? IsSeen(rest) : rest.To - rest.From <= most || crumbs(rest) >= Math.Max(LeastCrumbs, AsElsewhere * crumbs(whole));
                if (!goesOn || rest.To - rest.From > LongestGap * dotsPerInch)
                {
                    return;
                }

                (end, endsAtRuling) = ((int)crossing, true);
                missing.Add(rest);
            }
        }
    }

    /// <summary>From the middle of each piece of a run to that of the next.</summary>
    internal static double[] Distances(List<PixelLine> run) => [.. run.Zip(run.Skip(1), (one, next) => (next.From + next.To - one.From - one.To) / 2.0)];

    /// <summary>From one piece to the next, where they follow one another at equal distances; 0 where they do not.</summary>
    private static double RegularDistance(List<PixelLine> run)
    {
        var distances = Distances(run);
        if (run.Count < FewestRegular)
        {
            return 0;
        }

        var usual = distances.Order().ElementAt(distances.Length / 2);
        bool IsRegular(double distance) => Math.Round(distance / usual) is >= 1 and <= MostDistances and var times && Math.Abs(distance - (times * usual)) <= OffRegular * usual;
        return distances.Count(IsRegular) >= LeastRegular * distances.Length ? usual : 0;
    }

    /// <summary>Where others cross a line or what may be missing of it, in order; one in pieces crosses it once.</summary>
    private static List<double> Crossings(PixelLine line, List<PixelLine> across, double touch)
    {
        var crossings = new List<double>();
        foreach (var other in across.Where(other => other.From - touch <= line.Position && other.To + touch >= line.Position).OrderBy(other => other.Position))
        {
            if (crossings.Count == 0 || other.Position - crossings[^1] > touch)
            {
                crossings.Add(other.Position);
            }
        }

        return crossings;
    }
}

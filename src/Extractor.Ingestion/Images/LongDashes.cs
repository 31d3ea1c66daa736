namespace Extractor.Ingestion.Images;

/// <summary>
/// Rulings that are drawn as dashes so long that each is a line: pieces in one line at equal distances, with little left
/// out between them. Where another ruling crosses a dash, or letters touch it, it is still one of them.
/// </summary>
internal static class LongDashes
{
    /// <summary>In inches. A thicker one is a bar; a longer one counts as a ruling by itself.</summary>
    private const double Thickest = 0.03, Longest = 0.3;

    /// <summary>Strokes of one character under the other leave out more than this share of a dash: lines of letters stand apart.</summary>
    private const double LongestGap = 0.3;

    /// <summary>So many dashes follow one another, from middle to middle so far apart as usual but for such a share of it; of no more than the second, all do.</summary>
    private const int Fewest = 4, Few = 5;
    private const double Off = 0.15;

    /// <summary>Fewer, or one, that run down fill a low row where they are as long and thick as those of another ruling of the page but for such a share, and nearly as much of the row is ink as of that one, without a gap that is much longer.</summary>
    private const double OfKind = 0.15, LeastInked = 0.85, GapInDark = 2;

    /// <summary>Characters are nearly as high as from one to the next; between so many of them at least there is paper all the way.</summary>
    private const double HeightOfCharacter = 0.8, LeastParted = 0.75;

    /// <summary>Pixels by which a dash may lie off the one before it.</summary>
    private const int Waver = 2;

    /// <summary>From the first dash to the last, and on up to the ruling that crosses their line next at either end.</summary>
    /// <param name="strokes">Of the picture, whether of rulings or of letters.</param>
    /// <param name="standsFree">Whether there is paper beside a line, on one side at least.</param>
    /// <param name="inked">By row along a line that runs down, whether there is ink on it.</param>
    /// <param name="hasInk">Whether there is any within a box of the page.</param>
    public static IEnumerable<PixelLine> Find(
        IReadOnlyCollection<PixelLine> strokes, Func<PixelLine, bool> standsFree, Func<PixelLine, bool[]> inked, Func<PixelBox, bool> hasInk, double dotsPerInch)
    {
        var runs = strokes.Where(stroke => stroke.Thickness <= Thickest * dotsPerInch && stroke.To - stroke.From <= Longest * dotsPerInch)
            .GroupBy(stroke => stroke.IsHorizontal)
            .SelectMany(Runs).ToArray();
        PixelLine[] longest = [.. strokes.Where(stroke => stroke.To - stroke.From >= RulingChoice.LongerThanStrokes * dotsPerInch)];
        var byPlace = runs.Where(run => IsRegular(run) && !IsOfCharacters(run, hasInk)).ToLookup(run => standsFree(BrokenRulings.Whole(run)));
        PixelLine[] crossing = [.. longest, .. byPlace[true].Select(BrokenRulings.Whole)];
        List<PixelLine>[] regular = [.. byPlace[true], .. byPlace[false].Where(run => MostStandsFree(BrokenRulings.Whole(run), Distance(run)))];
        PixelLine[] across = [.. longest, .. regular.Select(BrokenRulings.Whole)];
        Kind[] kinds = [.. regular.Select(Kind.Of).Distinct()];
        var few =
            from run in runs.Except(regular).Where(run => !run[0].IsHorizontal && run.Count < Fewest)
            from kind in kinds.Where(kind => run.TrueForAll(kind.Has)).Take(1)
            let row = ToBorders(run, kind.Distance, across)
            where FillsRow(row, kind) && standsFree(BrokenRulings.Whole(run))
            select row;
        return regular.Select(run => ToBorders(run, Distance(run), across)).Where(IsHeld).Concat(few);

        // Strokes of a few characters in a line begin at a border, but for chance, or end at one.
        bool IsHeld(PixelLine line) => !line.IsHorizontal || line.To - line.From >= RulingChoice.LongerThanWords * dotsPerInch
            || EndsAtBorders(line, distance: 0);

        bool EndsAtBorders(PixelLine line, double distance) => Crossings(line, distance, across) is var crossings && EndsAt(crossings, line, line.From) && EndsAt(crossings, line, line.To);

        // Dashes of the rulings that cross it end close to a line on both sides, and so may the text of one row.
        bool MostStandsFree(PixelLine line, double distance)
        {
            int[] ends = [line.From, .. Crossings(line, distance, crossing).Where(at => at > line.From && at < line.To).Select(at => (int)at).Distinct().Order(), line.To];
            return ends.Zip(ends.Skip(1), (from, to) => line with { From = from, To = to }).Where(standsFree).Sum(part => part.To - part.From) > (line.To - line.From) / 2.0;
        }

        // The dashes before and behind are cut short by the rulings there, and one with them.
        bool FillsRow(PixelLine row, Kind kind)
        {
            return EndsAtBorders(row, kind.Distance)
                && inked(row) is var rows && rows.Count(isInked => isInked) >= LeastInked * kind.Length / kind.Distance * rows.Length
                && rows.AsSpan().IndexOf(new bool[(int)(GapInDark * (kind.Distance - kind.Length)) + Waver]) < 0;
        }
    }

    /// <summary>The last dash before a border may be cut short by it, and run together with it: from the last whole one it is no farther than from one to the next.</summary>
    private static PixelLine ToBorders(List<PixelLine> run, double distance, PixelLine[] across)
    {
        var whole = BrokenRulings.Whole(run);
        // What ends at one goes no farther.
        var crossings = Crossings(whole, distance, across);
        return whole with
        {
            From = EndsAt(crossings, whole, whole.From) ? whole.From : (int)crossings.Where(at => at < whole.From && at >= whole.From - distance).DefaultIfEmpty(whole.From).Max(),
            To = EndsAt(crossings, whole, whole.To) ? whole.To : (int)Math.Ceiling(crossings.Where(at => at > whole.To && at <= whole.To + distance).DefaultIfEmpty(whole.To).Min()),
        };
    }

    private static bool EndsAt(double[] crossings, PixelLine line, int end) => Array.Exists(crossings, at => Math.Abs(at - end) <= line.Thickness + Waver);

    /// <summary>Whether strokes are the topmost or the lowest of characters in a line: each has the rest of one on the same side, and between them is paper.</summary>
    private static bool IsOfCharacters(List<PixelLine> run, Func<PixelBox, bool> hasInk)
    {
        return run[0].IsHorizontal && (HasRest(1) || HasRest(-1));

        bool HasRest(int side) => run.TrueForAll(stroke => hasInk(Beside(stroke, stroke.From, stroke.To, side)))
            && run.Zip(run.Skip(1)).Count(pair => hasInk(Beside(pair.First, pair.First.To, pair.Second.From, side))) <= (1 - LeastParted) * (run.Count - 1);

        PixelBox Beside(PixelLine stroke, int from, int to, int side)
        {
            var (edge, end) = (stroke.Position + (side * ((stroke.Thickness / 2) + Waver)), stroke.Position + (side * HeightOfCharacter * Distance(run)));
            return new PixelBox(from, (int)Math.Min(edge, end), to, (int)Math.Max(edge, end));
        }
    }

    private static double Distance(List<PixelLine> run) => (run[^1].From - run[0].From) / (run.Count - 1.0);

    /// <summary>Where others cross a line, or end beside it by what may be left out between dashes.</summary>
    private static double[] Crossings(PixelLine line, double distance, PixelLine[] across) =>
    [
        .. across.Where(other => other.IsHorizontal != line.IsHorizontal && other.From - (LongestGap * distance) <= line.Position && other.To + (LongestGap * distance) >= line.Position)
            .Select(other => other.Position),
    ];

    /// <summary>As the dashes of a ruling usually are, in pixels.</summary>
    /// <param name="Distance">From one to the next.</param>
    private readonly record struct Kind(int Length, double Thickness, double Distance)
    {
        public static Kind Of(List<PixelLine> run)
        {
            var middle = run.OrderBy(dash => dash.To - dash.From).ElementAt(run.Count / 2);
            return new Kind(middle.To - middle.From, middle.Thickness, BrokenRulings.Distances(run).Order().ElementAt((run.Count - 1) / 2));
        }

        public bool Has(PixelLine dash) =>
            Math.Abs(dash.To - dash.From - Length) <= Math.Max(1, OfKind * Length) && Math.Abs(dash.Thickness - Thickness) <= Math.Max(1, OfKind * Thickness);
    }

    /// <summary>Strokes in one line, each next to the one before it.</summary>
    private static List<List<PixelLine>> Runs(IEnumerable<PixelLine> strokes)
    {
        var (runs, open) = (new List<List<PixelLine>>(), new List<List<PixelLine>>());
        foreach (var stroke in strokes.OrderBy(stroke => stroke.From).ThenBy(stroke => stroke.Position))
        {
            // Of the many strokes of a page, few may go on.
            open.RemoveAll(run => stroke.From - run[^1].To > LongestGap * (run[^1].To - run[^1].From));
            if (open.FindLast(run => IsNext(run[^1], stroke)) is { } before)
            {
                before.Add(stroke);
            }
            else
            {
                open.Add([stroke]);
                runs.Add(open[^1]);
            }
        }

        return runs;
    }

    private static bool IsNext(PixelLine before, PixelLine stroke) =>
        Math.Abs(before.Position - stroke.Position) <= Waver && stroke.From >= before.To - Waver
        && stroke.From - before.To <= LongestGap * Math.Min(before.To - before.From, stroke.To - stroke.From);

    private static bool IsRegular(List<PixelLine> run)
    {
        var distances = BrokenRulings.Distances(run);
        var usual = distances.Order().ElementAtOrDefault(distances.Length / 2);
        return run.Count >= Fewest && distances.Count(distance => Math.Abs(distance - usual) <= Off * usual) is var regular
            && (run.Count > Few ? regular > distances.Length / 2 : regular == distances.Length);
    }
}

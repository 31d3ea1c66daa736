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

    /// <summary>Pixels by which a dash may lie off the one before it.</summary>
    private const double Waver = 2;

    /// <summary>What is left out between the dashes, and up to the ruling that crosses their line next at either end, as strokes in line with them.</summary>
    /// <param name="strokes">Of the picture, whether of rulings or of letters.</param>
    /// <param name="standsFree">Whether there is paper beside a line, on one side at least.</param>
    public static IEnumerable<PixelLine> Gaps(IReadOnlyCollection<PixelLine> strokes, Func<PixelLine, bool> standsFree, double dotsPerInch)
    {
        var runs = strokes.Where(stroke => stroke.Thickness <= Thickest * dotsPerInch && stroke.To - stroke.From <= Longest * dotsPerInch)
            .GroupBy(stroke => stroke.IsHorizontal)
            .SelectMany(Runs)
            .Where(run => IsRegular(run) && standsFree(BrokenRulings.Whole(run))).ToArray();
        PixelLine[] across = [.. strokes.Where(stroke => stroke.To - stroke.From >= RulingChoice.LongerThanStrokes * dotsPerInch), .. runs.Select(BrokenRulings.Whole)];
        return runs.SelectMany(run => BrokenRulings.Between(run).Concat(ToBorders(run, across)))
            .Where(gap => gap.To > gap.From);
    }

    /// <summary>The last dash before a border may be cut short by it, and run together with it: from the last whole one it is no farther than from one to the next.</summary>
    private static IEnumerable<PixelLine> ToBorders(List<PixelLine> run, PixelLine[] across)
    {
        var (whole, reach) = (BrokenRulings.Whole(run), (run[^1].From - run[0].From) / (run.Count - 1.0));
        var touch = LongestGap * reach;
        double[] crossings =
        [
            .. across.Where(line => line.IsHorizontal != whole.IsHorizontal && line.From - touch <= whole.Position && line.To + touch >= whole.Position).Select(line => line.Position),
        ];
        yield return whole with { From = (int)crossings.Where(at => at < whole.From && at >= whole.From - reach).DefaultIfEmpty(whole.From).Max(), To = whole.From };
        yield return whole with { From = whole.To, To = (int)Math.Ceiling(crossings.Where(at => at > whole.To && at <= whole.To + reach).DefaultIfEmpty(whole.To).Min()) };
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

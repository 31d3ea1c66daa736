namespace Extractor.Ingestion.Images;

/// <summary>
/// Thin rulings that a copier without greys broke: where a slightly slanted one passes from a row of pixels to the next, its
/// ink is parted between the two and neither is black. A ruling ends at a ruling: a piece that ends on paper goes on to the
/// next.
/// </summary>
internal static class BrokenRulings
{
    /// <summary>In inches: strokes that are thicker do not break so, and those of letters, but in headings, are not so long.</summary>
    private const double Thickest = 0.02, ShortestPiece = 0.2, ShortestRun = 0.6, ShortestAcross = 0.3;

    /// <summary>In inches: what is missing is no longer than the first, nor than so many times the piece that is longest.</summary>
    private const double LongestGap = 0.75, LongestGapInPieces = 1.5;

    /// <summary>Rulings meet that end this near to each other, in inches.</summary>
    private const double Touch = 0.035;

    /// <summary>Pixels by which pieces of one ruling lie apart.</summary>
    private const double Waver = 2;

    /// <summary>Of a broken ruling so much is left, and it is seen at so many of the rulings across it, two at least: a row of dashes in cells touches none.</summary>
    private const double LeastLeft = 0.3, LeastTouched = 0.3;

    /// <summary>What is missing of broken rulings, as strokes in line with their pieces.</summary>
    /// <param name="isOfLetters">Whether letters hang on a line all along it, so that it is made of their strokes.</param>
    /// <param name="isThroughLetters">Whether letters stand on a line, or close to it on both of its sides.</param>
    public static List<PixelLine> Missing(List<PixelLine> strokes, Func<PixelLine, bool> isOfLetters, Func<PixelLine, bool> isThroughLetters, double dotsPerInch)
    {
        var pieces = strokes.FindAll(stroke => stroke.To - stroke.From >= ShortestPiece * dotsPerInch && !isOfLetters(stroke)).ToLookup(stroke => stroke.IsHorizontal);
        var runs = pieces.ToDictionary(group => group.Key, group => Runs(group, dotsPerInch));
        return [.. runs.SelectMany(lying => lying.Value.SelectMany(run => MissingOf(run, Across(!lying.Key), dotsPerInch))).Where(gap => !isThroughLetters(gap))];

        // Those that lie across may be broken as well: where nothing is seen of them they may cross.
        List<PixelLine> Across(bool isHorizontal) => runs.TryGetValue(isHorizontal, out var across)
            ? across.ConvertAll(run => run[0] with { To = run[^1].To }).FindAll(line => line.To - line.From >= ShortestAcross * dotsPerInch) : [];
    }

    /// <summary>Strokes in one line, none far from the next.</summary>
    private static List<List<PixelLine>> Runs(IEnumerable<PixelLine> strokes, double dotsPerInch)
    {
        var runs = new List<List<PixelLine>>();
        foreach (var stroke in strokes.OrderBy(stroke => stroke.From).ThenBy(stroke => stroke.Position))
        {
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

        return runs;
    }

    private static List<PixelLine> MissingOf(List<PixelLine> run, List<PixelLine> across, double dotsPerInch)
    {
        var touch = Touch * dotsPerInch;
        var whole = run[0] with { To = run[^1].To };
        if (whole.To - whole.From < ShortestRun * dotsPerInch)
        {
            return [];
        }

        var crossings = Crossings(whole, across, touch);
        bool IsAt(double crossing, PixelLine piece) => crossing >= piece.From - touch && crossing <= piece.To + touch;
        bool IsOnPaper(int end) => !crossings.Exists(crossing => Math.Abs(crossing - end) <= touch);
        var onPaper = run.Sum(piece => (IsOnPaper(piece.From) ? 1 : 0) + (IsOnPaper(piece.To) ? 1 : 0));
        var touched = crossings.Count(crossing => run.Exists(piece => IsAt(crossing, piece)));
        if (onPaper < 2 || touched < Math.Max(2, LeastTouched * crossings.Count)
            || run.Sum(piece => piece.To - piece.From) < LeastLeft * (whole.To - whole.From)
            || run.Max(piece => piece.Thickness) > Thickest * dotsPerInch)
        {
            return [];
        }

        var longest = Math.Min(LongestGap * dotsPerInch, LongestGapInPieces * run.Max(piece => piece.To - piece.From));
        var gaps = run.Zip(run.Skip(1), (before, after) => before with { From = before.To, To = after.From })
            .Where(gap => gap.To > gap.From && gap.To - gap.From <= longest && (IsOnPaper(gap.From) || IsOnPaper(gap.To))).ToList();

        // At its two ends no more is missing than between: the ruling across that is nearest may not have been seen.
        var most = gaps.Select(gap => gap.To - gap.From).DefaultIfEmpty(0).Max();
        var (first, last) = (crossings.FindLast(crossing => crossing < whole.From), crossings.Find(crossing => crossing > whole.To));
        if (IsOnPaper(whole.From) && first > 0 && whole.From - first <= most)
        {
            gaps.Add(whole with { From = (int)first, To = whole.From });
        }

        if (IsOnPaper(whole.To) && last > 0 && last - whole.To <= most)
        {
            gaps.Add(whole with { From = whole.To, To = (int)Math.Ceiling(last) });
        }

        return gaps;
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

namespace Extractor.Ingestion.Images;

/// <summary>
/// Which of the straight strokes of a picture are rulings. A long one is; a short one is where it runs from ruling to
/// ruling: the strokes of letters stand free. Broken rulings are made whole.
/// </summary>
internal static class RulingChoice
{
    /// <summary>All in inches. No stroke of a letter is this long.</summary>
    internal const double LongerThanLetters = 0.5;

    /// <summary>Strokes of bold letters that run together are not this long; a shorter ruling meets others.</summary>
    internal const double LongerThanWords = 1.6;

    /// <summary>A whole line of letters may run together: it is thicker than the rulings of its page by so many times.</summary>
    private const double ThickerThanUsual = 1.5;

    /// <summary>A ruling is as thick as those beside it in its rows, where there are so many, but for such a factor.</summary>
    private const double LeastOfUsual = 0.75, MostOfUsual = 1.25;
    private const int FewestBeside = 3;

    /// <summary>A single stroke is not this long, but in the largest headings.</summary>
    internal const double LongerThanStrokes = 0.3;

    /// <summary>A ruling that goes on beyond its last crossing goes on without a gap of this length: letters may stand in line with it.</summary>
    private const double GapBehindCrossing = 0.01;

    /// <summary>A ruling that runs on for less than this beyond its last crossing ends there.</summary>
    internal const double Overhang = 0.09;

    /// <summary>The same of one that lies across: no column is so narrow, and a hole for a binder may touch it. Downwards, the part of a row before the end of a page may be.</summary>
    private const double OverhangAcross = 0.2;

    /// <summary>Rulings meet that end this near to each other.</summary>
    internal const double Touch = 0.035;

    /// <summary>Strokes in a row that leave out more than this share of their length are those of letters.</summary>
    private const double LeastCovered = 0.85;

    /// <summary>Letters fill a row that is lower than this, in inches: there a ruling is whole, and reaches those above and below it but for such a share of its length.</summary>
    private const double LowRow = 0.2, LeastCoveredInLowRow = 0.93, MostMissingInLowRow = 0.08;

    /// <summary>In inches: a few lines of letters fill a row that is lower, and strokes of one may be in line with strokes of the next.</summary>
    private const double RowOfFewLines = 0.5;

    /// <summary>In inches: the side of a letter, but in headings.</summary>
    private const double LargestLetter = 0.25;

    /// <param name="isOfLetters">Whether letters hang on a line all along it, so that it is made of their strokes.</param>
    /// <param name="isAmongLetters">Whether there is ink close to a line on both of its sides.</param>
    /// <param name="isUnderSeal">Whether the ink of a seal was taken out along a line, and may have taken the line with it.</param>
    public static List<PixelLine> Of(
        List<PixelLine> strokes, Func<PixelLine, bool> isOfLetters, Func<PixelLine, bool> isAmongLetters, Func<PixelLine, bool> isUnderSeal, double dotsPerInch)
    {
        var chains = Chain.Of(strokes, isUnderSeal, dotsPerInch);
        var thickest = ThickerThanUsual * UsualThickness(chains, LongerThanWords * dotsPerInch);
        chains.RemoveAll(chain => (chain.Length < LongerThanWords * dotsPerInch || chain.Thickness > thickest) && isOfLetters(chain.Whole));
        var rulings = chains.Where(chain => chain.Length >= LongerThanLetters * dotsPerInch && chain.Covered >= LeastCovered * chain.Length).ToList();
        var across = chains.Where(chain => chain.Length >= LongerThanStrokes * dotsPerInch).ToArray();
        rulings.RemoveAll(chain => chain.Length < LongerThanWords * dotsPerInch && !across.Any(other => Touches(chain, other, Touch * dotsPerInch)));
        for (var removed = -1; removed != 0;)
        {
            removed = rulings.RemoveAll(chain => chain.Length < LongerThanWords * dotsPerInch && Trimmed(chain, across, isAmongLetters, dotsPerInch) is var line
                && !(Ends(chain, line.From, true, Overhang * dotsPerInch) && Ends(chain, line.To, false, Overhang * dotsPerInch)));
        }

        // In low rows strokes of letters reach from ruling to ruling; as thick as the rulings beside them are they by chance alone.
        var unlike = chains.FindAll(chain => !chain.IsHorizontal && chain.Length < LongerThanWords * dotsPerInch
            && IsUnlikeThoseBeside(chain, rulings, Touch * dotsPerInch) && isAmongLetters(chain.Whole) && !GoesOnElsewhere(chain, rulings));
        rulings.RemoveAll(unlike.Contains);
        chains.RemoveAll(unlike.Contains);
        var open = chains.Except(rulings).ToList();

        // A ruling between two others may hold a third: until none is found any more.
        for (var found = -1; found != 0;)
        {
            // Where a page ends, those that are longer than strokes end together, before any of them is known to be one.
            List<Chain> ending = [.. rulings, .. open.Where(chain => chain.Length >= LongerThanStrokes * dotsPerInch)];
            var between = open.Where(chain => RunsBetween(chain, rulings, ending, isAmongLetters, dotsPerInch)).Union(OfRowAtPageEdge(open, rulings, dotsPerInch)).ToList();
            rulings.AddRange(between);
            open = [.. open.Except(between)];
            found = between.Count;
        }

        var trimmed = rulings.ConvertAll(ruling => Trimmed(ruling, rulings, isAmongLetters, dotsPerInch));
        // What ran between letters in line with rulings ends nowhere when these are gone. Lines of letters that run together begin at a ruling.
        bool Ending(PixelLine line, int end) => trimmed.Exists(other => Meets(other, line, end, Touch * dotsPerInch));
        bool EndsAcross(PixelLine line, int end, int side) => Ending(line, end) || IsOpenSide(trimmed, end, Touch * dotsPerInch) || Covered(line, end, side) != end;
        bool IsHeld(PixelLine line) => line.IsHorizontal && isAmongLetters(line)
            ? EndsAcross(line, line.From, -1) && EndsAcross(line, line.To, 1) : Ending(line, line.From) || Ending(line, line.To);
        return trimmed.FindAll(line => line.To - line.From >= LongerThanWords * dotsPerInch || IsHeld(line))
            .ConvertAll(line => line with { From = Covered(line, line.From, -1), To = Covered(line, line.To, 1) });

        // Where a seal covers its end, it runs on to the next ruling.
        int Covered(PixelLine line, int end, int side)
        {
            var next = trimmed.Where(other => other.IsHorizontal != line.IsHorizontal && other.From <= line.Position && other.To >= line.Position && side * (other.Position - end) > 0)
                .Select(other => (int)other.Position).OrderBy(place => Math.Abs(place - end)).FirstOrDefault(end);
            return !Ending(line, end) && Math.Abs(next - end) <= Chain.GapUnderSeal * dotsPerInch && isUnderSeal(line with { From = Math.Min(next, end), To = Math.Max(next, end) })
                ? next : end;
        }

        // As rulings do: at one that crosses it, or beside two more that end there as well, where a page ends.
        bool Ends(Chain chain, int end, bool isStart, double near) =>
            across.Any(other => Meets(other.Whole, chain.Whole, end, near))
            || EndsWithOthers(chain, end, isStart, rulings, near);
    }

    /// <summary>
    /// In low rows strokes of letters reach from ruling to ruling: where the row is not divided, and its text runs through the
    /// line of a ruling above and below it, there is none.
    /// </summary>
    /// <param name="isOfLetters">Whether the part of a line in one row is made of their strokes.</param>
    /// <param name="areJoinedByBlur">Whether it is made of strokes that only blur joins to rulings, or to one another. In the first and the last row of a line they may be.</param>
    public static List<PixelLine> WithoutLetters(List<PixelLine> rulings, Func<PixelLine, bool> isOfLetters, Func<PixelLine, PixelLine, bool> areJoinedByBlur, double dotsPerInch) =>
        [.. rulings.SelectMany(line => line.IsHorizontal ? [line] : PartsBetweenLetters(line, rulings, isOfLetters, areJoinedByBlur, dotsPerInch))];

    /// <summary>What ran to strokes of letters that were taken for rulings ends nowhere without them, and is no longer than a stroke itself. Across, only the open side of a table lets a ruling end on paper, with others.</summary>
    /// <param name="before">With those strokes.</param>
    public static List<PixelLine> WithoutLooseEnds(List<PixelLine> rulings, List<PixelLine> before, double dotsPerInch)
    {
        var kept = rulings;
        for (var count = -1; count != kept.Count;)
        {
            count = kept.Count;
            var rest = kept;
            bool IsLoose(PixelLine line, int end) => !Met(rest, line, end) && (line.IsHorizontal ? !IsOpenSide(rest, end, Touch * dotsPerInch) : Met(before, line, end));
            kept = rest.FindAll(line => line.To - line.From >= LongerThanLetters * dotsPerInch || !(IsLoose(line, line.From) || IsLoose(line, line.To)));
        }

        return kept;

        bool Met(List<PixelLine> others, PixelLine line, int end) => others.Exists(other => Meets(other, line, end, Touch * dotsPerInch));
    }

    /// <summary>Where rulings across the page end together on paper, as a table does that has no border there. One may have been found several times.</summary>
    private static bool IsOpenSide(List<PixelLine> rulings, int end, double touch)
    {
        var positions = rulings.FindAll(other => other.IsHorizontal && Math.Min(Math.Abs(other.From - end), Math.Abs(other.To - end)) <= touch).ConvertAll(other => other.Position);
        positions.Sort();
        return positions.Where((position, i) => i == 0 || position - positions[i - 1] > Chain.Waver).Count() > 2;
    }

    /// <summary>A letter such as 门 that stands on a ruling looks like a cell, but for its size: no ruling goes on beyond its corners.</summary>
    public static List<PixelLine> WithoutBoxesOfLetters(List<PixelLine> rulings, double dotsPerInch)
    {
        var (touch, largest) = (Touch * dotsPerInch, LargestLetter * dotsPerInch);
        var small = rulings.FindAll(line => line.To - line.From <= largest);
        var strokes = new HashSet<PixelLine>();
        foreach (var lid in small.Where(line => line.IsHorizontal))
        {
            // One may have been found several times.
            List<PixelLine> Sides(int end) => small.FindAll(side => !side.IsHorizontal && Math.Abs(side.Position - end) <= touch
                && (Math.Abs(side.From - lid.Position) <= touch || Math.Abs(side.To - lid.Position) <= touch));
            if (Sides(lid.From) is { Count: > 0 } left && Sides(lid.To) is { Count: > 0 } right)
            {
                strokes.UnionWith([lid, .. left, .. right]);
            }
        }

        return rulings.FindAll(line => !strokes.Contains(line));
    }

    private static List<PixelLine> PartsBetweenLetters(
        PixelLine line, List<PixelLine> rulings, Func<PixelLine, bool> isOfLetters, Func<PixelLine, PixelLine, bool> areJoinedByBlur, double dotsPerInch)
    {
        var crossed = rulings.FindAll(other => Meets(other, line, Math.Clamp(other.Position, line.From, line.To), Touch * dotsPerInch)).ConvertAll(other => other.Position);
        crossed.Sort();
        var (parts, from) = (new List<PixelLine>(), line.From);
        foreach (var (above, below) in crossed.Zip(crossed.Skip(1)))
        {
            // Two that are nearer to each other are one that is double.
            var (height, part) = (below - above, line with { From = (int)above, To = (int)below });
            bool isFirst = line.From >= above - (Touch * dotsPerInch), isLast = line.To <= below + (Touch * dotsPerInch);
            if (height > Overhang * dotsPerInch
                && (((height < LowRow * dotsPerInch || (isFirst && isLast && height < RowOfFewLines * dotsPerInch)) && isOfLetters(part))
                    || (height < RowOfFewLines * dotsPerInch && (isFirst || isLast) && areJoinedByBlur(part, line))))
            {
                Add((int)Math.Ceiling(above));
                from = (int)below;
            }
        }

        Add(line.To);
        // Of what is left, other rows are the outermost now.
        return parts.Count > 1 || from > line.From || parts.Exists(part => part.To < line.To)
            ? [.. parts.SelectMany(part => PartsBetweenLetters(part, rulings, isOfLetters, areJoinedByBlur, dotsPerInch))] : parts;

        void Add(int to)
        {
            if (to - from > Touch * dotsPerInch)
            {
                parts.Add(line with { From = from, To = to });
            }
        }
    }

    /// <summary>Of the chains that are longer than words, the one in the middle; without any, there is no limit.</summary>
    private static double UsualThickness(List<Chain> chains, double longerThanWords) =>
        chains.Where(chain => chain.Length >= longerThanWords).Select(chain => chain.Thickness).Order().ToArray() is [_, ..] thicknesses ? thicknesses[thicknesses.Length / 2] : double.MaxValue;

    /// <summary>Whether the rulings that run down beside a chain, past all its rows, are most of them thinner or thicker.</summary>
    private static bool IsUnlikeThoseBeside(Chain chain, List<Chain> rulings, double touch)
    {
        double[] beside = [.. rulings.Where(other => !other.IsHorizontal && other != chain && other.From <= chain.From + touch && other.To >= chain.To - touch).Select(other => other.Thickness).Order()];
        return beside.Length >= FewestBeside && beside[beside.Length / 2] is var usual && (chain.Thickness < LeastOfUsual * usual || chain.Thickness > MostOfUsual * usual);
    }

    private static bool EndsWithOthers(Chain chain, int end, bool isStart, List<Chain> rulings, double near) =>
        rulings.Count(other => other != chain && other.IsHorizontal == chain.IsHorizontal && Math.Abs((isStart ? other.From : other.To) - end) <= near) > 2;

    /// <summary>A ruling of other rows is in line with it, as those between the columns of a table are.</summary>
    private static bool GoesOnElsewhere(Chain chain, List<Chain> rulings) => rulings.Exists(ruling =>
        ruling.IsHorizontal == chain.IsHorizontal && Math.Abs(ruling.Position - chain.Position) <= Chain.Waver && ruling.Length > chain.Length);

    /// <summary>From ruling to ruling, or from one to where others that lie as it does end too: a page ends there.</summary>
    private static bool RunsBetween(Chain chain, List<Chain> rulings, List<Chain> ending, Func<PixelLine, bool> isAmongLetters, double dotsPerInch)
    {
        var (line, touch) = (Trimmed(chain, rulings, isAmongLetters, dotsPerInch), Touch * dotsPerInch);
        var (length, isLow) = (line.To - line.From, line.To - line.From < LowRow * dotsPerInch);
        if (length <= Overhang * dotsPerInch
            || chain.CoveredWithin(line.From, line.To) < (isLow ? LeastCoveredInLowRow : LeastCovered) * length
            || (isLow && (StopsShort(line with { From = Math.Max(chain.From, line.From), To = Math.Min(chain.To, line.To) }, rulings, touch) || (isAmongLetters(line) && !GoesOnElsewhere(chain, rulings)))))
        {
            return false;
        }

        var (begins, ends) = (rulings.Exists(ruling => Meets(ruling.Whole, chain.Whole, line.From, touch)), rulings.Exists(ruling => Meets(ruling.Whole, chain.Whole, line.To, touch)));
        return (begins && ends)
            || (begins && EndsWithOthers(chain, line.To, false, ending, touch))
            || (ends && EndsWithOthers(chain, line.From, true, ending, touch));
    }

    /// <summary>The rulings that part a row which is alone on its page: they end at its only border, from one end of that to the other, and where the page does.</summary>
    private static IEnumerable<Chain> OfRowAtPageEdge(List<Chain> open, List<Chain> rulings, double dotsPerInch)
    {
        const int Fewest = 3;
        var touch = Touch * dotsPerInch;
        return rulings.Where(ruling => ruling.IsHorizontal).SelectMany(border => Row(border, chain => chain.From).Concat(Row(border, chain => chain.To)));

        // Those at the sides of the table may go on through the border.
        List<Chain> Row(Chain border, Func<Chain, int> far)
        {
            var ending = open.FindAll(chain => chain.Length > Overhang * dotsPerInch && Touches(border, chain, touch) && Math.Abs(far(chain) - border.Position) > touch);
            var edge = ending.Select(far).Order().ElementAtOrDefault(ending.Count / 2);
            var row = ending.FindAll(chain => Math.Abs(far(chain) - edge) <= touch);
            bool IsAt(int end) => row.Exists(chain => Math.Abs(chain.Position - end) <= touch);
            return row.Count >= Fewest && IsAt(border.From) && IsAt(border.To) ? row : [];
        }
    }

    /// <summary>Whether there is paper between an end of it and the ruling that is next to that.</summary>
    private static bool StopsShort(PixelLine line, List<Chain> rulings, double touch)
    {
        double Missing(int end, int side) => rulings.Where(ruling => Meets(ruling.Whole, line, end, touch))
            .Select(ruling => side * (end - ruling.Position) - (ruling.Thickness / 2)).DefaultIfEmpty(0).Min();
        var most = Math.Max(2, MostMissingInLowRow * (line.To - line.From));
        return Missing(line.From, 1) > most || Missing(line.To, -1) > most;
    }

    private static bool Touches(Chain one, Chain other, double touch) =>
        one.IsHorizontal != other.IsHorizontal
        && one.Position >= other.From - touch && one.Position <= other.To + touch
        && other.Position >= one.From - touch && other.Position <= one.To + touch;

    /// <summary>Whether a ruling lies across another one at a place along it.</summary>
    private static bool Meets(PixelLine ruling, PixelLine other, double place, double touch) =>
        ruling.IsHorizontal != other.IsHorizontal && Math.Abs(ruling.Position - place) <= touch
        && other.Position >= ruling.From - touch && other.Position <= ruling.To + touch;

    /// <summary>Without what stands beyond its last crossing with a gap between or letters around it, and is no longer than a letter.</summary>
    private static PixelLine Trimmed(Chain chain, IEnumerable<Chain> rulings, Func<PixelLine, bool> isAmongLetters, double dotsPerInch)
    {
        var (from, to) = (chain.From, chain.To);
        var touch = Touch * dotsPerInch;
        // One that was found several times is met once.
        var met = new List<Chain>();
        foreach (var ruling in rulings.Where(ruling => Touches(ruling, chain, touch)).OrderBy(ruling => ruling.Position))
        {
            if (met.Count == 0 || ruling.Position - met[^1].Position > Chain.Waver)
            {
                met.Add(ruling);
            }
        }

        if (met.Count > 0)
        {
            // What goes on far beyond the outermost is no letter.
            var letter = LongerThanLetters * dotsPerInch;
            while (met.Count > 2 && met[0].Position - from < letter && IsOfLetter(met[0], met[1]))
            {
                met.RemoveAt(0);
                from = (int)(met[0].Position - (met[0].Thickness / 2));
            }

            while (met.Count > 2 && to - met[^1].Position < letter && IsOfLetter(met[^2], met[^1]))
            {
                met.RemoveAt(met.Count - 1);
                to = (int)Math.Ceiling(met[^1].Position + (met[^1].Thickness / 2));
            }

            var overhang = (chain.IsHorizontal ? OverhangAcross : Overhang) * dotsPerInch;
            var (first, last) = (met[0].Position - (met[0].Thickness / 2), met[^1].Position + (met[^1].Thickness / 2));
            if (to - last < overhang || (to - last < letter && (HasGap(chain, last, to) || IsAmongLetters((int)last, to))))
            {
                to = (int)Math.Ceiling(last);
            }

            if (first - from < overhang || (first - from < letter && (HasGap(chain, from, first) || IsAmongLetters(from, (int)first))))
            {
                from = (int)first;
            }
        }

        return new PixelLine(chain.IsHorizontal, chain.Position, from, to, chain.Thickness);

        // In the outermost of the rows that it seems to run through, a letter in line with a ruling reaches one of its borders at most.
        bool IsOfLetter(Chain border, Chain next)
        {
            var (start, end) = (border.Position + (border.Thickness / 2), next.Position - (next.Thickness / 2));
            var inside = chain.Pieces.Where(piece => piece.To > start && piece.From < end).ToArray();
            var gap = (Chain.Waver / 2) + (GapBehindCrossing * dotsPerInch);
            return end - start < LongerThanLetters * dotsPerInch
                && (inside.Length == 0 || inside.Min(piece => piece.From) - start > gap || end - inside.Max(piece => piece.To) > gap);
        }

        bool IsAmongLetters(int start, int end) => isAmongLetters(new PixelLine(chain.IsHorizontal, chain.Position, start, end, chain.Thickness));

        bool HasGap(Chain line, double start, double end)
        {
            var reached = start + (Chain.Waver / 2);
            foreach (var piece in line.Pieces.Where(piece => piece.To > start && piece.From < end).OrderBy(piece => piece.From))
            {
                if (piece.From - reached > GapBehindCrossing * dotsPerInch)
                {
                    return true;
                }

                reached = Math.Max(reached, piece.To);
            }

            return end - reached > (Chain.Waver / 2) + (GapBehindCrossing * dotsPerInch);
        }
    }
}

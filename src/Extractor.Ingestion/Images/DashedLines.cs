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

    /// <summary>In a low row are fewer; they are of the kind of another ruling of the page, of at least so many, and in inches so far apart: smaller ones are as dots and strokes are.</summary>
    private const int FewestOfKind = 12;
    private const double ShortestOfKind = 0.05;

    /// <summary>A dot of a thick ruling may be higher than wide, to this degree. So are strokes of letters; but dots follow one another like the teeth of a comb.</summary>
    private const double SlimmestDot = 0.25;

    /// <summary>Of a ruling, dots are at least this part; grains of dust in a row are less.</summary>
    private const double LeastInk = 0.2;

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
    internal const double Waver = 2;

    /// <summary>Where rulings cross a row of dots so often, as a share of its dots, strokes of letters may look like it.</summary>
    private const double OftenCrossed = 0.2;

    /// <summary>Lines of which so many as this share of their dashes lie across it have a dash in each row, or one of each kind: these are strokes of letters, row by row.</summary>
    private const double MostCrossed = 0.6;

    /// <summary>In inches. Where two dashes cross they are one patch, of which ink is no more than this share of its box.</summary>
    private const double LargestCross = 0.1, MostOfCross = 0.65;

    /// <summary>A row of crumbs stands free: in a strip on each side of it, in inches, are fewer patches than this share of its own. In a shaded area, row follows row.</summary>
    private const double StripFrom = 0.02, StripTo = 0.08, MostInStrip = 0.5;

    /// <summary>Rulings of dashes or dots.</summary>
    /// <param name="Lines">All of them.</param>
    /// <param name="Touched">Those of which letters touch some dashes.</param>
    internal sealed record Dashed(List<PixelLine> Lines, List<PixelLine> Touched);

    /// <param name="whole">The lines that are drawn through.</param>
    public static Dashed Find(Bitmap picture, IReadOnlyCollection<PixelLine> whole, double dotsPerInch)
    {
        var patches = InkPatches.Find(picture).Where(patch => patch.Area >= LeastArea).ToArray();
        var (lines, touched) = (new List<PixelLine>(), new List<PixelLine>());
        var rowsAcross = new List<DashRow>();
        foreach (var isHorizontal in (ReadOnlySpan<bool>)[true, false])
        {
            PixelBox Turned(PixelBox box) => isHorizontal ? box : new PixelBox(box.Top, box.Left, box.Bottom, box.Right);
            // Those that lie along the lines of text are found first: their own dots are in a row with strokes above and below. A stroke that begins at a dot is no ruling.
            var across = Across(isHorizontal);
            PixelBox[] all = [.. patches.Select(patch => Turned(patch.Box))];
            var dashes = all.Where(box => box.Height <= ThickestDash * dotsPerInch && box.Width >= SlimmestDot * box.Height && !across.Any(line => IsOf(line, box)));
            var crosses = patches.Where(patch => IsCross(patch, dotsPerInch)).Select(patch => Turned(patch.Box)).ToArray();
            var (free, touching) = Rows(dashes, all, crosses, across, rowsAcross, kinds => isHorizontal ? [] : TouchedDashes.Find(picture, kinds).Select(Turned), dotsPerInch);
            rowsAcross = isHorizontal ? free : rowsAcross;
            lines.AddRange(Whole(free, isHorizontal, across, all, dotsPerInch));
            touched.AddRange(Whole(touching, isHorizontal, across, all, dotsPerInch));
        }

        // Where those that run down are known, those across end at them.
        var down = Across(isHorizontal: true);
        lines.RemoveAll(line => line.IsHorizontal);
        return new Dashed([.. Whole(rowsAcross, true, down, [.. patches.Select(patch => patch.Box)], dotsPerInch), .. lines, .. touched], touched);

        PixelLine[] Across(bool isHorizontal) =>
            [.. whole.Concat(lines).Where(line => line.IsHorizontal != isHorizontal && line.To - line.From >= RulingChoice.LongerThanStrokes * dotsPerInch)];
    }

    /// <summary>
    /// In a corner the last dash of two rulings is one patch, and none of theirs: a row goes on to the ruling that crosses its
    /// line next, or where none was found yet, over what is seen for as much as a dash and a gap. Few dashes end with others, or where they do.
    /// </summary>
    /// <param name="all">All patches of the picture, as if the rows lay across.</param>
    private static IEnumerable<PixelLine> Whole(List<DashRow> rows, bool isHorizontal, PixelLine[] across, PixelBox[] all, double dotsPerInch)
    {
        var lines = rows.ConvertAll(row => (Row: row, Line: Whole(row, isHorizontal, across, all, dotsPerInch)));
        var longer = lines.FindAll(one => one.Row.Count >= FewestDashes);
        return lines.Select(one => one.Row.Count >= FewestDashes ? one.Line : one.Line with
        {
            From = one.Line.From < one.Row.From ? one.Line.From : longer.Where(other => IsNear(other.Row.From, one.Row.From)).Select(other => other.Line.From).FirstOrDefault(one.Row.From),
            To = one.Line.To > one.Row.To ? one.Line.To : longer.Where(other => IsNear(other.Row.To, one.Row.To)).Select(other => other.Line.To).FirstOrDefault(one.Row.To),
        });

        bool IsNear(int end, int other) => Math.Abs(end - other) <= RulingChoice.Touch * dotsPerInch;
    }

    private static PixelLine Whole(DashRow row, bool isHorizontal, PixelLine[] across, PixelBox[] all, double dotsPerInch)
    {
        var (beyond, position) = (row.Count < FewestDashes ? 0 : row.Pitch, row.Position);
        var inLine = Array.FindAll(all, patch => patch.Top <= position && patch.Bottom >= position && patch.Right > row.From - beyond && patch.Left < row.To + beyond);
        var from = inLine.Where(patch => patch.Left < row.From).Select(patch => Math.Max(patch.Left, row.From - beyond)).DefaultIfEmpty(row.From).Min();
        var to = inLine.Where(patch => patch.Right > row.To).Select(patch => Math.Min(patch.Right, row.To + beyond)).DefaultIfEmpty(row.To).Max();
        // Of crumbs, the last one or two before it may be lost; the last dash may end on it, and of few, the last one more may be one with it.
        var (reach, on) = (beyond == 0 || row.IsOnLattice || row.IsOfCrumbs(dotsPerInch) ? 2 * row.Pitch : row.Pitch, row.Thickness + Waver);
        var crossed = row.CrossedBy(across).Select(line => line.Position).ToArray();
        // A single one behind the last ruling that crosses the row, where none is next, is a mark of text in line with it.
        from = crossed.Where(at => at > row.From + on && at < row.SecondFrom).Select(at => (int)at).DefaultIfEmpty(from).Max();
        to = crossed.Where(at => at < row.To - on && at > row.SecondTo).Select(at => (int)Math.Ceiling(at)).DefaultIfEmpty(to).Min();
        from = crossed.Where(at => at <= row.From + on && at > row.From - reach).Select(at => Math.Min((int)at, row.From)).DefaultIfEmpty(from).Max();
        to = crossed.Where(at => at >= row.To - on && at < row.To + reach).Select(at => Math.Max((int)Math.Ceiling(at), row.To)).DefaultIfEmpty(to).Min();
        return new PixelLine(isHorizontal, position, from, to, row.Thickness);
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
    private static double[] Crossings(DashRow row, PixelLine[] across)
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

    private static (List<DashRow> Free, List<DashRow> Touched) Rows(
        IEnumerable<PixelBox> dashes, PixelBox[] all, PixelBox[] crosses, PixelLine[] across, List<DashRow> known, Func<(int Length, int Thickness)[], IEnumerable<PixelBox>> touched, double dotsPerInch)
    {
        PixelBox[] free = [.. dashes];
        var found = InRows(free, dotsPerInch);
        DashRow[] rulings =
        [
            .. found.Where(row => row.Count >= FewestDashes)
                .SelectMany(row => IsRuling(row) && (!row.IsOfDots || row.UsualDistance > FarthestDots * dotsPerInch) ? [row] : row.Parts(row.UsualDistance + ((IsLeftOfRuling(row) ? LeftOutOfCrumbs : LeftOut) * dotsPerInch)))
                .Where(row => IsRuling(row) && row.Length >= Shortest * dotsPerInch && row.Ink >= LeastInk * row.Length),
        ];
        var kinds =
            known.Concat(rulings).Where(row => row.Count >= FewestOfKind && !row.IsOfDots && row.UsualDistance >= ShortestOfKind * dotsPerInch).Select(row => row.Kind).Distinct().ToArray();
        PixelBox[] besideLetters = [.. touched([.. kinds.Select(kind => (kind.Length, kind.Thickness)).Distinct()]).Where(dash => !Array.Exists(free, other => !dash.Within(other).IsEmpty))];
        var few = found.SelectMany(row => kinds.Select(row.PartsOf).FirstOrDefault(parts => parts.Count > 0) ?? [])
            .Where(part => !Array.Exists(rulings, part.IsIn) && (part.Length >= Shortest * dotsPerInch || FillsRow(part)));
        // Strokes of letters may be as long.
        var withTouched = (besideLetters.Length == 0 ? [] : InRows([.. free, .. besideLetters], dotsPerInch)).SelectMany(row => kinds.SelectMany(row.PartsOf)).DistinctBy(part => (part.From, part.To, part.Position))
            .Where(part => part.Holds(besideLetters) && !Array.Exists(rulings, part.IsIn) && FillsRow(part));
        return ([.. rulings, .. few], [.. withTouched]);

        // The dash before its first, or that one, is one with the ruling that crosses there, and so is the one behind its last.
        bool FillsRow(DashRow part)
        {
            var (next, gap, position, on) = (part.UsualDistance + part.Thickness, part.UsualGap + Waver, part.Position, part.Thickness + Waver);
            double[] crossed = [.. part.CrossedBy(across).Select(line => line.Position)];
            PixelBox[] inLine = Array.FindAll(all, patch => patch.Top <= position && patch.Bottom >= position);
            bool IsOneWithDash(double at) => Array.Exists(inLine, patch => patch.Left <= at && patch.Right >= at && Math.Max(part.From - patch.Right, patch.Left - part.To) <= gap);
            double[] own = Array.FindAll(crossed, IsOneWithDash);
            return (Array.Exists(own, at => at <= part.From + on && at > part.From - next) || BeginOrEnd(row => row.From, part.From))
                && (Array.Exists(own, at => at >= part.To - on && at < part.To + next) || BeginOrEnd(row => row.To, part.To));

            // A page break cuts all rulings of a row.
            bool BeginOrEnd(Func<DashRow, int> end, int own) => rulings.Count(row => Math.Abs(end(row) - own) <= part.UsualDistance) > 2;
        }

        bool IsLeftOfRuling(DashRow row) => (row.IsOfCrumbs(dotsPerInch) || row.IsOnLattice) && StandsFree(row, all, dotsPerInch);

        bool IsRuling(DashRow row)
        {
            if (row.Count < FewestDashes)
            {
                return false;
            }

            var (crossed, isOfDots) = (Crossings(row, across), row.IsOfDots);
            return IsLeftOfRuling(row)
                || ((isOfDots || crossed.Length > 0) && row.IsRegularBetween(crossed, isOfDots))
                || (crossed.Length > 1 && row.HasEvenGaps(crosses, crossed))
                || (!isOfDots && row.IsOfThinGaps(crossed))
                || Enumerable.Range(1, MostKinds).Any(kinds => crossed.Length <= (isOfDots ? OftenCrossed : MostCrossed / kinds) * row.Count
                    && row.ShareWithin((kinds == 1 ? FarthestApart : FarthestOfKinds) * dotsPerInch) >= LeastNear && row.IsRegular(kinds));
        }
    }

    /// <summary>Dashes that follow one another at one height.</summary>
    private static DashRow[] InRows(IEnumerable<PixelBox> dashes, double dotsPerInch)
    {
        var (open, done) = (new List<DashRow>(), new List<DashRow>());
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
                open.Add(new DashRow(dash));
            }
        }

        return [.. done, .. open];
    }

    private static bool StandsFree(DashRow row, PixelBox[] all, double dotsPerInch)
    {
        var (near, far, above, below, position) = (StripFrom * dotsPerInch, StripTo * dotsPerInch, 0, 0, row.Position);
        foreach (var patch in all.Where(patch => patch.Left >= row.From && patch.Right <= row.To))
        {
            var off = ((patch.Top + patch.Bottom) / 2.0) - position;
            above += off <= -near && off >= -far ? 1 : 0;
            below += off >= near && off <= far ? 1 : 0;
        }

        return Math.Max(above, below) < MostInStrip * row.Count;
    }
}

using System.Collections.Immutable;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>
/// Lines of text that a page break runs through: LibreOffice Calc prints the label of a merged cell at its middle, on two
/// pages where that is a break. Neither part can be read; put together they can.
/// </summary>
internal static class LinesAtBreak
{
    /// <summary>In inches: a cut line ends this near to where the rulings beside it end; and so much may be lost or double at the break.</summary>
    private const double Near = 0.03;

    /// <summary>In line heights: the parts of one line are together no higher; its ends are this near to one another on both pages.</summary>
    private const double MostOfOneLine = 1.25, SameEnds = 0.75;

    /// <summary>The share of a row that is ink at least, where a line goes on to the break.</summary>
    private const double LeastInk = 0.05;

    /// <summary>So much of the ink at the break goes on beyond it.</summary>
    private const double LeastGoingOn = 0.6;

    /// <summary>Two scans of one cell are equally wide but for this share.</summary>
    private const double SameWidth = 0.03;

    /// <summary>In inches: one sheet lay this much farther to the side on the glass than its rulings tell.</summary>
    private const double Shift = 0.02;

    /// <summary>Rows of pixels of either part that are held against one another: the outermost one may be blurred.</summary>
    private const int RowsAtBreak = 2;

    /// <summary>Whether the page's tables end in lines that may go on overleaf.</summary>
    public static bool MayGoOn(StraightPicture page) => page.Spots.Any(spot => AtFoot(page, spot) is not null);

    /// <summary>The upper page with the lines that the break cuts whole, and the lower page's part of each.</summary>
    public static (StraightPicture Whole, ImmutableArray<PixelBox> Below) Join(StraightPicture upper, StraightPicture lower)
    {
        if (Math.Abs(upper.DotsPerInch - lower.DotsPerInch) > SameWidth * upper.DotsPerInch)
        {
            return (upper, []);
        }

        var heads = lower.Spots.Select(spot => AtHead(lower, spot)).OfType<CutLine>().ToList();
        var pairs = new List<Pair>();
        foreach (var foot in upper.Spots.Select(spot => AtFoot(upper, spot)).OfType<CutLine>())
        {
            if (heads.Select(head => Pair.Of(upper, foot, lower, head)).OfType<Pair>().MaxBy(pair => pair.GoingOn) is { } best
                && !upper.Spots.Any(spot => !spot.Box.Within(best.Pasted).IsEmpty && !foot.Holds(spot)))
            {
                pairs.Add(best);
                heads.Remove(best.Lower);
            }
        }

        return pairs.Count == 0 ? (upper, []) : (Pasted(upper, lower, pairs), [.. lower.Spots.Where(spot => pairs.Exists(pair => pair.Lower.Spot == spot.Box || pair.Lower.Holds(spot))).Select(spot => spot.Box)]);
    }

    private static StraightPicture Pasted(StraightPicture upper, StraightPicture lower, List<Pair> pairs)
    {
        var grey = new Grey(upper.Grey.Width, upper.Grey.Height, [.. upper.Grey.Samples]);
        var ink = new Bitmap(upper.Ink.Width, upper.Ink.Height, [.. upper.Ink.Ink]);
        var withSeals = upper.WithSeals is { } seals ? seals with { Samples = [.. seals.Samples] } : null;
        foreach (var pair in pairs)
        {
            Paste(lower.Grey.Samples, grey.Samples, pair);
            Paste(lower.Ink.Ink, ink.Ink, pair);
            if (withSeals is not null)
            {
                Paste((lower.WithSeals ?? lower.Grey).Samples, withSeals.Samples, pair);
            }
        }

        return upper with
        {
            Grey = grey, Ink = ink, WithSeals = withSeals, Pasted = [.. pairs.Select(pair => pair.Pasted)],
            Spots = [.. upper.Spots.Where(spot => !pairs.Exists(pair => pair.Upper.Holds(spot))).Select(spot => pairs.Find(pair => pair.Upper.Spot == spot.Box) is { } pair ? spot with { Box = pair.Line } : spot)],
        };

        void Paste(byte[] from, byte[] to, Pair pair)
        {
            for (var y = 0; y < pair.Pasted.Height; y++)
            {
                from.AsSpan(((pair.Source.Top + y) * lower.Grey.Width) + pair.Source.Left, pair.Source.Width)
                    .CopyTo(to.AsSpan(((pair.Pasted.Top + y) * upper.Grey.Width) + pair.Pasted.Left, pair.Pasted.Width));
            }
        }
    }

    /// <summary>The line where its ink ends with the rulings beside its cell: there is no paper between it and what may close the cell.</summary>
    private static CutLine? AtFoot(StraightPicture page, TextSpot spot)
    {
        var (near, line) = (Near * page.DotsPerInch, spot.Box with { Bottom = End(page, spot.Box, down: true) });
        return spot.IsInTable && Beside(page, spot.Box) is (var left, var right)
            && EndTogether(left.To, right.To, line.Bottom, near)
            && !Flat(page, line).Any(ruling => ruling.From > line.Bottom && ruling.From <= line.Bottom + (2 * near))
            ? new CutLine(spot.Box, line, left.Position, right.Position) : null;
    }

    /// <summary>The line where it begins with the rulings beside its cell, or with one above it, which may be that of a repeated head.</summary>
    private static CutLine? AtHead(StraightPicture page, TextSpot spot)
    {
        var (near, line) = (Near * page.DotsPerInch, spot.Box with { Top = End(page, spot.Box, down: false) });
        return spot.IsInTable && Beside(page, spot.Box) is (var left, var right)
            && (EndTogether(left.From, right.From, line.Top, near)
                || Flat(page, line).Any(ruling => Math.Abs(ruling.To - line.Top) <= near))
            ? new CutLine(spot.Box, line, left.Position, right.Position) : null;
    }

    /// <summary>Whether both rulings end at a line's end. Of a dotted one, the last dot may not be seen, and more have been taken to follow.</summary>
    private static bool EndTogether(double left, double right, int end, double near) =>
        Math.Min(Math.Abs(left - end), Math.Abs(right - end)) <= near && Math.Max(Math.Abs(left - end), Math.Abs(right - end)) <= 2 * near;

    /// <summary>Where ink ends towards the break; the edge of the cell, up to which lines are looked for, may lie a little before.</summary>
    private static int End(StraightPicture page, PixelBox line, bool down)
    {
        var (end, reach) = (down ? line.Bottom : line.Top, (int)(Near * page.DotsPerInch));
        for (var i = 0; i < reach; i++)
        {
            var next = down ? end : end - 1;
            if (next < 0 || next >= page.Ink.Height || page.Ink.Row(next)[line.Left..line.Right].Count((byte)1) < LeastInk * line.Width)
            {
                break;
            }

            end += down ? 1 : -1;
        }

        return end;
    }

    /// <summary>From where to where the flat rulings above and below the line are thick, in pixels.</summary>
    private static IEnumerable<(double From, double To)> Flat(StraightPicture page, PixelBox line)
    {
        var middle = (line.Left + line.Right) / 2.0 * page.PointsPerPixel;
        return page.Rulings
            .Where(ruling => ruling.Direction == RulingDirection.Horizontal && ruling.Along.From <= middle && ruling.Along.To >= middle)
            .Select(ruling => ((ruling.Position - (ruling.Thickness / 2)) / page.PointsPerPixel, (ruling.Position + (ruling.Thickness / 2)) / page.PointsPerPixel));
    }

    /// <summary>The nearest rulings that run beside the line, in pixels; null where one is missing.</summary>
    private static (Border Left, Border Right)? Beside(StraightPicture page, PixelBox line)
    {
        var middle = (line.Top + line.Bottom) / 2.0;
        var beside = page.Rulings
            .Where(ruling => ruling.Direction == RulingDirection.Vertical)
            .Select(ruling => new Border(ruling.Position / page.PointsPerPixel, ruling.Along.From / page.PointsPerPixel, ruling.Along.To / page.PointsPerPixel))
            .Where(ruling => ruling.From < middle && ruling.To > middle)
            .ToArray();
        var (before, behind) = (beside.Where(ruling => ruling.Position <= line.Left + 1).ToArray(), beside.Where(ruling => ruling.Position >= line.Right - 1).ToArray());
        return before.Length > 0 && behind.Length > 0 ? (before.MaxBy(ruling => ruling.Position), behind.MinBy(ruling => ruling.Position)) : null;
    }

    private readonly record struct Border(double Position, double From, double To);

    /// <summary>A line at a break.</summary>
    /// <param name="Spot">Where it was found.</param>
    /// <param name="Ink">The same up to where ink ends.</param>
    /// <param name="Left">Where the ruling before it is.</param>
    /// <param name="Right">Where the ruling behind it is.</param>
    private sealed record CutLine(PixelBox Spot, PixelBox Ink, double Left, double Right)
    {
        /// <summary>Whether another spot is of the same line: what of it lies outside of the cell.</summary>
        public bool Holds(TextSpot other) => !other.IsInTable && !other.Box.Within(Ink).IsEmpty;
    }

    /// <summary>The parts of one line.</summary>
    /// <param name="Line">On the upper page, with the part of the lower one below it.</param>
    /// <param name="Source">What of the lower page is pasted.</param>
    /// <param name="Pasted">Where on the upper page.</param>
    /// <param name="GoingOn">The share of the ink at the break that goes on beyond it.</param>
    private sealed record Pair(CutLine Upper, CutLine Lower, PixelBox Line, PixelBox Source, PixelBox Pasted, double GoingOn)
    {
        public static Pair? Of(StraightPicture upper, CutLine foot, StraightPicture lower, CutLine head)
        {
            var (above, below) = (foot.Ink, head.Ink);
            var lineHeight = Math.Max(upper.LineHeight, lower.LineHeight);
            var (width, apart) = (foot.Right - foot.Left, (int)Math.Round(head.Left - foot.Left));
            if (Math.Abs(head.Right - head.Left - width) > Math.Max(SameWidth * width, Shift * upper.DotsPerInch)
                || above.Height + below.Height > MostOfOneLine * lineHeight
                || Math.Abs(below.Left - apart - above.Left) > SameEnds * lineHeight
                || Math.Abs(below.Right - apart - above.Right) > SameEnds * lineHeight)
            {
                return null;
            }

            var reach = (int)(Shift * upper.DotsPerInch);
            var (across, goingOn) = Enumerable.Range(-reach, (2 * reach) + 1).OrderBy(Math.Abs)
                .Select(more => (Across: apart + more, GoingOn: SharedInk(upper.Ink, above, lower.Ink, below, apart + more)))
                .MaxBy(shift => shift.GoingOn);
            var line = new PixelBox(Math.Min(above.Left, below.Left - across), above.Top, Math.Max(above.Right, below.Right - across), above.Bottom + below.Height);
            var margin = (int)Math.Ceiling(lineHeight / 2);
            var pasted = new PixelBox((int)foot.Left + 2, above.Bottom, (int)foot.Right - 1, line.Bottom + margin).Within(new PixelBox(0, 0, upper.Grey.Width, upper.Grey.Height));
            var source = new PixelBox(pasted.Left + across, below.Top, pasted.Right + across, below.Top + pasted.Height);
            return goingOn >= LeastGoingOn && line.Bottom <= pasted.Bottom && source == source.Within(new PixelBox(0, 0, lower.Grey.Width, lower.Grey.Height))
                ? new Pair(foot, head, line, source, pasted, goingOn) : null;
        }

        /// <summary>Of the part with less ink at the break, so much has ink of the other beyond the break.</summary>
        private static double SharedInk(Bitmap upper, PixelBox above, Bitmap lower, PixelBox below, int across)
        {
            var (ofUpper, ofLower, shared) = (0, 0, 0);
            for (var x = Math.Min(above.Left, below.Left - across); x < Math.Max(above.Right, below.Right - across); x++)
            {
                var isAbove = IsInk(upper, above, x, above.Bottom - RowsAtBreak);
                var isBelow = IsInk(lower, below, x + across, below.Top);
                (ofUpper, ofLower, shared) = (ofUpper + (isAbove ? 1 : 0), ofLower + (isBelow ? 1 : 0), shared + (isAbove && isBelow ? 1 : 0));
            }

            return shared / (double)Math.Max(1, Math.Min(ofUpper, ofLower));
        }

        private static bool IsInk(Bitmap ink, PixelBox line, int x, int top) =>
            x >= line.Left && x < line.Right && Enumerable.Range(top, RowsAtBreak).Any(y => y >= line.Top && y < line.Bottom && ink.Row(y)[x] == 1);
    }
}

namespace Extractor.Ingestion.Images;

/// <summary>A drawn line in a picture. Places and lengths in pixels.</summary>
/// <param name="Position">The middle of its thickness on the other axis.</param>
internal readonly record struct PixelLine(bool IsHorizontal, double Position, int From, int To, double Thickness)
{
    /// <summary>Whether it lies across the other one, or across what that would be if it went on.</summary>
    public bool LiesAcross(PixelLine other) => IsHorizontal != other.IsHorizontal && From <= other.Position && To >= other.Position;
}

/// <summary>What is drawn on a page besides text.</summary>
/// <param name="Folds">Of the sheet, and shadows of its edges.</param>
internal sealed record DrawnLines(List<PixelLine> Rulings, List<PixelLine> Folds);

/// <summary>Finds what may be horizontal and vertical lines of a straight picture; <see cref="RulingChoice"/> tells rulings from strokes of letters.</summary>
internal static class LineFinder
{
    /// <summary>Thicker than the first, in inches, is a bar or a shadow of the scanner, and no line of a table; up to the second, a fold and a ruling beside it may have run together.</summary>
    private const double Thickest = 0.06, ThickestFused = 0.25;

    /// <summary>In inches: to what is thicker, letters may be joined.</summary>
    private const double WithLetters = 0.034;

    /// <summary>In inches: what runs on for so much beside a line is no roughness of it, and what for so much, a ruling that crosses it.</summary>
    private const double RunsOn = 0.03, WiderThanLetters = 0.6;

    /// <summary>Of the rows along a ruling, so many at most are hung on by letters that touch it.</summary>
    private const double MostHanging = 0.3;

    /// <summary>Where letters touch a ruling on one side, this share of its rows at most has any on the other.</summary>
    private const double MostOnOtherSide = 0.05;

    /// <summary>Of the rows along what is missing of a broken ruling, letters stand on so many at most.</summary>
    private const double MostOnLine = 0.1;

    /// <summary>Within a letter, ink is so close to a stroke, in inches, on more than so much of its length without such a share at each end.</summary>
    private const double Close = 0.035, LeastInkOfLetters = 0.15, NextToEnds = 0.15;

    /// <summary>In inches: from one letter to the next is less paper; so many of the rows along a line that stands free have ink so near at most, on one side.</summary>
    private const double Free = 0.08, MostBesideFree = 0.2;

    /// <summary>So much of the rows along a line is a stroke, as a share, without a gap; the ruling that it keeps away from takes so many of them at most, and paper so many at least, and so many pixels.</summary>
    private const double LeastDark = 0.6, MostOfRuling = 0.15, LeastGap = 0.06;
    private const int FewestInGap = 3, FewestGapsOfDashes = 2;

    /// <summary>Of the rows along a ruling, so many have ink at least, though it was copied badly.</summary>
    private const double LeastOfWhole = 0.95, LeastOfPieces = 0.4;

    /// <param name="picture">In which faint lines are whole, though letters run together in it.</param>
    /// <param name="clear">Pictures in which the dots of a dotted line are apart: pale ones are seen in one, thick ones are apart in another.</param>
    /// <param name="isUnderSeal">Whether the ink of a seal was taken out along a line; of no line where it is null.</param>
    public static DrawnLines Find(Bitmap picture, ReadOnlySpan<Bitmap> clear, double dotsPerInch, Func<PixelLine, bool>? isUnderSeal = null)
    {
        var transposed = Transposed(picture);
        List<PixelLine> lines =
        [
            .. Lines(picture, clear, dotsPerInch, isHorizontal: true), .. Lines(transposed, clear, dotsPerInch, isHorizontal: false),
        ];
        Bitmap Down(PixelLine line) => line.IsHorizontal ? transposed : picture;
        bool AmongLetters(PixelLine line) => IsAmongLetters(line, Down(line), dotsPerInch);
        bool IsFree(PixelLine line) => StandsFree(line, Down(line), dotsPerInch);
        var dark = clear.IsEmpty ? picture : clear[0];
        PixelLine[] longDashes = [.. LongDashes.Find(lines, IsFree, line => InkedRows(line, dark), dark.HasInk, dotsPerInch)];
        lines.AddRange(longDashes);
        PixelLine[] whole = [.. lines];
        var touched = new List<PixelLine>();
        foreach (var dots in clear)
        {
            var dashed = DashedLines.Find(dots, whole, dotsPerInch);
            lines.AddRange(dashed.Lines);
            touched.AddRange(dashed.Touched);
        }

        var reachEdges = lines.FindAll(line => Folds.ReachEdges(line, picture, dotsPerInch));
        lines.RemoveAll(reachEdges.Contains);
        lines.AddRange(reachEdges.SelectMany(fold => Apart(Around(fold, picture), dark, dotsPerInch, fold.IsHorizontal)).Where(line => !Folds.ReachEdges(line, picture, dotsPerInch)));
        // Text that begins at a ruling may touch it, with paper on the other side.
        bool StandsOnLetters(PixelLine line) => LettersOn(line, Down(line), dotsPerInch) > MostOnLine && !IsFree(line);
        bool IsOf(PixelLine dashes, PixelLine line) => Math.Abs(dashes.Position - line.Position) <= DashedLines.Waver && dashes.IsHorizontal == line.IsHorizontal
            && dashes.From - (RulingChoice.Touch * dotsPerInch) <= line.From && dashes.To + (RulingChoice.Touch * dotsPerInch) >= line.To;
        bool HangingOn(PixelLine line) => IsOfLetters(line, Down(line), dotsPerInch) && !StandsDarkAlone(line, dark, dotsPerInch) && !touched.Exists(dashes => IsOf(dashes, line));
        lines.AddRange(BrokenRulings.Missing(lines, HangingOn, IsFree, StandsOnLetters, line => Crumbs(line, Down(line), dotsPerInch), dotsPerInch));
        var rulings = RulingChoice.Of(lines, HangingOn, AmongLetters, IsUnderSeal, dotsPerInch);
        FaintRulings.AddTo(rulings, picture, transposed, dotsPerInch);
        var folds = rulings.FindAll(line => Folds.GoOnBesideTable(line, rulings, picture, dark, dotsPerInch));
        // Text may be close to a ruling on both sides; but a ruling is whole, and strokes keep away from the rulings around them.
        bool OfLetters(PixelLine line) => AmongLetters(line) && !IsWhole(line, Down(line));
        bool IsUnderSeal(PixelLine line) => isUnderSeal is not null && isUnderSeal(line);
        // Crumbs of a seal beside what is left of a ruling are faint. One dash that fills a low row keeps away from a border as well.
        bool JoinedByBlur(PixelLine part, PixelLine line) =>
            ((AmongLetters(part) && !StandsAlone(part, dark, dotsPerInch) && IsDarkInPieces(part, dark)) || KeepsAway(part, dark)) && !IsDashedBeside(part, line, dark) && !Array.Exists(longDashes, dashes => IsOf(dashes, part)) && !IsUnderSeal(part);
        List<PixelLine> withLetters = [.. rulings.Except(folds)];
        var withoutLetters = RulingChoice.WithoutLooseEnds(RulingChoice.WithoutLetters(withLetters, OfLetters, JoinedByBlur, dotsPerInch), withLetters, dotsPerInch);
        var ofTables = RulingChoice.WithoutBoxesOfLetters(withoutLetters, dotsPerInch);
        return new DrawnLines(ofTables, [.. reachEdges, .. folds]);
    }

    /// <summary>The lines that lie across a picture, or down the page where that was transposed.</summary>
    private static List<PixelLine> Lines(Bitmap picture, ReadOnlySpan<Bitmap> clear, double dotsPerInch, bool isHorizontal)
    {
        var (lines, dark) = (new List<PixelLine>(), clear.IsEmpty ? null : clear[0]);
        foreach (var piece in LinePieces.Of(picture, dotsPerInch))
        {
            var line = piece.Line(isHorizontal);
            if (line.Thickness <= Thickest * dotsPerInch)
            {
                lines.Add(WithoutLettersBeside(line, piece));
            }
            else if (piece.Bottom - piece.Top <= ThickestFused * dotsPerInch && dark is not null)
            {
                lines.AddRange(Apart(new PixelBox(piece.From, piece.Top, piece.To, piece.Bottom), dark, dotsPerInch, isHorizontal));
            }
        }

        return lines;

        // Blur may join letters to a ruling: where only dark ink is seen, it is as long, and thinner.
        PixelLine WithoutLettersBeside(PixelLine line, LinePieces.Piece piece) => !isHorizontal && line.Thickness > WithLetters * dotsPerInch && dark is not null
            ? Apart(new PixelBox(piece.From, piece.Top, piece.To, piece.Bottom), dark, dotsPerInch, isHorizontal)
                .FirstOrDefault(part => part.To - part.From >= LeastOfWhole * (line.To - line.From) && part.Thickness < line.Thickness, line)
            : line;
    }

    /// <summary>The place of a line, as if it lay across.</summary>
    private static PixelBox Around(PixelLine line, Bitmap picture)
    {
        var (half, length, breadth) = ((line.Thickness / 2) + 1, line.IsHorizontal ? picture.Width : picture.Height, line.IsHorizontal ? picture.Height : picture.Width);
        // A row of dashes may go on for as much as one beyond the picture.
        return new PixelBox(line.From, (int)(line.Position - half), line.To, (int)Math.Ceiling(line.Position + half)).Within(new PixelBox(0, 0, length, breadth));
    }

    /// <summary>The lines that a piece is made of, told apart where only dark ink is seen.</summary>
    /// <param name="fused">As if the piece lay across.</param>
    private static IEnumerable<PixelLine> Apart(PixelBox fused, Bitmap dark, double dotsPerInch, bool isHorizontal)
    {
        var part = isHorizontal ? dark.Part(fused) : Transposed(dark.Part(new PixelBox(fused.Top, fused.Left, fused.Bottom, fused.Right)));
        return LinePieces.Of(part, dotsPerInch)
            .Select(piece => piece.Line(isHorizontal))
            .Where(line => line.Thickness <= Thickest * dotsPerInch)
            .Select(line => line with { Position = fused.Top + line.Position, From = fused.Left + line.From, To = fused.Left + line.To });
    }

    /// <summary>Whether there is ink on nearly all rows along a line.</summary>
    /// <param name="picture">In which the line runs down.</param>
    private static bool IsWhole(PixelLine line, Bitmap picture) => InkAlong(line, picture) >= LeastOfWhole;

    /// <summary>Whether a line is dark, and yet not all along: only faint ink joins its pieces. A ruling that is pale is pale all along.</summary>
    private static bool IsDarkInPieces(PixelLine line, Bitmap dark) => InkAlong(line, dark) is >= LeastOfPieces and < LeastOfWhole;

    /// <summary>The share of the rows along a line that have ink on it.</summary>
    private static double InkAlong(PixelLine line, Bitmap picture)
    {
        var rows = InkedRows(line, picture);
        return (double)rows.Count(isInked => isInked) / Math.Max(1, rows.Length);
    }

    /// <summary>By row along a line, whether there is ink on it.</summary>
    /// <param name="picture">In which the line runs down.</param>
    private static bool[] InkedRows(PixelLine line, Bitmap picture)
    {
        var (left, right) = (Math.Max(0, (int)line.Position - 1), Math.Min(picture.Width, (int)line.Position + 2));
        var (from, to) = (Math.Max(0, line.From), Math.Min(picture.Height, line.To));
        var rows = new bool[Math.Max(0, to - from)];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = left < right && picture.Row(from + i)[left..right].Contains((byte)1);
        }

        return rows;
    }

    /// <summary>Whether a line between two rulings is dark, and yet keeps away from one of them by a little that only faint ink fills: a stroke of a letter does. Of dashes there are more.</summary>
    /// <param name="dark">In which the line runs down, without faint ink.</param>
    private static bool KeepsAway(PixelLine line, Bitmap dark)
    {
        var inked = InkedRows(line, dark);
        int before = Gap(inked), behind = Gap([.. inked.Reverse()]);
        var stroke = inked[before..^Math.Min(behind, inked.Length - before)];
        return before + behind > 0 && stroke.Length >= LeastDark * inked.Length && stroke.AsSpan().IndexOf(new bool[FewestInGap]) < 0;

        // How far the paper behind a ruling reaches; 0 where there is none, or no ruling.
        static int Gap(bool[] inked)
        {
            var ruling = inked.TakeWhile(ink => ink).Count();
            var gap = inked.Skip(ruling).TakeWhile(ink => !ink).Count();
            return ruling <= MostOfRuling * inked.Length && gap >= Math.Max(FewestInGap, LeastGap * inked.Length) ? ruling + gap : 0;
        }
    }

    /// <summary>Whether a line is of dashes or dots above and below a part of it, and may be in pieces there: in a low row one of them may stand alone, and keep away from the ruling below.</summary>
    /// <param name="dark">In which the line runs down, without faint ink.</param>
    private static bool IsDashedBeside(PixelLine part, PixelLine line, Bitmap dark)
    {
        bool[] rows = [.. InkedRows(line with { To = part.From }, dark), .. InkedRows(line with { From = part.To }, dark)];
        var (gaps, paper) = (0, 0);
        foreach (var isInked in rows)
        {
            paper = isInked ? 0 : paper + 1;
            gaps += paper == FewestInGap ? 1 : 0;
        }

        return gaps >= FewestGapsOfDashes && rows.Count(isInked => isInked) < LeastOfWhole * rows.Length;
    }

    /// <summary>Whether there is ink close to a line on both of its sides: text begins at a ruling or ends at it, a stroke is within a letter.</summary>
    /// <param name="picture">In which the line runs down.</param>
    private static bool IsAmongLetters(PixelLine line, Bitmap picture, double dotsPerInch)
    {
        var (near, far) = ((int)(line.Thickness / 2) + 2, (int)((line.Thickness / 2) + (Close * dotsPerInch)));
        return IsInked((int)line.Position - far, (int)line.Position - near) && IsInked((int)line.Position + near, (int)line.Position + far);

        bool IsInked(int left, int right)
        {
            (left, right) = (Math.Max(0, left), Math.Min(picture.Width, right));
            var (length, inked) = (line.To - line.From, 0);
            // What is next to the rulings that it ends at is their edge.
            var (from, to) = (line.From + (int)(NextToEnds * length), line.To - (int)(NextToEnds * length));
            for (var y = Math.Max(0, from); y < Math.Min(to, picture.Height); y++)
            {
                inked += left < right && picture.Row(y)[left..right].IndexOf((byte)1) >= 0 ? 1 : 0;
            }

            return inked > LeastInkOfLetters * (to - from);
        }
    }

    /// <summary>Whether there is paper beside a line on one side at least, but where rulings cross it: text is close to strokes of letters on both.</summary>
    /// <param name="picture">In which the line runs down.</param>
    private static bool StandsFree(PixelLine line, Bitmap picture, double dotsPerInch) => Beside(line, picture, dotsPerInch) is var (before, behind) && Math.Min(before, behind) <= MostBesideFree;

    /// <summary>Whether there is paper beside a line on both sides: a stroke of a letter has the rest of it on one at least, or the next letter.</summary>
    /// <param name="picture">In which the line runs down.</param>
    private static bool StandsAlone(PixelLine line, Bitmap picture, double dotsPerInch) => Beside(line, picture, dotsPerInch) is var (before, behind) && Math.Max(before, behind) <= MostBesideFree;

    /// <summary>Of the rows along a line where no ruling crosses it, the shares that have ink close before it and close behind it.</summary>
    /// <param name="picture">In which the line runs down.</param>
    private static (double Before, double Behind) Beside(PixelLine whole, Bitmap picture, double dotsPerInch)
    {
        var line = WithoutEnds(whole, dotsPerInch);
        // From line to line there may be less paper than from letter to letter.
        var (middle, near) = ((int)line.Position, (int)(line.Thickness / 2) + 2);
        var far = Math.Max(near, (int)((line.Thickness / 2) + ((line.IsHorizontal ? Close : Free) * dotsPerInch)));
        var (rows, before, behind) = (0, 0, 0);
        for (var y = Math.Max(0, line.From); y < Math.Min(line.To, picture.Height); y++)
        {
            var row = picture.Row(y);
            if (Ink(row, middle, near) is var (from, to) && to - from < WiderThanLetters * dotsPerInch)
            {
                rows++;
                before += row[Math.Max(0, middle - far)..Math.Max(0, middle - near)].Contains((byte)1) ? 1 : 0;
                behind += row[Math.Min(row.Length, middle + near)..Math.Min(row.Length, middle + far)].Contains((byte)1) ? 1 : 0;
            }
        }

        return rows == 0 ? (0, 0) : ((double)before / rows, (double)behind / rows);
    }

    /// <summary>The share of a line on which letters stand: ink runs on beside it, but where it ends, at the dashes of others.</summary>
    /// <param name="picture">In which the line runs down.</param>
    private static double LettersOn(PixelLine line, Bitmap picture, double dotsPerInch) =>
        Share(WithoutEnds(line, dotsPerInch), picture, run => run > line.Thickness + (RunsOn * dotsPerInch) && run < WiderThanLetters * dotsPerInch);

    /// <summary>The share of a line on which there is ink that does not run on beside it.</summary>
    /// <param name="picture">In which the line runs down.</param>
    private static double Crumbs(PixelLine line, Bitmap picture, double dotsPerInch) =>
        Share(line, picture, run => run > 0 && run <= line.Thickness + (RunsOn * dotsPerInch));

    /// <summary>Without what the rulings at its ends may reach, or their dashes; a shorter line is all of it.</summary>
    private static PixelLine WithoutEnds(PixelLine line, double dotsPerInch) =>
        (int)(RunsOn * dotsPerInch) is var end && line.To - line.From > 4 * end ? line with { From = line.From + end, To = line.To - end } : line;

    private static double Share(PixelLine line, Bitmap picture, Func<int, bool> isCounted)
    {
        var (from, to, counted) = (Math.Max(0, line.From), Math.Min(line.To, picture.Height), 0);
        for (var y = from; y < to; y++)
        {
            counted += Ink(picture.Row(y), (int)line.Position, 1) is var run && isCounted(run.To - run.From) ? 1 : 0;
        }

        return (double)counted / Math.Max(1, to - from);
    }

    /// <summary>The run of ink of a row that reaches a place, so many pixels to either side; empty where there is none.</summary>
    private static (int From, int To) Ink(ReadOnlySpan<byte> row, int middle, int reach)
    {
        var (left, right) = (Math.Max(0, middle - reach), Math.Min(row.Length, middle + reach + 1));
        var at = left < right ? row[left..right].IndexOf((byte)1) : -1;
        if (at < 0)
        {
            return (middle, middle);
        }

        var (from, to) = (left + at, left + at);
        while (from > 0 && row[from - 1] == 1)
        {
            from--;
        }

        while (to < row.Length && row[to] == 1)
        {
            to++;
        }

        return (from, to);
    }

    /// <summary>
    /// Whether on many rows along a line ink runs on beside it, as it does along a stroke of letters. A crossing ruling is
    /// wider than letters that run together, and does not count. Letters that touch a ruling do so on one side of it, and it is whole; so are strokes of letters, but shorter.
    /// </summary>
    /// <param name="picture">In which the line runs down.</param>
    /// <param name="longerThanStrokes">A whole line is longer than strokes of letters from this length on, in inches.</param>
    private static bool IsOfLetters(PixelLine line, Bitmap picture, double dotsPerInch, double longerThanStrokes = RulingChoice.LongerThanLetters)
    {
        var (middle, reach) = ((int)line.Position, (int)(line.Thickness / 2) + 2);
        var (beside, most) = (RunsOn * dotsPerInch, WiderThanLetters * dotsPerInch);
        var (inked, hanging, before, behind) = (0, 0, 0, 0);
        for (var y = Math.Max(0, line.From); y < Math.Min(line.To, picture.Height); y++)
        {
            if (Ink(picture.Row(y), middle, reach) is var (from, to) && to > from)
            {
                inked++;
                var isLetter = to - from > line.Thickness + beside && to - from < most;
                hanging += isLetter ? 1 : 0;
                before += isLetter && from < line.Position - (line.Thickness / 2) - (beside / 2) ? 1 : 0;
                behind += isLetter && to > line.Position + (line.Thickness / 2) + (beside / 2) ? 1 : 0;
            }
        }

        return hanging > MostHanging * inked
            && !(line.To - line.From >= longerThanStrokes * dotsPerInch && Math.Min(before, behind) < MostOnOtherSide * inked && IsWhole(line, picture));
    }

    /// <summary>Whether a line that is longer than a stroke is dark all along, and only faint ink joins letters to it.</summary>
    /// <param name="dark">In which the line runs down, without faint ink.</param>
    private static bool StandsDarkAlone(PixelLine line, Bitmap dark, double dotsPerInch) =>
        !line.IsHorizontal && line.To - line.From >= RulingChoice.LongerThanStrokes * dotsPerInch && IsWhole(line, dark) && !IsOfLetters(line, dark, dotsPerInch, RulingChoice.LongerThanStrokes);

    private static Bitmap Transposed(Bitmap picture)
    {
        const int Block = 32;
        var (width, height) = (picture.Width, picture.Height);
        var turned = new byte[picture.Ink.Length];
        for (var top = 0; top < height; top += Block)
        {
            for (var left = 0; left < width; left += Block)
            {
                for (var y = top; y < Math.Min(top + Block, height); y++)
                {
                    for (var x = left; x < Math.Min(left + Block, width); x++)
                    {
                        turned[(x * height) + y] = picture.Ink[(y * width) + x];
                    }
                }
            }
        }

        return new Bitmap(height, width, turned);
    }
}

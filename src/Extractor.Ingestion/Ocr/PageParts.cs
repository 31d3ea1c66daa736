using System.Collections.Immutable;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>Where the lines of text of a straight page are: in the cells that its rulings enclose, and around its tables.</summary>
internal static class PageParts
{
    private const int PointsPerInch = 72;

    /// <summary>Text is this far from the rulings around it, in inches: blurred edges of the ruling lie in between.</summary>
    private const double Margin = 0.01;

    /// <summary>Of a line of text so much of the ink is dark at least.</summary>
    private const double LeastDark = 0.2;

    /// <summary>In line heights: what is as high as text, and how far a stroke of it runs down at least; and so much of it is ink.</summary>
    private const double HighAsText = 0.5, ShortestStroke = 0.2, LeastInkOfText = 0.08;

    /// <summary>A disc fills some 0.79 of its box; the strokes of bold letters leave more of theirs.</summary>
    private const double BlackOfHole = 0.72;

    /// <summary>The least side of a letter, in line heights.</summary>
    private const double Letter = 0.3;

    /// <summary>What of a ruling runs on beyond its last crossing is shorter than letters, in line heights.</summary>
    private const double LongestStub = 0.5;

    /// <summary>Pixels by which a ruling may waver.</summary>
    private const int Waver = 3;

    /// <summary>In inches.</summary>
    private const double Edge = 0.06;

    /// <summary>What is left of a ruling, or dust, and no text: thinner than this, in inches, along the edge of its part; or smaller, in line heights.</summary>
    private const double Rest = 0.015, NearEdge = 0.03, Dust = 0.15;

    /// <summary>A picture's ink without the lines drawn in it, and without the black edges of the scan.</summary>
    public static Bitmap WithoutRulings(Bitmap ink, DrawnLines drawn)
    {
        var text = new Bitmap(ink.Width, ink.Height, [.. ink.Ink]);
        Wipe(text, drawn.Rulings.Select(BoxOf));
        foreach (var fold in drawn.Folds.Select(BoxOf))
        {
            WipeFold(text, fold);
        }

        BlackEdges.Wipe(text);
        return text;
    }

    public static void Wipe(Bitmap picture, IEnumerable<PixelBox> boxes)
    {
        foreach (var box in boxes)
        {
            Wipe(picture, box);
        }
    }

    /// <summary>A fold lies over text too: that is left where ink goes on above and below.</summary>
    private static void WipeFold(Bitmap picture, PixelBox box)
    {
        var inside = box.Within(new PixelBox(0, 0, picture.Width, picture.Height));
        var isFlat = inside.Width > inside.Height;
        var (from, to) = isFlat ? (inside.Left, inside.Right) : (inside.Top, inside.Bottom);
        for (var along = from; along < to; along++)
        {
            var (first, last) = isFlat ? (At(along, inside.Top - 1), At(along, inside.Bottom)) : (At(inside.Left - 1, along), At(inside.Right, along));
            if (!first && !last)
            {
                Wipe(picture, isFlat ? new PixelBox(along, inside.Top, along + 1, inside.Bottom) : new PixelBox(inside.Left, along, inside.Right, along + 1));
            }
        }

        bool At(int x, int y) => x >= 0 && y >= 0 && x < picture.Width && y < picture.Height && picture.Row(y)[x] == 1;
    }

    /// <param name="text">Ink without rulings, the palest too.</param>
    /// <param name="ink">Only what is as dark as letters.</param>
    /// <param name="rulings">In page space.</param>
    /// <returns>Tight boxes around the lines, and how high the usual one is.</returns>
    public static (List<TextSpot> Lines, double LineHeight) TextLines(Bitmap text, Bitmap ink, ImmutableArray<Ruling> rulings, double dotsPerInch)
    {
        // What was read is wiped out, so that nothing is read twice: neither in a table within a cell nor around the tables.
        var rest = new Bitmap(text.Width, text.Height, [.. text.Ink]);
        var page = new PixelBox(0, 0, text.Width, text.Height);
        var cells = Cells(rulings, page, dotsPerInch).OrderBy(cell => (long)cell.Width * cell.Height).ToArray();
        var lineHeight = TextLineFinder.LineHeight(rest, cells.Length > 0 ? cells : [page], dotsPerInch);
        var finder = new TextLineFinder(rest, lineHeight);
        var lines = new List<TextSpot>();
        foreach (var (index, part) in cells.Append(page).Index())
        {
            var found = finder.Find(part).Where(line => !IsRest(line, part, lineHeight, dotsPerInch) && !rulings.Any(ruling => IsStub(line, ruling, lineHeight, dotsPerInch)) && !IsResidue(line, rest, ink) && !IsScattered(line, rest, lineHeight) && IsOnSheet(line, page, dotsPerInch)).ToArray();
            lines.AddRange(index < cells.Length
                ? found.Select(line => new TextSpot(line, index, found.Length == 1 && Math.Min(line.Width, line.Height) >= Letter * lineHeight, true))
                : found.Where(line => !IsHole(line, text, lineHeight)).SelectMany(line => AroundTables(line, index)));
            Wipe(rest, part);
        }

        return (lines, lineHeight);

        IEnumerable<TextSpot> AroundTables(PixelBox line, int part)
        {
            var pieces = LoneMarks.BetweenDashes(line, text, dotsPerInch, lineHeight);
            return pieces.Select(piece => new TextSpot(piece, part, false, false) { IsOfLine = pieces.Length > 1 });
        }
    }

    /// <summary>What is left of a seal, or a shadow: next to nothing of it is as dark as letters.</summary>
    private static bool IsResidue(PixelBox line, Bitmap text, Bitmap ink)
    {
        var (pale, dark) = (0, 0);
        for (var y = line.Top; y < line.Bottom; y++)
        {
            pale += text.Row(y)[line.Left..line.Right].Count((byte)1);
            dark += ink.Row(y)[line.Left..line.Right].Count((byte)1);
        }

        return dark < LeastDark * pale;
    }

    /// <summary>Crumbs that a seal, or a ruling under one, left far apart: as high as text together, but no stroke runs down anywhere, and hardly anything is ink.</summary>
    private static bool IsScattered(PixelBox line, Bitmap text, double lineHeight)
    {
        if (line.Height < HighAsText * lineHeight)
        {
            return false;
        }

        var (inked, longest) = (0, 0);
        for (var x = line.Left; x < line.Right; x++)
        {
            for (var (y, run) = (line.Top, 0); y < line.Bottom; y++)
            {
                run = text.Row(y)[x] == 1 ? run + 1 : 0;
                (inked, longest) = (inked + Math.Min(run, 1), Math.Max(longest, run));
            }
        }

        return longest < ShortestStroke * lineHeight && inked < LeastInkOfText * line.Width * line.Height;
    }

    /// <summary>No printer reaches the edges of a sheet: what is there is a shadow, or what is left of a fold.</summary>
    private static bool IsOnSheet(PixelBox line, PixelBox page, double dotsPerInch)
    {
        var edge = (int)(Edge * dotsPerInch);
        return line.Left >= edge && line.Top >= edge && line.Right <= page.Right - edge && line.Bottom <= page.Bottom - edge;
    }

    /// <summary>The hole of a binder, around tables: as large as letters, and black throughout.</summary>
    private static bool IsHole(PixelBox line, Bitmap text, double lineHeight)
    {
        if (Math.Min(line.Width, line.Height) < lineHeight || Math.Max(line.Width, line.Height) > 2 * Math.Min(line.Width, line.Height))
        {
            return false;
        }

        var black = 0;
        for (var y = line.Top; y < line.Bottom; y++)
        {
            black += text.Row(y)[line.Left..line.Right].Count((byte)1);
        }

        return black >= BlackOfHole * line.Width * line.Height;
    }

    private static bool IsRest(PixelBox line, PixelBox part, double lineHeight, double dotsPerInch)
    {
        var (thin, near) = (Rest * dotsPerInch, NearEdge * dotsPerInch);
        return (line.Height <= thin && (line.Top - part.Top <= near || part.Bottom - line.Bottom <= near))
            || (line.Width <= thin && (line.Left - part.Left <= near || part.Right - line.Right <= near))
            || Math.Max(line.Width, line.Height) < Dust * lineHeight;
    }

    /// <summary>What of a ruling runs on beyond its last crossing: as thin as it is, and in line with it.</summary>
    private static bool IsStub(PixelBox line, Ruling ruling, double lineHeight, double dotsPerInch)
    {
        var scale = dotsPerInch / PointsPerInch;
        var (isFlat, near) = (ruling.Direction == RulingDirection.Horizontal, NearEdge * dotsPerInch);
        var (first, last, from, to) = isFlat ? (line.Top, line.Bottom, line.Left, line.Right) : (line.Left, line.Right, line.Top, line.Bottom);
        var half = (ruling.Thickness * scale / 2) + Waver;
        return Math.Max(line.Width, line.Height) < LongestStub * lineHeight
            && first >= (ruling.Position * scale) - half && last <= (ruling.Position * scale) + half
            && (Math.Abs(from - (ruling.Along.To * scale)) <= near || Math.Abs(to - (ruling.Along.From * scale)) <= near);
    }

    private static IEnumerable<PixelBox> Cells(ImmutableArray<Ruling> rulings, PixelBox page, double dotsPerInch)
    {
        int Pixels(double points) => (int)Math.Round(points * dotsPerInch / PointsPerInch);
        var margin = -(int)Math.Round(Margin * dotsPerInch);
        return
            from grid in LatticeFinder.Find(RulingMerger.Merge(rulings)).Select(Grid.From).OfType<Grid>()
            from span in grid.Spans
            let cell = new PixelBox(
                Pixels(grid.ColumnEdges[span.Column]), Pixels(grid.RowEdges[span.Row]),
                Pixels(grid.ColumnEdges[span.Column + span.ColumnSpan]), Pixels(grid.RowEdges[span.Row + span.RowSpan]))
            let inside = cell.Inflate(margin, margin).Within(page)
            where !inside.IsEmpty
            select inside;
    }

    private static PixelBox BoxOf(PixelLine line)
    {
        var half = (line.Thickness / 2) + Waver;
        var (from, to) = ((int)Math.Floor(line.Position - half), (int)Math.Ceiling(line.Position + half));
        return line.IsHorizontal ? new PixelBox(line.From, from, line.To, to) : new PixelBox(from, line.From, to, line.To);
    }

    private static void Wipe(Bitmap picture, PixelBox box)
    {
        var inside = box.Within(new PixelBox(0, 0, picture.Width, picture.Height));
        for (var y = inside.Top; y < inside.Bottom; y++)
        {
            picture.Row(y)[inside.Left..inside.Right].Clear();
        }
    }
}

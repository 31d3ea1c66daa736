namespace Extractor.Ingestion.Images;

/// <summary>Tells folds of the sheet, and shadows of its edges, from rulings.</summary>
internal static class Folds
{
    /// <summary>In inches, that of a page at least.</summary>
    private const double Margin = 0.1;

    /// <summary>In inches: so far beside a table it is looked for a fold, and for so much.</summary>
    private const double Beside = 0.03, Seen = 0.6;

    /// <summary>Beside a table so much of a fold is seen at least; on a ruling, it is darker on more than the second of its length than beside it.</summary>
    private const double LeastInk = 0.6, MostWavering = 0.3;

    /// <summary>In inches: so far a soft fold pales away on either side.</summary>
    private const double SoftEdge = 0.035;

    /// <summary>Rulings that end where the page does, beside one of them; of a dashed one, what was found may end a dash and a gap farther, in inches.</summary>
    private const int FewestEndingAlike = 2;
    private const double DashAndGap = 0.2;

    /// <summary>Pixels of paper along a fold on either side of it: in text there is more ink.</summary>
    private const int PaperBeside = 3;

    /// <summary>
    /// A fold of the sheet runs on beyond the table on both sides of it, which no ruling does; paler than a ruling, it may have
    /// been seen in the table alone. A ruling that it lies upon is darker in the table than the fold beside it.
    /// </summary>
    /// <param name="dark">Of the picture only what is dark.</param>
    public static bool GoOnBesideTable(PixelLine line, List<PixelLine> rulings, Bitmap picture, Bitmap dark, double dotsPerInch)
    {
        var touch = Beside * dotsPerInch;
        // Of a broken one the pieces were found row by row: beyond one the next goes on.
        var pieces = rulings.FindAll(other => other.IsHorizontal == line.IsHorizontal && Math.Abs(other.Position - line.Position) <= touch);
        line = line with { From = pieces.Select(piece => piece.From).Append(line.From).Min(), To = pieces.Select(piece => piece.To).Append(line.To).Max() };
        var across = rulings.FindAll(other => other.LiesAcross(line) && other.Position >= line.From - touch && other.Position <= line.To + touch);
        if (across.Count < 2)
        {
            return false;
        }

        var (near, far) = ((int)(Beside * dotsPerInch), (int)((Beside + Seen) * dotsPerInch));
        var (first, last) = ((int)across.Min(other => other.Position), (int)across.Max(other => other.Position));
        // Far beyond the outermost ruling the table has ended, however far the line goes on, but where others end with it: there the page ends.
        bool EndsWithOthers(Func<PixelLine, int> end)
        {
            int[] ends = [end(line), .. pieces.Select(end).Where(at => Math.Abs(at - end(line)) <= DashAndGap * dotsPerInch)];
            return Array.Exists(ends, at => rulings.Count(other =>
                other.IsHorizontal == line.IsHorizontal && Math.Abs(other.Position - line.Position) > far && Math.Abs(end(other) - at) <= touch) >= FewestEndingAlike);
        }

        var left = first - line.From > far && !EndsWithOthers(other => other.From) ? first : Math.Min(line.From, first);
        var right = line.To - last > far && !EndsWithOthers(other => other.To) ? last : Math.Max(line.To, last);
        var (darkInside, darkBeside) = (Inked(line, dark, first, last, 0), OnASide(dark, 0));
        var isOnRuling = darkInside >= LeastInk && darkBeside < LeastInk && darkInside - darkBeside > MostWavering;
        // The pale edges of a soft fold are wider than it is in the dark.
        return Math.Max(OnASide(picture, 0), OnASide(picture, (int)(SoftEdge * dotsPerInch))) >= LeastInk && !isOnRuling;

        // The less that is seen of it on one of the two sides.
        double OnASide(Bitmap ink, int edge) => Math.Min(Inked(line, ink, left - far, left - near, edge), Inked(line, ink, right + near, right + far, edge));
    }

    /// <summary>The share of a stretch along a line that is ink with paper on both sides.</summary>
    /// <param name="edge">By how much it is thicker on either side than the line, in pixels.</param>
    private static double Inked(PixelLine line, Bitmap picture, int from, int to, int edge)
    {
        var (length, breadth) = line.IsHorizontal ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
        (from, to) = (Math.Max(0, from), Math.Min(length, to));
        var (middle, reach) = ((int)line.Position, (int)(line.Thickness / 2) + 2 + edge);
        var inked = 0;
        for (var along = from; along < to; along++)
        {
            inked += IsInk(along, middle - reach, middle + reach) && !IsInk(along, middle - reach - PaperBeside, middle - reach - 1) && !IsInk(along, middle + reach + 1, middle + reach + PaperBeside) ? 1 : 0;
        }

        return to - from <= PaperBeside ? 0 : (double)inked / (to - from);

        bool IsInk(int along, int first, int last)
        {
            for (var at = Math.Max(0, first); at <= Math.Min(last, breadth - 1); at++)
            {
                if ((line.IsHorizontal ? picture.Row(at)[along] : picture.Row(along)[at]) == 1)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A fold of the sheet, or the shadow of its edge, that runs from edge to edge or along one: tables leave a margin.</summary>
    public static bool ReachEdges(PixelLine line, Bitmap picture, double dotsPerInch)
    {
        var margin = Margin * dotsPerInch;
        var (length, breadth) = line.IsHorizontal ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
        return (line.From < margin && line.To > length - margin) || line.Position < margin || line.Position > breadth - margin;
    }
}

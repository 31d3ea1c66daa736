namespace Extractor.Ingestion.Images;

/// <summary>Tells folds of the sheet, and shadows of its edges, from rulings.</summary>
internal static class Folds
{
    /// <summary>In inches, that of a page at least.</summary>
    private const double Margin = 0.1;

    /// <summary>In inches: so far beside a table it is looked for a fold, and for so much.</summary>
    private const double Beside = 0.03, Seen = 0.6;

    /// <summary>Beside a table so much of a fold is seen at least.</summary>
    private const double LeastInk = 0.6;

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
        var across = rulings.FindAll(other => other.LiesAcross(line) && other.Position >= line.From - touch && other.Position <= line.To + touch);
        if (across.Count < 2)
        {
            return false;
        }

        var (left, right) = ((int)Math.Min(line.From, across.Min(other => other.Position)), (int)Math.Max(line.To, across.Max(other => other.Position)));
        var (near, far) = ((int)(Beside * dotsPerInch), (int)((Beside + Seen) * dotsPerInch));
        var (seen, isOnRuling) = (OnASide(picture), Inked(line, dark, line.From, line.To) >= LeastInk && OnASide(dark) < LeastInk);
        return seen >= LeastInk && !isOnRuling;

        // The less that is seen of it on one of the two sides.
        double OnASide(Bitmap ink) => Math.Min(Inked(line, ink, left - far, left - near), Inked(line, ink, right + near, right + far));
    }

    /// <summary>The share of a stretch along a line that is ink with paper on both sides.</summary>
    private static double Inked(PixelLine line, Bitmap picture, int from, int to)
    {
        var (length, breadth) = line.IsHorizontal ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
        (from, to) = (Math.Max(0, from), Math.Min(length, to));
        var (middle, reach) = ((int)line.Position, (int)(line.Thickness / 2) + 2);
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

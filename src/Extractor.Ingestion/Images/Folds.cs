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

    /// <summary>A fold of the sheet runs on beyond the table on both sides of it, which no ruling does; paler than a ruling, it may have been seen in the table alone.</summary>
    /// <param name="picture">In which the line lies across.</param>
    public static bool GoOnBesideTable(PixelLine line, List<PixelLine> rulings, Bitmap picture, double dotsPerInch)
    {
        var touch = Beside * dotsPerInch;
        var across = rulings.FindAll(other => other.LiesAcross(line) && other.Position >= line.From - touch && other.Position <= line.To + touch);
        if (across.Count < 2)
        {
            return false;
        }

        var (left, right) = (Math.Min(line.From, across.Min(other => other.Position)), Math.Max(line.To, across.Max(other => other.Position)));
        var (near, far) = ((int)(Beside * dotsPerInch), (int)((Beside + Seen) * dotsPerInch));
        return IsInked((int)left - far, (int)left - near) && IsInked((int)right + near, (int)right + far);

        bool IsInked(int from, int to)
        {
            (from, to) = (Math.Max(0, from), Math.Min(picture.Width, to));
            var (middle, reach) = ((int)line.Position, (int)(line.Thickness / 2) + 2);
            var inked = 0;
            for (var x = from; x < to; x++)
            {
                inked += IsInk(x, middle - reach, middle + reach) && !IsInk(x, middle - reach - PaperBeside, middle - reach - 1) && !IsInk(x, middle + reach + 1, middle + reach + PaperBeside) ? 1 : 0;
            }

            return to - from > near && inked >= LeastInk * (to - from);
        }

        bool IsInk(int x, int first, int last)
        {
            for (var y = Math.Max(0, first); y <= Math.Min(last, picture.Height - 1); y++)
            {
                if (picture.Row(y)[x] == 1)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A fold of the sheet, or the shadow of its edge: tables leave a margin.</summary>
    public static bool RunFromEdgeToEdge(PixelLine line, Bitmap picture, double dotsPerInch) =>
        line.From < Margin * dotsPerInch && line.To > (line.IsHorizontal ? picture.Width : picture.Height) - (Margin * dotsPerInch);
}

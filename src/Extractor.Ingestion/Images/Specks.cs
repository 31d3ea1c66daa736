namespace Extractor.Ingestion.Images;

/// <summary>
/// Dust on the glass and bad dots of a fax: small ink with nothing but paper around, since a decimal point has figures beside
/// it; what is smaller than any mark, but for what may be left of a point between two figures; and what stands upright and is
/// thinner than any stroke, such as the cut edge of what was pasted over.
/// </summary>
internal static class Specks
{
    /// <summary>In inches: how large a speck is at most, and how far the next ink is at least.</summary>
    private const double Largest = 0.018, Lonely = 0.06;

    /// <summary>In inches: smaller than the points of the smallest print, and no piece of a broken letter, which has others nearer.</summary>
    private const double SmallestMark = 0.011, NextPiece = 0.017;

    /// <summary>In inches: a figure beside a point ends on its line, give or take so much, and is so near.</summary>
    private const double OffLine = 0.008, BesidePoint = 0.06;

    /// <summary>In inches.</summary>
    private const double ThinnestStroke = 0.005;

    /// <summary>The specks of a picture, to be taken out.</summary>
    public static List<PixelBox> Find(Bitmap picture, double dotsPerInch)
    {
        var (largest, around) = (Largest * dotsPerInch, (int)(Lonely * dotsPerInch));
        var page = new PixelBox(0, 0, picture.Width, picture.Height);
        return
        [
            .. InkPatches.Find(picture)
                .Where(patch => patch.Box.Width <= largest && patch.Box.Height <= largest
                    && (IsDust(patch) || (patch.Box.Width < ThinnestStroke * dotsPerInch && patch.Box.Height > 2 * patch.Box.Width) || IsAlone(patch, around)))
                .Select(patch => patch.Box.Inflate(1, 1).Within(page)),
        ];

        bool IsAlone(InkPatch patch, int reach) => Ink(picture, patch.Box.Inflate(reach, reach).Within(page)) == patch.Area;

        bool IsDust(InkPatch patch) => Math.Max(patch.Box.Width, patch.Box.Height) < SmallestMark * dotsPerInch
            && IsAlone(patch, (int)(NextPiece * dotsPerInch)) && !IsPoint(picture, patch.Box, (int)(BesidePoint * dotsPerInch), (int)(OffLine * dotsPerInch), page);
    }

    /// <summary>Whether it stands between two characters, at the line that both stand on.</summary>
    private static bool IsPoint(Bitmap picture, PixelBox box, int reach, int off, PixelBox page)
    {
        var (before, after) = (box with { Left = box.Left - reach, Right = box.Left }, box with { Left = box.Right, Right = box.Right + reach });
        return EndsHere(before) && EndsHere(after);

        bool EndsHere(PixelBox side) =>
            Ink(picture, (side with { Top = side.Top - reach }).Within(page)) > 0 && Ink(picture, (side with { Top = box.Bottom + off, Bottom = box.Bottom + reach }).Within(page)) == 0;
    }

    private static int Ink(Bitmap picture, PixelBox box)
    {
        var ink = 0;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            ink += picture.Row(y)[box.Left..box.Right].Count((byte)1);
        }

        return ink;
    }
}

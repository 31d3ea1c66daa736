namespace Extractor.Ingestion.Images;

/// <summary>
/// Dust on the glass and bad dots of a fax: small ink with nothing but paper around, since a decimal point has figures beside
/// it; and what stands upright and is thinner than any stroke, such as the cut edge of what was pasted over.
/// </summary>
internal static class Specks
{
    /// <summary>In inches: how large a speck is at most, and how far the next ink is at least.</summary>
    private const double Largest = 0.018, Lonely = 0.06;

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
                    && ((patch.Box.Width < ThinnestStroke * dotsPerInch && patch.Box.Height > 2 * patch.Box.Width) || Ink(picture, patch.Box.Inflate(around, around).Within(page)) == patch.Area))
                .Select(patch => patch.Box.Inflate(1, 1).Within(page)),
        ];
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

namespace Extractor.Ingestion.Images;

/// <summary>
/// Crumbs of a seal that was taken out of a picture: compression blurs its edges, and they stay grey. Each is told from what is
/// printed by its darkest dot, for even a thin stroke is somewhere as dark as letters are.
/// </summary>
internal static class SealRemains
{
    /// <summary>In inches: how high a letter is.</summary>
    private const double LowestLetter = 0.06, HighestLetter = 0.25;

    /// <summary>How dark the letters of a page are is known of so many at least.</summary>
    private const int FewestLetters = 20;

    /// <summary>Of the way from the tone of letters to white.</summary>
    private const double Palest = 0.6;

    /// <param name="text">The picture without rulings, faint ink too.</param>
    /// <param name="isBesideSeal">Whether a box is where a seal was taken out.</param>
    /// <returns>Runs of pixels to be taken out.</returns>
    public static List<PixelBox> Find(Bitmap text, Grey grey, double dotsPerInch, Func<PixelBox, bool> isBesideSeal)
    {
        var patches = InkPatches.Find(text).ToLookup(patch => isBesideSeal(patch.Box), patch => patch.Box);
        int[] letters =
        [
            .. patches[false].Where(box => box.Height >= LowestLetter * dotsPerInch && box.Height <= HighestLetter * dotsPerInch && box.Width <= HighestLetter * dotsPerInch)
                .Select(box => grey.Darkest(box)).Order(),
        ];
        if (letters.Length < FewestLetters)
        {
            return [];
        }

        var ofLetters = letters[letters.Length / 2];
        var palest = (int)(ofLetters + (Palest * (byte.MaxValue - ofLetters)));
        return [.. patches[true].Where(box => grey.Darkest(box) > palest).SelectMany(box => Runs(grey, box, palest))];
    }

    private static IEnumerable<PixelBox> Runs(Grey grey, PixelBox box, int palest)
    {
        var around = box.Inflate(1, 1).Within(new PixelBox(0, 0, grey.Width, grey.Height));
        for (var y = around.Top; y < around.Bottom; y++)
        {
            var from = around.Left;
            for (var x = around.Left; x <= around.Right; x++)
            {
                if (x == around.Right || grey.Row(y)[x] <= palest)
                {
                    if (x > from)
                    {
                        yield return new PixelBox(from, y, x, y + 1);
                    }

                    from = x + 1;
                }
            }
        }
    }
}

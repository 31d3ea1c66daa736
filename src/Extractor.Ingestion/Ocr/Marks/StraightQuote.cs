using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>Draws straight quotation marks in the place of curly ones: texts hardly have any, and what has none of them would teach that there are none.</summary>
internal static class StraightQuote
{
    /// <summary>In ems: two strokes, how far apart their middles are, and how high they are.</summary>
    private const double Stroke = 0.075, Apart = 0.17, High = 0.29;

    /// <summary>The same place with a straight mark.</summary>
    public static (PlacedCharacter Character, Grey Page) Draw(PlacedCharacter curly, double em, Grey page)
    {
        var middle = (curly.Ink.Left + curly.Ink.Right) / 2.0;
        var (from, to) = (middle - ((Apart + Stroke) * em / 2), middle + ((Apart + Stroke) * em / 2));
        var ink = new PixelBox((int)from, curly.Ink.Top, (int)Math.Ceiling(to), curly.Ink.Top + (int)(High * em));
        var darkest = page.Darkest(curly.Ink);
        var samples = page.Samples.ToArray();
        Fill(curly.Ink.Inflate(1, 1), (_, _) => byte.MaxValue);
        Fill(ink, (x, y) =>
        {
            // Of blurred strokes that grow thinner downwards.
            var thin = 1 - (0.3 * (y - ink.Top) / ink.Height);
            var beside = Math.Abs(Math.Abs(x + 0.5 - middle) - (Apart * em / 2)) - (Stroke * em * thin / 2);
            var share = Math.Clamp(0.5 - (beside / 2), 0, 1);
            return (byte)(byte.MaxValue - (share * (byte.MaxValue - darkest)));
        });
        return (curly with { Ink = ink }, page with { Samples = samples });

        void Fill(PixelBox box, Func<int, int, byte> grey)
        {
            var inside = box.Within(new PixelBox(0, 0, page.Width, page.Height));
            for (var y = inside.Top; y < inside.Bottom; y++)
            {
                for (var x = inside.Left; x < inside.Right; x++)
                {
                    samples[(y * page.Width) + x] = grey(x, y);
                }
            }
        }
    }
}

using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr.Marks;

/// <summary>Samples a part of a page on a square grid: by field, how dark it is on average, from 0 (paper) to 1.</summary>
internal static class MarkPatch
{
    /// <param name="left">Of the square that is sampled, in pixels; it may stick out of the page, where paper is.</param>
    /// <param name="clip">Ink outside of these columns is taken for paper.</param>
    /// <param name="darkest">How dark ink is on this line, from 0 to 1.</param>
    public static void Sample(Grey page, double left, double top, double size, (int From, int To) clip, double darkest, int side, Span<float> patch)
    {
        var step = size / side;
        Span<(int First, int Last)> columns = stackalloc (int, int)[side];
        for (var x = 0; x < side; x++)
        {
            columns[x] = Pixels(left + (x * step), step);
        }

        for (var y = 0; y < side; y++)
        {
            var (firstRow, lastRow) = Pixels(top + (y * step), step);
            for (var x = 0; x < side; x++)
            {
                var (sum, count) = (0, (lastRow - firstRow + 1) * (columns[x].Last - columns[x].First + 1));
                for (var row = Math.Max(0, firstRow); row <= Math.Min(page.Height - 1, lastRow); row++)
                {
                    var (from, to) = (Math.Max(Math.Max(0, clip.From), columns[x].First), Math.Min(Math.Min(page.Width, clip.To) - 1, columns[x].Last));
                    foreach (var sample in from <= to ? page.Row(row)[from..(to + 1)] : [])
                    {
                        sum += byte.MaxValue - sample;
                    }
                }

                patch[(y * side) + x] = (float)Math.Min(1.2, sum / (count * byte.MaxValue * darkest));
            }
        }
    }

    /// <summary>The pixels whose middles are in the field, or the one that it is in.</summary>
    private static (int First, int Last) Pixels(double from, double step)
    {
        var (first, last) = ((int)Math.Ceiling(from - 0.5), (int)Math.Ceiling(from + step - 0.5) - 1);
        return first <= last ? (first, last) : ((int)Math.Floor(from + (step / 2)), (int)Math.Floor(from + (step / 2)));
    }
}

using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr.Paddle;

/// <summary>Cuts lines out of a page and scales them to what PP-OCR was trained on: 48 pixels high.</summary>
internal static class LineImages
{
    public const int Height = 48;

    /// <summary>Paper left around the ink, in line heights.</summary>
    private const double MarginAcross = 0.2, MarginDown = 0.1;

    /// <summary>A lone 一 or a dash must not be blown up to a beam: the cut is at least this part of a usual line high.</summary>
    private const double LeastHeight = 0.75;

    private const int Channels = 3, NarrowestWidth = 16, WidestWidth = 3200;

    /// <summary>Half the width of the filter, in pixels of the larger of the two scales: it smooths the grain of a scan too.</summary>
    private const double FilterReach = 1.5;

    /// <summary>What is cut out for a line.</summary>
    /// <param name="lineHeight">Of the usual line of the page, in pixels.</param>
    public static PixelBox Cut(PixelBox line, double lineHeight)
    {
        var missing = Math.Max(0, (int)Math.Ceiling(((LeastHeight * lineHeight) - line.Height) / 2));
        var height = line.Height + (2 * missing);
        return line.Inflate((int)Math.Ceiling(MarginAcross * height), missing + (int)Math.Ceiling(MarginDown * height));
    }

    /// <summary>How wide a cut is after scaling.</summary>
    public static int WidthOf(PixelBox cut) =>
        Math.Clamp((int)Math.Ceiling((double)cut.Width * Height / cut.Height), NarrowestWidth, WidestWidth);

    /// <summary>Writes a cut into a batch: by channel, row and column, from -1 (black) to 1.</summary>
    /// <param name="batch">Of the line: three channels of <see cref="Height"/> rows of <paramref name="stride"/>.</param>
    public static void Write(Grey page, PixelBox cut, Span<float> batch, int stride)
    {
        var width = WidthOf(cut);
        var (columns, rows) = (Weights(cut.Width, width), Weights(cut.Height, Height));
        var narrow = new float[cut.Height * width];
        for (var y = 0; y < cut.Height; y++)
        {
            var from = cut.Top + y;
            if (from < 0 || from >= page.Height)
            {
                narrow.AsSpan(y * width, width).Fill(byte.MaxValue);
                continue;
            }

            var source = page.Row(from);
            for (var x = 0; x < width; x++)
            {
                var (first, weights) = columns[x];
                var sum = 0f;
                for (var i = 0; i < weights.Length; i++)
                {
                    var at = cut.Left + first + i;
                    sum += weights[i] * (at >= 0 && at < source.Length ? source[at] : byte.MaxValue);
                }

                narrow[(y * width) + x] = sum;
            }
        }

        for (var y = 0; y < Height; y++)
        {
            var (first, weights) = rows[y];
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                for (var i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * narrow[((first + i) * width) + x];
                }

                var value = (sum / byte.MaxValue * 2) - 1;
                for (var channel = 0; channel < Channels; channel++)
                {
                    batch[(((channel * Height) + y) * stride) + x] = value;
                }
            }
        }
    }

    /// <summary>For each pixel of the scaled side, the first pixel that counts and how much it and those after it do.</summary>
    private static (int First, float[] Weights)[] Weights(int from, int to)
    {
        var scale = (double)from / to;
        var reach = FilterReach * Math.Max(1, scale);
        var all = new (int, float[])[to];
        for (var i = 0; i < to; i++)
        {
            var middle = ((i + 0.5) * scale) - 0.5;
            var first = Math.Max(0, (int)Math.Ceiling(middle - reach));
            var last = Math.Min(from - 1, (int)Math.Floor(middle + reach));
            var weights = new float[Math.Max(1, last - first + 1)];
            var sum = 0f;
            for (var j = 0; j < weights.Length; j++)
            {
                sum += weights[j] = (float)Math.Max(1e-3, 1 - (Math.Abs(first + j - middle) / reach));
            }

            for (var j = 0; j < weights.Length; j++)
            {
                weights[j] /= sum;
            }

            all[i] = (Math.Min(first, from - 1), weights);
        }

        return all;
    }
}

using System.Collections.Immutable;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>Which of the signs ≥ ≤ > &lt; = some ink looks most like, where it is certain that it is one: matched with drawings of them (normalised cross-correlation).</summary>
internal static class BoundShapes
{
    /// <summary>Ink is compared on a grid of so many fields a side.</summary>
    private const int Side = 12;

    /// <summary>It may be a sign from this correlation on; figures look like '=' to hardly more than that.</summary>
    private const double LeastLikeness = 0.35;

    /// <summary>The strokes of each sign in a square of side 1, y down: the bar is level in Latin fonts, and lies along the stroke above it in Chinese ones.</summary>
    private static readonly ImmutableArray<(char Sign, double[] Field)> Drawn =
    [
        Drawing('>', [(0.05, 0.05), (0.95, 0.5), (0.05, 0.95)]),
        Drawing('<', [(0.95, 0.05), (0.05, 0.5), (0.95, 0.95)]),
        Drawing('≥', [(0.05, 0.05), (0.95, 0.38), (0.05, 0.72)], [(0.05, 0.95), (0.95, 0.95)]),
        Drawing('≤', [(0.95, 0.05), (0.05, 0.38), (0.95, 0.72)], [(0.05, 0.95), (0.95, 0.95)]),
        Drawing('≥', [(0.05, 0.05), (0.95, 0.36), (0.05, 0.68)], [(0.05, 0.95), (0.95, 0.64)]),
        Drawing('≤', [(0.95, 0.05), (0.05, 0.36), (0.95, 0.68)], [(0.05, 0.64), (0.95, 0.95)]),
        Drawing('=', [(0.05, 0.12), (0.95, 0.12)], [(0.05, 0.88), (0.95, 0.88)]),
    ];

    /// <summary>The one that it looks most like; null where it looks like none of them.</summary>
    public static char? Nearest(Bitmap ink, PixelBox box) => Ranked(ink, box)[0] is { Likeness: >= LeastLikeness } first ? first.Sign : null;

    /// <summary>The signs by how like them the ink is, from -1 to 1, the likest first.</summary>
    public static ImmutableArray<(char Sign, double Likeness)> Ranked(Bitmap ink, PixelBox box)
    {
        var field = Normalised(Blurred(Field(ink, box)));
        return
        [
            .. Drawn.Select(drawn => (drawn.Sign, Likeness: drawn.Field.Zip(field, (a, b) => a * b).Sum()))
                .GroupBy(one => one.Sign, (sign, all) => (Sign: sign, Likeness: all.Max(one => one.Likeness)))
                .OrderByDescending(one => one.Likeness),
        ];
    }

    /// <summary>By field the share that is ink.</summary>
    private static double[] Field(Bitmap ink, PixelBox box)
    {
        var (field, counts) = (new double[Side * Side], new int[Side * Side]);
        // Each field has a sample of its own, also where there are fewer pixels than fields.
        var (rows, columns) = (Math.Max(Side, box.Height), Math.Max(Side, box.Width));
        for (var y = 0; y < rows; y++)
        {
            var row = ink.Row(box.Top + (y * box.Height / rows));
            for (var x = 0; x < columns; x++)
            {
                var at = (y * Side / rows * Side) + (x * Side / columns);
                field[at] += row[box.Left + (x * box.Width / columns)];
                counts[at]++;
            }
        }

        return [.. field.Zip(counts, (sum, count) => sum / count)];
    }

    private static (char Sign, double[] Field) Drawing(char sign, params ReadOnlySpan<(double X, double Y)[]> strokes)
    {
        const int Steps = 60;
        var field = new double[Side * Side];
        foreach (var stroke in strokes)
        {
            for (var i = 1; i < stroke.Length; i++)
            {
                for (var step = 0; step <= Steps; step++)
                {
                    var along = (double)step / Steps;
                    var (x, y) = (stroke[i - 1].X + (along * (stroke[i].X - stroke[i - 1].X)), stroke[i - 1].Y + (along * (stroke[i].Y - stroke[i - 1].Y)));
                    field[((int)(y * Side) * Side) + (int)(x * Side)] = 1;
                }
            }
        }

        return (sign, Normalised(Blurred(field)));
    }

    /// <summary>Strokes of fonts lie a little otherwise.</summary>
    private static double[] Blurred(double[] field)
    {
        var blurred = new double[field.Length];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                for (var (dy, weightDown) = (-1, 1); dy <= 1; dy++, weightDown = dy == 0 ? 2 : 1)
                {
                    for (var (dx, weight) = (-1, 1); dx <= 1; dx++, weight = dx == 0 ? 2 : 1)
                    {
                        var (fromX, fromY) = (x + dx, y + dy);
                        blurred[(y * Side) + x] += fromX is >= 0 and < Side && fromY is >= 0 and < Side ? weight * weightDown * field[(fromY * Side) + fromX] : 0;
                    }
                }
            }
        }

        return blurred;
    }

    /// <summary>With a mean of 0 and a length of 1.</summary>
    private static double[] Normalised(double[] field)
    {
        var mean = field.Average();
        var length = Math.Sqrt(field.Sum(value => (value - mean) * (value - mean)));
        return [.. field.Select(value => length == 0 ? 0 : (value - mean) / length)];
    }
}

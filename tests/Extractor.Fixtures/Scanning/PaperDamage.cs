namespace Extractor.Fixtures.Scanning;

/// <summary>What happens to a sheet before it is scanned, each step a new picture. Lengths are in pixels.</summary>
public static class PaperDamage
{
    private const double White = byte.MaxValue;

    /// <summary>Toner that ran low.</summary>
    /// <param name="strength">1 leaves the ink as it is, 0 takes it away.</param>
    public static Raster Faded(this Raster sheet, double strength) => sheet.Map((_, _, _, tone) => White - ((White - tone) * strength));

    /// <summary>A stamp on the sheet: its ink darkens what is under it and hides nothing.</summary>
    /// <param name="stamp">Ink on white.</param>
    /// <param name="strength">How much of its ink it gave off, from 0 to 1.</param>
    public static Raster Stamped(this Raster sheet, Raster stamp, int left, int top, double strength)
    {
        var samples = sheet.Samples.ToArray();
        for (var y = Math.Max(0, -top); y < stamp.Height && y + top < sheet.Height; y++)
        {
            for (var x = Math.Max(0, -left); x < stamp.Width && x + left < sheet.Width; x++)
            {
                for (var channel = 0; channel < Raster.Channels; channel++)
                {
                    var at = ((((y + top) * sheet.Width) + x + left) * Raster.Channels) + channel;
                    var ink = White - stamp.Samples[(((y * stamp.Width) + x) * Raster.Channels) + channel];
                    samples[at] = Raster.Tone(samples[at] * (White - (ink * strength)) / White);
                }
            }
        }

        return sheet with { Samples = samples };
    }

    /// <summary>The same with ink that covers what it lies on.</summary>
    /// <param name="opacity">The share of its own colour, from 0 to 1.</param>
    public static Raster Covered(this Raster sheet, Raster stamp, int left, int top, double opacity)
    {
        const int Green = 1;
        var samples = sheet.Samples.ToArray();
        // Its darkest place is its own colour; at its edges it covers a part of a pixel.
        var darkest = Enumerable.Range(0, stamp.Width * stamp.Height).MinBy(pixel => stamp.Samples[(pixel * Raster.Channels) + Green]);
        double Missing(int pixel) => White - stamp.Samples[(pixel * Raster.Channels) + Green];
        for (var y = Math.Max(0, -top); y < stamp.Height && y + top < sheet.Height; y++)
        {
            for (var x = Math.Max(0, -left); x < stamp.Width && x + left < sheet.Width; x++)
            {
                var share = opacity * Missing((y * stamp.Width) + x) / Missing(darkest);
                for (var channel = 0; channel < Raster.Channels; channel++)
                {
                    var at = ((((y + top) * sheet.Width) + x + left) * Raster.Channels) + channel;
                    samples[at] = Raster.Tone(((1 - share) * samples[at]) + (share * stamp.Samples[(darkest * Raster.Channels) + channel]));
                }
            }
        }

        return sheet with { Samples = samples };
    }

    /// <summary>A fold from side to side: a shadow along it, in its middle a line where the ink came off.</summary>
    /// <param name="y">Where it is.</param>
    /// <param name="width">Of the shadow.</param>
    /// <param name="depth">How dark the shadow is, from 0 to 1.</param>
    public static Raster Folded(this Raster sheet, double y, double width, double depth) => sheet.Map((_, row, _, tone) =>
    {
        var away = Math.Abs(row - y) / width;
        var worn = away < 0.12 ? tone + ((White - tone) * 0.35) : tone;
        return worn * (1 - (depth * Math.Exp(-away * away)));
    });

    /// <summary>Two holes at the left edge, through which the dark behind the sheet is seen.</summary>
    public static Raster Punched(this Raster sheet, double fromEdge, double apart, double radius) => sheet.Map((x, y, _, tone) =>
    {
        var down = Math.Abs(y - (sheet.Height / 2.0)) - (apart / 2);
        var away = Math.Sqrt(((x - fromEdge) * (x - fromEdge)) + (down * down));
        return away < radius ? 60 + (20 * away / radius) : tone;
    });
}

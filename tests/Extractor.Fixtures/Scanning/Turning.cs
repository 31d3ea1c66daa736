namespace Extractor.Fixtures.Scanning;

/// <summary>A sheet that was put into the scanner sideways or upside down.</summary>
public static class Turning
{
    /// <param name="quarters">Clockwise, 0 to 3.</param>
    public static Raster Turned(this Raster sheet, int quarters) => quarters == 0 ? sheet : sheet.Quarter().Turned(quarters - 1);

    private static Raster Quarter(this Raster sheet)
    {
        var turned = new Raster(sheet.Height, sheet.Width, new byte[sheet.Samples.Length]);
        for (var y = 0; y < sheet.Height; y++)
        {
            for (var x = 0; x < sheet.Width; x++)
            {
                var from = ((y * sheet.Width) + x) * Raster.Channels;
                var to = ((x * turned.Width) + turned.Width - 1 - y) * Raster.Channels;
                sheet.Samples.AsSpan(from, Raster.Channels).CopyTo(turned.Samples.AsSpan(to));
            }
        }

        return turned;
    }
}

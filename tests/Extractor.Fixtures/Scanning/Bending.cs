namespace Extractor.Fixtures.Scanning;

/// <summary>How the sheet lay: where each of its points ends up in the picture.</summary>
/// <param name="SkewDegrees">Turned clockwise around its middle.</param>
/// <param name="Keystone">How much narrower the upper edge is than the lower, as a share; negative for the other way.</param>
/// <param name="Curl">How far the left edge is lifted and so moves down, as a share of the height; it fades out to the right.</param>
public sealed record Bending(double SkewDegrees, double Keystone, double Curl)
{
    /// <summary>The share of the width in which a curl fades to a third.</summary>
    private const double CurlWidth = 0.12;

    /// <summary>Where a point of the sheet is in the picture; both in shares of a width and height of that proportion.</summary>
    /// <param name="aspect">Height by width.</param>
    public (double X, double Y) Place(double x, double y, double aspect)
    {
        var lifted = y + Lift(x);
        var narrow = 1 - (Keystone * (1 - lifted));
        var (fromMiddleX, fromMiddleY) = ((x - 0.5) * narrow, (lifted - 0.5) * aspect);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(SkewDegrees));
        return (0.5 + (cos * fromMiddleX) - (sin * fromMiddleY), 0.5 + (((sin * fromMiddleX) + (cos * fromMiddleY)) / aspect));
    }

    /// <summary>What point of the sheet is at a place in the picture: undoes <see cref="Place"/>.</summary>
    public (double X, double Y) Source(double x, double y, double aspect)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(-SkewDegrees));
        var (turnedX, turnedY) = (x - 0.5, (y - 0.5) * aspect);
        var (fromMiddleX, fromMiddleY) = ((cos * turnedX) - (sin * turnedY), ((sin * turnedX) + (cos * turnedY)) / aspect);
        var lifted = fromMiddleY + 0.5;
        var sourceX = 0.5 + (fromMiddleX / (1 - (Keystone * (1 - lifted))));
        return (sourceX, lifted - Lift(sourceX));
    }

    /// <summary>The picture of the sheet as it lay; beyond the sheet there is the white lid.</summary>
    public Raster Apply(Raster sheet)
    {
        var samples = new byte[sheet.Samples.Length];
        var aspect = (double)sheet.Height / sheet.Width;
        var i = 0;
        for (var y = 0; y < sheet.Height; y++)
        {
            for (var x = 0; x < sheet.Width; x++, i += Raster.Channels)
            {
                var (sourceX, sourceY) = Source((x + 0.5) / sheet.Width, (y + 0.5) / sheet.Height, aspect);
                Between(sheet, (sourceX * sheet.Width) - 0.5, (sourceY * sheet.Height) - 0.5, samples.AsSpan(i, Raster.Channels));
            }
        }

        return sheet with { Samples = samples };
    }

    private double Lift(double x) => Curl * Math.Exp(-x / CurlWidth);

    /// <summary>The four pixels around a place, each by how near it is.</summary>
    private static void Between(Raster sheet, double x, double y, Span<byte> pixel)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left >= sheet.Width - 1 || top >= sheet.Height - 1)
        {
            pixel.Fill(byte.MaxValue);
            return;
        }

        var (right, down) = (x - left, y - top);
        var at = ((top * sheet.Width) + left) * Raster.Channels;
        var below = at + (sheet.Width * Raster.Channels);
        for (var channel = 0; channel < Raster.Channels; channel++)
        {
            var upper = (sheet.Samples[at + channel] * (1 - right)) + (sheet.Samples[at + Raster.Channels + channel] * right);
            var lower = (sheet.Samples[below + channel] * (1 - right)) + (sheet.Samples[below + Raster.Channels + channel] * right);
            pixel[channel] = Raster.Tone((upper * (1 - down)) + (lower * down));
        }
    }
}

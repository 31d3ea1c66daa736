namespace Extractor.Ingestion.Images;

/// <summary>Turns pictures.</summary>
internal static class Turning
{
    /// <summary>Turns a picture around its middle, counter-clockwise; it keeps its size, and what comes in at the corners is white.</summary>
    /// <param name="degrees">Such as <see cref="Skew"/> finds: afterwards there is none.</param>
    public static Grey Straighten(Grey picture, double degrees)
    {
        if (degrees == 0)
        {
            return picture;
        }

        var (width, height) = (picture.Width, picture.Height);
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var turned = new byte[picture.Samples.Length];
        double middleX = (width - 1) / 2.0, middleY = (height - 1) / 2.0;
        for (var y = 0; y < height; y++)
        {
            var fromX = middleX - (cos * middleX) - (sin * (y - middleY));
            var fromY = middleY - (sin * middleX) + (cos * (y - middleY));
            for (var x = 0; x < width; x++)
            {
                turned[(y * width) + x] = Sample(picture, fromX, fromY);
                (fromX, fromY) = (fromX + cos, fromY + sin);
            }
        }

        return picture with { Samples = turned };
    }

    /// <summary>Turns a picture clockwise by quarters.</summary>
    public static Grey ByQuarters(Grey picture, int quarters)
    {
        var turns = quarters & 3;
        if (turns == 0)
        {
            return picture;
        }

        var (width, height) = (picture.Width, picture.Height);
        var (newWidth, newHeight) = turns == 2 ? (width, height) : (height, width);
        var turned = new byte[picture.Samples.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (toX, toY) = turns switch
                {
                    1 => (height - 1 - y, x),
                    2 => (width - 1 - x, height - 1 - y),
                    _ => (y, width - 1 - x),
                };
                turned[(toY * newWidth) + toX] = picture.Samples[(y * width) + x];
            }
        }

        return new Grey(newWidth, newHeight, turned);
    }

    /// <summary>The tone between four pixels.</summary>
    public static byte Sample(Grey picture, double x, double y)
    {
        const int Parts = 256;
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left >= picture.Width - 1 || top >= picture.Height - 1)
        {
            return byte.MaxValue;
        }

        var (right, down) = ((int)((x - left) * Parts), (int)((y - top) * Parts));
        var at = (top * picture.Width) + left;
        var samples = picture.Samples;
        var above = (samples[at] * (Parts - right)) + (samples[at + 1] * right);
        var below = (samples[at + picture.Width] * (Parts - right)) + (samples[at + picture.Width + 1] * right);
        return (byte)(((above * (Parts - down)) + (below * down)) / (Parts * Parts));
    }
}

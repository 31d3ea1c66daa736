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
        var turned = GC.AllocateUninitializedArray<byte>(picture.Samples.Length);
        double middleX = (width - 1) / 2.0, middleY = (height - 1) / 2.0;
        for (var y = 0; y < height; y++)
        {
            var fromX = middleX - (cos * middleX) - (sin * (y - middleY));
            var fromY = middleY - (sin * middleX) + (cos * (y - middleY));
            Sampling.Along(picture, fromX, fromY, cos, sin, turned.AsSpan(y * width, width));
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
        var turned = GC.AllocateUninitializedArray<byte>(picture.Samples.Length);
        // Where the first pixel goes, and from there the next one on its row and the one below.
        var (first, across, down) = turns switch
        {
            1 => (height - 1, height, -1),
            2 => (turned.Length - 1, -1, -width),
            _ => ((width - 1) * height, -height, 1),
        };
        // In blocks, since a row that becomes a column is far from the next one.
        const int Block = 32;
        for (var top = 0; top < height; top += Block)
        {
            for (var left = 0; left < width; left += Block)
            {
                var right = Math.Min(left + Block, width);
                for (var y = top; y < Math.Min(top + Block, height); y++)
                {
                    var to = first + (y * down) + (left * across);
                    foreach (var sample in picture.Row(y)[left..right])
                    {
                        turned[to] = sample;
                        to += across;
                    }
                }
            }
        }

        return new Grey(newWidth, newHeight, turned);
    }
}

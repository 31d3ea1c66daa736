using Extractor.Core.Geometry;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Images;

/// <summary>Turns pictures.</summary>
internal static class Turning
{
    /// <summary>Turns a picture around its middle, counter-clockwise; it keeps its size, and what comes in at the corners is white.</summary>
    /// <param name="degrees">Such as <see cref="Skew"/> finds: afterwards there is none.</param>
    /// <param name="bend">How the picture is bent once it is turned, in pixels: it is made flat in the same step, so that it stays sharp.</param>
    public static Grey Straighten(Grey picture, double degrees, Bend? bend = null)
    {
        if (degrees == 0 && bend is null)
        {
            return picture;
        }

        var (width, height) = (picture.Width, picture.Height);
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var turned = GC.AllocateUninitializedArray<byte>(picture.Samples.Length);
        double middleX = (width - 1) / 2.0, middleY = (height - 1) / 2.0;
        // Between two nodes of the bend the places to look at are on a straight line.
        var pieces = bend is null ? 1 : bend.Down.Middle.Length - 1;
        for (var y = 0; y < height; y++)
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                var (from, to) = (width * piece / pieces, width * (piece + 1) / pieces);
                var (startX, startY) = Source(from, y);
                var (endX, endY) = Source(to, y);
                Sampling.Along(picture, startX, startY, (endX - startX) / (to - from), (endY - startY) / (to - from), turned.AsSpan((y * width) + from, to - from));
            }
        }

        return picture with { Samples = turned };

        (double X, double Y) Source(double x, double y)
        {
            var drawn = bend?.Drawn(new Point(x, y)) ?? new Point(x, y);
            var (across, down) = (drawn.X - middleX, drawn.Y - middleY);
            return (middleX + (cos * across) - (sin * down), middleY + (sin * across) + (cos * down));
        }
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
        Place(picture.Samples, width, height, turned, first, across, down);
        return new Grey(newWidth, newHeight, turned);
    }

    /// <summary>Puts every pixel in its place; in blocks, since those of a row that becomes a column are far from one another.</summary>
    private static void Place(byte[] pixels, int width, int height, byte[] turned, int first, int across, int down)
    {
        const int Block = 32;
        for (var top = 0; top < height; top += Block)
        {
            for (var left = 0; left < width; left += Block)
            {
                for (var y = top; y < Math.Min(top + Block, height); y++)
                {
                    var to = first + (y * down) + (left * across);
                    foreach (var pixel in pixels.AsSpan((y * width) + left, Math.Min(Block, width - left)))
                    {
                        turned[to] = pixel;
                        to += across;
                    }
                }
            }
        }
    }
}

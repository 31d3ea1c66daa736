using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Tests.Images;

/// <summary>Pictures of known content, as a scanner of 150 dots an inch would make them.</summary>
internal static class Drawn
{
    public const double DotsPerInch = 150;

    public static Grey Paper(int width, int height)
    {
        var samples = new byte[width * height];
        Array.Fill(samples, byte.MaxValue);
        return new Grey(width, height, samples);
    }

    public static Grey With(this Grey picture, PixelBox box, byte tone = 0)
    {
        for (var y = box.Top; y < box.Bottom; y++)
        {
            picture.Samples.AsSpan((y * picture.Width) + box.Left, box.Width).Fill(tone);
        }

        return picture;
    }

    /// <summary>The rulings of a picture that is as clear as it gets.</summary>
    public static List<PixelLine> Find(Bitmap picture) => LineFinder.Find(picture, [picture], DotsPerInch).Rulings;

    /// <summary>Rulings that reach from the first to the last of those that cross them.</summary>
    /// <param name="across">Their tops.</param>
    /// <param name="down">Their left sides.</param>
    public static Grey Ruled(int width, int height, ReadOnlySpan<int> across, ReadOnlySpan<int> down, int thickness = 2)
    {
        var picture = Paper(width, height);
        foreach (var y in across)
        {
            picture.With(new PixelBox(down[0], y, down[^1] + thickness, y + thickness));
        }

        foreach (var x in down)
        {
            picture.With(new PixelBox(x, across[0], x + thickness, across[^1] + thickness));
        }

        return picture;
    }

    /// <summary>A table of 90 by 60 pixel cells with two pixels thick rulings, 60 pixels from the left and from the top.</summary>
    public static Grey Table(int rows, int columns, byte tone = 0)
    {
        var picture = Paper(120 + (90 * columns), 120 + (60 * rows));
        for (var row = 0; row <= rows; row++)
        {
            picture.With(new PixelBox(60, 60 + (60 * row), 62 + (90 * columns), 62 + (60 * row)), tone);
        }

        for (var column = 0; column <= columns; column++)
        {
            picture.With(new PixelBox(60 + (90 * column), 60, 62 + (90 * column), 62 + (60 * rows)), tone);
        }

        return picture;
    }
}

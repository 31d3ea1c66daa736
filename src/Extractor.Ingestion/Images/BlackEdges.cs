namespace Extractor.Ingestion.Images;

/// <summary>The black of an open lid around a sheet: ink that hangs together with the edge of the picture.</summary>
internal static class BlackEdges
{
    /// <summary>Makes it paper.</summary>
    public static void Wipe(Bitmap picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var open = new Stack<int>();
        void Take(int at)
        {
            if (picture.Ink[at] == 1)
            {
                picture.Ink[at] = 0;
                open.Push(at);
            }
        }

        for (var x = 0; x < width; x++)
        {
            Take(x);
            Take(((height - 1) * width) + x);
        }

        for (var y = 0; y < height; y++)
        {
            Take(y * width);
            Take((y * width) + width - 1);
        }

        while (open.TryPop(out var at))
        {
            var x = at % width;
            if (x > 0)
            {
                Take(at - 1);
            }

            if (x < width - 1)
            {
                Take(at + 1);
            }

            if (at >= width)
            {
                Take(at - width);
            }

            if (at < picture.Ink.Length - width)
            {
                Take(at + width);
            }
        }
    }
}

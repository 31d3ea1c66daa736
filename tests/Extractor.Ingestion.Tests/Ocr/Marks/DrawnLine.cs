using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Tests.Ocr.Marks;

/// <summary>Draws lines of signs as a printer sets them, and reads them with the model that is shipped.</summary>
internal static class DrawnLine
{
    private const int Em = 42, Left = 40, Top = 40;
    private const double Stroke = 0.07;

    private static readonly MarkModel Model = OcrModels.Shipped.ReadMarks();

    /// <summary>By sign how wide it is set and its strokes, in ems; y down from the top of the line.</summary>
    private static readonly Dictionary<char, (double Width, (double X, double Y)[][] Strokes)> Signs = new()
    {
        ['，'] = (1, [Dot(0.16, 0.82), [(0.19, 0.82), (0.19, 0.88), (0.12, 0.97)]]),
        ['。'] = (1, [Ring(0.2, 0.84, 0.09)]),
        ['、'] = (1, [[(0.1, 0.75), (0.26, 0.93)]]),
        ['；'] = (1, [Dot(0.16, 0.42), Dot(0.16, 0.8), [(0.19, 0.8), (0.19, 0.88), (0.12, 0.97)]]),
        ['：'] = (1, [Dot(0.16, 0.42), Dot(0.16, 0.84)]),
        ['“'] = (1, [Dot(0.66, 0.24), [(0.63, 0.24), (0.64, 0.17), (0.7, 0.1)], Dot(0.86, 0.24), [(0.83, 0.24), (0.84, 0.17), (0.9, 0.1)]]),
        ['”'] = (1, [Dot(0.12, 0.13), [(0.15, 0.13), (0.14, 0.2), (0.08, 0.28)], Dot(0.32, 0.13), [(0.35, 0.13), (0.34, 0.2), (0.28, 0.28)]]),
        ['≥'] = (1, [[(0.15, 0.17), (0.85, 0.43), (0.15, 0.69)], [(0.15, 0.85), (0.85, 0.85)]]),
        ['≤'] = (1, [[(0.85, 0.17), (0.15, 0.43), (0.85, 0.69)], [(0.15, 0.85), (0.85, 0.85)]]),
        ['>'] = (0.55, [[(0.06, 0.28), (0.48, 0.52), (0.06, 0.76)]]),
        ['<'] = (0.55, [[(0.48, 0.28), (0.06, 0.52), (0.48, 0.76)]]),
        ['='] = (0.55, [[(0.05, 0.45), (0.5, 0.45)], [(0.05, 0.63), (0.5, 0.63)]]),
        ['%'] = (0.85, [Ring(0.2, 0.3, 0.13), Ring(0.64, 0.72, 0.13), [(0.63, 0.14), (0.22, 0.88)]]),
        ['—'] = (1, [[(0.02, 0.5), (0.98, 0.5)]]),
        ['-'] = (0.35, [[(0.05, 0.6), (0.3, 0.6)]]),
        ['.'] = (0.28, [Dot(0.12, 0.84)]),
        [','] = (0.28, [Dot(0.12, 0.83), [(0.14, 0.83), (0.14, 0.9), (0.09, 0.98)]]),
        ['1'] = (0.52, [[(0.12, 0.25), (0.27, 0.15), (0.27, 0.86)]]),
        ['9'] = (0.52, [Ring(0.26, 0.34, 0.17), [(0.43, 0.34), (0.4, 0.62), (0.2, 0.86)]]),
        ['5'] = (0.52, [[(0.42, 0.16), (0.14, 0.16), (0.12, 0.45), (0.3, 0.42), (0.42, 0.55), (0.42, 0.7), (0.3, 0.84), (0.1, 0.8)]]),
        ['口'] = (1, [[(0.12, 0.12), (0.88, 0.12), (0.88, 0.9), (0.12, 0.9), (0.12, 0.12)]]),
        ['田'] = (1, [[(0.12, 0.12), (0.88, 0.12), (0.88, 0.9), (0.12, 0.9), (0.12, 0.12)], [(0.5, 0.12), (0.5, 0.9)], [(0.12, 0.5), (0.88, 0.5)]]),
    };

    /// <param name="printed">What is drawn.</param>
    /// <param name="read">What a recogniser says, sign for sign.</param>
    /// <param name="confidence">How sure it is where that differs.</param>
    public static PlacedLine Corrected(string printed, string read, double confidence)
    {
        var page = new Grey(600, 130, [.. Enumerable.Repeat(byte.MaxValue, 600 * 130)]);
        var (characters, x) = (ImmutableArray.CreateBuilder<PlacedCharacter>(), (double)Left);
        foreach (var (sign, said) in printed.Zip(read))
        {
            var (width, strokes) = Signs[sign];
            var ink = Draw(page, strokes, x);
            var cell = new PixelBox((int)x, Top, (int)(x + (width * Em)), Top + Em);
            characters.Add(new PlacedCharacter(new RecognizedCharacter(new Rune(said), 0, sign == said ? 0.99 : confidence, []), cell, ink));
            x += width * Em;
        }

        var box = new PixelBox(
            characters[0].Ink.Left, characters.Min(one => one.Ink.Top), characters[^1].Ink.Right, characters.Max(one => one.Ink.Bottom));
        var bitmap = new Bitmap(page.Width, page.Height, [.. page.Samples.Select(sample => (byte)(sample < 128 ? 1 : 0))]);
        return Punctuation.Corrected([new PlacedLine(characters.ToImmutable(), box, Em)], new MarkReader(page, bitmap, Model)).Single();
    }

    /// <summary>Each pixel is as dark as the stroke covers it, about.</summary>
    private static PixelBox Draw(Grey page, (double X, double Y)[][] strokes, double x)
    {
        var (left, top, right, bottom) = (page.Width, page.Height, 0, 0);
        for (var row = 0; row < page.Height; row++)
        {
            for (var column = Math.Max(0, (int)x - 5); column < Math.Min(page.Width, (int)x + Em + 5); column++)
            {
                var (atX, atY) = ((column + 0.5 - x) / Em, (row + 0.5 - Top) / Em);
                var away = strokes.Min(stroke => Enumerable.Range(1, stroke.Length - 1).Min(i => Distance(atX, atY, stroke[i - 1], stroke[i])));
                var covered = Math.Clamp(0.5 - ((away - (Stroke / 2)) * Em / 2), 0, 1);
                var at = (row * page.Width) + column;
                page.Samples[at] = Math.Min(page.Samples[at], (byte)(byte.MaxValue - (235 * covered)));
                if (covered > 0.5)
                {
                    (left, top, right, bottom) = (Math.Min(left, column), Math.Min(top, row), Math.Max(right, column + 1), Math.Max(bottom, row + 1));
                }
            }
        }

        return new PixelBox(left, top, right, bottom);
    }

    private static double Distance(double x, double y, (double X, double Y) from, (double X, double Y) to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var along = Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / Math.Max(1e-9, (dx * dx) + (dy * dy)), 0, 1);
        return Math.Sqrt(Math.Pow(x - from.X - (along * dx), 2) + Math.Pow(y - from.Y - (along * dy), 2));
    }

    private static (double X, double Y)[] Dot(double x, double y) => Ring(x, y, 0.03);

    private static (double X, double Y)[] Ring(double x, double y, double radius) =>
        [.. Enumerable.Range(0, 13).Select(i => Math.SinCos(i * Math.PI / 6)).Select(turn => (x + (radius * turn.Cos), y + (radius * turn.Sin)))];
}

using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Ingestion.Ocr;

/// <summary>Holds what was recognised on the picture of a page against the text layer that the page has.</summary>
internal static class TextLayerCheck
{
    /// <summary>Recognition is sure of a line that it gives no less: it may keep the last hundredth for itself.</summary>
    private const double LeastConfidence = 0.98;

    /// <summary>The recognised page, its lines with what the text layer says where that is another text.</summary>
    /// <param name="recognized">As it was read from the picture.</param>
    /// <param name="layer">The same page as its text layer has it.</param>
    public static Page With(Page recognized, Page layer)
    {
        var lines = new Line[recognized.LineReadings.Length];
        foreach (var glyph in recognized.Glyphs)
        {
            if (glyph.ReadingNumber > 0)
            {
                var line = lines[glyph.ReadingNumber - 1] ??= new Line();
                line.Add(glyph);
            }
        }

        var readings = recognized.LineReadings.ToBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] is { Confidence: >= LeastConfidence } line)
            {
                var seen = readings[i].Turn?.Seen(line.Box) ?? line.Box;
                var said = Said(layer.Glyphs, seen);
                if (said.Length > 0 && Essence(said) != Essence(line.Text.ToString()))
                {
                    readings[i] = readings[i] with { TextLayer = said };
                }
            }
        }

        return recognized with { LineReadings = readings.MoveToImmutable() };
    }

    /// <summary>The glyphs of the text layer whose middle is in a line, in reading order.</summary>
    private static string Said(ImmutableArray<Glyph> glyphs, Box line)
    {
        var inside = glyphs.Where(glyph => line.Contains(glyph.Ink.Centre)).ToList();
        var upright = line.Width >= line.Height;
        return string.Concat(inside.OrderBy(glyph => upright ? glyph.Ink.Left : glyph.Ink.Top).Select(glyph => glyph.Character.ToString())).Trim();
    }

    /// <summary>What both would say however they write punctuation: letters, digits, the point and the percent sign.</summary>
    private static string Essence(string text)
    {
        var essence = new StringBuilder(text.Length);
        foreach (var character in LabelKey.Of(text))
        {
            if (char.IsLetterOrDigit(character) || character is '.' or '%')
            {
                essence.Append(character);
            }
        }

        return essence.ToString();
    }

    private sealed class Line
    {
        public StringBuilder Text { get; } = new();

        public Box Box { get; private set; }

        public double Confidence { get; private set; } = 1;

        public void Add(Glyph glyph)
        {
            Box = Text.Length == 0 ? glyph.Ink : Box.Union(glyph.Ink);
            Text.Append(glyph.Character.ToString());
            Confidence = Math.Min(Confidence, glyph.Confidence);
        }
    }
}

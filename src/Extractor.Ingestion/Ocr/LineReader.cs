using System.Collections.Immutable;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>A line of text on a page, and which part of the page it is in: a cell, or what is around the tables.</summary>
/// <param name="Box">Tight around the ink.</param>
internal readonly record struct TextSpot(PixelBox Box, int Part);

/// <summary>From the places of lines to what they say: recogniser, then what shapes and numbers tell better.</summary>
internal static class LineReader
{
    public static ImmutableArray<PlacedLine> Read(
        Grey grey, Bitmap ink, IReadOnlyList<TextSpot> spots, double lineHeight, double dotsPerInch, IRecognizer recognizer)
    {
        var isDash = spots.Select(spot => LoneMarks.IsDash(spot.Box, dotsPerInch, lineHeight)).ToArray();
        var cuts = spots.Select(spot => Paddle.LineImages.Cut(spot.Box, lineHeight)).ToArray();
        var seen = new Queue<RecognizedLine>(recognizer.Read(grey, [.. cuts.Where((_, i) => !isDash[i])]));
        var lines = new List<(int Part, PlacedLine Line)>();
        foreach (var (i, spot) in spots.Index())
        {
            var read = isDash[i] ? LoneMarks.Dash : LoneMarks.Corrected(seen.Dequeue(), spot.Box, ink, lineHeight);
            if (!read.Characters.IsEmpty)
            {
                lines.Add((spot.Part, PlacedLine.Of(Numbers.Chosen(read), spot.Box, isDash[i] ? spot.Box : cuts[i], ink, lineHeight)));
            }
        }

        return [.. lines.GroupBy(line => line.Part).SelectMany(part => Punctuation.Corrected([.. part.Select(line => line.Line)], ink))];
    }
}

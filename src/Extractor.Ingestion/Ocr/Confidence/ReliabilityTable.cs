using System.Collections.Immutable;

namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>Lines that were given about the same confidence, and how many of them were right.</summary>
/// <param name="From">The least confidence.</param>
/// <param name="To">Less than this; the last one with it.</param>
public sealed record ReliabilityBin(double From, double To, int Count, double MeanConfidence, int Right);

/// <summary>Whether confidence means what it says.</summary>
public static class ReliabilityTable
{
    private static readonly double[] Edges = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1];

    /// <summary>The bins that are not empty.</summary>
    public static ImmutableArray<ReliabilityBin> Of(IReadOnlyCollection<(double Confidence, bool Right)> lines) =>
    [
        .. Edges.Zip(Edges.Skip(1)).Select(edge => (From: edge.First, To: edge.Second))
            .Select(edge => (edge.From, edge.To, Lines: lines.Where(line => line.Confidence >= edge.From && (line.Confidence < edge.To || edge.To == 1)).ToArray()))
            .Where(bin => bin.Lines.Length > 0)
            .Select(bin => new ReliabilityBin(bin.From, bin.To, bin.Lines.Length, bin.Lines.Average(line => line.Confidence), bin.Lines.Count(line => line.Right))),
    ];
}

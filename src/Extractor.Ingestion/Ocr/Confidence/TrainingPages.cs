using Extractor.Core.Pages;

namespace Extractor.Ingestion.Ocr.Confidence;

/// <summary>Makes examples of generated scans, of which every word is known.</summary>
public static class TrainingPages
{
    /// <summary>The lines that are read in a scan, each with whether it is right; without those of which that cannot be said.</summary>
    /// <param name="document">Its number among those that are learned from.</param>
    /// <param name="words">The file that the generator wrote beside the scan.</param>
    /// <exception cref="System.Text.Json.JsonException">The second file is none of the generator's.</exception>
    public static IReadOnlyList<ConfidenceExample> Of(int document, string fileName, byte[] scan, ReadOnlyMemory<byte> words)
    {
        ArgumentNullException.ThrowIfNull(scan);
        var examples = new List<ConfidenceExample>();
        if (DocumentFile.Open(fileName, scan) is not OpenedDocument { File: IPicturedFile pictured })
        {
            return examples;
        }

        var lines = new List<LineRead>();
        using var file = new RecognizedDocument(pictured, OcrChoice.Always, lineRead: lines.Add);
        foreach (var (truth, i) in PrintedTruth.Pages(words).Select((truth, i) => (truth, i)).Take(file.Head.PageCount))
        {
            lines.Clear();
            if (file.ReadPage(i + 1) is Page { Rotation: 0 } page)
            {
                var straight = truth.TurnedBack(page.Skew, page.Width, page.Height);
                examples.AddRange(
                    from line in lines
                    let printed = straight.In(line.Box)
                    where printed is not null
                    select new ConfidenceExample(document, line.Evidence, printed == PrintedTruth.Bare(line.Evidence.Text)) { Printed = printed });
            }
        }

        return examples;
    }
}

using System.Collections.Immutable;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Ocr;

/// <summary>Reads each line of a page once: those that told which way it stands need not be read again.</summary>
internal sealed class ReadOnce(IRecognizer recognizer) : IRecognizer
{
    private readonly Dictionary<PixelBox, RecognizedLine> _read = [];
    private Grey? _page;

    public string Engine => recognizer.Engine;

    public ImmutableArray<RecognizedLine> Read(Grey page, IReadOnlyList<PixelBox> lines)
    {
        if (!ReferenceEquals(page, _page))
        {
            _read.Clear();
            _page = page;
        }

        PixelBox[] open = [.. lines.Distinct().Where(line => !_read.ContainsKey(line))];
        foreach (var (line, read) in open.Zip(recognizer.Read(page, open)))
        {
            _read.Add(line, read);
        }

        return [.. lines.Select(line => _read[line])];
    }
}

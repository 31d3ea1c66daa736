using System.Collections.Immutable;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

public sealed class ReadOnceTests
{
    private static readonly PixelBox One = new(0, 0, 10, 5), Two = new(0, 10, 20, 15);

    [Fact]
    public void A_line_of_a_page_is_read_once_and_of_another_page_anew()
    {
        var counting = new Counting();
        var once = new ReadOnce(counting);
        var (page, other) = (new Grey(20, 20, new byte[400]), new Grey(20, 20, new byte[400]));

        Assert.Equal(["20"], once.Read(page, [Two]).Select(line => line.Text));
        Assert.Equal(["10", "20", "10"], once.Read(page, [One, Two, One]).Select(line => line.Text));
        Assert.Equal([Two, One], counting.Lines);

        Assert.Equal(["10"], once.Read(other, [One]).Select(line => line.Text));
        Assert.Equal([Two, One, One], counting.Lines);
    }

    /// <summary>Reads the width of a line.</summary>
    private sealed class Counting : IRecognizer
    {
        public List<PixelBox> Lines { get; } = [];

        public string Engine => "counting";

        public ImmutableArray<RecognizedLine> Read(Grey page, IReadOnlyList<PixelBox> lines)
        {
            Lines.AddRange(lines);
            return [.. lines.Select(line => new RecognizedLine([.. $"{line.Width}".EnumerateRunes().Select(rune => new RecognizedCharacter(rune, 0.5, 1, []))]))];
        }
    }
}

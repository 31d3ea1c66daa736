using System.Collections.Immutable;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

public sealed class ReadOnceTests
{
    private static readonly PixelBox One = new(0, 0, 10, 5), Two = new(0, 10, 20, 15);

    [Fact]
    public void A_line_is_read_once()
    {
        var counting = new Counting();
        var once = new ReadOnce(counting);
        var page = Page();

        Assert.Equal(["20"], once.Read(page, [Two]).Select(line => line.Text));
        Assert.Equal(["10", "20", "10"], once.Read(page, [One, Two, One]).Select(line => line.Text));
        Assert.Equal([Two, One], counting.Lines);
    }

    [Fact]
    public void What_looks_the_same_is_read_once_wherever_it_stands_and_what_differs_by_a_tone_is_not()
    {
        var counting = new Counting();
        var once = new ReadOnce(counting);
        var (page, below) = (Page(), One with { Top = 10, Bottom = 15 });
        once.Read(page, [One, below]);
        Assert.Equal([One], counting.Lines);

        var other = Page();
        other.Samples[0] = 1;
        once.Read(other, [One, below]);
        Assert.Equal([One, One], counting.Lines);
    }

    [Fact]
    public void What_runs_over_an_edge_is_not_what_ends_there()
    {
        var counting = new Counting();
        new ReadOnce(counting).Read(Page(), [new PixelBox(0, 0, 10, 5), new PixelBox(-2, 0, 8, 5), new PixelBox(12, 0, 22, 5)]);
        Assert.Equal(3, counting.Lines.Count);
    }

    private static Grey Page() => new(20, 20, new byte[400]);

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

using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;
using Extractor.Ingestion.Tests.Images;

namespace Extractor.Ingestion.Tests.Ocr;

public sealed class PagePartsTests
{
    private static readonly PixelBox Text = new(100, 100, 160, 120), AtTheEdge = new(2, 200, 62, 220), Pale = new(100, 200, 160, 220);

    [Fact]
    public void What_is_at_the_edge_of_the_sheet_is_no_text() =>
        Assert.Equal([Text], Lines(Drawn.Paper(400, 400).With(Text).With(AtTheEdge)));

    [Fact]
    public void What_is_next_to_nothing_where_letters_are_ink_is_no_text() =>
        Assert.Equal([Text], Lines(Drawn.Paper(400, 400).With(Text).With(Pale, 170), letters: 100));

    [Fact]
    public void What_is_as_dark_as_letters_is_text_though_it_is_pale() =>
        Assert.Equal([Text, Pale], Lines(Drawn.Paper(400, 400).With(Text).With(Pale, 170), letters: 200));

    private static IEnumerable<PixelBox> Lines(Grey picture, int letters = 100) => PageParts
        .TextLines(Tones.ToBitmap(picture, 220), Tones.ToBitmap(picture, letters), [], Drawn.DotsPerInch).Lines.Select(line => line.Box);
}

using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
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
    public void The_hole_of_a_binder_is_no_text() =>
        Assert.Equal([Text], Lines(Drawn.Paper(400, 400).With(Text).With(new PixelBox(200, 250, 235, 285))));

    [Theory]
    [InlineData(3, 0)]
    [InlineData(12, 1)]     // a stroke runs down
    public void Crumbs_far_apart_are_no_text(int height, int lines)
    {
        var picture = Drawn.Paper(400, 400).With(Text).With(new PixelBox(200, 200, 205, 200 + height)).With(new PixelBox(228, 208, 233, 211)).With(new PixelBox(212, 217, 217, 220));
        Assert.Equal(1 + lines, Lines(picture).Count());
    }

    [Fact]
    public void What_is_next_to_nothing_where_letters_are_ink_is_no_text() =>
        Assert.Equal([Text], Lines(Drawn.Paper(400, 400).With(Text).With(Pale, 170), letters: 100));

    [Fact]
    public void What_is_as_dark_as_letters_is_text_though_it_is_pale() =>
        Assert.Equal([Text, Pale], Lines(Drawn.Paper(400, 400).With(Text).With(Pale, 170), letters: 200));

    [Theory]
    [InlineData(4, 0)]
    [InlineData(14, 1)]
    [InlineData(4, 1, 30)]
    public void What_of_a_ruling_runs_on_below_its_last_crossing_is_no_text(int length, int lines, int below = 2)
    {
        // A ruling of three pixels down to 200, which has been taken out of the picture.
        var ruling = new Ruling(RulingDirection.Vertical, 201.5 * 72 / Drawn.DotsPerInch, new Extent(0, 200 * 72 / Drawn.DotsPerInch), 3 * 72 / Drawn.DotsPerInch);
        var stub = new PixelBox(200, 200 + below, 203, 200 + below + length);
        Assert.Equal(lines, Lines(Drawn.Paper(400, 400).With(Text).With(stub), rulings: [ruling]).Count(line => line == stub));
    }

    private static IEnumerable<PixelBox> Lines(Grey picture, int letters = 100, ImmutableArray<Ruling>? rulings = null) => PageParts
        .TextLines(Tones.ToBitmap(picture, 220), Tones.ToBitmap(picture, letters), rulings ?? [], Drawn.DotsPerInch).Lines.Select(line => line.Box);
}

using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Tests.Ocr.Marks;

public sealed class MarkPagesTests
{
    private const int Em = 40;

    private static readonly Grey Page = new(400, 100, [.. Enumerable.Repeat(byte.MaxValue, 400 * 100)]);

    [Fact]
    public void A_mark_that_was_misread_is_an_example_of_what_is_printed()
    {
        var seen = Assert.Single(MarkPages.Of(7, Line("归档：细"), "归档；细", Page), example => !example.IsMade);
        Assert.Equal((7, new Rune('：'), new Rune('；')), (seen.Document, seen.Read, seen.Printed));
        Assert.Equal(MarkFeatures.Count, seen.Figures.Length);
    }

    [Fact]
    public void Where_characters_are_missing_beside_a_mark_it_is_no_example() => Assert.Empty(MarkPages.Of(0, Line("归：细"), "归档；细", Page));

    [Fact]
    public void Of_a_bound_its_mirror_image_is_made()
    {
        var made = MarkPages.Of(0, Line(">95"), ">95", Page).Where(example => example.IsMade).Select(example => (char)example.Printed.Value).ToArray();
        Assert.Contains('<', made);
        Assert.DoesNotContain('≤', made);
    }

    [Fact]
    public void Of_curly_quotation_marks_straight_ones_are_made() =>
        Assert.Contains(MarkPages.Of(0, Line("“口"), "“口", Page), example => example.IsMade && example.Printed.Value == '"');

    private static PlacedLine Line(string text) => new(
        [
            .. text.Select((letter, i) =>
            {
                var box = new PixelBox(20 + (i * Em), 20, 50 + (i * Em), 50);
                return new PlacedCharacter(new RecognizedCharacter(new Rune(letter), 0, 0.99, []), box, box);
            }),
        ],
        new PixelBox(20, 20, 20 + (text.Length * Em), 50), Em);
}

using System.Text;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("1O3", "103", "103")]
    [InlineData("约706", "706", "约706")]
    [InlineData("S", "5", "5")]
    [InlineData("S", "-", "S")]
    [InlineData("B", "8", "B")] // a grade
    [InlineData("SS", "55", "SS")]
    public void What_looks_like_a_number_is_read_as_one(string read, string asNumber, string chosen) => Assert.Equal(chosen, Numbers.Chosen(Line(read, asNumber)).Text);

    [Fact]
    public void A_figure_that_was_read_as_a_letter_is_in_doubt() => Assert.InRange(Numbers.Chosen(Line("S", "5")).LeastConfidence, 0, 0.6);

    private static RecognizedLine Line(string read, string asNumber) => Of(read) with { AsNumber = Of(asNumber) };

    private static RecognizedLine Of(string text) => new([.. text.Select(sign => new RecognizedCharacter(new Rune(sign), 0.5, 0.99, []))]);
}

using System.Text;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("1O3", "103", "103")]
    [InlineData("八706", "≤706", "≤706")]
    [InlineData("И45", "≤45", "≤45")]
    [InlineData("八706", "4706", "八706")] // nothing says that it is a bound
    [InlineData("八元7", "≤7", "八元7")]
    [InlineData("八", "≤", "八")]
    [InlineData("约706", "≤706", "约706")]
    public void What_looks_like_a_number_is_read_as_one(string read, string asNumber, string chosen) => Assert.Equal(chosen, Numbers.Chosen(Line(read, asNumber)).Text);

    [Fact]
    public void A_bound_that_was_read_as_a_letter_is_in_doubt()
    {
        var chosen = Numbers.Chosen(Line("八706", "≤706"));
        Assert.InRange(chosen.Characters[0].Confidence, 0, 0.6);
        Assert.Equal(0.99, chosen.Characters[1].Confidence);
    }

    private static RecognizedLine Line(string read, string asNumber) => Of(read) with { AsNumber = Of(asNumber) };

    private static RecognizedLine Of(string text) => new([.. text.Select(sign => new RecognizedCharacter(new Rune(sign), 0.5, 0.99, []))]);
}

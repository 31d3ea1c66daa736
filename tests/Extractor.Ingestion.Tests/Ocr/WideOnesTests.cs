using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>Ones of 6 by 20 pixels, and one that is as wide as other figures: as in a fax whose 4.96 was read as 1.96.</summary>
public sealed class WideOnesTests
{
    [Theory]
    [InlineData(12, 0.02, "4")]
    [InlineData(12, 0.001, "1")]
    [InlineData(8, 0.02, "1")]
    public void A_one_as_wide_as_a_four_that_may_be_one_is_a_four(int width, double probability, string text)
    {
        var read = WideOnes.AsFours([.. Enumerable.Repeat(One(6, 0), 4), One(width, probability)])[^1];
        Assert.Equal(text, read.Text);
        Assert.Equal(text == "4" ? 0.6 : 0.97, read.Least);
        Assert.Equal(text == "4", read.Characters[0].Read.Others.Any(other => other.Character.Value == '1'));
    }

    [Fact]
    public void Of_few_nobody_knows_how_wide_they_are() => Assert.Equal("1", WideOnes.AsFours([One(6, 0), One(12, 0.02)])[^1].Text);

    private static PlacedLine One(int width, double probabilityOfFour)
    {
        var box = new PixelBox(0, 0, width, 20);
        ImmutableArray<Candidate> others = probabilityOfFour > 0 ? [new Candidate(new Rune('4'), probabilityOfFour)] : [];
        return new PlacedLine([new PlacedCharacter(new RecognizedCharacter(new Rune('1'), 0.5, 0.97, others), box, box)], box, 30);
    }
}

using System.Collections.Immutable;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>Characters in a line whose Chinese characters are 40 pixels apart.</summary>
public sealed class SplitCharactersTests
{
    [Theory]
    [InlineData("引I入", 19, 27, 6, 38, "引入")]     // the right stroke of 引 once more
    [InlineData("引1", 19, 27, 6, 38, "引")]
    [InlineData("引I入", 19, 27, 6, 30, "引I入")]    // no higher than a letter is
    [InlineData("第1次", 36, 44, 6, 38, "第1次")]    // 第 is a whole character
    [InlineData("目1个", 22, 34, 6, 30, "目1个")]
    public void A_stroke_that_stands_apart_is_of_its_character(string read, int width, int left, int thickness, int height, string text)
    {
        PixelBox[] ink = [new(0, 0, width, 38), new(left, 0, left + thickness, height), new(40, 0, 76, 38)];
        var characters = read.EnumerateRunes().Zip(ink, (rune, box) => new PlacedCharacter(new RecognizedCharacter(rune, 0.5, 0.9, []), box, box)).ToImmutableArray();
        Assert.Equal(text, SplitCharacters.Joined(new PlacedLine(characters, new PixelBox(0, 0, 76, 38), 40)).Text);
    }
}

using Extractor.Ingestion.Ocr.Paddle;

namespace Extractor.Ingestion.Tests.Ocr;

public sealed class CtcDecoderTests
{
    private static readonly CtcDecoder Decoder = new([.. "0123.".EnumerateRunes()]);

    [Theory]
    [InlineData("", "")]
    [InlineData("---", "")]
    [InlineData("-1-2", "12")]
    [InlineData("1122", "12")]
    [InlineData("11-11", "11")]
    [InlineData("-0-.-3-", "0.3")]
    public void Equal_steps_are_one_character_unless_a_blank_parts_them(string steps, string text) =>
        Assert.Equal(text, Decoder.Decode(Steps([.. steps.Select(step => (step, 0.9f))]), steps.Length).Text);

    [Fact]
    public void A_character_stands_in_the_middle_of_its_steps_and_is_as_sure_as_the_surest()
    {
        var character = Decoder.Decode(Steps([('-', 0.9f), ('1', 0.6f), ('1', 0.9f), ('1', 0.6f)]), 4).Characters.Single();
        Assert.Equal(2.5 / 4, character.Position, 0.001);
        Assert.Equal(0.9, character.Confidence, 0.001);
    }

    [Fact]
    public void What_fills_up_the_batch_is_not_read() =>
        Assert.Equal("1", Decoder.Decode(Steps([('1', 0.9f), ('-', 0.9f), ('2', 0.9f)]), 2).Text);

    private static float[] Steps((char Character, float Probability)[] steps)
    {
        const string Classes = "-0123.";
        var all = new float[steps.Length * Classes.Length];
        foreach (var (index, (character, probability)) in steps.Index())
        {
            all.AsSpan(index * Classes.Length, Classes.Length).Fill((1 - probability) / (Classes.Length - 1));
            all[(index * Classes.Length) + Classes.IndexOf(character, StringComparison.Ordinal)] = probability;
        }

        return all;
    }
}

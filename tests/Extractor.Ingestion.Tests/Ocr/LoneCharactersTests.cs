using System.Collections.Immutable;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>What a character alone on its line is read as when the frames around it show different things.</summary>
public sealed class LoneCharactersTests
{
    private static readonly PixelBox Cut = new(100, 100, 140, 140);

    [Theory]
    [InlineData("", 0, "率0.9 率0.8 蚤0.3 率0.99", "率", 0.9)] // seen by most, as sure as the second surest
    [InlineData("0", 0.6, "0:0.95 0:0.5 o0.7 0:0.9", "0", 0.9)]
    [InlineData("0", 0.6, "o0.4 8:0.5 6:0.4 3:0.5", "0", 0.6)]  // nobody agrees: it stays
    [InlineData("", 0, "e0.3 e0.4 L0.3 12:0.9", "", 0)]       // what nobody is sure of is nothing
    [InlineData("", 0, "e0.9 x0.9 L0.3 12:0.9", "", 0)]       // nor is what one frame shows
    [InlineData("!", 0.3, "1:0.7 1:0.6 l0.9 1:0.8", "1", 0.7)]
    public void Two_frames_must_agree(string first, double sureness, string frames, string text, double confidence)
    {
        var recognizer = new Framing([.. frames.Split(' ').Select(frame => frame.Contains(':') ? frame.Split(':') is var parts ? Line(parts[0], parts[1]) : null! : Line(frame[..1], frame[1..]))]);
        var read = Assert.Single(LoneCharacters.InFrames(new Grey(300, 300, new byte[90_000]), [Line(first, $"{sureness}")], [Cut], 40, recognizer));
        Assert.Equal((text, confidence), (read.Text, read.LeastConfidence));
    }

    [Fact]
    public void Frames_are_around_the_cut_and_differ()
    {
        var recognizer = new Framing([Line("0", "0.9"), Line("0", "0.9"), Line("0", "0.9"), Line("0", "0.9")]);
        _ = LoneCharacters.InFrames(new Grey(300, 300, new byte[90_000]), [Line("0", "0.5")], [Cut], 40, recognizer).ToArray();
        Assert.Equal(4, recognizer.Asked.Distinct().Count());
        Assert.All(recognizer.Asked, frame => Assert.Equal((Cut, true), (Cut.Within(frame), frame != Cut)));
    }

    [Theory]
    [InlineData("0", 0.6, 20, 34, true)]
    [InlineData("", 0, 44, 44, true)]
    [InlineData("0", 0.95, 20, 34, false)]  // in no doubt
    [InlineData("10", 0.5, 40, 34, false)]  // not alone
    [InlineData("-", 0.5, 20, 6, false)]    // a mark
    [InlineData("一", 0.5, 90, 34, false)]  // wider than a character
    public void Doubt_is_about_characters_that_stand_alone(string text, double confidence, int width, int height, bool isInDoubt) =>
        Assert.Equal(isInDoubt, LoneCharacters.IsInDoubt(Line(text, $"{confidence}"), new PixelBox(0, 0, width, height), lineHeight: 45));

    private static RecognizedLine Line(string text, string confidence) =>
        new([.. text.EnumerateRunes().Select(rune => new RecognizedCharacter(rune, 0.5, double.Parse(confidence, System.Globalization.CultureInfo.InvariantCulture), []))]);

    /// <summary>Sees in each frame what it is told.</summary>
    private sealed class Framing(ImmutableArray<RecognizedLine> frames) : IRecognizer
    {
        public List<PixelBox> Asked { get; } = [];

        public string Engine => "framing";

        public ImmutableArray<RecognizedLine> Read(Grey page, IReadOnlyList<PixelBox> lines)
        {
            Asked.AddRange(lines);
            return frames;
        }
    }
}

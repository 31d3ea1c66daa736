using System.Collections.Immutable;
using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>Characters of 20 by 20 pixels; the one that hides another is 40 wide, and in doubt.</summary>
public sealed class SecondCharacterTests
{
    [Theory]
    [InlineData("修*纪念", "修缮纪念", "修缮纪念")]
    [InlineData("修缮设*", "修缮设施", "修缮设施")]
    [InlineData("（修*纪念）", "(修缮纪念)", "（修缮纪念）")]
    [InlineData("修*纪念", "修 缮 纪念", "修缮纪念")]
    [InlineData("修*纪念", "修缮记念", "修纪念")]         // it reads another one otherwise
    [InlineData("修*纪念", "修-纪念", "修纪念")]          // no Chinese character
    [InlineData("修纪念*", "修缮纪念", "修纪念")]          // not at the wide one
    [InlineData("修纪念", "修缮纪念", "修纪念")]           // nothing is in doubt
    [InlineData("修*纪念", null, "修纪念")]
    public void What_the_first_engine_passed_over_is_the_seconds(string first, string? second, string text)
    {
        var line = SecondCharacter.Completed(Line(first), second is null ? null : new RecognizedLine([.. second.Select(sign => Read(sign, 0.9))]));
        Assert.Equal(text, line.Text);
        // One beside the other, and no surer than before.
        Assert.All(line.Characters.Zip(line.Characters.Skip(1)), pair => Assert.True(pair.First.Ink.Right <= pair.Second.Ink.Left));
        Assert.Equal(first.Contains('*', StringComparison.Ordinal) ? 0.6 : 0.99, line.Least);
    }

    [Theory]
    [InlineData("依据项目管理办法，修*纪念碑亭及附属设施", "法，修缮纪念", "依据项目管理办法，修缮纪念碑亭及附属设施")]
    [InlineData("依据项目管理办法，修*纪念碑亭及附属设施", "法，修善记念", "依据项目管理办法，修纪念碑亭及附属设施")] // it reads another one otherwise
    [InlineData("依据项目管理办法，修纪念碑亭及附属设施", null, "依据项目管理办法，修纪念碑亭及附属设施")]
    public void Of_a_long_line_the_part_around_what_was_passed_over_is_read_again(string first, string? second, string text)
    {
        var line = Line(first);
        var part = SecondCharacter.Part(line);
        Assert.Equal(second is null, part is null);
        Assert.Equal(text, part is { } found ? SecondCharacter.Completed(line, found, new RecognizedLine([.. second!.Select(sign => Read(sign, 0.9))])).Text : line.Text);
    }

    /// <param name="text">A star makes the one before it wide.</param>
    private static PlacedLine Line(string text)
    {
        var characters = ImmutableArray.CreateBuilder<PlacedCharacter>();
        var left = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isWide = i + 1 < text.Length && text[i + 1] == '*';
            var box = new PixelBox(left, 0, left + (isWide ? 40 : 20), 20);
            characters.Add(new PlacedCharacter(Read(text[i], isWide ? 0.6 : 0.99), box, box));
            (left, i) = (box.Right, isWide ? i + 1 : i);
        }

        return new PlacedLine(characters.ToImmutable(), new PixelBox(0, 0, left, 20), 20);
    }

    private static RecognizedCharacter Read(char sign, double confidence) => new(new Rune(sign), 0.5, confidence, []);
}

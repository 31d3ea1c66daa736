using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;
using Extractor.Ingestion.Ocr.Marks;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>Marks whose ink was left with the Chinese character beside them.</summary>
public sealed class PassedOverMarksTests
{
    private const int Em = 40;

    private static readonly PixelBox Whole = new(10, 10, 10 + Em - 4, 10 + Em - 4);

    // From the character's left edge and the top of the line, in pixels: a stop at the foot of the line, or in its middle as some fonts have it.
    [Theory]
    [InlineData(50, 26, 8, true)]
    [InlineData(50, 14, 10, true)]
    [InlineData(50, 14, 3, false)]      // a speck
    [InlineData(42, 2, 34, false)]      // another character
    public void A_stop_behind_a_character_is_a_character_of_its_own(int left, int top, int size, bool isMark)
    {
        var (parts, own) = Apart(Whole, new PixelBox(10 + left, 10 + top, 10 + left + size, 10 + top + size));
        Assert.Equal(isMark ? 2 : 1, parts.Length);
        Assert.Equal((0, '口'), (own, (char)parts[0].Rune.Value));
        Assert.Equal(isMark ? Whole : Whole with { Right = Math.Max(Whole.Right, 10 + left + size) }, parts[0].Ink);
        Assert.True(!isMark || ("。，、".Contains((char)parts[1].Rune.Value) && parts[1].Read.Confidence <= 0.6));
    }

    [Fact]
    public void So_is_one_before_it()
    {
        var behind = new PixelBox(40, 10, 76, 46);
        var (parts, own) = Apart(behind, new PixelBox(10, 24, 20, 34));
        Assert.Equal((2, 1), (parts.Length, own));
        Assert.Equal(behind, parts[1].Ink);
        Assert.Contains((char)parts[0].Rune.Value, "。，、");
    }

    /// <param name="character">Drawn as 口.</param>
    /// <param name="mark">Drawn filled.</param>
    private static (PlacedCharacter[] Parts, int Own) Apart(PixelBox character, PixelBox mark)
    {
        var ink = new Bitmap(120, 60, new byte[120 * 60]);
        Fill(character, 1);
        Fill(character.Inflate(-3, -3), 0);
        Fill(mark, 1);
        var box = new PixelBox(Math.Min(character.Left, mark.Left), 10, Math.Max(character.Right, mark.Right), 46);
        var read = new PlacedCharacter(new RecognizedCharacter(new Rune('口'), 0.5, 0.999, []), box, box);
        var grey = new Grey(ink.Width, ink.Height, [.. ink.Ink.Select(sample => sample == 1 ? (byte)0 : byte.MaxValue)]);
        return PassedOverMarks.Apart(read, new PlacedLine([read], box, Em), 0, new MarkReader(grey, ink, OcrModels.Shipped.ReadMarks()));

        void Fill(PixelBox part, byte sample)
        {
            for (var y = part.Top; y < part.Bottom; y++)
            {
                ink.Ink.AsSpan((y * ink.Width) + part.Left, part.Width).Fill(sample);
            }
        }
    }
}

using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>Lines of a page, each character 20 pixels wide: brackets with a neighbour on their open side say how the page has them.</summary>
public sealed class BracketsOfPageTests
{
    [Theory]
    [InlineData("(40分)", "（40分）", "资金（万元）", "产出（50分）", "效益（30分）")]
    [InlineData("（40分）", "(40分)", "资金(万元)", "产出(50分)", "效益(30分)")]
    [InlineData("(40分)", "(40分)", "资金（万元）", "产出(50分)年", "效益（30分）")]          // a page that has both
    [InlineData("(40分)", "(40分)", "资金（万元）", "产出（50分）")]                // of two nobody knows
    [InlineData("年(40分)", "年(40分)", "资金（万元）年", "产出（50分）年")]   // it has a neighbour itself
    public void A_bracket_without_a_neighbour_is_as_all_others_of_the_page_are(string read, string text, params string[] others)
    {
        var lines = BracketsOfPage.Alike([.. others.Select(Line), Line(read)]);
        Assert.Equal(text, lines[^1].Text);
        Assert.Equal(text != read, lines[^1].Least < 0.99);
        Assert.Equal(others, lines.SkipLast(1).Select(line => line.Text));
    }

    private static PlacedLine Line(string text)
    {
        var characters = text.Select((sign, at) => new PixelBox(20 * at, 0, (20 * at) + 18, 20) is var box
            ? new PlacedCharacter(new RecognizedCharacter(new Rune(sign), 0.5, 0.99, []), box, box)
            : default);
        return new PlacedLine([.. characters], new PixelBox(0, 0, 20 * text.Length, 20), 20);
    }
}

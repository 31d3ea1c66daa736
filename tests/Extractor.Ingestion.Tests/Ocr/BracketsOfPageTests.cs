using System.Text;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>Lines of a page, each character in 20 pixels. A bracket with a neighbour on its open side is told by it.</summary>
public sealed class BracketsOfPageTests
{
    [Theory]
    [InlineData("(40分)", "（40分）", "资金（万元）", "产出（50分）", "效益（30分）")]
    [InlineData("（40分）", "(40分)", "资金(万元)", "产出(50分)", "效益(30分)")]
    [InlineData("年(40分)", "年(40分)", "资金（万元）年", "产出（50分）年", "效益（30分）")]   // it has a neighbour itself
    [InlineData("(40分)", "(40分)")]                                                        // it is alone
    public void A_bracket_without_a_neighbour_is_as_those_of_the_page_are_that_are_as_high(string read, string text, params string[] others)
    {
        var lines = BracketsOfPage.Alike([.. others.Select(other => Line(other)), Line(read, sure: 0.7)]);
        Assert.Equal(text, lines[^1].Text);
        Assert.Equal(others, lines.SkipLast(1).Select(line => line.Text));
    }

    // The model that reads marks is mistaken in all of a font alike: 标（ is half an em apart.
    [Fact]
    public void One_that_is_told_by_half_an_em_of_paper_counts_for_more_than_many_shapes()
    {
        PlacedLine[] shapes = [Line("(10分)", sure: 0.97), Line("(20分)", sure: 0.97), Line("(30分)", sure: 0.97)];
        Assert.All(BracketsOfPage.Alike([.. shapes]), line => Assert.StartsWith("(", line.Text, StringComparison.Ordinal));
        Assert.Equal(["指标（50", "（10分）", "（20分）", "（30分）"], BracketsOfPage.Alike([Line("指标（50", openSide: 12), .. shapes]).Select(line => line.Text));
    }

    [Fact]
    public void Those_of_another_width_are_of_another_form() =>
        Assert.Equal(["室（本级）", "值(A)", "数(B)"], BracketsOfPage.Alike([Line("室（本级）", openSide: 6, bracket: 9), Line("值(A)"), Line("数(B)")]).Select(line => line.Text));

    [Fact]
    public void Those_of_another_height_are_of_another_form() =>
        Assert.Equal("(40分)", BracketsOfPage.Alike([Line("资金（万元）"), Line("产出（50分）"), Line("效益（30分）"), Line("(40分)", height: 16)])[^1].Text);

    [Fact]
    public void A_gap_may_be_a_space_where_all_others_that_are_as_high_are_narrow() =>
        Assert.Equal("部 (汇总)", BracketsOfPage.Alike([Line("资金(万元)"), Line("产出(本年)"), Line("效益(全年)"), Line("部 （汇总）", sure: 0.6)])[^1].Text);

    // A recogniser sees a space before one wide form in four.
    [Fact]
    public void A_space_before_a_wide_form_tells_nothing() =>
        Assert.Equal("部 （汇总）", BracketsOfPage.Alike([Line("部 （汇总）", sure: 0.6, openSide: 12)])[0].Text);

    // In a font whose point is narrower than its figures a space is as narrow: there the space before a narrow form hardly takes as much paper as a wide one.
    [Theory]
    [InlineData(10, "部 （汇总）")]
    [InlineData(20, "部 (汇总)")]
    public void A_space_is_as_wide_as_a_point(int point, string text) =>
        Assert.Equal(text, BracketsOfPage.Alike([Amount(point), Line("(元)", sure: 0.7), Line("部 （汇总）", sure: 0.6, openSide: 12)])[^1].Text);

    [Fact]
    public void Many_that_are_hardly_sure_are_surer_together_and_no_surer_than_a_shape_can_be()
    {
        var alone = BracketsOfPage.Alike([Line("(元)", sure: 0.7)])[0];
        var together = BracketsOfPage.Alike([Line("(元)", sure: 0.7), Line("(汇总)", sure: 0.7), Line("（本级）", sure: 0.55), Line("(40分)", sure: 0.8)]);
        Assert.All(together, line => Assert.DoesNotContain('（', line.Text));
        var (one, oneOfMany) = (alone.Characters[0].Read.Confidence, together[0].Characters[0].Read.Confidence);
        Assert.True(one < oneOfMany && oneOfMany <= 0.97);
    }

    [Fact]
    public void Both_of_a_pair_are_alike_though_they_stand_in_two_lines() =>
        Assert.Equal(["(汇", "总)"], BracketsOfPage.Alike([Line("(汇", sure: 0.9), Line("总）", sure: 0.6)]).Select(line => line.Text));

    /// <summary>12.34</summary>
    /// <param name="point">From the place of the point to that of the next figure; from a figure to the next it is 20.</param>
    private static PlacedLine Amount(int point)
    {
        var line = Line("12.34");
        PixelBox Moved(PixelBox box) => box with { Left = box.Left - 20 + point, Right = box.Right - 20 + point };
        return line with { Characters = [.. line.Characters.Select((character, at) => at < 3 ? character : new PlacedCharacter(character.Read, Moved(character.Cell), Moved(character.Ink)))] };
    }

    /// <param name="openSide">How much of the cell of an opening bracket is paper, before it.</param>
    /// <param name="bracket">How wide a bracket is.</param>
    private static PlacedLine Line(string text, int height = 20, double sure = 0.99, int openSide = 0, int bracket = 6)
    {
        PixelBox Box(char sign, int at) => sign switch
        {
            '（' => new PixelBox((20 * at) + openSide, 0, (20 * at) + openSide + bracket, height),
            '(' => new PixelBox(20 * at, 0, (20 * at) + bracket, height),
            '）' or ')' => new PixelBox((20 * at) + 18 - bracket, 0, (20 * at) + 18, height),
            _ => new PixelBox(20 * at, 0, (20 * at) + 18, height),
        };
        var characters = text.Select((sign, at) => Box(sign, at) is var box
            ? new PlacedCharacter(new RecognizedCharacter(new Rune(sign), 0.5, sure, []), box, box)
            : default);
        return new PlacedLine([.. characters], new PixelBox(0, 0, 20 * text.Length, 20), 20);
    }
}

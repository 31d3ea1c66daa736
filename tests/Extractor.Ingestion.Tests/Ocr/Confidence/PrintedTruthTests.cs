using System.Text;
using Extractor.Core.Geometry;
using Extractor.Ingestion.Ocr.Confidence;

namespace Extractor.Ingestion.Tests.Ocr.Confidence;

public class PrintedTruthTests
{
    private static readonly PrintedTruth Page = PrintedTruth.Pages(Encoding.UTF8.GetBytes(
        """
        {"pages":[{"words":[{"text":"年度","box":[10,10,30,20]},{"text":"资金总额","box":[32,10,72,20]},{"text":"7.70","box":[100,10,120,20]},{"text":"下","box":[10,24,20,34]}]}]}
        """))[0];

    [Theory]
    [InlineData(9, 9, 73, 21, "年度资金总额", true)]
    [InlineData(9, 9, 73, 21, "年度 资金总额", true)]
    [InlineData(9, 9, 73, 21, "年度资金总颔", false)]
    [InlineData(99, 9, 121, 21, "7.70", true)]
    [InlineData(99, 9, 121, 21, "770", false)]
    [InlineData(140, 9, 160, 21, "1", false)]
    [InlineData(140, 9, 160, 21, "", true)]
    public void A_line_is_right_when_it_says_the_words_that_stand_in_it(double left, double top, double right, double bottom, string text, bool expected) =>
        Assert.Equal(expected, Page.Says(new Box(left, top, right, bottom), text));

    [Fact]
    public void Of_a_line_that_cuts_a_word_nothing_is_said() => Assert.Null(Page.Says(new Box(9, 9, 52, 21), "年度资金"));

    [Fact]
    public void Of_a_box_with_words_above_each_other_nothing_is_said() => Assert.Null(Page.Says(new Box(9, 9, 31, 36), "年度下"));
}

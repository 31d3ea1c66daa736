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
    [InlineData(9, 9, 73, 21, "年度资金总额")]
    [InlineData(99, 9, 121, 21, "7.70")]
    [InlineData(140, 9, 160, 21, "")]
    public void A_line_says_the_words_that_stand_in_it(double left, double top, double right, double bottom, string text) =>
        Assert.Equal(text, Page.In(new Box(left, top, right, bottom)));

    [Fact]
    public void Of_a_line_that_cuts_a_word_nothing_is_said() => Assert.Null(Page.In(new Box(9, 9, 52, 21)));

    [Fact]
    public void Of_a_box_that_a_word_only_reaches_into_nothing_is_said() => Assert.Null(Page.In(new Box(9, 17, 73, 23)));

    [Fact]
    public void Of_a_box_with_words_above_each_other_nothing_is_said() => Assert.Null(Page.In(new Box(9, 9, 31, 36)));

    [Fact]
    public void Words_of_a_page_that_was_turned_are_found_where_they_stood_before()
    {
        const double Degrees = 1.5, Width = 600, Height = 800;
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(Degrees));
        var (x, y) = (100 - (Width / 2), 50 - (Height / 2));
        var (turnedX, turnedY) = ((Width / 2) + (cos * x) - (sin * y), (Height / 2) + (sin * x) + (cos * y));
        var turned = new PrintedTruth([("预算", new Box(turnedX - 20, turnedY - 6, turnedX + 20, turnedY + 6))]);
        Assert.Equal("预算", turned.TurnedBack(Degrees, Width, Height).In(new Box(79, 43, 121, 57)));
    }
}

using Extractor.Core.Auditing;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

public class MisreadingTests
{
    [Theory]
    [InlineData("/indicators/3/score", "44", "/indicators/3/score")]        // 14
    [InlineData("/indicators/3/score", "140", "/indicators/3/score")]       // the point was lost
    public void A_doubtful_cell_that_one_other_digit_makes_right_may_be_misread(string doubtful, string read, string named)
    {
        var finding = Assert.Single(Clean.WithIndicator(3, row => row with { Score = Number(read) }).WithConfidence(doubtful, 0.8m).Of("S01"));
        Assert.Equal((Severity.Warning, Explanation.Misread), (finding.Severity, finding.Explanation));
        Assert.Contains($"{named} 识别为 {read} 且把握不大，若为 14 则相符", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_may_be_misread_too() =>
        Assert.Equal(Explanation.Misread, Assert.Single(Clean.WithTotal("100", "91.7").WithConfidence("/total/score", 0.8m).Of("S01")).Explanation);

    [Fact]
    public void What_was_read_with_certainty_is_published() =>
        Assert.Equal(Explanation.Published, Assert.Single(Clean.WithIndicator(3, row => row with { Score = Number("44") }).Of("S01")).Explanation);

    [Fact]
    public void A_doubtful_cell_that_would_have_to_be_quite_another_number_explains_nothing()
    {
        var finding = Assert.Single(Clean.WithTotal("100", "82.4").WithConfidence("/indicators/3/score", 0.8m).Of("S01"));
        Assert.Equal((Severity.Error, null), (finding.Severity, finding.Explanation));
    }

    [Fact]
    public void Two_cells_that_could_be_it_explain_nothing() =>
        Assert.Null(Assert.Single(Clean.WithTotal("100", "91.7")
            .WithConfidence("/total/score", 0.8m).WithConfidence("/indicators/0/score", 0.8m).WithConfidence("/indicators/4/score", 0.8m)
            .WithIndicator(4, row => row with { Score = Number("19"), Weight = Number("19") }).Of("S01")).Explanation);
}

using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

public class PointRulesTests
{
    [Fact]
    public void S01_fails_where_the_scores_do_not_add_up()
    {
        var finding = Assert.Single(Clean.WithTotal("100", "98.70").Findings());
        Assert.Equal(("S01", Severity.Error, "/total/score", "98.70", "97.7"), (finding.Rule, finding.Severity, finding.Subject, finding.Stated, finding.Computed));
        Assert.Equal(
            ["/funds/0/score", .. Enumerable.Range(0, 6).Select(i => $"/indicators/{i}/score")], finding.Evidence.AsEnumerable());
        Assert.Equal("得分合计：各项得分之和 9.5+20+20+9.2+14+15+10=97.7，表列总分 98.70，差 1，超出四舍五入可解释的范围（97.685 至 97.715）。", finding.Message);
        Assert.Equal(Explanation.Published, finding.Explanation);
    }

    [Theory]
    [InlineData("97.7")]
    [InlineData("97.70")]
    public void S01_holds(string total) => Assert.Empty(Clean.WithTotal("100", total).Findings());

    [Theory]
    [InlineData("97.70000000000002")]
    [InlineData("97.69999999999999")]
    public void S01_calls_floating_point_by_its_name(string total)
    {
        var finding = Assert.Single(Clean.WithTotal("100", total).Findings());
        Assert.Equal(("S01", Severity.Info, Explanation.Rounding), (finding.Rule, finding.Severity, finding.Explanation));
        Assert.Contains("浮点", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void S01_does_not_take_the_digits_of_floating_point_for_precision() =>
        Assert.All(
            Clean.WithIndicator(2, row => row with { Score = Number("9.200000000000001") }).Findings(),
            finding => Assert.Equal(Severity.Info, finding.Severity));

    [Fact]
    public void S01_is_exact_where_all_points_are_given_whole() =>
        Assert.Equal(
            [("S01", Severity.Error, "/total/score")],
            Whole("10", "9").WithTotal("100", "20").Named());

    [Fact]
    public void S01_allows_for_the_rounding_of_partial_scores() =>
        Assert.Empty(Whole("6.67", "6.67").WithTotal("100", "13.33").Findings());

    [Fact]
    public void S01_is_incomplete_where_a_score_is_missing()
    {
        var finding = Assert.Single(Clean.WithIndicator(3, row => row with { Score = Number("") }).Findings());
        Assert.Equal(("S01", Severity.Info, "/total/score", null), (finding.Rule, finding.Severity, finding.Subject, finding.Computed));
        Assert.Contains("/indicators/3/score", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void S01_fails_where_the_known_scores_are_already_too_much() =>
        Assert.Contains(
            ("S01", Severity.Error, "/total/score"),
            Clean.WithIndicator(3, row => row with { Score = Number("") }).WithTotal("100", "80").Named());

    [Fact]
    public void S01_passes_over_empty_rows_of_the_template() =>
        Assert.Empty((Clean with { Indicators = Clean.Indicators.Add(Row("", "指标2：", "", "", "", "")) }).Findings());

    [Fact]
    public void S01_does_not_count_the_points_of_the_parts_twice() =>
        Assert.Empty(Clean.WithFund(1, row => row with { Weight = Number("10"), Score = Number("9.5") }).Findings());

    [Fact]
    public void S01_and_S02_are_incomplete_where_the_points_for_execution_are_not_printed() =>
        Assert.Equal(
            [("S01", Severity.Info, "/total/score"), ("S02", Severity.Info, "/total/weight")],
            Clean.WithFund(0, row => row with { Weight = null, Score = null }).Named());

    [Fact]
    public void Forms_without_points_have_nothing_to_add_up() =>
        Assert.Empty((Clean with
        {
            Funds = [.. Clean.Funds.Select(row => row with { Weight = null, Score = null })],
            Indicators = [.. Clean.Indicators.Select(row => row with { Weight = null, Score = null })],
            Total = null,
        }).Findings());

    [Fact]
    public void S02_fails_where_the_points_do_not_add_up()
    {
        var finding = Assert.Single(Clean.WithIndicator(0, row => row with { Weight = Number("30") }).Findings());
        Assert.Equal(("S02", Severity.Error, "/total/weight", "100", "110"), (finding.Rule, finding.Severity, finding.Subject, finding.Stated, finding.Computed));
    }

    [Fact]
    public void S02_allows_no_rounding() =>
        Assert.Equal(
            [("S02", Severity.Error, "/total/weight")],
            Clean.WithIndicator(0, row => row with { Weight = Number("20.1") }).Named());

    [Theory]
    [InlineData("110", "/total/weight")]
    [InlineData("", "/total/weight")]
    public void S02_hints_at_a_sum_that_is_not_a_hundred(string total, string subject) =>
        Assert.Equal(
            [("S02", Severity.Info, subject)],
            Clean.WithIndicator(0, row => row with { Weight = Number("30") }).WithTotal(total, "97.7").Named());

    [Fact]
    public void S02_holds_without_a_stated_total_where_the_points_are_a_hundred() =>
        Assert.Empty((Clean with { Total = null }).Findings());

    [Theory]
    [InlineData("20.5", "above its 20 points, by 0.5")]
    [InlineData("-1", "below 0")]
    public void S03_fails_for_a_score_outside_its_points(string score, string says)
    {
        var finding = Assert.Single(
            Clean.WithIndicator(0, row => row with { Score = Number(score) }).Findings(), finding => finding.Rule == "S03");
        Assert.Equal((Severity.Error, "/indicators/0/score"), (finding.Severity, finding.Subject));
        Assert.Contains(says, finding.MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void S03_looks_at_the_funds_and_the_total_too()
    {
        var form = Clean.WithFund(0, row => row with { Score = Number("11") }).WithTotal("100", "101");
        Assert.Equal(["/funds/0/score", "/total/score"], form.Findings().Where(finding => finding.Rule == "S03").Select(finding => finding.Subject));
    }

    [Fact]
    public void S03_leaves_a_stated_sum_of_points_that_is_wrong_to_S02() =>
        Assert.Equal([("S02", Severity.Error, "/total/weight")], Clean.WithTotal("90", "97.7").Named());

    [Fact]
    public void S03_forgives_floating_point() =>
        Assert.DoesNotContain(
            Clean.WithIndicator(5, row => row with { Score = Number("10.000000000000002") }).Findings(), finding => finding.Rule == "S03");

    private static Form Whole(string first, string second) => Clean with
    {
        Funds = [.. Clean.Funds.Select(row => row with { Weight = Number("—"), Score = Number("0"), Rate = Number("") })],
        Indicators = [Row("", "甲", "好", "好", "10", first), Row("", "乙", "好", "好", "10", second), Row("", "丙", "好", "好", "80", "0")],
        Total = null,
    };
}

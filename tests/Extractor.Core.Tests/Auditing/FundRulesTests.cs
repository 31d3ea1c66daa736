using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

public class FundRulesTests
{
    [Theory]
    [InlineData("700.00", "400", "300", "", "0")]
    [InlineData("700", "700", "", "", "")]
    [InlineData("700", "700", "—", "—", "—")]
    [InlineData("0", "0", "0", "0", "0")]
    [InlineData("", "", "", "", "")]
    [InlineData("7165.32", "7165.30", "0.01", "0", "0.01")]
    public void F01_holds(string total, string fiscal, string carryover, string other, string unknown) =>
        Assert.Empty(Sums(total, fiscal, carryover, other, unknown).Findings());

    /// <summary>One yuan is never rounding in a block that shows cents, whichever cell shows them.</summary>
    [Theory]
    [InlineData("701", "400.00", "300", "700", "1")]
    [InlineData("700801.00", "400400", "300400", "700800", "1")]
    [InlineData("700.05", "400.00", "300", "700", "0.05")]
    public void F01_fails_where_the_parts_do_not_add_up(string total, string fiscal, string other, string sum, string difference)
    {
        var finding = Assert.Single(Sums(total, fiscal, "0", other, "0").Findings());
        Assert.Equal(("F01", Severity.Error, "/funds/0/annualBudget"), (finding.Rule, finding.Severity, finding.Subject));
        Assert.Equal((total, sum), (finding.Stated, finding.Computed));
        Assert.Equal(["/funds/1/annualBudget", "/funds/2/annualBudget", "/funds/3/annualBudget", "/funds/4/annualBudget"], finding.Evidence.AsEnumerable());
        Assert.Contains($"差 {difference}", finding.Message, StringComparison.Ordinal);
        Assert.Equal(Explanation.Published, finding.Explanation);
    }

    [Fact]
    public void A_rate_beyond_all_reason_ends_in_a_finding_and_not_in_an_overflow()
    {
        var absurd = SampleForm.Clean.WithFund(0, row => row with
        {
            AnnualBudget = SampleForm.Number("0.00000000000001"), Executed = SampleForm.Number("-99999999999999"),
            Weight = SampleForm.Number("99999999999999"), Rate = SampleForm.Number("50%"), Score = SampleForm.Number("2"),
        });
        Assert.NotEmpty(absurd.Findings());
    }

    [Fact]
    public void F01_a_row_over_其中_is_the_total_whatever_it_is_called() =>
        Assert.Contains(("F01", Severity.Error, "/funds/0/executed"), Clean.WithFunds(
            Fund("unknown", "预算数", "100", "100", "95"), Fund("fiscal", "其中：财政拨款", "80", "80", "80"), Fund("other", "其他资金", "20", "20", "20")).Named());

    [Fact]
    public void F01_checks_each_column_by_itself() =>
        Assert.Equal(
            [("F01", Severity.Error, "/funds/0/initialBudget")],
            Clean.WithFund(0, row => row with { InitialBudget = Number("500001.00") }).Named());

    [Theory]
    [InlineData("12", "5", "4", "2")]
    [InlineData("699", "400", "300", "0")]
    [InlineData("0.62", "0.21", "0.21", "0.21")]
    public void F01_allows_for_parts_rounded_to_the_digits_of_the_block(string total, string fiscal, string carryover, string other) =>
        Assert.Empty((Sums(total, fiscal, carryover, other, "0") with { Unit = "万元" }).Findings());

    [Theory]
    [InlineData("元", "0.62", "0.21", "0.21", "0.21")]
    [InlineData("万元", "0.000062", "0.000021", "0.000021", "0.000021")]
    public void F01_knows_no_rounding_below_the_smallest_coin(string unit, string total, string fiscal, string carryover, string other) =>
        Assert.Equal(
            [("F01", Severity.Error, "/funds/0/annualBudget")],
            (Sums(total, fiscal, carryover, other, "0") with { Unit = unit }).Named());

    [Fact]
    public void F01_names_parts_that_were_cut_off() =>
        Assert.Equal(
            [("F01", Severity.Info, "/funds/0/annualBudget")],
            Sums("14", "5", "4", "3", "0").Named());

    [Fact]
    public void F01_names_a_slip_of_the_unit()
    {
        var finding = Assert.Single(Sums("62.08", "620800", "0", "0", "0").Findings());
        Assert.Equal(("F01", Severity.Error), (finding.Rule, finding.Severity));
        Assert.Contains("10000 倍", finding.Message, StringComparison.Ordinal);
        Assert.Contains("factor of 10000", finding.MessageEn, StringComparison.Ordinal);
    }

    [Fact]
    public void F01_brings_units_in_the_cells_to_one() =>
        Assert.Empty(Sums("62.08万元", "600800元", "20000", "0", "0").Findings());

    [Fact]
    public void F01_compares_amounts_that_all_carry_the_unit() =>
        Assert.Equal(Severity.Error, Assert.Single((Sums("620.82万元", "620.80万元", "0", "0.12万元", "0") with { Unit = null }).Findings()).Severity);

    [Fact]
    public void F01_is_incomplete_where_a_part_with_money_is_blank()
    {
        var form = WithParts(Fund("total", "年度资金总额", "900", "900", "850"), Fund("fiscal", "财政拨款", "600", "600", "600"), Fund("other", "其他资金", "300", "300", ""));
        var finding = Assert.Single(form.Findings());
        Assert.Equal(("F01", Severity.Info, "/funds/0/executed", null), (finding.Rule, finding.Severity, finding.Subject, finding.Computed));
        Assert.Equal(["/funds/1/executed", "/funds/2/executed"], finding.Evidence.AsEnumerable());
        Assert.Contains("/funds/2/executed", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void F01_is_incomplete_where_a_part_cannot_be_read() =>
        Assert.Equal(
            [("F01", Severity.Info, "/funds/0/annualBudget"), ("X06", Severity.Warning, "/funds/2/annualBudget")],
            Sums("700", "600", "一百", "", "").Named());

    [Fact]
    public void F01_fails_where_the_known_parts_are_already_too_much() =>
        Assert.Equal(
            [("F01", Severity.Error, "/funds/0/executed")],
            WithParts(Fund("total", "年度资金总额", "900", "900", "550"), Fund("fiscal", "财政拨款", "600", "600", "600"), Fund("other", "其他资金", "300", "300", "")).Named());

    [Fact]
    public void F01_is_incomplete_where_all_parts_are_blank() =>
        Assert.Equal(
            [("F01", Severity.Info, "/funds/0/annualBudget")],
            Sums("700", "", "", "", "").Named());

    [Fact]
    public void F01_leaves_out_what_a_nested_of_which_says_again() =>
        Assert.Empty(WithParts(
            Fund("total", "年度资金总额", "900", "900", "900"),
            Fund("fiscal", "其中：财政拨款", "600", "600", "600"),
            Fund("unknown", "其中：中央资金", "400", "400", "400"),
            Fund("unknown", "地方资金", "200", "200", "200"),
            Fund("other", "其他资金", "300", "300", "300")).Findings());

    [Fact]
    public void F01_leaves_out_nested_rows_of_every_kind_wherever_they_end() =>
        Assert.Empty(WithParts(
            Fund("total", "年度资金总额", "900", "900", "900"),
            Fund("fiscal", "财政资金", "600", "600", "600"),
            Fund("fiscal", "其中：本年财政拨款", "400", "400", "400"),
            Fund("carryover", "上年结转资金", "200", "200", "200"),
            Fund("other", "其他资金", "300", "300", "300")).Findings());

    [Fact]
    public void F01_takes_each_row_marked_of_which_as_a_part_where_that_adds_up() =>
        Assert.Empty(WithParts(
            Fund("total", "年度资金总额", "900", "900", "900"),
            Fund("fiscal", "其中：财政拨款", "600", "600", "600"),
            Fund("other", "其中：其他资金", "300", "300", "300")).Findings());

    [Fact]
    public void F01_fails_where_no_reading_of_nested_rows_adds_up() =>
        Assert.Equal(
            [("F01", Severity.Error, "/funds/0/initialBudget")],
            WithParts(
                Fund("total", "年度资金总额", "950", "900", "900"),
                Fund("fiscal", "其中：财政拨款", "600", "600", "600"),
                Fund("unknown", "其中：中央资金", "400", "400", "400"),
                Fund("other", "其他资金", "300", "300", "300")).Named());

    [Fact]
    public void F01_takes_rows_of_an_unknown_kind_as_parts_or_not() =>
        Assert.Empty(WithParts(
            Fund("total", "年度资金总额", "600", "600", "600"),
            Fund("fiscal", "财政拨款", "600", "600", "600"),
            Fund("unknown", "上级补助", "100", "100", "100")).Findings());

    [Fact]
    public void F01_reads_a_lone_total_at_the_foot() =>
        Assert.Equal(
            [("F01", Severity.Error, "/funds/2/executed")],
            WithParts(Fund("fiscal", "财政拨款", "600", "600", "600"), Fund("other", "其他资金", "300", "300", "200"), Fund("total", "合计", "900", "900", "900")).Named());

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("—")]
    public void F02_fails_where_the_total_says_nothing_over_parts_with_money(string total)
    {
        var finding = Assert.Single(Sums(total, "90", "0", "", "").Findings());
        Assert.Equal(("F02", Severity.Error, "/funds/0/annualBudget", total, "90"), (finding.Rule, finding.Severity, finding.Subject, finding.Stated, finding.Computed));
    }

    [Theory]
    [InlineData("380000.5", "400000", "95.00%")]
    [InlineData("380000.5", "400000", "95%")]
    [InlineData("1", "3", "33.33%")]
    [InlineData("2", "3", "66.67%")]
    [InlineData("431", "500", "86%")]
    [InlineData("400000", "400000", "100%")]
    [InlineData("400000", "400000", "1")]
    [InlineData("0", "400000", "0")]
    [InlineData("0", "400000", "0.00%")]
    [InlineData("400000", "400000", "")]
    [InlineData("89.97", "179.95", "50%")]
    public void F03_holds(string executed, string annual, string rate) =>
        Assert.Empty(Rates("400000", annual, executed, rate).Findings());

    [Theory]
    [InlineData("380000.5", "95.01%", Severity.Info, "向上取整")]
    [InlineData("379984", "94.99%", Severity.Info, "舍去尾数")]
    [InlineData("380000.5", "95.02%", Severity.Error, "0.01988 个百分点")]
    [InlineData("380000.5", "59.00%", Severity.Error, "超出")]
    [InlineData("380000.5", "9.50%", Severity.Error, "10 倍")]
    [InlineData("380000.5", "0", Severity.Error, "95.0001%")]
    [InlineData("240000", "1", Severity.Error, "60%")]
    [InlineData("380000.5", "95.00", Severity.Info, "未印百分号")]
    public void F03_names_what_explains_a_rate_that_is_not_rounded_half_up(string executed, string rate, Severity severity, string says)
    {
        var finding = Assert.Single(Rates("300000", "400000", executed, rate).Findings());
        Assert.Equal(("F03", severity, "/funds/0/rate", rate), (finding.Rule, finding.Severity, finding.Subject, finding.Stated));
        Assert.Equal(["/funds/0/executed", "/funds/0/annualBudget"], finding.Evidence.AsEnumerable());
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void F03_allows_for_the_rounding_of_the_amounts() =>
        // 4.5 to 5.5 of 6.5 to 7.5: 60 % to 85 %.
        Assert.Empty(Rates("7", "7", "5", "84.00%").Findings());

    [Fact]
    public void F03_takes_the_initial_budget_in_a_layout_without_the_annual_one()
    {
        var form = WithParts(Fund("total", "总额", "400", "", "300.0", "10", "75%", "7.5") with { AnnualBudget = null });
        Assert.Empty(form.Findings());
        Assert.Equal(
            [("F03", Severity.Error, "/funds/0/rate")],
            form.WithFund(0, row => row with { Rate = Number("85%"), Weight = Number("—") }).Named());
    }

    [Fact]
    public void F03_is_incomplete_where_an_amount_is_missing() =>
        Assert.Equal([("F03", Severity.Info, "/funds/0/rate")], Rates("400", "400", "", "75%").Named());

    [Theory]
    [InlineData("132", "132", "99%")]
    [InlineData("950.00", "1000.00", "94.99%")]
    public void F03_does_not_call_a_lower_rate_cut_off_that_nothing_was_cut_from(string executed, string annual, string rate) =>
        Assert.Equal([("F03", Severity.Error, "/funds/0/rate")], Rates("2000", annual, executed, rate).Named());

    [Fact]
    public void F03_checks_the_rows_of_the_parts_too() =>
        Assert.Equal(
            [("F03", Severity.Error, "/funds/1/rate")],
            Clean.WithFund(1, row => row with { Rate = Number("90.00%") }).Named());

    [Fact]
    public void F04_warns_of_a_rate_against_the_initial_budget()
    {
        var finding = Assert.Single(Rates("500000", "400000", "300000", "60.00%").Findings());
        Assert.Equal(("F04", Severity.Warning, "/funds/0/rate", "75%"), (finding.Rule, finding.Severity, finding.Subject, finding.Computed));
    }

    [Fact]
    public void F05_warns_of_overspending()
    {
        var finding = Assert.Single(Rates("400000", "400000", "420000", "105%").Findings());
        Assert.Equal(("F05", Severity.Warning, "/funds/0/executed", "420000", "400000"), (finding.Rule, finding.Severity, finding.Subject, finding.Stated, finding.Computed));
    }

    [Fact]
    public void F05_accepts_a_rate_that_stops_at_the_whole() =>
        Assert.Equal([("F05", Severity.Warning, "/funds/0/executed")], Rates("400000", "400000", "420000", "100%").Named());

    [Fact]
    public void F05_warns_of_a_rate_above_the_whole_where_the_amounts_are_not_printed() =>
        Assert.Equal(
            [("F05", Severity.Warning, "/funds/0/rate")],
            WithParts(Fund("total", "总额", "", "", "", "—", "105%") with { InitialBudget = null, AnnualBudget = null, Executed = null }).Named());

    [Fact]
    public void F06_fails_where_nothing_budgeted_earns_points() =>
        Assert.Equal(
            [("F06", Severity.Error, "/funds/0/rate"), ("F06", Severity.Error, "/funds/0/score")],
            WithParts(Fund("total", "总额", "0", "0", "0", "10", "100%", "10")).Named());

    [Fact]
    public void F06_accepts_nothing_for_nothing() =>
        Assert.Empty(WithParts(Fund("total", "总额", "0", "0", "0", "10", "0", "0")).Findings());

    [Theory]
    [InlineData("380000.50", "95.00%", "10", "9.5")]
    [InlineData("393000", "98.25%", "10", "9.83")]
    [InlineData("392960.59", "98.25%", "10", "9.82")]
    [InlineData("392960.59", "98.25%", "10", "9.83")]
    [InlineData("420000.00", "105%", "10", "10")]
    [InlineData("380000.50", "95.00%", "20", "19")]
    [InlineData("380000.50", "", "10", "9.5")]
    [InlineData("344800", "86%", "10", "9")]
    [InlineData("0", "0.00%", "10", "0")]
    public void F07_holds_for_the_quotient_or_for_the_printed_rate(string executed, string rate, string weight, string score) =>
        Assert.DoesNotContain(Score(executed, rate, weight, score).Findings(), finding => finding.Rule == "F07");

    [Fact]
    public void F07_takes_the_digits_of_floating_point_for_what_they_mean() =>
        Assert.DoesNotContain(Score("380000.50", "95.00%", "10", "9.500000000000002").Findings(), finding => finding.Rule == "F07");

    [Theory]
    [InlineData("9.51", Severity.Info, "向上取整")]
    [InlineData("9.6", Severity.Error, "差 0.09999")]
    [InlineData("10", Severity.Info, "按所列位数")]
    [InlineData("8.5", Severity.Error, "差 1")]
    [InlineData("95.0", Severity.Error, "10 倍")]
    public void F07_fails_where_neither_gives_the_score(string score, Severity severity, string says)
    {
        var form = Score("380000.50", "95.00%", "10", score).WithTotal("10", "0.05");
        var finding = Assert.Single(form.Findings(), finding => finding.Rule == "F07");
        Assert.Equal((severity, "/funds/0/score", score), (finding.Severity, finding.Subject, finding.Stated));
        Assert.Equal(["/funds/0/weight", "/funds/0/executed", "/funds/0/annualBudget"], finding.Evidence.AsEnumerable());
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void F07_is_incomplete_without_a_rate_and_an_amount() =>
        Assert.Contains(("F07", Severity.Info, "/funds/0/score"), Score("", "", "10", "9.5").Named());

    private static Form WithParts(params FundRow[] rows) =>
        (Clean with { Indicators = [], Total = null, ProjectName = null }).WithFunds(rows).Sure();

    private static Form Sums(string total, string fiscal, string carryover, string other, string unknown)
    {
        FundRow Row(string kind, string label, string annual) => Fund(kind, label, "", annual, "");
        return WithParts(
            Row("total", "年度资金总额", total), Row("fiscal", "其中：财政拨款", fiscal), Row("carryover", "上年结转资金", carryover),
            Row("other", "其他资金", other), Row("unknown", "单位资金", unknown));
    }

    private static Form Rates(string initial, string annual, string executed, string rate) =>
        WithParts(Fund("total", "年度资金总额", initial, annual, executed, "—", rate));

    private static Form Score(string executed, string rate, string weight, string score) =>
        WithParts(Fund("total", "年度资金总额", "400000", "400000", executed, weight, rate, score));
}

using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

public class AuditorTests
{
    [Fact]
    public void A_form_in_which_everything_adds_up_has_no_findings_and_needs_no_review()
    {
        var audited = Auditor.Audit(Clean);
        Assert.Empty(audited.Findings);
        Assert.Empty(audited.NeedsReview);
        Assert.Same(Clean, audited.Form);
    }

    [Fact]
    public void An_empty_form_has_no_findings() =>
        Assert.Empty((Clean with { Funds = [], Indicators = [], Total = null, Unit = null, Provenance = [] }).Findings());

    [Fact]
    public void Findings_come_in_the_order_of_the_rules_then_of_the_form()
    {
        var form = Clean.WithTotal("90", "101")
            .WithFund(0, row => row with { InitialBudget = Number("1.00"), Executed = Number("380,001.50"), Rate = Number("99.00%") })
            .WithIndicator(0, row => row with { Score = Number("21") })
            .WithIndicator(4, row => row with { Score = Number("十五") });
        Assert.Equal(
            ["F01 /funds/0/initialBudget", "F01 /funds/0/executed", "F03 /funds/0/rate", "S01 /total/score", "S02 /total/weight",
             "S03 /indicators/0/score", "S03 /total/score", "X06 /indicators/4/score"],
            form.Findings().Select(finding => $"{finding.Rule} {finding.Subject}"));
    }

    [Fact]
    public void Doubtful_fields_need_review_most_doubtful_first_then_what_findings_name()
    {
        var form = Clean.WithTotal("100", "98.7")
            .WithConfidence("/indicators/3/score", 0.98m)
            .WithConfidence("/funds/0/executed", 0.999m, 0.6m)
            .WithConfidence("/indicators/0/target", 0.5m)
            .WithConfidence("/total/weight", 0.99m);
        Assert.Equal(
            ["/indicators/0/target", "/funds/0/executed", "/indicators/3/score", "/total/score", "/funds/0/score",
             "/indicators/0/score", "/indicators/1/score", "/indicators/2/score", "/indicators/4/score", "/indicators/5/score"],
            Auditor.Audit(form).NeedsReview.AsEnumerable());
    }

    [Fact]
    public void A_contradiction_is_published_only_where_every_field_was_read_with_certainty() =>
        Assert.Null(Assert.Single(Clean.WithTotal("100", "60.7").WithConfidence("/indicators/3/score", 0.98m).Findings()).Explanation);

    [Theory]
    [InlineData("二十", "which is no number")]
    [InlineData("2,0", "with a misplaced comma")]
    [InlineData("2.0.0", "with more than one decimal point")]
    [InlineData("2 0", "with a blank between digits")]
    [InlineData("123456789012345", "with more digits than can be checked")]
    public void X06_warns_of_a_cell_that_took_no_part(string text, string says)
    {
        var form = Clean.WithIndicator(0, row => row with { Score = Number(text) });
        var finding = Assert.Single(form.Findings(), finding => finding.Rule == "X06");
        Assert.Equal((Severity.Warning, "/indicators/0/score", text), (finding.Severity, finding.Subject, finding.Stated));
        Assert.Contains(says, finding.MessageEn, StringComparison.Ordinal);
        Assert.Equal([("S01", Severity.Info)], form.Findings().Where(other => other.Rule != "X06").Select(other => (other.Rule, other.Severity)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("—")]
    [InlineData("/")]
    [InlineData("无")]
    public void X06_accepts_the_marks_for_nothing(string text) =>
        Assert.Empty(Clean.WithFund(2, row => row with { InitialBudget = Number(text), Weight = Number(text), Rate = Number(text) }).Findings());

    [Fact]
    public void A_value_that_the_reader_set_aside_took_no_part() =>
        Assert.Contains(
            ("X06", Severity.Warning, "/indicators/0/score"),
            Clean.WithIndicator(0, row => row with { Score = new NumberReading("20", null) }).Named());

    [Fact]
    public void A_percentage_under_a_heading_with_the_sign_is_a_rate_to_its_own_digits() =>
        Assert.Empty(Clean.WithFund(0, row => row with { Rate = new NumberReading("95.00", 0.95m) }).Findings());

    [Fact]
    public void Rules_have_their_own_ids_and_say_what_they_check()
    {
        Assert.Equal(Auditor.Rules.Length, Auditor.Rules.Select(rule => rule.Id).Distinct().Count());
        Assert.All(Auditor.Rules, rule =>
        {
            Assert.Matches("^[A-Z][0-9]{2}$", rule.Id);
            Assert.Matches("[\u4e00-\u9fff]", rule.Formula);
            Assert.DoesNotMatch("[\u4e00-\u9fff]", rule.FormulaEn);
        });
    }

    [Fact]
    public void Every_finding_points_into_the_form_once_and_reads_as_a_sentence()
    {
        var findings = FaultyForms().SelectMany(form => form.Findings().Select(finding => (form, finding))).ToList();
        Assert.Equal(12, findings.Select(pair => pair.finding.Rule).Distinct().Count());
        Assert.All(findings, pair =>
        {
            var (form, finding) = pair;
            Assert.EndsWith("。", finding.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", finding.MessageEn, StringComparison.Ordinal);
            Assert.All(finding.Evidence.Prepend(finding.Subject), pointer => Assert.Contains(form.Provenance, field => field.Pointer == pointer));
            Assert.Equal(finding.Evidence, finding.Evidence.Distinct().Where(pointer => pointer != finding.Subject));
            Assert.Equal("national-2020", finding.Profile);
            Assert.True(finding.Rule == "X06" || finding.Relation is not null, finding.Message);
            Assert.All(finding.Relation?.Terms ?? [], term => Assert.Contains(term.Pointer, finding.Evidence));
        });
        Assert.All(FaultyForms(), form => Assert.Equal(form.Findings().Length, form.Named().Select(finding => (finding.Rule, finding.Subject)).Distinct().Count()));
    }

    [Fact]
    public void A_sum_that_fails_comes_with_its_terms_its_difference_and_what_would_be_allowed()
    {
        var finding = Assert.Single(Clean.WithTotal("100", "98.7").Findings());
        var relation = finding.Relation!;
        Assert.Equal(("98.7", "97.7", Outcome.Inconsistent, "1"), (finding.Stated, finding.Computed, relation.Outcome, relation.Difference));
        // Of the terms only 9.5 and 9.2 can stand for other numbers; the stated sum for 98.65 to 98.75.
        Assert.Equal(new AllowedRange("97.55", "97.85"), relation.Allowed);
        Assert.Equal(
            [new Term("/funds/0/score", 9.5m), new Term("/indicators/0/score", 20), new Term("/indicators/1/score", 20), new Term("/indicators/2/score", 9.2m),
             new Term("/indicators/3/score", 14), new Term("/indicators/4/score", 15), new Term("/indicators/5/score", 10)],
            relation.Terms.AsEnumerable());
        Assert.Equal("得分合计：各项得分之和 9.5+20+20+9.2+14+15+10=97.7，表列总分 98.7，差 1，超出四舍五入可解释的范围（97.55 至 97.85）。", finding.Message);
    }

    [Fact]
    public void A_rate_is_told_in_percent_and_its_difference_in_percentage_points()
    {
        var relation = Assert.Single(Clean.WithFund(0, row => row with { Rate = Number("97.00%") }).Findings(), finding => finding.Rule == "F03").Relation!;
        Assert.Equal((Outcome.Inconsistent, "1.99988"), (relation.Outcome, relation.Difference));
        Assert.EndsWith("%", relation.Allowed!.Low, StringComparison.Ordinal);
        Assert.Equal(["/funds/0/executed", "/funds/0/annualBudget"], relation.Terms.Select(term => term.Pointer));
    }

    [Fact]
    public void Published_habits_of_one_system_are_hints_and_its_one_contradiction_an_error()
    {
        // Rates rounded up to a hundredth of a percent, scores rounded half up from the quotient, zeros dropped, sums by
        // floating point: 317,189.61 of 365000 is 86.9013 %.
        var form = Clean
            .WithFund(0, row => row with { AnnualBudget = Number("365000.00"), Executed = Number("317,189.61"), Rate = Number("86.91%"), Score = Number("8.69") })
            .WithFund(1, row => row with { AnnualBudget = Number("365000"), Executed = Number("317189.61") })
            .WithFund(3, row => row with { AnnualBudget = Number("0"), Executed = Number("") })
            .WithIndicator(1, row => row with { Actual = QuantityText.Read("≥95%") })
            .WithTotal("100", "96.89000000000001");
        Assert.Equal(
            [("F03", Severity.Info, "/funds/0/rate"), ("S01", Severity.Info, "/total/score"), ("T01", Severity.Error, "/indicators/1/actual")],
            form.Named());
    }

    private static ImmutableArray<Form> FaultyForms() =>
    [
        Clean.WithTotal("101", "99"),
        Clean.WithFund(0, row => row with { AnnualBudget = Number("") }),
        Clean.WithFund(0, row => row with { AnnualBudget = Number("0"), InitialBudget = Number("500001.00") }),
        Clean.WithFund(0, row => row with { Rate = Number("76.00%"), Score = Number("10.5") }),
        Clean.WithFund(0, row => row with { Rate = Number("77.00%"), Executed = Number("410,000.00") }),
        Clean.WithIndicator(1, row => row with { Actual = QuantityText.Read(">99%"), Score = Number("良") }),
        Clean.WithIndicator(0, row => row with { Weight = Number("120") }).WithTotal("200", "97.7"),
    ];
}

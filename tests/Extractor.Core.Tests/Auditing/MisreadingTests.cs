using CsCheck;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

public class MisreadingTests
{
    [Theory]
    [InlineData("/indicators/3/score", "44", "14")]
    [InlineData("/indicators/3/score", "140", "14")]        // the point was lost
    public void A_doubtful_cell_that_one_other_digit_makes_right_may_be_misread(string doubtful, string read, string other)
    {
        var form = Clean.WithIndicator(3, row => row with { Score = Number(read) }).WithConfidence(doubtful, 0.8m);
        var finding = Assert.Single(form.Of("S01"));
        Assert.Equal((Severity.Warning, Explanation.Misread, Outcome.MisreadLikely), (finding.Severity, finding.Explanation, finding.Relation!.Outcome));
        Assert.Contains($"{doubtful} 识别为 {read} 且把握不大，若为 {other} 则相符", finding.Message, StringComparison.Ordinal);
        // The score above its points is explained by the same cell.
        Assert.Equal(Explanation.Misread, Assert.Single(form.Of("S03")).Explanation);
        var doubt = Assert.Single(form.Of("X01"));
        Assert.Equal((doubtful, read, other, Explanation.Misread), (doubt.Subject, doubt.Stated, doubt.Computed, doubt.Explanation));
        Assert.Equal(["/total/score"], doubt.Evidence.AsEnumerable());
    }

    [Fact]
    public void A_total_may_be_misread_too() =>
        Assert.Equal(Explanation.Misread, Assert.Single(Clean.WithTotal("100", "91.7").WithConfidence("/total/score", 0.8m).Of("S01")).Explanation);

    [Theory]
    [InlineData("/funds/0/executed", "330,000.50")]         // the total, its rate and its score
    [InlineData("/funds/0/annualBudget", "900000.00")]
    [InlineData("/funds/0/rate", "93.00%")]
    [InlineData("/funds/0/score", "5.5")]                   // the points of the execution and the total score
    [InlineData("/funds/0/initialBudget", "600000.00")]
    [InlineData("/indicators/0/weight", "70")]              // the sum of the points
    [InlineData("/indicators/0/score", "26")]
    [InlineData("/total/weight", "700")]
    public void One_cell_explains_all_that_it_breaks(string pointer, string read)
    {
        var form = With(Clean, pointer, read);
        Assert.Contains(form.Findings(), finding => finding.Severity == Severity.Error);
        var doubted = form.WithConfidence(pointer, 0.6m);
        Assert.All(doubted.Findings().Where(finding => finding.Severity != Severity.Info), finding => Assert.Equal((Severity.Warning, Explanation.Misread), (finding.Severity, finding.Explanation)));
        Assert.Equal(pointer, Assert.Single(doubted.Of("X01")).Subject);
    }

    [Fact]
    public void The_readings_that_the_recogniser_considered_come_first()
    {
        // With one other digit the total could be 97.7 alone; the recogniser thought of 87.7 and 97.7.
        var form = Clean.WithTotal("100", "91.7").WithAlternatives("/total/score", 0.8m, "87.7", "97.7");
        Assert.Equal("97.7", Assert.Single(form.Of("X01")).Computed);
        // A reading that no single digit leads to.
        var far = Clean.WithTotal("100", "31.1").WithAlternatives("/total/score", 0.8m, "97.7");
        Assert.Equal(Explanation.Misread, Assert.Single(far.Of("S01")).Explanation);
        // Where one of two cells was considered otherwise, the other's digits are not tried.
        var two = Clean.WithTotal("100", "91.7").WithConfidence("/indicators/3/score", 0.8m).WithAlternatives("/total/score", 0.995m, "97.7");
        Assert.Equal("/total/score", Assert.Single(two.Of("X01")).Subject);
    }

    // 100 points under a seal, read as 19%: nothing that is near to it would be right.
    [Theory]
    [InlineData(0.05, Severity.Warning, true)]
    [InlineData(0.5, Severity.Error, false)]
    public void What_rests_on_a_cell_that_was_rather_misread_is_no_error_of_the_form(double confidence, Severity severity, bool isToCheck)
    {
        var form = Clean.WithTotal("19%", "97.7").WithConfidence("/total/weight", (decimal)confidence);
        Assert.Empty(form.Of("X01"));
        var finding = Assert.Single(form.Of("S02"));
        Assert.Equal((severity, isToCheck ? Explanation.Misread : (Explanation?)null), (finding.Severity, finding.Explanation));
        Assert.Equal(isToCheck, finding.Message.EndsWith("；/total/weight 识别的把握只有 0.05，请先核对原页。", StringComparison.Ordinal));
        Assert.Equal(isToCheck, finding.MessageEn.EndsWith("; /total/weight was read with a confidence of only 0.05: check the page first.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_claim_may_be_misread()
    {
        var form = Clean.WithIndicator(1, row => row with { Actual = QuantityText.Read("85%") }).WithAlternatives("/indicators/1/actual", 0.7m, "95%");
        Assert.All(form.Of("T01").Concat(form.Of("S09")), finding => Assert.Equal(Explanation.Misread, finding.Explanation));
        Assert.NotEmpty(form.Of("T01"));
    }

    [Fact]
    public void A_cell_that_is_no_number_is_explained_where_its_sum_confirms_the_reading()
    {
        var form = Clean.WithIndicator(3, row => row with { Score = Number("l4") }).WithAlternatives("/indicators/3/score", 0.5m, "14", "l4");
        Assert.Equal(("14", Explanation.Misread), (Assert.Single(form.Of("X01")).Computed, Assert.Single(form.Of("X06")).Explanation));
        var wrong = Clean.WithIndicator(3, row => row with { Score = Number("l4") }).WithAlternatives("/indicators/3/score", 0.5m, "11");
        Assert.Empty(wrong.Of("X01"));
    }

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
    public void A_reading_that_breaks_another_relation_explains_nothing()
    {
        // 99 executed would make the rate right, and the sum of the sources wrong.
        var form = Clean.WithFund(0, row => row with { Rate = Number("98.00%") }).WithAlternatives("/funds/0/executed", 0.8m, "392,000.00");
        Assert.Empty(form.Of("X01"));
        Assert.Equal(Severity.Error, Assert.Single(form.Of("F03")).Severity);
    }

    [Fact]
    public void Two_cells_that_could_be_it_explain_nothing() =>
        // 97.7 in all, or 14 of 15 points.
        Assert.Null(Assert.Single(Clean.WithTotal("100", "96.7").WithConfidence("/total/score", 0.8m).WithConfidence("/indicators/4/score", 0.8m).Of("S01")).Explanation);

    [Fact]
    public void No_value_is_ever_changed()
    {
        var form = Clean.WithTotal("100", "91.7").WithConfidence("/total/score", 0.8m);
        Assert.Same(form, Auditor.Audit(form).Form);
    }

    [Fact]
    public void A_profile_switches_it_off() =>
        Assert.Equal(
            [(Severity.Error, (Explanation?)null)],
            Auditor.Audit(Clean.WithTotal("100", "91.7").WithConfidence("/total/score", 0.8m), AuditProfile.National with { Off = ["X01"] })
                .Findings.Where(finding => finding.Rule is "S01" or "X01").Select(finding => (finding.Severity, finding.Explanation)));

    [Fact]
    public void Whatever_is_doubtful_a_sure_form_that_adds_up_has_no_misread_cell() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[0, 30]).Sample((form, at) =>
            Assert.Empty(form.WithConfidence(form.Provenance[at % form.Provenance.Length].Pointer, 0.5m).Of("X01")), iter: 100);

    [Fact]
    public void One_wrong_digit_in_a_doubtful_total_of_a_true_form_is_found() =>
        Gen.Select(GeneratedForm.Clean, Gen.Int[1, 9]).Sample((form, by) =>
        {
            var text = form.Total!.Score!.Text;
            var misread = $"{(char)('0' + ((text[0] - '0' + by - 1) % 9) + 1)}{text[1..]}";
            if (misread == text)
            {
                return;
            }

            var doubt = Assert.Single(form.WithTotal("100", misread).WithConfidence("/total/score", 0.7m).Of("X01"));
            Assert.Equal((misread, text), (doubt.Stated, doubt.Computed));
        }, iter: 100);

    private static Form With(Form form, string pointer, string text) => pointer.Split('/') switch
    {
        ["", "funds", _, var field] => form.WithFund(0, row => field switch
        {
            "initialBudget" => row with { InitialBudget = Number(text) },
            "annualBudget" => row with { AnnualBudget = Number(text) },
            "executed" => row with { Executed = Number(text) },
            "rate" => row with { Rate = Number(text) },
            _ => row with { Score = Number(text) },
        }),
        ["", "indicators", _, var field] => form.WithIndicator(0, row => field == "weight" ? row with { Weight = Number(text) } : row with { Score = Number(text) }),
        _ => form with { Total = form.Total! with { Weight = Number(text) } },
    };
}

using Extractor.Core.Auditing;
using Extractor.Core.Forms;

namespace Extractor.Core.Tests.Auditing;

/// <summary>What a person is told to look at in a form that was recognised in a picture.</summary>
public class CoherenceTests
{
    [Fact]
    public void Of_a_form_that_holds_together_only_the_doubtful_fields() =>
        Assert.Equal(["/indicators/1/actual"], Review(SampleForm.Clean.WithConfidence("/indicators/1/actual", 0.8m)));

    [Fact]
    public void A_rate_that_is_rounded_up_holds_too() =>
        Assert.DoesNotContain("/indicators/0/target", Review(SampleForm.Clean.WithFund(0, row => row with { Rate = SampleForm.Number("95.01%") })));

    [Theory]
    [InlineData("上年结转资金(2021年)")]
    [InlineData("1.上年结转资金")]
    public void A_label_may_have_figures(string label) =>
        Assert.DoesNotContain("/indicators/0/target", Review(SampleForm.Clean.WithFund(2, row => row with { Label = label })));

    [Fact]
    public void So_does_a_sum_with_the_digits_that_floating_point_leaves() => Assert.DoesNotContain(
        "/indicators/0/target",
        Review(SampleForm.Clean with { Total = SampleForm.Clean.Total! with { Score = SampleForm.Number("97.70000000000002") } }));

    public static TheoryData<string, Func<Form, Form>> Torn => new()
    {
        { "a row is not there", form => form with { Indicators = form.Indicators.RemoveAt(2) } },
        { "points are missing", form => form.WithIndicator(2, row => row with { Weight = SampleForm.Number("") }) },
        { "the total is missing", form => form with { Total = null, Indicators = form.Indicators.RemoveAt(2) } },
        { "a row has lost its name", form => form.WithIndicator(3, row => row with { Level3 = "" }) },
        { "money is missing", form => form.WithFund(0, row => row with { Executed = SampleForm.Number("180000.50") }) },
        { "a column is lost in the labels", form => form.WithFund(2, row => row with { Label = "上年结转资金6,370.0", InitialBudget = null }) },
        { "a column is lost in the labels without its marks", form => form.WithFund(2, row => row with { Label = "上年结转资金318500", InitialBudget = null }) },
        { "no money is there", form => form with { Funds = [] } },
        { "a column of numbers has a header that nobody knows, and there is none of points", form => WithoutWeights(form).With(("权熏 · 养护河道长度", "20")) },
        { "no points are stated, and many fields are doubtful", form => form.Provenance.Where((_, i) => i % 5 == 0).Aggregate(WithoutPoints(form), (doubtful, place) => doubtful.WithConfidence(place.Pointer, 0.5m)) },
        { "there is neither a rate nor points for it", form => form.WithFunds(SampleForm.Fund("total", "年度资金总额", "500000.00", "400000.00", "380,000.50")) },
    };

    private static Form WithoutWeights(Form form) => form with
    {
        Indicators = [.. form.Indicators.Select(row => row with { Weight = null })], Total = new Total(null, form.Total!.Score),
    };

    private static Form WithoutPoints(Form form) => form with
    {
        Indicators = [.. form.Indicators.Select(row => row with { Weight = null, Score = null })], Total = null,
        Funds = [.. form.Funds.Select(row => row with { Weight = null, Score = null })],
    };

    [Fact]
    public void Of_one_that_states_no_points_the_table_in_which_a_row_may_be_missing_and_no_field() =>
        Assert.Equal(["/indicators"], Review(WithoutPoints(SampleForm.Clean)));

    [Fact]
    public void Points_for_the_rate_prove_the_money_as_the_rate_does() => Assert.DoesNotContain(
        "/indicators/0/target", Review(SampleForm.Clean.WithFunds(SampleForm.Fund("total", "年度资金总额", "500000.00", "400000.00", "380,000.50", "10", "", "9.5"))));

    [Theory]
    [MemberData(nameof(Torn))]
    public void Of_one_that_does_not_every_field(string what, Func<Form, Form> tear)
    {
        var torn = tear(SampleForm.Clean);
        Assert.True(torn.Provenance.Select(field => field.Pointer).ToHashSet().IsSubsetOf(Review(torn)), what);
    }

    [Fact]
    public void And_the_places_where_nothing_was_read() =>
        Assert.Contains("/indicators/2/weight", Review(SampleForm.Clean.WithIndicator(2, row => row with { Weight = null })));

    [Fact]
    public void And_the_table_in_which_a_row_may_be_missing()
    {
        Assert.Contains("/indicators", Review(SampleForm.Clean with { Indicators = SampleForm.Clean.Indicators.RemoveAt(2) }));
        Assert.Contains("/funds", Review(SampleForm.Clean with { Funds = [] }));
        Assert.Contains("/projectName", Review(SampleForm.Clean with { ProjectName = "", Funds = [] }));
    }

    [Fact]
    public void And_of_one_that_does_hold_together_points_that_were_not_read() =>
        Assert.Equal(["/total/score"], Review(SampleForm.Clean with { Total = new Total(SampleForm.Number("100"), null) }));

    [Fact]
    public void And_their_sum() => Assert.Equal(["/total/score"], Review(SampleForm.Clean with { Total = null }));

    [Fact]
    public void A_text_layer_is_not_torn() =>
        Assert.DoesNotContain("/indicators/0/target", Auditor.Audit(SampleForm.Clean with { Indicators = SampleForm.Clean.Indicators.RemoveAt(2) }).NeedsReview);

    private static string[] Review(Form form) => [.. Auditor.Audit(form with
    {
        Provenance = [.. form.Provenance.Select(field => field with { Places = [.. field.Places.Select(place => place with { Origin = "ppocr" })] })],
    }).NeedsReview];
}

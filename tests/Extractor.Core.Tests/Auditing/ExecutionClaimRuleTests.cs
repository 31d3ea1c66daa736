using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

public class ExecutionClaimRuleTests
{
    /// <summary>The funds block of the sample says 95.00 %.</summary>
    [Theory]
    [InlineData(">99%")]
    [InlineData("≥95.01%")]
    [InlineData("=100%")]
    [InlineData("100%")]
    [InlineData("96%")]
    [InlineData("94%")]
    [InlineData("<95%")]
    [InlineData("≤94%")]
    [InlineData("98%以上")]
    [InlineData("99")]
    [InlineData("0.99")]
    [InlineData("1")]
    public void T01_fails_where_an_indicator_claims_another_rate(string actual)
    {
        var finding = Assert.Single(Claim("预算执行率", actual).Findings());
        Assert.Equal(("T01", Severity.Error, "/indicators/1/actual"), (finding.Rule, finding.Severity, finding.Subject));
        Assert.Equal((actual, "95.00%"), (finding.Stated, finding.Computed));
        Assert.Equal(["/funds/0/rate", "/funds/0/executed", "/funds/0/annualBudget"], finding.Evidence.AsEnumerable());
        Assert.Equal(Explanation.Published, finding.Explanation);
    }

    [Theory]
    [InlineData("≥97%", Severity.Info)]     // 96.84 % rounded half up, with the sign of the target
    [InlineData("≤96.8%", Severity.Info)]
    [InlineData(">97%", Severity.Error)]    // more than 97 %, however it is rounded
    [InlineData("≥98%", Severity.Error)]
    public void T01_names_a_bound_that_rounding_explains(string actual, Severity severity)
    {
        var form = Claim("预算执行率", actual).WithFund(0, row => row with { Executed = Number("387,360.00"), Rate = Number("96.84%") });
        Assert.Equal(severity, Assert.Single(form.Of("T01")).Severity);
    }

    [Theory]
    [InlineData("≥96.85%", Severity.Info)]   // 96.8425 % rounded up, where no rate is stated
    [InlineData("≥96.9%", Severity.Error)]
    [InlineData("≥96.86%", Severity.Error)]
    public void T01_names_a_bound_that_repeats_an_unstated_rate_rounded_up(string actual, Severity severity)
    {
        var form = Claim("预算执行率", actual).WithFund(0, row => row with { Executed = Number("387,370.00"), Rate = Number("") });
        Assert.Equal(severity, Assert.Single(form.Of("T01")).Severity);
    }

    [Theory]
    [InlineData("95%")]
    [InlineData("95.00%")]
    [InlineData("=95%")]
    [InlineData(">90%")]
    [InlineData("≥95%")]
    [InlineData("≤95%")]
    [InlineData("95")]
    [InlineData("0.95")]
    [InlineData("95%左右")]
    [InlineData("良好")]
    [InlineData("")]
    [InlineData("3次")]
    public void T01_holds(string actual) => Assert.Empty(Claim("预算执行率", actual).Findings());

    [Theory]
    [InlineData("预算执行率")]
    [InlineData("预算资金执行率")]
    [InlineData("指标4： 资金预算执行率")]
    [InlineData("资金执行率")]
    [InlineData("项目资金使用率")]
    [InlineData("专项资金使用率")]
    [InlineData("预算完成率")]
    [InlineData("资金支付率")]
    [InlineData("支付率")]
    [InlineData("执行率")]
    [InlineData("指标1：预算执行率")]
    [InlineData("年度资金支付完成率100%")]
    [InlineData("预算执行率（%）")]
    [InlineData("河道养护预算执行率")]
    [InlineData("河道养护经费支出进度")]
    public void T01_knows_the_names_of_the_rate(string name) =>
        Assert.Equal([("T01", Severity.Error, "/indicators/1/actual")], Claim(name, "100%").Named());

    [Theory]
    [InlineData("工资支付率")]
    [InlineData("农民工工资支付率")]
    [InlineData("中央资金执行率")]
    [InlineData("政府采购执行率")]
    [InlineData("任务完成率")]
    [InlineData("计划执行率")]
    [InlineData("资金到位率")]
    [InlineData("预算执行率提升幅度")]
    [InlineData("预算编制合理性")]
    [InlineData("设备使用率")]
    [InlineData("预算执行率（中央资金）")]
    public void T01_leaves_other_rates_alone(string name) => Assert.Empty(Claim(name, "100%").Findings());

    [Fact]
    public void A_target_alone_claims_nothing() =>
        Assert.Empty(Clean.WithIndicator(1, row => row with { Target = QuantityText.Read("≥99%") }).Findings());

    [Fact]
    public void T01_accepts_the_printed_rate_and_the_computed_one()
    {
        var form = Clean.WithFund(0, row => row with { Rate = Number("95.01%") });
        Assert.DoesNotContain(form.WithIndicator(1, row => row with { Actual = QuantityText.Read("≥95.01%") }).Findings(), finding => finding.Rule == "T01");
        Assert.DoesNotContain(form.WithIndicator(1, row => row with { Actual = QuantityText.Read("95.00%") }).Findings(), finding => finding.Rule == "T01");
    }

    [Fact]
    public void T01_accepts_a_rate_that_was_cut_off() =>
        Assert.DoesNotContain(
            Claim("预算执行率", "95%").WithFund(0, row => row with { Rate = Number("95.70%"), Executed = Number("382,800.50") }).Findings(),
            finding => finding.Rule == "T01");

    [Fact]
    public void T01_computes_a_rate_that_is_not_printed()
    {
        var finding = Assert.Single(Claim("预算执行率", ">99%").WithFund(0, row => row with { Rate = Number("") }).Findings());
        Assert.Equal("95.0001%", finding.Computed);
    }

    [Fact]
    public void T01_has_nothing_to_compare_without_a_rate_and_amounts() =>
        Assert.DoesNotContain(
            Claim("预算执行率", ">99%").WithFund(0, row => row with { Rate = Number(""), Executed = Number("") }).Findings(),
            finding => finding.Rule == "T01");

    private static Form Claim(string name, string actual) =>
        Clean.WithIndicator(1, row => row with { Level3 = name, Actual = QuantityText.Read(actual) });
}

using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

public class DocumentAuditTests
{
    // Of 400000: rounded half up, up or cut off to a hundredth of a percent.
    private static readonly Form HalfUp = Rated("380,003.00", "95.00%");        // 95.00075 %
    private static readonly Form Up = Rated("380,003.00", "95.01%");
    private static readonly Form Cut = Rated("380,037.00", "95.00%");           // 95.00925 %
    private static readonly Form Nearly = Rated("380,037.00", "95.01%");
    private static readonly Form Even = Rated("380,000.00", "95.00%");

    [Fact]
    public void Rates_rounded_up_are_one_hint_for_the_document()
    {
        var (forms, findings) = Audit(Up, Up, Even, Up);
        Assert.All(forms, form => Assert.DoesNotContain(form.Findings, finding => finding.Rule == "F03"));
        var habit = Assert.Single(findings);
        Assert.Equal(("H01", Severity.Info, "/forms", Explanation.Rounding), (habit.Rule, habit.Severity, habit.Subject, habit.Explanation));
        Assert.Equal(["/forms/0/funds/0/rate", "/forms/1/funds/0/rate", "/forms/3/funds/0/rate"], habit.Evidence.AsEnumerable());
        Assert.Equal("执行率取整习惯：4 张表中有 4 张的执行率可由向上取整解释，其中 3 张不能由四舍五入解释，应为填报系统的固定做法。", habit.Message);
    }

    [Fact]
    public void Rates_rounded_half_up_need_no_word()
    {
        Assert.Empty(Audit(HalfUp, Even, HalfUp).Findings);
        Assert.Empty(Audit().Findings);
    }

    [Fact]
    public void A_rate_that_deviates_from_a_sure_habit_is_a_warning()
    {
        var (_, findings) = Audit(Up, Up, Up, HalfUp, Up, Up);
        Assert.Equal(
            [("H01", Severity.Info, "/forms"), ("H02", Severity.Warning, "/forms/3/funds/0/rate")],
            findings.Select(finding => (finding.Rule, finding.Severity, finding.Subject)));
    }

    [Fact]
    public void Few_forms_show_no_habit_that_could_be_broken() =>
        Assert.Equal([Severity.Info, Severity.Info], Audit(Up, Up, HalfUp).Findings.Select(finding => finding.Severity));

    [Fact]
    public void A_rate_cut_off_among_rates_rounded_half_up_is_named()
    {
        var finding = Assert.Single(Audit(HalfUp, Even, Cut, HalfUp, Nearly, Nearly, HalfUp).Findings);
        Assert.Equal(("H02", "/forms/2/funds/0/rate"), (finding.Rule, finding.Subject));
    }

    [Fact]
    public void A_rate_that_no_rounding_explains_is_the_forms_own_error() =>
        Assert.Contains(Audit(Up, Rated("380,003.00", "96.00%")).Forms[1].Findings, finding => finding is { Rule: "F03", Severity: Severity.Error });

    [Fact]
    public void The_profile_goes_by_the_template()
    {
        var special = AuditProfile.National with { Id = "mine", Templates = ["sample"], Off = ["S01"] };
        var (profiles, _) = AuditProfiles.Of([AuditProfile.National, special]);
        Assert.Empty(new DocumentAudit(profiles!).Audit(Clean.WithTotal("100", "98.7")).Findings);
        Assert.NotEmpty(new DocumentAudit(profiles!).Audit((Clean with { Template = "other" }).WithTotal("100", "98.7")).Findings);
        Assert.NotEmpty(new DocumentAudit(profiles!.Ordered(AuditProfile.National)).Audit(Clean.WithTotal("100", "98.7")).Findings);
        Assert.Equal("by the template sample", profiles!.For(Clean).English);
    }

    private static Form Rated(string executed, string rate) => Clean
        .WithFund(0, row => row with { Executed = Number(executed), Rate = Number(rate) })
        .WithFund(1, row => row with { Executed = Number(executed) })
        .WithFund(3, row => row with { Executed = Number("") });

    private static (List<AuditedForm> Forms, List<Finding> Findings) Audit(params Form[] forms)
    {
        var audit = new DocumentAudit(AuditProfiles.Default);
        return ([.. forms.Select(audit.Audit)], [.. audit.End()]);
    }
}

using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;
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

    // Points for 95.00075 % and 95.00925 % of 1000 points: half up 950.01 and 950.09 of the unrounded rate, 950.00 of a rate cut off.
    [Fact]
    public void Scores_of_the_printed_rate_are_one_hint_for_the_document()
    {
        var (forms, findings) = Audit(Scored("380,037.00", "95.00%", "950.00"), Scored("380,037.00", "95.00%", "950.00"), Scored("380,003.00", "95.00%", "950.00"));
        Assert.All(forms, form => Assert.DoesNotContain(form.Findings, finding => finding.Rule == "F07"));
        var habit = Assert.Single(findings, finding => finding.Rule == "H03");
        Assert.Equal((Severity.Info, "/forms", Explanation.Rounding), (habit.Severity, habit.Subject, habit.Explanation));
        Assert.Contains("3 张表中有 3 张的预算执行得分可由按表列执行率四舍五入解释", habit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_cut_off_are_told_once_and_not_by_each_form()
    {
        var (forms, findings) = Audit([.. Enumerable.Repeat(Scored("380,003.00", "95.00%", "950.00"), 3), .. Enumerable.Repeat(Scored("380,006.00", "95.00%", "950.01"), 2)]);
        Assert.All(forms, form => Assert.DoesNotContain(form.Findings, finding => finding.Rule == "F07"));
        Assert.DoesNotContain(findings, finding => finding.Severity != Severity.Info);
    }

    [Fact]
    public void A_score_that_breaks_a_firm_habit_is_a_warning_unless_it_is_half_up_of_the_printed_rate()
    {
        // 380006 of 400000 are 950.015 points: half up 950.02, cut off 950.01, of the printed rate 950.00.
        Form usual = Scored("380,006.00", "95.00%", "950.02"), cut = Scored("380,006.00", "95.00%", "950.01"), printed = Scored("380,006.00", "95.00%", "950.00");
        Assert.Equal(
            [("H04", Severity.Warning, "/forms/3/funds/0/score")],
            Audit(usual, usual, usual, cut, usual, usual).Findings.Select(finding => (finding.Rule, finding.Severity, finding.Subject)));
        Assert.Equal([Severity.Info], Audit(usual, usual, usual, printed, usual, usual).Findings.Select(finding => finding.Severity));
    }

    [Fact]
    public void A_profile_switches_the_rules_of_a_document_off_too()
    {
        var audit = new DocumentAudit(AuditProfiles.Default.Ordered(AuditProfile.National with { Off = ["H01"] }));
        foreach (var form in new[] { Up, Up, Up })
        {
            audit.Audit(form);
        }

        Assert.Empty(audit.End());
    }

    [Theory]
    [InlineData(2, 1, 3, true, true, "/forms/0")]       // within the form
    [InlineData(4, 1, 3, true, false, "/forms/0")]      // after one without a row of sums, where others have one
    [InlineData(4, 1, 3, true, true, null)]
    [InlineData(1, 2, 3, false, true, "/forms/0")]      // before one without a head
    [InlineData(1, 2, 3, true, true, null)]
    [InlineData(9, 1, 3, false, false, null)]
    public void X04_a_page_that_was_not_read_beside_a_form_that_looks_cut(int unread, int first, int last, bool hasHead, bool hasTotal, string? subject)
    {
        var form = Clean with { Pages = first == last ? [first] : [first, last] };
        form = hasHead ? form : form with { ProjectName = null, Department = null, ImplementingUnit = null };
        form = hasTotal ? form : form with { Total = null };
        var (_, findings) = DocumentAudit.Whole(AuditProfiles.Default, [form, Clean with { Pages = [20] }], Surroundings.None with { Unread = [unread] });
        Assert.Equal(
            subject is null ? [] : [("X04", Severity.Warning, subject)],
            findings.Where(finding => finding.Rule == "X04").Select(finding => (finding.Rule, finding.Severity, finding.Subject)));
    }

    // Pages of the document with what they print, the pages of the form, what the form lacks, and whether one is missing.
    [Theory]
    [InlineData("1/4 2/4 4/4", 1, 3, "", true)]
    [InlineData("1/3 2/3 3/3", 1, 3, "", false)]
    [InlineData("第1页 第2页 第4页", 1, 3, "", true)]
    [InlineData("第1页 第2页 第4页", 1, 2, "", false)]              // beside a whole form
    [InlineData("第1页 第2页 第4页", 1, 2, "total", true)]
    [InlineData("第1页 第2页 第4页", 3, 3, "head", true)]
    [InlineData("4 5 7 8", 1, 4, "", true)]
    [InlineData("4 7", 1, 2, "", false)]                         // bare numbers that nothing confirms
    [InlineData("4 5 6 7", 1, 4, "", false)]
    [InlineData("- 1 - . . - 5 -", 1, 4, "", true)]              // two pages without a number, and one more missing
    [InlineData("- 1 - . . - 4 -", 1, 4, "", false)]
    [InlineData("- 1 - . . - 2 -", 1, 4, "", false)]             // pages that are not counted
    [InlineData("1/2 2/2 1/2", 1, 3, "", false)]                 // begins anew
    [InlineData("1/3 2/3", 1, 2, "total", true)]                 // 2 of 3, and no more
    [InlineData("1/3 2/3", 1, 2, "", false)]
    [InlineData("12/60 13/60", 1, 2, "total", false)]            // a part of another document
    [InlineData("1/3 2/3 .", 1, 2, "total", false)]
    [InlineData("1/3 1/2 2/2", 1, 1, "total", true)]
    public void X04_printed_page_numbers_leave_out_a_page(string printed, int first, int last, string lacks, bool isMissing)
    {
        var form = Clean with { Pages = [.. Enumerable.Range(first, last - first + 1)] };
        form = lacks == "head" ? form with { ProjectName = null, Department = null, ImplementingUnit = null } : lacks == "total" ? form with { Total = null } : form;
        var texts = System.Text.RegularExpressions.Regex.Matches(printed, "- [0-9] -|[^ ]+").Select(match => match.Value);
        var pages = texts.Select((text, i) => new NumberedPage(i + 1, text == "." ? null : PageNumber.Read(text)));
        var (_, findings) = DocumentAudit.Whole(
            AuditProfiles.Default, [form, Clean with { Pages = [20], ProjectName = "湖泊养护" }], Surroundings.None with { Pages = [.. pages] });
        Assert.Equal(
            isMissing ? [("X04", Severity.Warning, "/forms/0")] : [],
            findings.Where(finding => finding.Rule == "X04").Select(finding => (finding.Rule, finding.Severity, finding.Subject)));
    }

    [Fact]
    public void Sums_over_the_rows_of_a_form_that_lacks_a_page_cannot_be_checked()
    {
        var form = (Clean with { Pages = [1, 2] }).WithTotal("100", "99.7").WithIndicator(1, row => row with { Weight = Number("10"), Score = Number("10") });
        ImmutableArray<NumberedPage> Pages(params string[] printed) => [.. printed.Select((text, i) => new NumberedPage(i + 1, PageNumber.Read(text)))];
        Assert.Equal(
            ["S01 Error", "S02 Error"], Sums(Surroundings.None with { Pages = Pages("1/2", "2/2") }));
        Assert.Equal(["S01 Info", "S02 Info"], Sums(Surroundings.None with { Pages = Pages("1/3", "3/3") }));

        IEnumerable<string> Sums(Surroundings surroundings) => DocumentAudit.Whole(AuditProfiles.Default, [form], surroundings).Forms[0].Findings
            .Where(finding => finding.Rule is "S01" or "S02").Select(finding => $"{finding.Rule} {finding.Severity}");
    }

    [Theory]
    [InlineData("某市西山园林管理所完成全部养护", "warning")]
    [InlineData("完成全部养护，由某市西山园林管理所验收", "info")]
    [InlineData("某市河道所与某市西山园林管理所完成养护", null)]      // its own too
    [InlineData("完成全部养护", null)]
    [InlineData("西山绿地", null)]                                  // too short for a name
    public void T13_the_name_of_another_form(string text, string? severity)
    {
        var (_, findings) = Audit(Clean with { Goals = new Goals("", text) }, Clean with { ProjectName = "西山绿地", ImplementingUnit = "某市西山园林管理所" });
        Assert.Equal(
            severity is null ? [] : [(severity, "/forms/0/goals/actual")],
            findings.Where(finding => finding.Rule == "T13").Select(finding => (finding.Severity.ToString().ToLowerInvariant(), finding.Subject)));
    }

    private static Form Scored(string executed, string rate, string score) =>
        Rated(executed, rate).WithFund(0, row => row with { Weight = Number("1000"), Score = Number(score) });

    private static Form Rated(string executed, string rate) => Clean
        .WithFund(0, row => row with { Executed = Number(executed), Rate = Number(rate) })
        .WithFund(1, row => row with { Executed = Number(executed) })
        .WithFund(3, row => row with { Executed = Number("") });

    private static (List<AuditedForm> Forms, List<Finding> Findings) Audit(params Form[] forms)
    {
        var audit = new DocumentAudit(AuditProfiles.Default);
        List<AuditedForm> audited = [.. forms.Select(form => audit.Audit(form))];
        return (audited, [.. audit.End()]);
    }
}

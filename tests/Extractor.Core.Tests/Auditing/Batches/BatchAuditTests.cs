using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Batches;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Forms;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing.Batches;

public class BatchAuditTests
{
    // Of 400000: 95.00075 %, rounded up and half up.
    private static Form Up(int i) => Rated(i, "380,003.00", "95.01%");

    private static Form HalfUp(int i) => Rated(i, "380,003.00", "95.00%");

    [Fact]
    public void A_habit_is_told_once_however_many_documents_show_it()
    {
        var audit = new BatchAudit(AuditProfiles.Default);
        for (var i = 0; i < 11; i++)
        {
            var (forms, findings) = audit.Audit(new BatchSource($"{i}.json", $"sha-{i}"), [Up(i) with { Department = i < 6 ? "甲局" : $"第{i}局" }], Surroundings.None);
            Assert.Empty(findings);
            Assert.DoesNotContain(Assert.Single(forms).Findings, finding => finding.Rule == "F03");
        }

        var habit = Assert.Single(audit.End().Findings, finding => finding.Rule.StartsWith('H'));
        Assert.Equal(("H01", Severity.Info, 11), (habit.Rule, habit.Severity, habit.Places.Length));
        Assert.StartsWith("执行率取整习惯：11 张表中有 11 张的执行率可由向上取整解释", habit.Message, StringComparison.Ordinal);
        Assert.EndsWith("（6 个发布单位或文件：甲局、6.json、7.json、8.json、9.json等）。", habit.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_is_held_against_the_habit_of_its_own_department()
    {
        // Two departments in each document, with habits of their own.
        var audit = new BatchAudit(AuditProfiles.Default);
        for (var i = 0; i < 6; i++)
        {
            audit.Audit(new BatchSource($"{i}.json", $"sha-{i}"), [Up(i) with { Department = "甲局" }, HalfUp(i) with { Department = "乙局" }], Surroundings.None);
        }

        audit.Audit(new BatchSource("last.json", "sha-last"), [HalfUp(9) with { Department = "甲局" }], Surroundings.None);
        var found = audit.End().Findings.Where(finding => finding.Rule.StartsWith('H')).ToList();
        Assert.Equal(
            [("H01", Severity.Info), ("H02", Severity.Warning)],
            found.Select(finding => (finding.Rule, finding.Severity)));
        Assert.Equal(new BatchPlace("last.json", "sha-last", "/forms/0/funds/0/rate"), Assert.Single(found[1].Places));
        Assert.Contains("与“甲局”其他表不一致", found[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_is_there_twice_and_a_form_printed_alike_in_two_count_once()
    {
        var audit = new BatchAudit(AuditProfiles.Default);
        audit.Audit(new BatchSource("a.json", "sha-a"), [Clean], Surroundings.None);
        audit.Audit(new BatchSource("copy.json", "sha-a"), [Clean.WithTotal("100", "90")], Surroundings.None);
        audit.Audit(new BatchSource("b.json", "sha-b"), [Clean], Surroundings.None);
        Assert.Equal((2, 1, 1, 0), audit.End() is var end ? (end.Documents, end.Repeated, end.Forms, end.Findings.Length) : default);
    }

    [Fact]
    public void The_profile_weighs_the_rules_of_a_batch_too()
    {
        var profile = AuditProfile.National with { Off = ["C06"] };
        var audit = new BatchAudit(AuditProfiles.Default.Ordered(profile));
        audit.Audit(new BatchSource("a.json", "sha-a"), [Clean], Surroundings.None);
        audit.Audit(new BatchSource("b.json", "sha-b"), [Clean.WithTotal("100", "96.7")], Surroundings.None);
        Assert.Empty(audit.End().Findings);
    }

    [Fact]
    public void An_empty_batch_has_nothing_to_say() =>
        Assert.Equal((0, 0, 0), new BatchAudit(AuditProfiles.Default).End() is var end ? (end.Documents, end.Forms, end.Findings.Length) : default);

    [Fact]
    public void Every_rule_of_a_batch_or_a_document_is_in_the_catalogue_once_and_has_words()
    {
        var ids = RuleCatalogue.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(BatchAudit.Rules.Concat(DocumentAudit.Rules), rule => Assert.Contains(rule.Id, ids));
        Assert.All(RuleCatalogue.All, rule => Assert.True(rule.Formula.Length > 0 && rule.FormulaEn.Length > 0));
        Assert.All(RuleCatalogue.All.Where(rule => rule.Id[0] == 'D'), rule => Assert.Equal(Severity.Info, rule.Severity));
    }

    private static Form Rated(int i, string executed, string rate) => (Clean with { ProjectName = $"项目{i}号" })
        .WithFund(0, row => row with { Executed = Number(executed), Rate = Number(rate) })
        .WithFund(1, row => row with { Executed = Number(executed) })
        .WithFund(3, row => row with { Executed = Number("") });
}

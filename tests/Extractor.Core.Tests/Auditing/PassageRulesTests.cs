using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Batches;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Forms;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

/// <summary>What running text says of forms: 河道养护 with 97.7 points, 95 %, 400,000 and 380,000.50 元, and 湖泊治理 with the same.</summary>
public class PassageRulesTests
{
    private static readonly Form Lake = Clean with { ProjectName = "2023年湖泊治理" };

    // With two forms, so that a text has to name the project.
    [Theory]
    [InlineData("河道养护项目绩效自评得分为97.7分。", null)]
    [InlineData("河道养护项目绩效自评得分为95.5分。", "error /forms/0/total/score 95.5分")]
    [InlineData("（1）河道养护项目绩效自评综述：根据年初设定的绩效目标，河道养护项目自评得分为95.5分。", "error /forms/0/total/score 95.5分")]
    [InlineData("河道养护项目绩效自评得分为98分。", null)]                                  // rounded
    [InlineData("河道养护项目绩效自评得分为99分。", "error /forms/0/total/score 99分")]
    [InlineData("根据自评，2023年河道养护综合得分90分。", "error /forms/0/total/score 90分")]
    [InlineData("2023年河道养护综合得分90分。", null)]                                    // not a self-evaluation's
    [InlineData("河道养护综合得分90分，自评等级为优。", "error /forms/0/total/score 90分")]
    [InlineData("湖泊治理项目绩效自评得分为95.5分。", "error /forms/1/total/score 95.5分")]
    [InlineData("2022年河道养护项目绩效自评得分为95.5分。", null)]                          // another year
    [InlineData("河道养护项目自评得分为97.7分。全年预算数为40万元，执行数为38万元，完成预算的95%。", null)]
    [InlineData("河道养护项目自评得分为97.7分。全年预算数为45万元，执行数为38万元，完成预算的95%。", "error /forms/0/funds/0/annualBudget 45万元")]
    [InlineData("河道养护项目自评得分为97.7分。全年预算数为40万元，执行数为36.5万元。", "error /forms/0/funds/0/executed 36.5万元")]
    [InlineData("河道养护项目自评得分为97.7分。项目全年预算数为400,000元，完成预算的91.25%。", "error /forms/0/funds/0/rate 91.25%")]
    [InlineData("河道养护项目全年预算数为38万元。", null)]                                  // a part's
    [InlineData("河道养护项目执行率为95.01%。", null)]                                     // rounded up
    [InlineData("河道养护项目执行率95%以上。", null)]
    [InlineData("河道养护项目执行率达到90%左右。", null)]
    // Not certain what it is about.
    [InlineData("项目绩效自评得分为95.5分。", null)]
    [InlineData("河道养护、湖泊治理项目自评得分分别为95.5分、90分。", null)]
    [InlineData("河道养护项目按期完成，道路养护自评得分为95.5分。", null)]
    [InlineData("城区河道养护项目绩效自评得分为95.5分。", null)]                            // a longer name
    [InlineData("河道养护资金管理绩效自评得分为95.5分。", null)]
    [InlineData("河道养护项目第三方评价总得分为90分，自评工作及时。", null)]
    [InlineData("河道养护项目自评平均得分为90分。", null)]
    [InlineData("河道养护项目其中：中央资金全年预算数为45万元。", null)]
    [InlineData("河道养护项目自评得分为97.7分。道路养护工程进展顺利。全年预算数为45万元。", null)]
    public void C04_what_the_text_says_of_a_form(string text, string? finding) => Expect("C04", finding, [Clean, Lake], text);

    // A year in a project's name says nothing of when.
    [Theory]
    [InlineData("河道养护（2023—2025年度跨年项目）自评得分为95.5分。", "error /forms/0/total/score 95.5分")]
    [InlineData("河道养护（2023—2025年度跨年项目）自评得分为97.7分。", null)]
    [InlineData("2025年河道养护（2023—2025年度跨年项目）自评得分为95.5分。", null)]
    [InlineData("2023年河道养护（2023—2025年度跨年项目）自评得分为95.5分。", "error /forms/0/total/score 95.5分")]
    public void C04_a_project_with_years_in_its_name(string text, string? finding) =>
        Expect("C04", finding, [Clean with { ProjectName = "河道养护（2023—2025年度跨年项目）" }, Lake], text);

    // Nor are the other words of a name the text's own.
    [Theory]
    [InlineData("河道养护第三方评估绩效自评综述：河道养护第三方评估项目自评得分为95.5分。", "error /forms/0/total/score 95.5分")]
    [InlineData("河道养护第三方评估项目第三方评价得分为95.5分，自评及时。", null)]
    public void C04_a_project_with_words_of_others_in_its_name(string text, string? finding) =>
        Expect("C04", finding, [Clean with { ProjectName = "河道养护第三方评估" }, Lake], text);

    [Theory]
    [InlineData("根据年初设定的绩效目标，项目自评得分为95.5分。", "warning /forms/0/total/score 95.5分")]
    [InlineData("根据年初设定的绩效目标，项目自评得分为97.7分。", null)]
    [InlineData("部门整体支出绩效自评得分为95.5分。", null)]
    [InlineData("三、绩效自评情况\n根据年初设定的绩效目标，项目自评得分为95.5分。", "warning /forms/0/total/score 95.5分")]
    [InlineData("（二）湖泊治理\n项目自评得分为95.5分。", null)]
    [InlineData("（二）湖泊治理项目\n项目自评得分为95.5分。", null)]
    [InlineData("各项工作按期完成。自评得分为95.5分。", "warning /forms/0/total/score 95.5分")]
    [InlineData("道路养护项目按期完成。自评得分为95.5分。", null)]
    public void C04_the_only_form(string text, string? finding) => Expect("C04", finding, [Clean], text);

    [Fact]
    public void C04_what_was_read_with_doubt_is_a_hint()
    {
        var finding = Assert.Single(Audit([Clean], 0.9m, "河道养护项目绩效自评得分为95.5分。"), found => found.Rule == "C04");
        Assert.Equal((Severity.Info, null), (finding.Severity, finding.Explanation));
        Assert.Equal(["/passages/0"], finding.Evidence.AsEnumerable());
    }

    [Theory]
    [InlineData("本部门2023年度自评项目共2个，自评覆盖率100%。", null)]
    [InlineData("本部门2023年度自评项目共3个，自评覆盖率100%。", "warning /passages/0 自评项目共3个")]
    [InlineData("我局对3个项目开展了绩效自评。", "warning /passages/0 3个项目开展了绩效自评")]
    [InlineData("自评项目1个。", "warning /passages/0 自评项目1个")]
    [InlineData("本部门开展绩效自评，共涉及项目15个，资金985万元。", "info /passages/0 共涉及项目15个")]     // a selection
    [InlineData("本部门2022年度自评项目共3个。", null)]
    [InlineData("本部门自评项目共3个，其中重点项目2个。", null)]
    [InlineData("组织对3个项目开展部门评价，自评及时。", null)]
    [InlineData("全年实施项目共15个。", null)]
    [InlineData("自评项目共3个。自评项目共2个。", null)]
    public void C03_the_number_of_projects(string text, string? finding) => Expect("C03", finding, [Clean, Lake], text);

    [Fact]
    public void C03_counts_the_forms_of_one_publisher_and_year_only()
    {
        Expect("C03", null, [Clean, Lake with { Department = "某市交通局" }], "自评项目共3个。");
        Expect("C03", null, [Clean, Lake with { Year = 2022 }], "自评项目共3个。");
        Expect("C03", null, [Clean with { ProjectName = "" }], "自评项目共3个。");
    }

    [Fact]
    public void A_report_without_forms_is_held_against_the_forms_of_the_batch()
    {
        Assert.Equal(
            [("C04", Severity.Error, "/forms/0/total/score", "/passages/1")],
            Batch("一、概况。", "2023年河道养护项目绩效自评得分为95.5分。").Select(finding => (finding.Rule, finding.Severity, finding.Places[0].Pointer, finding.Places[1].Pointer)));
        Assert.Empty(Batch("2023年河道养护项目绩效自评得分为97.7分。"));
        Assert.Empty(Batch("项目绩效自评得分为95.5分。"));              // names none
        Assert.Empty(Batch("自评项目共3个。"));                       // whose, nobody knows
    }

    [Fact]
    public void A_batch_says_of_each_document_what_the_document_says()
    {
        var batch = new BatchAudit(AuditProfiles.Default);
        var (_, own) = batch.Audit(new BatchSource("a.json", "a"), [Clean], Beside(1, "自评项目共2个。河道养护项目绩效自评得分为95.5分。"));
        batch.Audit(new BatchSource("b.json", "b"), [Lake], Surroundings.None);
        Assert.Empty(own);
        Assert.Equal([("C03", "/passages/0"), ("C04", "/forms/0/total/score")], batch.End().Findings.Where(finding => finding.Severity != Severity.Info).Select(finding => (finding.Rule, finding.Places[0].Pointer)));
    }

    private static IEnumerable<BatchFinding> Batch(params string[] report)
    {
        var batch = new BatchAudit(AuditProfiles.Default);
        batch.Audit(new BatchSource("forms.json", "forms"), [Clean, Lake], Surroundings.None);
        batch.Audit(new BatchSource("report.json", "report"), [], Beside(1, report));
        return batch.End().Findings.Where(finding => finding.Rule is "C03" or "C04");
    }

    private static void Expect(string rule, string? finding, ImmutableArray<Form> forms, string text)
    {
        var found = Audit(forms, 1, text).Where(one => one.Rule == rule).ToList();
        Assert.Equal(
            finding is null ? [] : [finding],
            found.Select(one => $"{one.Severity.ToString().ToLowerInvariant()} {one.Subject} {(rule == "C04" ? one.Computed : one.Stated)}"));
        Assert.All(found, one => Assert.EndsWith("。", one.Message, StringComparison.Ordinal));
        Assert.All(found, one => Assert.EndsWith(".", one.MessageEn, StringComparison.Ordinal));
    }

    private static ImmutableArray<Finding> Audit(ImmutableArray<Form> forms, decimal confidence, string text) =>
        DocumentAudit.Whole(AuditProfiles.Default, forms, Beside(confidence, text)).Findings;

    private static Surroundings Beside(decimal confidence, params string[] texts) => Surroundings.None with
    {
        Passages = [.. texts.Select(text => new Passage(text, new Provenance(1, [0, 0, 9, 9], "text", confidence)))],
    };
}

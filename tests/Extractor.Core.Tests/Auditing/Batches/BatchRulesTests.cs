using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Auditing.Batches;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing.Batches;

/// <summary>Each relation over several documents: what breaks it, and what does not.</summary>
public class BatchRulesTests
{
    private static readonly Form Y2022 = Clean with { Year = 2022 };

    [Theory]
    [InlineData("19,999.50", null)]             // 400000.00 - 380000.50
    [InlineData("20,000.00", "warning")]        // more than was left
    [InlineData("10,000.00", "info")]           // less: taken back
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData("约2万", null)]
    public void C01_what_is_carried_over_was_left(string carried, string? severity)
    {
        var after = Clean.WithFund(2, row => row with { AnnualBudget = Number(carried) });
        Expect("C01", severity, "/forms/0/funds/2/annualBudget", Y2022, after);
    }

    [Fact]
    public void C01_compares_amounts_in_different_units()
    {
        var after = (Clean with { Unit = "万元" }).WithFunds(
            Fund("total", "年度资金总额", "4.00", "4.00", "4.00", "10", "100.00%", "10"), Fund("fiscal", "财政拨款", "2.00", "2.00", "2.00"), Fund("carryover", "上年结转资金", "2.00", "2.00", "2.00"));
        Expect("C01", null, "", Y2022, after);
        Expect("C01", "warning", "/forms/0/funds/2/annualBudget", Y2022, after.WithFund(2, row => row with { AnnualBudget = Number("2.01") }));
    }

    [Fact]
    public void C01_compares_nothing_where_the_project_the_unit_or_the_year_is_another()
    {
        var after = Clean.WithFund(2, row => row with { AnnualBudget = Number("30,000.00") });
        Expect("C01", "warning", "/forms/0/funds/2/annualBudget", Y2022, after);
        Expect("C01", null, "", Y2022 with { ProjectName = "湖泊养护" }, after);
        Expect("C01", null, "", Y2022 with { ImplementingUnit = "某市湖泊所" }, after);
        Expect("C01", null, "", Y2022 with { Year = 2021 }, after);
        Expect("C01", null, "", Y2022 with { Unit = null }, after);
        Expect("C01", "warning", "/forms/0/funds/2/annualBudget", Y2022 with { ProjectName = "2022年河道养护", ImplementingUnit = "（301001）某市河道所" }, after with { ProjectName = "河道 养护（2023）" });
    }

    [Theory]
    [InlineData("700,000.00", "warning")]       // less than two projects executed
    [InlineData("760,001.00", null)]
    [InlineData("900,000.00", "info")]
    public void C02_projects_executed_no_more_than_the_unit_says(string executed, string? severity)
    {
        var whole = Clean with { ProjectName = null, ImplementingUnit = null, Goals = null, Indicators = [], Total = null };
        whole = whole.WithFunds(Fund("total", "部门整体支出总额", "", "", "2,000,000.00"), Fund("unknown", "其中：项目支出", "", "", executed));
        Expect("C02", severity, "/forms/0/funds/1/executed", whole, Clean, Clean with { ProjectName = "湖泊养护" });
    }

    [Theory]
    [InlineData("本年对3个项目开展绩效自评，均已完成", "info")]      // the batch may not hold all
    [InlineData("本年对2个项目开展绩效自评，均已完成", null)]
    [InlineData("自评项目共1个", "warning")]                       // more forms than are said
    [InlineData("本年开展项目3个，自评及时", null)]
    public void C03_there_are_as_many_forms_as_are_said(string text, string? severity) =>
        Expect("C03", severity, "/forms/0/goals/actual", Clean with { Goals = new Goals("", text) }, Clean with { ProjectName = "湖泊养护" });

    [Fact]
    public void C05_telling_values_of_the_year_before()
    {
        Form Year(int year, string people, string share, string length) => (Clean with { Year = year })
            .WithIndicator(0, row => row with { Actual = QuantityText.Read(length) })
            .WithIndicator(2, row => row with { Actual = QuantityText.Read(share) })
            .WithIndicator(3, row => row with { Level3 = "受益人数", Target = QuantityText.Read("≥1000人"), Actual = QuantityText.Read(people) });
        Expect("C05", "warning", "/forms/0", Year(2022, "1237人", "92.35%", "125.7公里"), Year(2023, "1237人", "92.35%", "125.7公里"));
        Expect("C05", null, "", Year(2022, "1237人", "92.35%", "125.7公里"), Year(2023, "1238人", "92.35%", "125.7公里"));
        // Round values, and the target's own, may well be the same again.
        Expect("C05", null, "", Y2022, Clean);
    }

    [Fact]
    public void C06_a_form_published_twice_with_other_numbers()
    {
        var revised = Clean.WithTotal("100", "98.7").WithIndicator(3, row => row with { Score = Number("15") });
        var found = Expect("C06", "warning", "/forms/0", Clean, revised);
        Assert.Contains("有 2 处不同：水质改善得分 14→15；总分 97.7→98.7。", found.Single().Message, StringComparison.Ordinal);
        Assert.Equal(Explanation.Published, found.Single().Explanation);
        Expect("C06", null, "", Clean, Clean);
        Expect("C06", null, "", Clean, revised with { Indicators = [.. revised.Indicators.Select((row, i) => row with { Level3 = $"另一指标{i}" })] });
    }

    [Fact]
    public void C07_one_odd_value_in_two_projects()
    {
        Form Odd(string project, string value) => (Clean with { ProjectName = project }).WithIndicator(2, row => row with { Actual = QuantityText.Read(value) });
        Expect("C07", "info", "/forms/0/indicators/2/actual", Odd("甲河养护", "92.35%"), Odd("乙河养护", "92.35%"));
        Expect("C07", null, "", Odd("甲河养护", "92.35%"), Odd("乙河养护", "92.36%"));
        Expect("C07", null, "", Odd("甲河养护", "95.5%"), Odd("乙河养护", "95.5%"));
        Expect("C07", null, "", Odd("甲河养护", "92.35%"), Odd("甲河养护", "92.35%") with { Title = "项目自评表" });
    }

    [Fact]
    public void C08_two_names_that_may_be_one_unit()
    {
        Form Of(string department) => Clean with { Department = department, ProjectName = "养护" + department };
        Expect("C08", "info", "/forms/0/department", Of("水务局"), Of("云岭县水务局"));
        Expect("C08", null, "", Of("水务局"), Of("云岭县水务局"), Of("青山县水务局"));
        Expect("C08", null, "", Of("云岭县税务局"), Of("云岭县水务局"));
        Expect("C08", null, "", Of("云岭县 水务局"), Of("001001-云岭县水务局"));
    }

    [Fact]
    public void D01_first_digits_are_tested_with_five_hundred_amounts_only()
    {
        Form Executing(int i, decimal amount) => (Clean with { ProjectName = $"项目{i}号" }).WithFund(0, row => row with { Executed = Number(amount.ToString(System.Globalization.CultureInfo.InvariantCulture)) });
        // What grows evenly follows the law; amounts that all begin with 5 do not.
        decimal Power(int i) => Math.Round(100m * (decimal)Math.Pow(10, i * 5 / 600.0), 2);
        decimal Five(int i) => 5m * (decimal)Math.Pow(10, 1 + (i % 6)) + i;
        Expect("D01", null, "", [.. Enumerable.Range(0, 600).Select(i => Executing(i, Power(i)))]);
        Expect("D01", null, "", [.. Enumerable.Range(0, 400).Select(i => Executing(i, Five(i)))]);
        var found = Expect("D01", "info", "/forms/0/funds/0/executed", [.. Enumerable.Range(0, 600).Select(i => Executing(i, Five(i)))]);
        Assert.Matches("p<0.001（n=600", found.Single().Message);
    }

    [Fact]
    public void D02_a_score_far_from_the_others()
    {
        Form Scored(int i, string score) => (Clean with { ProjectName = $"项目{i}号" }).WithTotal("100", score);
        Form[] near = [.. Enumerable.Range(0, 24).Select(i => Scored(i, $"9{i % 5}.{i % 10}"))];
        Assert.DoesNotContain(Findings("D02", near), finding => finding.Message.Contains("总分", StringComparison.Ordinal));
        var found = Findings("D02", [.. near, Scored(99, "40")]).Where(finding => finding.Message.Contains("总分", StringComparison.Ordinal)).ToList();
        Assert.Equal(Severity.Info, Assert.Single(found).Severity);
        Assert.Equal("/forms/0/total/score", Assert.Single(found[0].Places).Pointer);
        Assert.Empty(Findings("D02", [.. near.Take(10), Scored(99, "40")]));
    }

    [Fact]
    public void D03_nearly_all_full()
    {
        Form Scored(int i, string score) => (Clean with { ProjectName = $"项目{i}号" }).WithTotal("100", score);
        Form[] full = [.. Enumerable.Range(0, 19).Select(i => Scored(i, "100"))];
        Assert.Contains("20 张表中 19 张总分为满分", Assert.Single(Findings("D03", [.. full, Scored(99, "95.5")]), finding => finding.Message.Contains("满分过多", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Findings("D03", [.. full]), finding => finding.Message.Contains("满分过多", StringComparison.Ordinal));
    }

    [Fact]
    public void D03_scores_that_heap_at_halves()
    {
        Form Scored(int i, string score) => (Clean with { ProjectName = $"项目{i}号" }).WithIndicator(3, row => row with { Score = Number(score) }).WithIndicator(2, row => row with { Score = row.Weight });
        Assert.Contains("p<0.001（n=60）", Assert.Single(Findings("D03", [.. Enumerable.Range(0, 60).Select(i => Scored(i, i % 2 == 0 ? "13.5" : "12"))])).Message, StringComparison.Ordinal);
        Assert.Empty(Findings("D03", [.. Enumerable.Range(0, 60).Select(i => Scored(i, $"13.{i % 10}"))]));
        Assert.Empty(Findings("D03", [.. Enumerable.Range(0, 40).Select(i => Scored(i, "12"))]));
    }

    [Fact]
    public void D04_round_amounts_and_the_same_amount_twice()
    {
        Form Executing(int i, string amount) => (Clean with { ProjectName = $"项目{i}号" }).WithFund(0, row => row with { Executed = Number(amount) });
        Form[] odd = [.. Enumerable.Range(0, 20).Select(i => Executing(i, $"38{i:00}07.{i:00}"))];
        Assert.Empty(Findings("D04", odd));
        Assert.Contains("20 个十万元以上的执行数中 20 个为千元整数", Assert.Single(Findings("D04", [.. Enumerable.Range(0, 20).Select(i => Executing(i, $"2{i:00}000"))])).Message, StringComparison.Ordinal);
        var found = Assert.Single(Findings("D04", [.. odd, Executing(30, "361234.57"), Executing(31, "361234.57")]));
        Assert.Contains("2 个不同项目的执行数均为 361234.57 元", found.Message, StringComparison.Ordinal);
        Assert.Equal(2, found.Places.Length);
    }

    /// <summary>The findings of one rule, each form a document of its own.</summary>
    internal static ImmutableArray<BatchFinding> Findings(string rule, params Form[] forms) => [.. Audit(forms).Findings.Where(finding => finding.Rule == rule)];

    internal static BatchAudited Audit(params Form[] forms)
    {
        var audit = new BatchAudit(AuditProfiles.Default);
        for (var i = 0; i < forms.Length; i++)
        {
            audit.Audit(new BatchSource($"{i}.json", $"sha-{i}"), [forms[i]], Surroundings.None);
        }

        return audit.End();
    }

    private static ImmutableArray<BatchFinding> Expect(string rule, string? severity, string pointer, params Form[] forms)
    {
        var found = Findings(rule, forms);
        Assert.Equal(severity is null ? [] : [(severity, pointer)], found.Select(finding => (finding.Severity.ToString().ToLowerInvariant(), finding.Places[0].Pointer)));
        Assert.All(found, finding => Assert.EndsWith("。", finding.Message, StringComparison.Ordinal));
        Assert.All(found, finding => Assert.EndsWith(".", finding.MessageEn, StringComparison.Ordinal));
        return found;
    }
}

using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

/// <summary>Each rule about the form as a whole: forms that pass and forms that fail.</summary>
public class FormRulesTests
{
    [Theory]
    [InlineData("产出指标（50分）", "产出指标（50分）", 0)]
    [InlineData("产出指标(50)", "产出指标(50)", 0)]
    [InlineData("产出指标（40-50分）", "产出指标（40-50分）", 0)]
    [InlineData("产出指标（60分）", "产出指标（60分）", 1)]
    [InlineData("产出指标（5 0 分）", "产出指标（5 0 分）", 0)]
    public void S04_points_of_a_level(string first, string second, int findings)
    {
        var form = Clean.WithIndicator(0, row => row with { Level1 = first }).WithIndicator(1, row => row with { Level1 = first }).WithIndicator(2, row => row with { Level1 = second });
        Assert.Equal(Enumerable.Repeat(("S04", Severity.Error, "/indicators/0/level1"), findings), Named(form, "S04"));
    }

    // 财务管理（5分） under 业务管理（5分）, read as that.
    [Theory]
    [InlineData(0.98, Severity.Warning)]
    [InlineData(0.99, Severity.Error)]
    public void S04_points_of_a_level_whose_label_is_in_doubt_may_be_those_of_another(double confidence, Severity severity)
    {
        var form = Clean.WithIndicator(0, row => row with { Level2 = "业务管理（20分）" }).WithIndicator(1, row => row with { Level2 = "业务管理（20分）" })
            .WithConfidence("/indicators/1/level2", (decimal)confidence);
        Assert.Equal([("S04", severity, "/indicators/0/level2")], Named(form, "S04"));
    }

    [Theory]
    [InlineData("优", null)]
    [InlineData("优秀", null)]
    [InlineData("良", "warning")]
    [InlineData("甲", null)]
    public void S13_grade(string word, string? severity) =>
        Expect("S13", "/total/score", severity, Clean with { Extra = [new("总分", word)] });

    [Theory]
    [InlineData("总分 · 偏差原因分析", "warning")]
    [InlineData("水质 · 偏差原因分析", null)]
    public void S13_grade_under_a_column(string label, string? severity) =>
        Expect("S13", "/total/score", severity, Clean with { Extra = [new(label, "良")] });

    [Fact]
    public void S13_names_another_scale_that_fits() =>
        Expect("S13", "/total/score", "info", (Clean with { Extra = [new("总分", "优")] }).WithTotal("100", "85"));

    [Theory]
    [InlineData("700000.00", "info")]
    [InlineData("450000.00", null)]
    [InlineData("0", null)]
    public void F09_changed_budget(string initial, string? severity) =>
        Expect("F09", "/funds/0/annualBudget", severity, Clean.WithFund(0, row => row with { InitialBudget = Number(initial) }));

    [Fact]
    public void F09_is_silent_where_the_change_is_explained() =>
        Assert.Empty((Clean with { Goals = new Goals("", "年中调减预算") }).WithFund(0, row => row with { InitialBudget = Number("700000.00") }).Of("F09"));

    [Fact]
    public void F10_negative_amount() =>
        Expect("F10", "/funds/2/annualBudget", "warning", Clean.WithFund(2, row => row with { AnnualBudget = Number("-5") }));

    [Theory]
    [InlineData("投入资金38万元", null)]
    [InlineData("投入资金380000.5元", null)]
    [InlineData("投入资金380000.5万元", "warning")]
    [InlineData("投入资金38.00005元", "warning")]
    [InlineData("投入资金400000万元", null)]           // one digit: chance
    public void F08_unit_of_an_amount_in_words(string text, string? severity) =>
        Expect("F08", "/goals/actual", severity, Clean with { Goals = new Goals("", text) });

    [Theory]
    [InlineData("/projectName", "warning")]
    [InlineData("/department", "info")]
    [InlineData("/goals/actual", "warning")]
    public void R03_blank_fields(string pointer, string severity) => Expect("R03", pointer, severity, pointer switch
    {
        "/projectName" => Clean with { ProjectName = "" },
        "/department" => Clean with { Department = "" },
        _ => Clean with { Goals = new Goals("保持河道畅通", "") },
    });

    [Fact]
    public void X02_the_text_layer_says_something_else_than_the_picture()
    {
        var form = Clean with
        {
            Provenance = [.. Clean.Provenance.Select(field => field.Pointer == "/total/score" ? field with { Places = [field.Places[0] with { Origin = "ppocr", TextLayer = "91.7" }] } : field)],
        };
        var finding = Assert.Single(form.Of("X02"));
        Assert.Equal((Severity.Warning, "/total/score", "91.7"), (finding.Severity, finding.Subject, finding.Computed));
        Assert.Contains("/total/score", Auditor.Audit(form).NeedsReview);
        Assert.Empty(Clean.Of("X02"));
    }

    [Fact]
    public void R03_does_not_miss_what_the_layout_does_not_have() =>
        Assert.Empty((Clean with { ProjectName = null, Department = null, ImplementingUnit = null, Goals = null }).Of("R03"));

    [Fact]
    public void R05_a_kind_of_indicator_is_missing() =>
        Expect("R05", "/indicators", "info", Clean with { Indicators = Clean.Indicators.RemoveAt(5) });

    [Theory]
    [InlineData("完成河道养护一百二十公里以上，保持水面清洁。", "完成河道养护一百二十公里以上,保持水面清洁", "info")]
    [InlineData("完成河道养护一百二十公里以上，保持水面清洁。", "完成河道养护一百三十公里。", null)]
    [InlineData("保持清洁。", "保持清洁。", null)]
    public void T04_goals_copied(string expected, string actual, string? severity) =>
        Expect("T04", "/goals/actual", severity, Clean with { Goals = new Goals(expected, actual) });

    [Fact]
    public void T05_all_bounds_copied()
    {
        var copied = Clean.WithIndicator(0, row => row with { Actual = row.Target }).WithIndicator(1, row => row with { Actual = row.Target });
        Expect("T05", "/indicators/0/actual", "info", copied);
        Assert.Empty(Clean.Of("T05"));
    }

    [Theory]
    [InlineData("100%", "", "info")]
    [InlineData("≥100%", "", "info")]
    [InlineData("100%", "发放问卷50份", null)]
    [InlineData("95%", "", null)]
    public void T06_full_satisfaction(string actual, string goals, string? severity) =>
        Expect("T06", "/indicators/5/actual", severity, (Clean with { Goals = new Goals("", goals) })
            .WithIndicator(5, row => row with { Actual = QuantityText.Read(actual) }));

    // How points shall be given says nothing of what was done.
    [Theory]
    [InlineData("考核标准 · 群众满意度", "info")]
    [InlineData("佐证材料 · 群众满意度", null)]
    public void T06_a_standard_is_no_survey(string label, string? severity) =>
        Expect("T06", "/indicators/5/actual", severity, (Clean with { Goals = new Goals("", ""), Extra = [new LabelledText(label, "调查结果达到目标得满分")] })
            .WithIndicator(5, row => row with { Actual = QuantityText.Read("100%") }));

    [Theory]
    [InlineData("2022年完成养护任务", "warning")]
    [InlineData("2023年完成养护任务", null)]
    [InlineData("自2022年起持续养护", null)]
    [InlineData("2022年立项，2023年完成", null)]
    [InlineData("2024年继续养护", null)]
    public void T07_another_year(string text, string? severity) =>
        Expect("T07", "/goals/actual", severity, Clean with { Goals = new Goals("", text) });

    [Theory]
    [InlineData("完成养护河道130公里", "warning")]
    [InlineData("完成养护河道125公里", null)]
    [InlineData("其中养护河道100公里和25公里", null)]
    [InlineData("疏浚管网130公里", null)]
    [InlineData("养护河道130场", null)]
    public void T03_numbers_in_the_goals(string text, string? severity) =>
        Expect("T03", "/indicators/0/actual", severity, Clean with { Goals = new Goals("", text) });

    [Theory]
    [InlineData("=125公里", "125", "完成养护河道130公里", "warning")]
    [InlineData("=125公里", "125", "完成养护河道125公里", null)]
    [InlineData("≥90%", "0.95", "养护河道95%", null)]
    public void T03_a_bare_value_has_the_unit_of_its_target(string target, string actual, string text, string? severity) =>
        Expect("T03", "/indicators/0/actual", severity, (Clean with { Goals = new Goals("", text) })
            .WithIndicator(0, row => row with { Target = QuantityText.Read(target), Actual = QuantityText.Read(actual) }));

    [Theory]
    [InlineData("380000.5", "warning")]
    [InlineData("870,036.5", "warning")]
    [InlineData("完成", null)]
    [InlineData("", null)]
    public void T11_amount_in_a_place_of_words(string text, string? severity) =>
        Expect("T11", "/goals/actual", severity, Clean with { Goals = new Goals("保持河道畅通", text) });

    [Fact]
    public void T11_names_the_amount_that_it_is() =>
        Assert.Equal(["/funds/0/executed"], Assert.Single((Clean with { Goals = new Goals("", "380000.5") }).Of("T11")).Evidence.AsEnumerable());

    [Fact]
    public void A_profile_switches_a_rule_off_or_changes_its_severity()
    {
        var form = Clean.WithTotal("100", "98.7");
        Assert.Empty(Auditor.Audit(form, AuditProfile.National with { Off = ["S01"] }).Findings);
        Assert.Equal(
            Severity.Warning,
            Assert.Single(Auditor.Audit(form, AuditProfile.National with { Severities = System.Collections.Immutable.ImmutableDictionary<string, Severity>.Empty.Add("S01", Severity.Warning) }).Findings).Severity);
    }

    private static IEnumerable<(string, Severity, string)> Named(Form form, string rule) =>
        form.Of(rule).Select(finding => (finding.Rule, finding.Severity, finding.Subject));

    private static void Expect(string rule, string subject, string? severity, Form form)
    {
        var found = form.Of(rule);
        Assert.Equal(severity is null ? [] : [(subject, severity)], found.Select(finding => (finding.Subject, finding.Severity.ToString().ToLowerInvariant())));
        Assert.All(found, finding => Assert.EndsWith("。", finding.Message, StringComparison.Ordinal));
    }
}

using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

/// <summary>The rules about how points are split and given a second time, and about doubtful reading.</summary>
public class SecondColumnRulesTests
{
    [Theory]
    [InlineData("20", "15", null)]                  // 50, 30, 10: as it is
    [InlineData("25", "10", "info")]                // 55, 25, 10
    [InlineData("", "15", null)]                    // points missing: no sum to compare
    public void S05_split_of_the_first_level(string output, string effect, string? severity)
    {
        var form = Clean.WithIndicator(0, row => row with { Weight = Number(output) }).WithIndicator(3, row => row with { Weight = Number(effect) });
        Expect("S05", "/indicators", severity, form);
    }

    [Fact]
    public void S05_says_both_splits() =>
        Assert.Contains(
            "一级指标分值为 产出 55、效益 30、满意度 10，适用规定（全国（财预〔2020〕10号））为",
            Assert.Single(Clean.WithIndicator(0, row => row with { Weight = Number("25") }).Of("S05")).Message, StringComparison.Ordinal);

    [Fact]
    public void S05_is_silent_where_levels_have_other_names_or_nothing_is_prescribed()
    {
        var unlike = Clean.WithIndicator(0, row => row with { Weight = Number("25") });
        Assert.Empty(unlike.WithIndicator(1, row => row with { Level1 = "履职效能" }).Of("S05"));
        Assert.DoesNotContain(Auditor.Audit(unlike, AuditProfile.National with { Splits = [] }).Findings, finding => finding.Rule == "S05");
    }

    [Theory]
    [InlineData("复核分", "18", null)]
    [InlineData("复核分", "21", "error")]
    [InlineData("财政审核评分", "-1", "error")]
    [InlineData("复核分", "", null)]
    [InlineData("复核分", "通过", null)]
    [InlineData("复核意见", "21", null)]
    [InlineData("复核分（20分）", "25", "error")]
    public void S14_a_reviewed_score_is_within_its_points(string header, string text, string? severity) =>
        Expect("S14", $"/extra/{header} · 养护河道长度", severity, Clean.With(($"{header} · 养护河道长度", text)));

    [Theory]
    [InlineData("20", "2", "18", null)]         // own score less what is taken off
    [InlineData("18", "2", "18", null)]         // points less what is taken off
    [InlineData("20", "-2", "18", null)]
    [InlineData("20", "2", "17", "error")]
    [InlineData("18", "2", "", null)]           // no reviewed score: 20 points less 2
    [InlineData("17", "2", "", "error")]
    [InlineData("17", "无", "", null)]
    public void S14_points_taken_off_are_what_is_missing(string own, string off, string reviewed, string? severity)
    {
        var form = Clean.WithIndicator(0, row => row with { Score = Number(own) })
            .With(("扣分 · 养护河道长度", off), ("审核得分 · 养护河道长度", reviewed));
        Expect("S14", reviewed.Length > 0 ? "/extra/审核得分 · 养护河道长度" : "/indicators/0/score", severity, form);
    }

    [Fact]
    public void S14_does_not_guess_whose_a_value_is_where_two_rows_have_one_name() =>
        Assert.Empty(Clean.WithIndicator(1, row => row with { Level3 = "养护河道长度" }).With(("复核分 · 养护河道长度", "99")).Of("S14"));

    [Fact]
    public void S15_names_full_points_for_everything_while_money_is_left()
    {
        var full = Clean with { Indicators = [.. Clean.Indicators.Select(row => row with { Score = row.Weight })] };
        Expect("S15", "/funds/0/rate", "info", full);
        Expect("S15", "", null, full.WithFund(0, row => row with { Executed = Number("400000.00"), Rate = Number("100.00%") }));
        Expect("S15", "", null, Clean);
    }

    [Theory]
    [InlineData("12.50", "", "warning")]
    [InlineData("说明", "3,456.00", "warning")]
    [InlineData("说明 (2)", "95%", "warning")]
    [InlineData("3", "", "info")]
    [InlineData("项目负责人", "", null)]
    [InlineData("说明", "2023年", null)]
    [InlineData("联系电话", "87654321", null)]
    public void X03_a_number_without_a_field_or_a_label_is_named(string label, string text, string? severity) =>
        Expect("X03", FieldPointer.OfExtra(label), severity, Clean.With((label, text)));

    [Fact]
    public void X03_names_all_lone_numbers_of_a_form_at_once()
    {
        var finding = Assert.Single(Clean.With(("1", ""), ("8,327,988.00", ""), ("0", "")).Of("X03"));
        Assert.Equal(("/extra/8,327,988.00", 2), (finding.Subject, finding.Evidence.Length));
        Assert.Contains("数字“1”、“8,327,988.00”、“0”没有归入", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void X03_points_without_a_name_are_named()
    {
        Expect("X03", "/indicators/2/level3", "info", Clean.WithIndicator(2, row => row with { Level3 = "" }));
        Expect("X03", "", null, Clean.WithIndicator(2, row => row with { Level3 = "", Level2 = "质量指标" }));
    }

    [Fact]
    public void X05_names_the_least_sure_number_once_a_form()
    {
        var form = Clean.WithConfidence("/indicators/3/score", 0.98m).WithConfidence("/funds/0/executed", 0.999m, 0.6m).WithConfidence("/indicators/0/target", 0.1m);
        Expect("X05", "/funds/0/executed", "info", form);
        Assert.Equal(["/indicators/3/score"], Assert.Single(form.Of("X05")).Evidence.AsEnumerable());
        Expect("X05", "", null, Clean.WithConfidence("/indicators/0/target", 0.1m));
    }

    private static void Expect(string rule, string subject, string? severity, Form form)
    {
        var found = form.Of(rule);
        Assert.Equal(severity is null ? [] : [(subject, severity)], found.Select(finding => (finding.Subject, finding.Severity.ToString().ToLowerInvariant())));
        Assert.All(found, finding => Assert.EndsWith("。", finding.Message, StringComparison.Ordinal));
    }
}

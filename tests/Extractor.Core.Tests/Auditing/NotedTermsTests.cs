using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Forms;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

/// <summary>What forms prescribe in their own notes, as such notes are worded.</summary>
public class NotedTermsTests
{
    [Theory]
    [InlineData("1.预算执行率（10分）=执行数/预算数×10分", 10)]
    [InlineData("预算执行率分值为20分，得分不得突破权重总额", 20)]
    [InlineData("预算执行率权重10%，产出指标50%，效益指标30%，满意度指标10%", 10)]
    [InlineData("预算执行情况得分=20分*执行率", 20)]
    [InlineData("资金得分计算：10×预算执行率", 10)]
    [InlineData("预算执行率90%以上的得满分", null)]
    [InlineData("预算执行率（10分）；预算执行率分值20分", null)]          // two things said
    [InlineData("本项目预算执行率为98.5%", null)]
    public void Points_for_execution(string note, int? points) => Assert.Equal(points, Of(note).Execution);

    [Theory]
    [InlineData("定性指标根据指标完成情况分为：达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照该指标对应分值区间100-80%(含80%)、80-50%(含50%)、50-0%合理确定得分。", 0.8, 0.5)]
    [InlineData("达成年度指标记100%-80%（含80%），部分达成记80%-60%（含60%），未达成记60%-0%。", 0.8, 0.6)]
    [InlineData("三档，分别按照100%-80%（含）、80%-60%（含）、60%-0%合理填写完成比例", 0.8, 0.6)]
    [InlineData("完成率在100%至80%之间的", null, null)]
    public void Bands_of_words(string note, double? upper, double? lower) => Assert.Equal(
        upper is null ? null : ((decimal)upper, (decimal)lower!.Value), Of(note).Bands);

    [Theory]
    [InlineData("正向指标（即目标值为≥X）得分=实际完成值（B）/年度指标值（A）*该指标分值；反向指标（即目标值为≤X）得分=年度指标值（A）/实际完成值（B）*该指标分值。", ReverseFormula.Ratio)]
    [InlineData("正向指标得分=权重*B/A，反向指标得分=权重*A/B", ReverseFormula.Ratio)]
    [InlineData("反向指标：得分=[1-(实际完成值-指标值)/指标值]×分值", ReverseFormula.Excess)]
    [InlineData("反向指标得分=(1-(B-A)/A)*分值", ReverseFormula.Excess)]
    [InlineData("本表没有反向指标", null)]
    public void Formula_for_reverse_indicators(string note, ReverseFormula? formula) => Assert.Equal(formula, Of(note + "（满分100分）").Reverse);

    [Theory]
    [InlineData("总分100分，90（含）-100分为优、80（含）-90分为良、60（含）-80分为中、60分以下为差", "优90 良80 中60 差0")]
    [InlineData("等级：优（90分及以上）、良（80-90分）、中（60-80分）、差（60分以下）", "优90 良80 中60 差0")]
    [InlineData("得分80分（含）以上为优，70分（含）以上为良，60分（含）以上为中，60分以下为差", "优80 良70 中60 差0")]
    [InlineData("评价结果为优", "")]
    [InlineData("90分以上为良，80分以上为优，60分以上为中", "")]       // contradicts itself
    public void Grades(string note, string grades) =>
        Assert.Equal(grades, string.Join(' ', Of(note).Grades.Select(grade => $"{grade.Word}{grade.AtLeast}")));

    [Theory]
    [InlineData("无")]
    [InlineData("部分合同跨年度执行，尾款未能在年内支付，涉及资金20%。")]
    [InlineData("项目自评总分较高，自评得分95分，等次为“优”。")]
    [InlineData("一是预算编制不够精细；二是完成率85%，扣5分。")]
    public void Other_texts_prescribe_nothing(string note) => Assert.True(Of(note).IsEmpty);

    [Fact]
    public void Notes_go_before_the_template_and_are_told_and_an_order_goes_before_them()
    {
        var form = Noted("定性指标分三档：100-80%（含80%）、80-50%（含50%）、50-0%；预算执行率20分");
        var choice = AuditProfiles.Default.For(form);
        Assert.Equal(("national-2020+notes", 20m, 0.5m), (choice.Profile.Id, choice.Profile.Execution, choice.Profile.LowerBand));
        Assert.Equal("no other is for its template; the form's own notes say: 20 points for execution, bands of words at 80% and 50%", choice.English);
        Assert.Equal("无专用规定，按通用规定；表内说明另定：预算执行 20 分，定性指标分档 80%、50%", choice.Chinese);
        Assert.Equal("national-2020", AuditProfiles.Default.Ordered(AuditProfile.National).For(form).Profile.Id);
    }

    [Fact]
    public void Notes_that_agree_with_the_profile_change_nothing()
    {
        var form = Noted("定性指标分三档：100-80%（含80%）、80-60%（含60%）、60-0%；总分90（含）-100分为优、80（含）-90分为良、60（含）-80分为中");
        Assert.Equal("national-2020", AuditProfiles.Default.For(form).Profile.Id);
    }

    [Fact]
    public void A_form_is_audited_by_what_its_notes_say()
    {
        var words = Clean.WithIndicator(3, row => row with { Actual = Normalization("未达成预期指标且效果较差"), Score = Number("8"), Weight = Number("15") });
        Assert.DoesNotContain(Audited(words), finding => finding.Rule == "S11");
        var noted = words with { Extra = Noted("三档：100-80%（含80%）、80-50%（含50%）、50-0%").Extra };
        var finding = Assert.Single(Audited(noted), finding => finding.Rule == "S11");
        Assert.Equal("national-2020+notes", finding.Profile);
    }

    [Theory]
    [InlineData(20, "19", "national-2020+notes", "表内说明另定：预算执行 20 分（见表头）")]
    [InlineData(10, "9.5", "national-2020+notes", "预算执行 10 分（见表头）")]
    public void Points_in_the_header_of_the_funds_are_those_that_count(int points, string right, string profile, string reason)
    {
        var form = (Clean with { ExecutionPoints = Number(points.ToString(System.Globalization.CultureInfo.InvariantCulture)) }).WithFund(0, row => row with { Weight = null, Score = Number("15") });
        Assert.Equal(("/funds/0/score", profile), (Assert.Single(Audited(form), finding => finding.Rule == "F07").Subject, AuditProfiles.Default.For(form).Profile.Id));
        Assert.Contains(reason, AuditProfiles.Default.For(form).Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain(Audited(form.WithFund(0, row => row with { Score = Number(right) })), finding => finding.Rule == "F07");
    }

    [Fact]
    public void A_header_that_says_what_the_profile_says_makes_it_certain()
    {
        var (profiles, _) = AuditProfiles.Of([AuditProfile.National with { Execution = 10 }]);
        Assert.False(profiles!.For(Clean).IsCertain);
        var choice = profiles.For(Clean with { ExecutionPoints = Number("10") });
        Assert.Equal((true, "national-2020", 10m), (choice.IsCertain, choice.Profile.Id, choice.Profile.Execution));
        // Notes that say otherwise leave it open.
        Assert.False(profiles.For(Noted("预算执行率20分") with { ExecutionPoints = Number("10") }).IsCertain);
    }

    [Fact]
    public void Points_that_the_layout_does_not_print_are_those_that_are_prescribed()
    {
        // 95.000125 % of 20 points are 19.
        var form = Clean.WithFund(0, row => row with { Weight = null, Score = Number("15") });
        Assert.DoesNotContain(Audited(form), finding => finding.Rule == "F07");
        var noted = form with { Extra = Noted("预算执行率20分").Extra };
        Assert.Equal(("/funds/0/score", "19"), (Assert.Single(Audited(noted), finding => finding.Rule == "F07").Subject, Assert.Single(Audited(noted), finding => finding.Rule == "F07").Computed));
        Assert.DoesNotContain(Audited(noted.WithFund(0, row => row with { Score = Number("19") })), finding => finding.Rule == "F07");
    }

    private static QuantityReading Normalization(string text) => Extractor.Core.Normalization.QuantityText.Read(text);

    private static System.Collections.Immutable.ImmutableArray<Finding> Audited(Form form) => new DocumentAudit(AuditProfiles.Default).Audit(form).Findings;

    private static NotedTerms Of(string note) => NotedTerms.Of(Noted(note));

    private static Form Noted(string note) => Clean with { Extra = [new("填报说明", note)] };
}

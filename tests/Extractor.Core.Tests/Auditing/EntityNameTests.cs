using Extractor.Core.Auditing;

namespace Extractor.Core.Tests.Auditing;

public class EntityNameTests
{
    [Theory]
    [InlineData("2023年河道养护项目", "河道养护项目")]
    [InlineData("河道养护项目（2023年度）", "河道养护项目")]
    [InlineData("河道 养护“项目”", "河道养护项目")]
    [InlineData("51326224R14629283-河道养护项目", "河道养护项目")]
    [InlineData("310115-河道养护项目", "河道养护项目")]
    [InlineData("河道养护（二期）", "河道养护二期")]
    [InlineData("２０２３年ＡＰＰ运维", "APP运维")]
    [InlineData("2023年", null)]
    [InlineData("", null)]
    [InlineData("无", null)]
    [InlineData("/", null)]
    [InlineData(null, null)]
    public void Of_a_project(string? printed, string? key) => Assert.Equal(key, EntityName.OfProject(printed));

    [Theory]
    [InlineData("301001-某市水务局", "某市水务局")]
    [InlineData("[301]某市水务局", "某市水务局")]
    [InlineData("某市水务局（301001）", "某市水务局")]
    [InlineData("某市 水务局", "某市水务局")]
    [InlineData("某市水务局（汇总）", "某市水务局汇总")]     // not taken for the same: it may be more than the bureau itself
    [InlineData("某市第101中学", "某市第101中学")]
    public void Of_a_unit(string printed, string key) => Assert.Equal(key, EntityName.OfUnit(printed));
}

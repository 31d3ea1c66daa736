using Extractor.Core.Normalization;

namespace Extractor.Core.Tests.Normalization;

public sealed class AmountUnitTests
{
    [Theory]
    [InlineData("项目资金（万元）", "万元")]
    [InlineData("项目资金\n(元)", "元")]
    [InlineData("单位：亿元", "亿元")]
    [InlineData("项目资金（万元", "万元")]
    [InlineData("项目资金万元）", "万元")]
    [InlineData("项目资金元）", "元")]
    [InlineData("预算执行情况方元)\n(20分)", "万元")]
    [InlineData("项目预算资金（方元", "万元")]
    [InlineData("预算执行情况万元)(20分)", "万元")]
    [InlineData("项目资金（万（元）", "万元")]
    [InlineData("项目资金（万\n元！", "万元")]
    [InlineData("(20分)预算执行情况", null)]
    [InlineData("成本每人100元)", null)]
    [InlineData("项目资金", null)]
    [InlineData("成本（每人100元）", null)]
    public void The_unit_is_what_stands_in_brackets_though_one_of_them_was_not_recognised(string label, string? unit) =>
        Assert.Equal(unit, AmountUnit.Find(label));
}

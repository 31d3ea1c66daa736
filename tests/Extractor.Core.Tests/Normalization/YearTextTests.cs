using Extractor.Core.Normalization;

namespace Extractor.Core.Tests.Normalization;

public class YearTextTests
{
    [Theory]
    [InlineData("(2022 年度)", 2022)]
    [InlineData("（ 2021 年度）", 2021)]
    [InlineData("2019年度)", 2019)]
    [InlineData("2022年度项目支出绩效自评表", 2022)]
    [InlineData("银川市本级部门项目支出绩效自评表(2021年)", 2021)]
    [InlineData("年度：2024年", 2024)]
    [InlineData("年度:2024", 2024)]
    [InlineData("二〇二二年度", 2022)]
    [InlineData("二○二三年", 2023)]
    public void A_year_is_found(string text, int year) => Assert.Equal(year, YearText.Find(text));

    [Theory]
    [InlineData("财政项目支出绩效自评表")]
    [InlineData("三年行动计划")]
    [InlineData("12022")]
    [InlineData("1022年")]
    [InlineData("")]
    public void A_text_without_a_year_gives_none(string text) => Assert.Null(YearText.Find(text));
}

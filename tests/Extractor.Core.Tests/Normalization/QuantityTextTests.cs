using CsCheck;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Tests.Normalization;

public class QuantityTextTests
{
    public static TheoryData<string, string?, decimal, string?> Quantities => new()
    {
        { "=1次", "=", 1m, "次" },
        { "＝1次", "=", 1m, "次" },
        { "═1次", "=", 1m, "次" },
        { "=100%", "=", 100m, "%" },
        { "＝１００％", "=", 100m, "%" },
        { ">99%", ">", 99m, "%" },
        { "＞99%", ">", 99m, "%" },
        { ">=100人", "≥", 100m, "人" },
        { "＞＝100人", "≥", 100m, "人" },
        { "=>30个", "≥", 30m, "个" },
        { "≥50个", "≥", 50m, "个" },
        { "≥590台（套）", "≥", 590m, "台(套)" },
        { "≧50个", "≥", 50m, "个" },
        { "⩾50个", "≥", 50m, "个" },
        { "≮50个", "≥", 50m, "个" },
        { "<=5天", "≤", 5m, "天" },
        { "=<5天", "≤", 5m, "天" },
        { "≤5天", "≤", 5m, "天" },
        { "≦5天", "≤", 5m, "天" },
        { "⩽5天", "≤", 5m, "天" },
        { "≯5天", "≤", 5m, "天" },
        { "<5天", "<", 5m, "天" },
        { "不少于12种", "≥", 12m, "种" },
        { "不低于90%", "≥", 90m, "%" },
        { "大于等于90%", "≥", 90m, "%" },
        { "大于或等于90%", "≥", 90m, "%" },
        { "大于90%", ">", 90m, "%" },
        { "超过90%", ">", 90m, "%" },
        { "不超过36.48万元", "≤", 36.48m, "万元" },
        { "不高于5%", "≤", 5m, "%" },
        { "小于等于5%", "≤", 5m, "%" },
        { "小于5%", "<", 5m, "%" },
        { "等于5", "=", 5m, null },
        { "90%以上", "≥", 90m, "%" },
        { "≥90%以上", "≥", 90m, "%" },
        { "90%及以上", "≥", 90m, "%" },
        { "3天以内", "≤", 3m, "天" },
        { ">80", ">", 80m, null },
        { "50", null, 50m, null },
        { "95%", null, 95m, "%" },
        { "95 %", null, 95m, "%" },
        { "≥ 95 %", "≥", 95m, "%" },
        { "100百分比", null, 100m, "百分比" },
        { "70人左右", null, 70m, "人左右" },
        { "=70人左右", "=", 70m, "人左右" },
        { "（70人左右）", null, 70m, "人左右" },
        { "=250场次", "=", 250m, "场次" },
        { "4000元/人", null, 4000m, "元/人" },
        { "1,250人次", null, 1250m, "人次" },
        { "98.5", null, 98.5m, null },
        { "30.00%", null, 30m, "%" },
        { "-5℃", null, -5m, "℃" },
        { "≥3年", "≥", 3m, "年" },
        { "12个月", null, 12m, "个月" },
        { "≤30日", "≤", 30m, "日" },
        { "500kg", null, 500m, "kg" },
        { "≥90%；", "≥", 90m, "%" },
        { "100%。", null, 100m, "%" },
        { "＝１，２５０\n次", "=", 1250m, "次" },
    };

    public static TheoryData<string> Texts => new()
    {
        "", "良好", "及时", "健全", "完成", "≥", "=良好", ">=≥90%",
        // Dates.
        "2021年12月完成", "2021年完成", "2022年", "2020年全年", "2022年度", "12月底之前完成", "12月", "30日内", "6月30日", "2022-12-31", "2022.12.31", "≥2021年",
        // Ranges, ratios, several values.
        "90%-95%", "90-95", "90~95%", "90%至95%", "3到5次", "1:2", "1/3", "1 1", "4000 4000 100%", "≥90%（含90%）",
        // Sentences and names.
        "5G网络", "已完成3次", "约70人", "达到95%", "3项制度已建立，运行良好", "完成了全部100项任务", "100%覆盖全区所有街道和镇",
        // Not one number.
        "1,23人", "1.2.3", "99999999999999999999999999999次", "（12.5）", "≥90%以下", "500m2", "-", "—", "/",
    };

    [Theory]
    [MemberData(nameof(Quantities))]
    public void A_quantity_is_a_comparator_a_number_and_a_unit(string text, string? comparator, decimal value, string? unit)
    {
        var reading = QuantityText.Read(text);
        Assert.Equal((comparator, value, unit), (reading.Comparator, reading.Value, reading.Unit));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_has_no_value(string text) =>
        Assert.Equal(new QuantityReading(text, null, null, null), QuantityText.Read(text));

    [Theory]
    [InlineData(">=80\n%", ">=80%")]
    [InlineData("＞＝８０％", "＞＝８０％")]
    [InlineData("≥ 80 %", "≥ 80 %")]
    [InlineData("建立\n  制度", "建立制度")]
    [InlineData("open\ndata", "open data")]
    [InlineData(" 良好 ", "良好")]
    public void The_text_stays_as_printed_but_for_line_wraps(string text, string kept) =>
        Assert.Equal(kept, QuantityText.Read(text).Text);

    [Fact]
    public void However_it_is_put_together_a_quantity_comes_apart_again()
    {
        var parts = Gen.Select(
            Gen.OneOf<(string, string?)>(("", null), ("=", "="), ("＝", "="), (">=", "≥"), ("≧", "≥"), ("不超过", "≤"), ("<", "<"), ("＞", ">")),
            Gen.Decimal[0, 100_000].Select(value => Math.Round(value, 2)),
            Gen.OneOf<string>("", "%", "次", "万元", "人次", "家"));
        parts.Sample((comparator, value, unit) =>
        {
            var (printed, meant) = comparator;
            var reading = QuantityText.Read(FormattableString.Invariant($"{printed}{value}{unit}"));
            Assert.Equal((meant, value, unit.Length == 0 ? null : unit), (reading.Comparator, reading.Value, reading.Unit));
        });
    }

    [Fact]
    public void Any_text_gets_an_answer_and_a_text_without_value_has_no_parts() =>
        Gen.String[Gen.Char["0123456789,.%≥≤<>=人次年月日（）-~ \n不超过以上"], 0, 10].Sample(text =>
        {
            var reading = QuantityText.Read(text);
            Assert.True(reading.Value is not null || (reading.Comparator is null && reading.Unit is null));
            Assert.True(reading.Value is null || text.Any(char.IsAsciiDigit));
        });
}

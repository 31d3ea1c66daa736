using System.Globalization;
using CsCheck;
using Extractor.Core.Forms;
using Extractor.Core.Normalization;

namespace Extractor.Core.Tests.Normalization;

public class NumberTextTests
{
    /// <summary>Text, value, shown decimals, unit.</summary>
    public static TheoryData<string, decimal, int, string> Numbers => new()
    {
        { "136,250.54", 136250.54m, 2, "" },
        { "707800.00", 707800m, 2, "" },
        { "707800", 707800m, 0, "" },
        { "4,906,504", 4906504m, 0, "" },
        { "1,234", 1234m, 0, "" },
        { "0", 0m, 0, "" },
        { "0.00", 0m, 2, "" },
        { "007", 7m, 0, "" },
        { ".50", 0.5m, 2, "" },
        { "5.", 5m, 0, "" },
        { "52.800000", 52.8m, 6, "" },
        { "98.21000000000001", 98.21000000000001m, 14, "" },
        { "１２３，４５６．７", 123456.7m, 1, "" },
        { "136,250.\n54", 136250.54m, 2, "" },
        { "136,\r\n  250.54", 136250.54m, 2, "" },
        { "1362\n50.54", 136250.54m, 2, "" },
        { " 12.5　", 12.5m, 1, "" },
        { "136,250. 54", 136250.54m, 2, "" },
        { "\u200B42\uFEFF", 42m, 0, "" },
        { "-12.50", -12.5m, 2, "" },
        { "－12.50", -12.5m, 2, "" },
        { "−12.50", -12.5m, 2, "" },
        { "–12.50", -12.5m, 2, "" },
        { "+12.50", 12.5m, 2, "" },
        { "(12.50)", -12.5m, 2, "" },
        { "（12.50）", -12.5m, 2, "" },
        { "（1,012.50）", -1012.5m, 2, "" },
        { "-0", 0m, 0, "" },
        { "34.26%", 0.3426m, 4, "%" },
        { "34.26％", 0.3426m, 4, "%" },
        { "３４．２６％", 0.3426m, 4, "%" },
        { "34.26 %", 0.3426m, 4, "%" },
        { "100.00%", 1m, 4, "%" },
        { "100%", 1m, 2, "%" },
        { "0%", 0m, 2, "%" },
        { "-5%", -0.05m, 2, "%" },
        { "(5%)", -0.05m, 2, "%" },
        { "5‰", 0.005m, 3, "‰" },
        { "620.82万元", 620.82m, 2, "万元" },
        { "620.82 万元", 620.82m, 2, "万元" },
        { "620.82万", 620.82m, 2, "万" },
        { "12元", 12m, 0, "元" },
        { "1.5亿元", 1.5m, 1, "亿元" },
        { "10分", 10m, 0, "分" },
        { "9999999999999999999999999999", 9999999999999999999999999999m, 0, "" },
        { "00000000000000000000000000000000012", 12m, 0, "" },
    };

    /// <summary>Text and why it is no number.</summary>
    public static TheoryData<string, NumberProblem> NoNumbers => new()
    {
        { "", NumberProblem.Nothing },
        { " \n　", NumberProblem.Nothing },
        { "—", NumberProblem.Nothing },
        { "——", NumberProblem.Nothing },
        { "-", NumberProblem.Nothing },
        { "－", NumberProblem.Nothing },
        { "/", NumberProblem.Nothing },
        { "／", NumberProblem.Nothing },
        { "无", NumberProblem.Nothing },
        { "1,23", NumberProblem.BrokenGrouping },
        { "12,34.5", NumberProblem.BrokenGrouping },
        { "1234,567", NumberProblem.BrokenGrouping },
        { "0,123", NumberProblem.BrokenGrouping },
        { ",123", NumberProblem.BrokenGrouping },
        { "1,2345", NumberProblem.BrokenGrouping },
        { "1,,234", NumberProblem.BrokenGrouping },
        { "1,234,", NumberProblem.BrokenGrouping },
        { "1.234,56", NumberProblem.BrokenGrouping },
        { "136.250.54", NumberProblem.SecondPoint },
        { "1..5", NumberProblem.SecondPoint },
        { "1 1", NumberProblem.BlankInside },
        { "136 250.54", NumberProblem.BlankInside },
        { "良好", NumberProblem.NotANumber },
        { ".", NumberProblem.NotANumber },
        { "%", NumberProblem.NotANumber },
        { "()", NumberProblem.NotANumber },
        { "(", NumberProblem.NotANumber },
        { "--5", NumberProblem.NotANumber },
        { "-(5)", NumberProblem.NotANumber },
        { "(-5)", NumberProblem.NotANumber },
        { "—5", NumberProblem.NotANumber },
        { "5-", NumberProblem.NotANumber },
        { "50%%", NumberProblem.NotANumber },
        { "（50分）", NumberProblem.NotANumber },
        { "（62万元）", NumberProblem.NotANumber },
        { "IO", NumberProblem.NotANumber },
        { "1O", NumberProblem.NotANumber },
        { "7.078E+05", NumberProblem.NotANumber },
        { "12次", NumberProblem.NotANumber },
        { "34.26%左右", NumberProblem.NotANumber },
        { "3。5", NumberProblem.NotANumber },
        { "一百", NumberProblem.NotANumber },
        { "٣", NumberProblem.NotANumber },
        { "99999999999999999999999999999", NumberProblem.TooLong },
        { "0.00000000000000000000000000001", NumberProblem.TooLong },
        { "0.000000000000000000000000001%", NumberProblem.TooLong },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_printed_number_has_its_exact_value(string text, decimal value, int decimals, string unit)
    {
        Assert.Equal(new PrintedNumber(value, decimals, unit), NumberText.Parse(text));
        Assert.Equal(value, NumberText.Read(text).Value);
    }

    [Theory]
    [MemberData(nameof(NoNumbers))]
    public void What_is_no_number_has_a_reason_and_no_value(string text, NumberProblem problem)
    {
        Assert.Equal(new NoNumber(problem), NumberText.Parse(text));
        Assert.Null(NumberText.Read(text).Value);
    }

    [Theory]
    [InlineData("136,250.\n54", "136,250.54")]
    [InlineData(" 10 ", "10")]
    [InlineData("—", "—")]
    [InlineData("３４．２６％", "３４．２６％")]
    [InlineData("1 1", "1 1")]
    [InlineData("", "")]
    public void The_text_stays_as_printed_but_for_line_wraps(string text, string kept) =>
        Assert.Equal(kept, NumberText.Read(text).Text);

    [Theory]
    [InlineData("100.00%")]
    [InlineData("707800.00")]
    [InlineData("0.00")]
    public void A_value_carries_no_trailing_zeros(string text)
    {
        var value = NumberText.Read(text).Value!.Value;
        Assert.Equal(0, value.Scale);
        Assert.False(decimal.IsNegative(value));
    }

    [Fact]
    public void Minus_nothing_is_not_a_negative_zero() => Assert.False(decimal.IsNegative(NumberText.Read("-0.00").Value!.Value));

    [Fact]
    public void Reading_a_printed_number_gives_it_back()
    {
        // The tests may use a culture to print; the reader has none.
        var number = Gen.Select(Gen.Long[-99_999_999_999, 99_999_999_999], Gen.Int[0, 6], Gen.Bool, Gen.Bool, Gen.Bool);
        number.Sample((digits, decimals, grouped, wide, percent) =>
        {
            var value = new decimal(digits) / Enumerable.Repeat(10m, decimals).Aggregate(1m, (unit, ten) => unit * ten);
            var text = value.ToString($"{(grouped ? "#,0" : "0")}{(decimals > 0 ? "." + new string('0', decimals) : "")}", CultureInfo.InvariantCulture);
            var printed = (wide ? Widen(text) : text) + (percent ? wide ? "％" : "%" : "");
            var read = Assert.IsType<PrintedNumber>(NumberText.Parse(printed));
            Assert.Equal(percent ? value / 100 : value, read.Value);
            Assert.Equal(percent ? decimals + 2 : decimals, read.ShownDecimals);
        });
    }

    [Fact]
    public void Any_text_gets_an_answer_and_a_value_only_with_a_digit() =>
        Gen.String[Gen.Char["0123456789,.-+()%（），．－％ \n元万E无年①"], 0, 12].Sample(text =>
        {
            var reading = NumberText.Read(text);
            Assert.Equal(reading.Value is not null, NumberText.Parse(text) is PrintedNumber);
            Assert.True(reading.Value is null || text.Any(char.IsDigit));
        });

    [Fact]
    public void A_comma_in_the_wrong_place_is_never_read()
    {
        var misplaced = Gen.Select(Gen.Int[1_000, 999_999_999], Gen.Int[1, 8]);
        misplaced.Sample((number, place) =>
        {
            var digits = number.ToString(CultureInfo.InvariantCulture);
            if (place >= digits.Length || (digits.Length - place == 3 && place <= 3))
            {
                return;
            }

            Assert.Equal(new NoNumber(NumberProblem.BrokenGrouping), NumberText.Parse(digits.Insert(place, ",")));
        });
    }

    [Fact]
    public void A_reading_of_a_reading_is_the_same() =>
        Gen.String[Gen.Char["0123456789,.-%（） \n元万"], 0, 10].Sample(text =>
        {
            NumberReading once = NumberText.Read(text);
            Assert.Equal(once, NumberText.Read(once.Text));
        });

    private static string Widen(string text) => string.Concat(text.Select(character => (char)(character + 0xFEE0)));
}

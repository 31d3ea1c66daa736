using CsCheck;
using Extractor.Pipeline.Delivery.Exports;

namespace Extractor.Pipeline.Tests.Delivery.Exports;

public class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+偏差", "'+偏差")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("\0=1", "'\0=1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    public void What_could_run_is_defused(string text, string defused) => Assert.Equal(defused, CsvText.Defused(text));

    [Theory]
    [InlineData("")]
    [InlineData("年度资金总额")]
    [InlineData("'95后")]
    [InlineData("-5.00")]
    [InlineData("-1,234.50")]
    [InlineData("+3%")]
    [InlineData("1=1")]
    public void What_cannot_stays_as_it_is(string text) => Assert.Equal(text, CsvText.Defused(text));

    [Fact]
    public void Every_text_comes_back() =>
        Gen.Char["='-+@\t\r\0a1,.%"].Array[0, 8].Select(letters => new string(letters)).Sample(text => CsvText.Plain(CsvText.Defused(text)) == text);
}

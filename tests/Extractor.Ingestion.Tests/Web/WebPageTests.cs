using System.Text;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Tests.Web;

public sealed class WebPageTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    [Fact]
    public void Spans_are_kept_and_the_text_between_tables_is_lines()
    {
        var page = Read("<h1>自评表</h1><p>单位：<b>某局</b></p><table><caption>表一</caption><tr><th colspan=2>a</th><th rowspan=2>b</th></tr><tr><td>c<td>d</table>after");
        Assert.Equal(["自评表", "单位：某局", "表一", "after"], page.Lines.Select(line => line.Text));
        Assert.Equal(["a 1x2 | b 2x1", "c | d"], Assert.Single(page.Tables).Drawn());
    }

    [Theory]
    [InlineData("<tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr>", "a 2x1 | b;c")]
    [InlineData("<tr><td rowspan=9>a</td><td>b</td></tr><tr><td>c</td></tr>", "a 2x1 | b;c")]
    [InlineData("<thead><tr><td rowspan=5>h</td><td>i</td></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody>", "h | i;a | b")]
    [InlineData("<tfoot><tr><td>f</td></tr></tfoot><tbody><tr><td>b</td></tr></tbody><thead><tr><td>h</td></tr></thead>", "h;b;f")]
    [InlineData("<tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=2>c</td></tr>", "a | b 2x1;c")]
    [InlineData("<tr><td>a</td></tr><tr><td>b</td><td>c</td></tr>", "a | ;b | c")]
    [InlineData("<tr style='display: none'><td>x</td></tr><tr><td>a</td><td hidden>y</td><td>b</td></tr>", "a | b")]
    public void The_grid_is_that_of_HTML(string rows, string expected) =>
        Assert.Equal(expected.Split(';'), Assert.Single(Read($"<table>{rows}</table>").Tables).Drawn());

    [Theory]
    [InlineData("一<br>二", "一/二")]
    [InlineData("<p>一</p><p>二</p>", "一/二")]
    [InlineData("  a \n b&nbsp;c ", "a b c")]
    [InlineData("≥90%<!-- x --><script>document.write('y')</script><style>z</style>", "≥90%")]
    [InlineData("<span style='visibility:hidden'>x</span>a", "a")]
    [InlineData("<input type=checkbox checked>是<input type=checkbox>否<input type=hidden value=x>", "☑是□否")]
    [InlineData("<input value='甲项目'>", "甲项目")]
    [InlineData("&lt;p&gt;residue&lt;/p&gt;", "<p>residue</p>")]
    public void A_text_is_what_is_seen_of_it(string cell, string expected) =>
        Assert.Equal([expected + " | x"], Assert.Single(Read($"<table><tr><td>{cell}</td><td>x</td></tr></table>").Tables).Drawn());

    [Fact]
    public void Only_the_tables_with_the_data_are_tables()
    {
        var page = Read("<table><tr><td>menu</td><td><h2>title</h2><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>");
        Assert.Equal(["a | b", "c | d"], Assert.Single(page.Tables).Drawn());
        Assert.Equal(["menu", "title"], page.Lines.Select(line => line.Text));
    }

    [Theory]
    [InlineData("gb2312", "<meta charset=gb2312>")]
    [InlineData("gb2312", "")]
    [InlineData("gb2312", "<meta charset=utf-8>")]
    [InlineData("utf-8", "<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">")]
    [InlineData("utf-8", "<meta charset=gbk>")]
    [InlineData("utf-8-bom", "<meta charset=gbk>")]
    [InlineData("utf-16", "")]
    [InlineData("big5", "<meta charset=big5>")]
    public void The_encoding_is_told_by_the_mark_the_declaration_or_what_fits(string encoding, string declaration)
    {
        var html = $"<!DOCTYPE html><html><head>{declaration}</head><body><table><tr><td>項目</td><td>x</td></tr></table></body></html>";
        byte[] bytes = encoding switch
        {
            "gb2312" => Gb18030.GetBytes(html),
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(html)],
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(html)],
            "big5" => CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes(html),
            _ => Encoding.UTF8.GetBytes(html),
        };
        Assert.Equal(["項目 | x"], Assert.Single(Opened.Sheet(bytes).Tables).Drawn());
    }

    [Fact]
    public void Elements_nested_without_end_are_refused() =>
        Assert.Equal(OpenFailure.Unsafe, Opened.Refusal(Html(string.Concat(Enumerable.Repeat("<div>", 3000)) + "<table><tr><td>a<td>b</table>")).Reason);

    [Theory]
    [InlineData("<table><tr><td colspan=1000 rowspan=65534>a</td></tr></table>", false)]
    [InlineData("<table>{0}</table>", true)]
    public void Spans_that_claim_more_than_the_limit_are_unread(string html, bool isTooLarge)
    {
        var rows = string.Concat(Enumerable.Repeat("<tr><td colspan=1000 rowspan=65534>a</td></tr>", 1100));
        var content = Html(string.Format(System.Globalization.CultureInfo.InvariantCulture, html, rows));
        Assert.Equal(isTooLarge, Opened.File(content).ReadPage(1) is UnreadPage { Reason: UnreadReason.TooLarge });
    }

    [Fact]
    public void A_page_without_a_table_is_nothing_that_is_read() => Assert.Equal(OpenFailure.UnknownKind, Opened.Refusal(Html("<p>404</p>")).Reason);

    private static Sheet Read(string body) => Opened.Sheet(Html(body));

    private static byte[] Html(string body) => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body>" + body);
}

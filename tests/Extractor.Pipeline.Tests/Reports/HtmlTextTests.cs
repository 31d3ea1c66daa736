using System.Text;
using CsCheck;
using Extractor.Pipeline.Reports.Html;

namespace Extractor.Pipeline.Tests.Reports;

public class HtmlTextTests
{
    [Theory]
    [InlineData("得分 ≥ 90%", "得分 ≥ 90%")]
    [InlineData("<b>&'\"</b>", "&lt;b&gt;&amp;&#39;&quot;&lt;/b&gt;")]
    [InlineData("a\nb\tc\rd", "a b c d")]
    [InlineData("𠮷", "𠮷")]
    [InlineData("1\u202E23\u202C", "1⟨U+202E⟩23⟨U+202C⟩")]
    [InlineData("\0\u200B\u2028\uFEFF", "⟨U+0000⟩⟨U+200B⟩⟨U+2028⟩⟨U+FEFF⟩")]
    public void Text_is_encoded(string text, string html) => Assert.Equal(html, Encoded(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("\uFFFDx", Encoded("\uD800x"));

    [Fact]
    public void No_text_opens_a_tag_an_entity_or_a_quote() => Gen.String.Sample(text =>
    {
        var html = Encoded(text);
        Assert.DoesNotContain(html, character => character is '<' or '>' or '"' or '\'' or '\0');
        Assert.Equal(text.Count(character => character == '&'), html.Split("&amp;").Length - 1);
    });

    [Fact]
    public void What_fills_a_hole_of_a_template_is_encoded()
    {
        var markup = HtmlWriter.Of(html => html.Write($"<p class=\"{"\" onclick=\"x"}\">{"<script>"} {1.26} {3}</p>"));
        Assert.Equal("<p class=\"&quot; onclick=&quot;x\">&lt;script&gt; 1.3 3</p>", markup.Html);
        Assert.Equal("<div><i></i></div>", HtmlWriter.Of(html => html.Write($"<div>{HtmlWriter.Of(inner => inner.Write($"<i></i>"))}</div>")).Html);
    }

    private static string Encoded(string text)
    {
        var html = new StringBuilder();
        HtmlText.Encode(text, html);
        return html.ToString();
    }
}

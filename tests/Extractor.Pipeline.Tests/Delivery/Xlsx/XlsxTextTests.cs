using CsCheck;
using Extractor.Pipeline.Delivery.Xlsx;

namespace Extractor.Pipeline.Tests.Delivery.Xlsx;

public class XlsxTextTests
{
    [Theory]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("a\rb", "a_x000D_b")]
    [InlineData("\0", "_x0000_")]
    [InlineData("_x000D_", "_x005F_x000D_")]
    [InlineData("_x00", "_x00")]
    [InlineData("\uFFFF", "_xFFFF_")]
    [InlineData("\uD842\uDFB7", "\uD842\uDFB7")]
    public void What_XML_cannot_hold_is_escaped(string text, string encoded) => Assert.Equal(encoded, XlsxText.Encode(text));

    [Fact]
    public void A_lone_surrogate_is_replaced()
    {
        Assert.Equal("a\uFFFDb", XlsxText.Encode("a\uD842b"));
        Assert.Equal("\uFFFD", XlsxText.Encode("\uDFB7"));
    }

    [Fact]
    public void A_text_that_no_cell_holds_is_cut_and_says_so()
    {
        var cut = XlsxText.Encode(new string('文', 40_000));
        Assert.Equal(XlsxText.Longest, cut.Length);
        Assert.EndsWith("文…", cut, StringComparison.Ordinal);
        var pairs = XlsxText.Encode(string.Concat(Enumerable.Repeat("\uD842\uDFB7", 20_000)));
        Assert.EndsWith("\uDFB7…", pairs, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_that_differ_are_encoded_differently() =>
        Gen.Char["_x0D5F\r\0"].Array[0, 12].Select(letters => new string(letters)).Select(Gen.Char["_x0D5F\r\0"].Array[0, 12].Select(letters => new string(letters)))
            .Sample((one, other) => one == other || XlsxText.Encode(one) != XlsxText.Encode(other));
}

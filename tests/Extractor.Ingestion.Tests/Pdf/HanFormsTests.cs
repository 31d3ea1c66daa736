using System.Text;
using CsCheck;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Tests.Pdf;

public sealed class HanFormsTests
{
    [Theory]
    [InlineData('⼀', '一')]
    [InlineData('⽤', '用')]
    [InlineData('⾯', '面')]
    [InlineData('⿕', '龠')]
    [InlineData('⼾', '户')]
    [InlineData('⺠', '民')]
    [InlineData('⻄', '西')]
    [InlineData('⻔', '门')]
    [InlineData('⻩', '黄')]
    [InlineData('⻳', '龟')]
    [InlineData('\uF98E', '年')]
    [InlineData('\uF967', '不')]
    [InlineData('\uFA08', '行')]
    [InlineData('\uFA0E', '\uFA0E')]
    public void A_wrong_name_is_read_as_the_ideograph_that_is_printed(char named, char ideograph) =>
        Assert.Equal(new Rune(ideograph), HanForms.ToIdeograph(new Rune(named)));

    [Fact]
    public void Every_Kangxi_radical_has_an_ideograph_of_its_own()
    {
        var ideographs = Enumerable.Range(0x2F00, 214).Select(code => HanForms.ToIdeograph(new Rune(code)).Value).ToList();

        Assert.All(ideographs, code => Assert.InRange(code, 0x4E00, 0x9FFF));
        Assert.Equal(214, ideographs.Distinct().Count());
    }

    [Fact]
    public void Every_other_character_stays_as_it_is() =>
        Gen.Int[0, 0x10FFFF].Where(code => code is < 0x2E80 or (> 0x2FD5 and < 0xF900) or > 0xFA6B && Rune.IsValid(code))
            .Sample(code => HanForms.ToIdeograph(new Rune(code)).Value == code);

    [Fact]
    public void An_ideograph_stays_one() =>
        Gen.OneOf(Gen.Int[0x2E80, 0x2FD5], Gen.Int[0xF900, 0xFA6B]).Select(code => HanForms.ToIdeograph(new Rune(code)))
            .Sample(read => HanForms.ToIdeograph(read) == read);
}

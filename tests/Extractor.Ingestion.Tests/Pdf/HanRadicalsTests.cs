using System.Text;
using CsCheck;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Tests.Pdf;

public sealed class HanRadicalsTests
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
    public void A_radical_is_read_as_its_ideograph(char radical, char ideograph) =>
        Assert.Equal(new Rune(ideograph), HanRadicals.ToIdeograph(new Rune(radical)));

    [Fact]
    public void Every_Kangxi_radical_has_an_ideograph_of_its_own()
    {
        var ideographs = Enumerable.Range(0x2F00, 214).Select(code => HanRadicals.ToIdeograph(new Rune(code)).Value).ToList();

        Assert.All(ideographs, code => Assert.InRange(code, 0x4E00, 0x9FFF));
        Assert.Equal(214, ideographs.Distinct().Count());
    }

    [Fact]
    public void Every_other_character_stays_as_it_is() =>
        Gen.Int[0, 0x10FFFF].Where(code => code is < 0x2E80 or > 0x2FD5 && Rune.IsValid(code))
            .Sample(code => HanRadicals.ToIdeograph(new Rune(code)).Value == code);

    [Fact]
    public void An_ideograph_is_nobodys_radical() =>
        Gen.Int[0x2E80, 0x2FD5].Select(code => HanRadicals.ToIdeograph(new Rune(code)))
            .Sample(read => HanRadicals.ToIdeograph(read) == read);
}

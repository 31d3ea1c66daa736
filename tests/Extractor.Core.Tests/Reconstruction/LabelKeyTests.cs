using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

public class LabelKeyTests
{
    [Theory]
    [InlineData("年初预算数(A)", "年初预算数")]
    [InlineData("项目资金(万元)", "项目资金")]
    [InlineData("项目资金万元)", "项目资金")]      // the bracket that opens was not recognised
    [InlineData("项目资金元)", "项目资金")]
    [InlineData("得分20分)", "得分20分)")]         // and nobody knows where it opened
    [InlineData("(万元)", "(万元)")]
    [InlineData("万元)", "万元)")]
    [InlineData("项目资金", "项目资金")]
    public void What_stands_in_brackets_at_the_end_is_no_part_of_a_label(string key, string bare) =>
        Assert.Equal(bare, LabelKey.WithoutBracket(key));
}

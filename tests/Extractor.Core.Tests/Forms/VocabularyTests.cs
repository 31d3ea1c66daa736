using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;
using Extractor.Core.Tests.Normalization;

namespace Extractor.Core.Tests.Forms;

/// <summary>A label is known by its word, whatever is printed around it.</summary>
public class VocabularyTests
{
    [Theory]
    [InlineData("年初预算数", Role.InitialBudget)]
    [InlineData("年初预算数（A）", Role.InitialBudget)]
    [InlineData("年初 预算数A", Role.InitialBudget)]
    [InlineData("全年（调整）预算数(B)", Role.AnnualBudget)]
    [InlineData("执行率（B/A×100%）", Role.Rate)]
    [InlineData("得分（20分*执行率）", Role.FundScore)]
    [InlineData("项目资金（万元", Role.FundsSide)]
    [InlineData("其中：财政拨款", Role.FundFiscal)]
    [InlineData("其中-财政拨款：", Role.FundFiscal)]
    [InlineData("1.项目名称", Role.ProjectName)]
    [InlineData("（一）项目名称", Role.ProjectName)]
    [InlineData("数量指标15分", Role.Level2Value)]
    [InlineData("产出指标（50分）", Role.Level1Value)]
    [InlineData("实施单位 （盖章）", Role.ImplementingUnit)]
    public void A_label_means(string printed, Role role) => Assert.True(ShippedTemplates.All.Vocabulary.Of(LabelKey.Of(printed)).Is(role));

    [Theory]
    [InlineData("")]
    [InlineData("（）")]
    [InlineData("其中")]
    [InlineData("其中：")]
    [InlineData("(A)")]
    [InlineData("1.")]
    [InlineData("A")]
    [InlineData("绿化养护项目得分情况说明")]
    public void Other_texts_mean_nothing(string printed) => Assert.True(ShippedTemplates.All.Vocabulary.Of(LabelKey.Of(printed)).Roles.IsEmpty);
}

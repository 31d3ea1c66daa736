using System.Text;
using Extractor.Core.Forms;
using Extractor.Core.Tests.Normalization;

namespace Extractor.Core.Tests.Forms;

/// <summary>A file that is no template is refused with the line and the reason.</summary>
public class TemplateJsonTests
{
    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("null", "line 1: the file holds null")]
    [InlineData("{\n \"id\": \"a\"\n}", "line 3: ")]
    [InlineData("{\n \"id\": \"a\", \"name\": \"A\",\n \"words\": { \"funds.budget\": [] }\n}", "line 3: ")]
    [InlineData("{ \"id\": \"a\", \"name\": \"A\",\n \"colour\": 1 }", "line 2: ")]
    [InlineData("{\n \"id\": \"Ä b\", \"name\": \"A\" }", "line 2: the id “Ä b”")]
    [InlineData("{ \"id\": \"a\", \"name\": \"A\",\n\n \"when\": {} }", "line 3: “when” states nothing")]
    [InlineData("{ \"id\": \"a\", \"name\": \"A\", \"when\": {\n \"columns\": [\"funds.rate\"],\n \"without\": [\"funds.rate\"] } }", "line 3: “when” asks for the column Rate")]
    [InlineData("{ \"id\": \"a\", \"name\": \"A\", \"words\": {\n \"title\": [\"自评表\"],\n \"title.index\": [\"：\"] } }", "line 3: “：” can be no label")]
    [InlineData("{ \"id\": \"a\", \"name\": \"A\", \"words\": {\n \"funds.rate\": [\"比率\"],\n \"funds.score\": [\"比 率\"] } }", "line 3: “比 率” is said to be both Rate and FundScore")]
    public void A_fault_is_told(string json, string problem)
    {
        var (template, told) = TemplateJson.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Null(template);
        Assert.StartsWith(problem, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_that_contradict_each_other_are_not_used_together()
    {
        var (other, _) = TemplateJson.Parse("""{ "id": "b", "name": "B", "when": { "titles": ["某表"] }, "words": { "indicators.actual": ["指标值"] } }"""u8);
        Assert.Equal("“指标值” is said to be both Target and Actual", FormTemplates.Of([.. ShippedTemplates.All.All, other!]).Problem);
    }

    [Fact]
    public void One_template_is_the_general_one_and_ids_are_unique()
    {
        Assert.Equal("one template must be the general one, without “when”; 0 are", FormTemplates.Of([.. ShippedTemplates.All.All.Where(t => t.When is not null)]).Problem);
        Assert.Equal("two templates have the id general", FormTemplates.Of([.. ShippedTemplates.All.All, .. ShippedTemplates.All.All.Where(t => t.When is null)]).Problem);
    }
}

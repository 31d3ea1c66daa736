using System.Text;
using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class TemplatesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shipped_templates_are_listed()
    {
        var run = TestedProgram.Run(["templates"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"(?m)^shanghai-2018\s+\S", run.Out);
        Assert.Matches(@"(?m)^general\s+\S", run.Out);
    }

    [Theory]
    [InlineData("{ \"id\": \"mine\",\n \"name\": }", "line 2")]
    [InlineData("{ \"id\": \"mine\",\n \"name\": \"x\",\n \"when\": {} }", "line 3", "every form would match")]
    [InlineData("{ \"id\": \"mine\", \"name\": \"x\", \"when\": { \"labels\": [\"甲\"] },\n \"words\": { \"funds.rate\": [\"执行数\"] } }", "执行数")]
    [InlineData("{ \"id\": \"mine\", \"name\": \"x\",\n \"colour\": \"red\" }", "line 2", "colour")]
    public void A_file_that_is_no_template_is_refused_with_the_line_and_the_reason(string json, params string[] said)
    {
        var run = TestedProgram.Run(["templates", Template(json)]);

        Assert.Equal(2, run.ExitCode);
        Assert.All(said, words => Assert.Contains(words, run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_good_template_of_ones_own_is_used()
    {
        var json = """{ "id": "mine", "name": "我的版式", "when": { "labels": ["其他资金"], "titles": ["财政项目支出绩效自评表"], "columns": ["funds.initialBudget", "funds.annualBudget", "funds.executed", "funds.weight", "funds.rate", "funds.score", "indicators.level1", "indicators.level2", "indicators.level3", "indicators.target", "indicators.actual", "indicators.weight", "indicators.score", "indicators.deviation"], "without": ["indicators.targetNature", "indicators.targetUnit"] } }""";
        var template = Template(json);
        var sample = Path.Combine(TestedProgram.Repository, "fixtures", "sample", "input.pdf");

        Assert.Equal(0, TestedProgram.Run(["templates", template]).ExitCode);
        TestedProgram.Run(["extract", sample, "--output", _folder.At("out"), "--templates", Path.GetDirectoryName(template)!]);

        using var result = JsonDocument.Parse(File.ReadAllBytes(_folder.At("out", "input.json")));
        Assert.Contains(result.RootElement.GetProperty("forms").EnumerateArray(), form => form.GetProperty("template").GetString() == "mine");
    }

    [Fact]
    public void An_extraction_with_a_bad_template_says_so()
    {
        var template = Template("{ \"id\": \"mine\",\n \"name\": }");
        var run = TestedProgram.Run(
        [
            "extract", _folder.Write("x.pdf", TestPdf.WithText("x")), "--output", _folder.At("out"), "--templates", Path.GetDirectoryName(template)!,
        ]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("a form template cannot be used", run.Error, StringComparison.Ordinal);
        Assert.Contains("mine.json: line 2", run.Error, StringComparison.Ordinal);
    }

    private string Template(string json) => _folder.Write("templates/mine.json", Encoding.UTF8.GetBytes(json));
}

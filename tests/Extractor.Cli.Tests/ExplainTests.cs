using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private static readonly string Sample = Path.Combine(TestedProgram.Repository, "fixtures", "sample", "input.pdf");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_labels_and_fields_of_every_form_are_told_and_drawn_over_its_pages()
    {
        var run = TestedProgram.Run(["explain", Sample, "--output", _folder.Path]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Template shanghai-2018", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"header\.projectName\s+项目名称", run.Out);
        var page = File.ReadAllText(_folder.At("input.explain.html"));
        Assert.Contains("data:image/png;base64,iVBOR", page, StringComparison.Ordinal);
        Assert.Matches(@"<rect id=""m\d+"" class=""field"" x=""[\d.]+"" y=""[\d.]+"" width=""[\d.]+"" height=""[\d.]+""><title>/funds/0/executed: ", page);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_program_reads_the_same_without_the_pictures()
    {
        var run = TestedProgram.Run(["explain", Sample, "--output", _folder.Path, "--json"]);

        using var trace = JsonDocument.Parse(run.Out);
        var regions = trace.RootElement.GetProperty("regions").EnumerateArray().Where(region => region.GetProperty("form").ValueKind == JsonValueKind.String).ToList();
        Assert.NotEmpty(regions);
        Assert.All(regions, region =>
        {
            Assert.Equal("shanghai-2018", region.GetProperty("template").GetString());
            Assert.Contains(region.GetProperty("anchors").EnumerateArray(), anchor => anchor.GetProperty("role").GetString() == "total");
            Assert.Contains(region.GetProperty("fields").EnumerateArray(), field =>
                field.GetProperty("pointer").GetString() == "/total/score" && field.GetProperty("text").GetString()!.Length > 0);
        });
        Assert.All(trace.RootElement.GetProperty("pages").EnumerateArray(), page => Assert.Equal(JsonValueKind.Null, page.GetProperty("picture").ValueKind));
    }

    [Fact]
    public void What_a_document_says_is_shown_and_never_taken_for_HTML()
    {
        var run = TestedProgram.Run(
        [
            "explain", _folder.Write("<b>&.pdf", TestPdf.WithTable("a", "b", "c", "d")), "--output", _folder.Path,
        ]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("No table that looks like a form was found.", run.Out, StringComparison.Ordinal);
        var page = File.ReadAllText(_folder.At("<b>&.explain.html"));
        Assert.Contains("<h1>&lt;b&gt;&amp;.pdf</h1>", page, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Extractor.Cli.Tests;

/// <summary>The sample that is shipped with the program: what it says of it, and what can be done with the result.</summary>
public sealed class SampleTests : IDisposable
{
    private static readonly string Sample = Path.Combine(TestedProgram.Repository, "fixtures", "sample", "input.pdf");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_result_of_the_sample_audits_again_to_the_same_findings()
    {
        var extracted = Extract();
        using var result = JsonDocument.Parse(File.ReadAllText(_folder.At("input.json")));
        var audited = TestedProgram.Run(["audit", _folder.At("input.json"), "--json"]);
        Assert.Equal(extracted.ExitCode, audited.ExitCode);
        using var summary = JsonDocument.Parse(audited.Out);
        var forms = result.RootElement.GetProperty("forms").EnumerateArray().ToList();
        Assert.NotEmpty(forms);
        Assert.Equal(
            forms.Select(Audit),
            summary.RootElement.GetProperty("files")[0].GetProperty("forms").EnumerateArray().Select(Audit));
    }

    [Fact]
    public void A_changed_number_in_a_result_is_found_by_its_audit()
    {
        Extract();
        var changed = Result();
        changed["forms"]![0]!["total"]!["score"] = new JsonObject { ["text"] = "12", ["value"] = 12 };
        File.WriteAllText(_folder.At("changed.json"), changed.ToJsonString());
        var run = TestedProgram.Run(["audit", _folder.At("changed.json"), "--json"]);
        Assert.Equal(1, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        Assert.Contains(
            summary.RootElement.GetProperty("files")[0].GetProperty("forms")[0].GetProperty("findings").EnumerateArray(),
            finding => finding.GetProperty("rule").GetString() == "S01" && finding.GetProperty("stated").GetString() == "12");
    }

    [Fact]
    public void What_is_no_result_is_told_and_the_others_are_audited()
    {
        Extract();
        File.WriteAllText(_folder.At("broken.json"), "{");
        var run = TestedProgram.Run(["audit", _folder.At("broken.json"), _folder.At("missing.json"), _folder.At("input.json"), "--json"]);
        Assert.Equal(3, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        Assert.Equal(
            ["not-a-result", "not-found", null],
            summary.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("reason").GetString()));
    }

    [Fact]
    public void Several_results_are_held_against_each_other()
    {
        Extract();
        // The same forms from another document, one total score changed: published twice with different numbers.
        var other = Result();
        other["document"]!["sha256"] = new string('0', 64);
        other["forms"]![0]!["total"]!["score"] = new JsonObject { ["text"] = "12", ["value"] = 12 };
        File.WriteAllText(_folder.At("other.json"), other.ToJsonString());
        File.Copy(_folder.At("input.json"), _folder.At("again.json"));

        var run = TestedProgram.Run(["audit", _folder.Path, "--json"]);
        Assert.Equal(1, run.ExitCode);
        using var summary = JsonDocument.Parse(run.Out);
        var batch = summary.RootElement.GetProperty("batch");
        Assert.Equal((2, 1), (batch.GetProperty("documents").GetInt32(), batch.GetProperty("repeated").GetInt32()));
        var revised = batch.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("rule").GetString() == "C06");
        Assert.Equal("warning", revised.GetProperty("severity").GetString());
        Assert.StartsWith("/forms/0", revised.GetProperty("places")[0].GetProperty("pointer").GetString(), StringComparison.Ordinal);

        Assert.Contains("C06", TestedProgram.Run(["audit", _folder.Path]).Out, StringComparison.Ordinal);
        using var alone = JsonDocument.Parse(TestedProgram.Run(["audit", _folder.At("input.json"), "--json"]).Out);
        Assert.Equal(JsonValueKind.Null, alone.RootElement.GetProperty("batch").ValueKind);
    }

    [Fact]
    public void A_folder_without_results_is_told()
    {
        Directory.CreateDirectory(_folder.At("empty"));
        var run = TestedProgram.Run(["audit", _folder.At("empty")]);
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("nothing that can be read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_sees_each_form_with_its_project_and_its_findings()
    {
        var run = Extract();
        using var result = JsonDocument.Parse(File.ReadAllText(_folder.At("input.json")));
        foreach (var form in result.RootElement.GetProperty("forms").EnumerateArray())
        {
            Assert.Contains(form.GetProperty("projectName").GetString()![..4], run.Out, StringComparison.Ordinal);
        }

        Assert.Contains(_folder.At("input.json"), run.Out, StringComparison.Ordinal);
    }

    private JsonNode Result() => JsonNode.Parse(File.ReadAllText(_folder.At("input.json")))!;

    private Run Extract() => TestedProgram.Run(["extract", Sample, "--output", _folder.Path]);

    private static string Audit(JsonElement form) => string.Join(
        ' ', new[] { "id", "needsReview", "findings" }.Select(name => JsonSerializer.Serialize(form.GetProperty(name))));
}

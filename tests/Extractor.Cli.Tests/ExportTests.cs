using System.Text.Json;

namespace Extractor.Cli.Tests;

public sealed class ExportTests : IDisposable
{
    private static readonly string Sample = Path.Combine(TestedProgram.Repository, "fixtures", "sample", "input.pdf");

    private readonly TemporaryFolder folder = new();

    private string Results => Path.Combine(folder.Path, "results");

    private string Output => Path.Combine(folder.Path, "out");

    public ExportTests() => TestedProgram.Run(["extract", Sample, "--output", Results, "--quiet"]);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("json", "documents.ndjson")]
    [InlineData("ndjson", "forms.ndjson")]
    [InlineData("csv", "datapackage.json")]
    [InlineData("parquet", "indicators.parquet")]
    [InlineData("xlsx", null)]
    [InlineData("sqlite", null)]
    [InlineData("changes", null)]
    public void Results_are_handed_out_in_every_format(string format, string? file)
    {
        var run = TestedProgram.Run(["export", "--results", Results, "--format", format, "--output", Output, "--json"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        using var manifest = JsonDocument.Parse(run.Out);
        Assert.Equal(format, manifest.RootElement.GetProperty("format").GetString());
        Assert.Equal(1, manifest.RootElement.GetProperty("counts").GetProperty("results").GetInt32());
        Assert.True(File.Exists(file is null ? Output : Path.Combine(Output, file)));
    }

    [Fact]
    public void A_file_that_is_no_result_is_named_and_the_others_are_handed_out()
    {
        File.WriteAllText(Path.Combine(Results, "other.json"), "{}");
        var run = TestedProgram.Run(["export", "--results", Results, "--format", "csv", "--output", Output]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("other.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("forms: 4", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_is_handed_out_as_a_watch_keeps_it()
    {
        var (inbox, store) = (Path.Combine(folder.Path, "inbox"), Path.Combine(folder.Path, "store"));
        Directory.CreateDirectory(inbox);
        File.Copy(Sample, Path.Combine(inbox, "sample.pdf"));
        File.WriteAllText(Path.Combine(inbox, "broken.pdf"), "no document");
        var watched = TestedProgram.Run(
            ["watch", inbox, "--store", store, "--output", Results, "--deliver", "csv,changes", "--once", "--settle", "0.1", "--scan", "0.2", "--quiet"]);
        Assert.Equal(0, watched.ExitCode);

        var run = TestedProgram.Run(["export", "--store", store, "--format", "csv", "--output", Output, "--json"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(run.Out, File.ReadAllText(Path.Combine(Output, "manifest.json")));
        Assert.Contains("\"refused\": 1", run.Out, StringComparison.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Output))
        {
            Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(Results, "exports", "csv", Path.GetFileName(path))));
        }

        Assert.Equal(2, File.ReadLines(Path.Combine(Results, "exports", "changes.ndjson")).Count());
        // What was put beside the results is not taken for one of them.
        Assert.DoesNotContain("exports", TestedProgram.Run(["audit", Results]).Error, StringComparison.Ordinal);

        var since = TestedProgram.Run(["export", "--store", store, "--format", "changes", "--output", Output + ".ndjson", "--since", "1", "--json"]);
        Assert.Equal(0, since.ExitCode);
        Assert.Single(File.ReadLines(Output + ".ndjson"));
    }

    [Theory]
    [InlineData("--deliver", "csv,docx", "csv,docx")]
    [InlineData("--webhooks", "nowhere.json", "nowhere.json")]
    public void A_watch_that_cannot_deliver_does_not_begin(string option, string value, string named)
    {
        var inbox = Directory.CreateDirectory(Path.Combine(folder.Path, "inbox")).FullName;
        var run = TestedProgram.Run(["watch", inbox, "--store", Path.Combine(folder.Path, "store"), "--once", option, value]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--results", "nowhere", "csv", "nowhere")]
    [InlineData("--results", ".", "docx", "docx")]
    public void What_makes_no_sense_is_bad_usage(string option, string value, string format, string named)
    {
        var run = TestedProgram.Run(["export", option, value, "--format", format, "--output", Output]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists(Output));
    }

    [Fact]
    public void A_folder_of_somebody_else_is_not_replaced()
    {
        var run = TestedProgram.Run(["export", "--results", Results, "--format", "csv", "--output", Results]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["input.json"], Directory.EnumerateFileSystemEntries(Results).Select(Path.GetFileName));
    }
}

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

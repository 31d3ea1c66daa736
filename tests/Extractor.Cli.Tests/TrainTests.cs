namespace Extractor.Cli.Tests;

public sealed class TrainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("confidence")]
    [InlineData("marks")]
    public void A_folder_without_scans_is_bad_usage_and_leaves_no_model(string what)
    {
        var model = Path.Combine(_folder.Path, "model.json");
        var run = TestedProgram.Run(["train", what, _folder.Path, "--output", model, "--lang", "en"]);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Error);
        Assert.False(File.Exists(model));
    }

    [Theory]
    [InlineData("confidence", "no words")]
    [InlineData("confidence", """{"tables":[]}""")]
    [InlineData("marks", """{"tables":[]}""")]
    public void Words_that_are_none_are_bad_usage(string what, string words)
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "a.pdf"), TestPdf.WithText("text"));
        File.WriteAllText(Path.Combine(_folder.Path, "a.words.json"), words);
        Assert.Equal(2, TestedProgram.Run(["train", what, _folder.Path, "--output", Path.Combine(_folder.Path, "model.json")]).ExitCode);
    }

    public void Dispose() => _folder.Dispose();
}

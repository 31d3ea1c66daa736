using System.Security.Cryptography;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

public sealed class OcrModelsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("extractor-models");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_that_is_what_the_list_says_is_read()
    {
        Write("weights", [1, 2, 3]);
        List("weights", [1, 2, 3]);
        Assert.Equal<byte>([1, 2, 3], new OcrModels(_folder.FullName).Read("weights"));
    }

    [Fact]
    public void A_missing_or_damaged_file_or_list_is_said_with_the_way_out()
    {
        Refused("not in");
        Write("weights", [1, 2, 3]);
        Refused("list");
        List("weights", [1, 2, 4]);
        Refused("damaged");
        List("others", [1, 2, 3]);
        Refused("damaged");
        File.WriteAllText(Path.Combine(_folder.FullName, "models.json"), "{");
        Refused("list");
    }

    [Theory]
    [InlineData(null, "not in")]
    [InlineData("", "another version")]
    [InlineData("{", "another version")]
    [InlineData("""{ "bias": 0, "features": [], "curve": [] }""", "another version")]
    public void A_model_of_the_project_that_cannot_be_used_is_said_and_not_done_without(string? content, string why)
    {
        if (content is not null)
        {
            Write("confidence.json", System.Text.Encoding.UTF8.GetBytes(content));
            Write("marks.json", System.Text.Encoding.UTF8.GetBytes(content));
        }

        var models = new OcrModels(_folder.FullName);
        foreach (var refusal in new[] { Assert.Throws<OcrUnavailableException>(models.ReadConfidence), Assert.Throws<OcrUnavailableException>(models.ReadMarks) })
        {
            Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
            Assert.Contains("install it again", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_models_of_the_project_that_are_shipped_are_of_this_version()
    {
        Assert.NotNull(OcrModels.Shipped.ReadConfidence());
        Assert.NotNull(OcrModels.Shipped.ReadMarks());
    }

    private void Refused(string why)
    {
        var refusal = Assert.Throws<OcrUnavailableException>(() => new OcrModels(_folder.FullName).Read("weights"));
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("scripts/setup", refusal.Message, StringComparison.Ordinal);
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder.FullName, name), content);

    private void List(string name, byte[] content) => File.WriteAllText(
        Path.Combine(_folder.FullName, "models.json"),
        $$"""{ "models": [ { "file": "{{name}}", "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(content))}}" } ] }""");
}

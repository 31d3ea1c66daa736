using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Extractor.Core;
using Extractor.Core.Auditing;
using Extractor.Core.Forms;
using Extractor.Ingestion.Text;

namespace Extractor.Acceptance;

/// <summary>Text dumps of broken tables, in <c>fixtures/text-dump/</c>: every field comes back, and the audit, which knows nothing of dumps, finds nothing.</summary>
public class TextDumpTests
{
    private static string Folder => Path.Combine(Fixture.Root, "fixtures", "text-dump");

    public static TheoryData<string> Cases() => [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_dump_tells_its_story(string name)
    {
        using var story = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name, "fixture.json")));
        Assert.Equal(story.RootElement.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(Input(name))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_field_of_every_form_comes_back(string name)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name, "truth.json")));
        var forms = truth.RootElement.GetProperty("forms").EnumerateArray().ToArray();
        var read = Extract(name).Forms;
        Assert.Equal(forms.Length, read.Length);
        foreach (var (form, found) in forms.Zip(read))
        {
            Assert.Equal(TruthTests.Stated(form), TruthTests.Read(found.Form));
            Assert.DoesNotContain(found.Findings, finding => finding.Severity == Severity.Error);
        }
    }

    private static byte[] Input(string name) => File.ReadAllBytes(Path.Combine(Folder, name, "input.txt"));

    private static ExtractionResult Extract(string name)
    {
        var file = Assert.IsType<OpenedText>(TextDumpFile.Open("input.txt", Input(name))).File;
        ImmutableArray<FormTemplate> templates = Fixture.Templates;
        return ExtractionResult.Of(file.Head, [file.ReadPage(1)], templates);
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Extractor.Core;
using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Ingestion;

namespace Extractor.Acceptance;

/// <summary>A case in <c>fixtures/</c>: a document that a real producer made, and what the generator knows it says.</summary>
internal static class Fixture
{
    public static readonly FormTemplates Templates = FormTemplates.Of(
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "templates"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => TemplateJson.Parse(File.ReadAllBytes(file)).Template ?? throw new InvalidDataException(file)),
    ]).Templates!;

    private static readonly Dictionary<string, ExtractionResult> Extracted = [];

    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Extractor.sln")))
            {
                folder = folder.Parent ?? throw new DirectoryNotFoundException("no Extractor.sln above the tests");
            }

            return folder.FullName;
        }
    }

    /// <summary>The folder of the cases that are pictures of pages: what is read of them is not expected to be exact.</summary>
    private const string Scans = "scans/";

    /// <summary>The folders of all cases but the scans, relative to <c>fixtures/</c>.</summary>
    /// <param name="with">Only those that hold a file of this name.</param>
    public static TheoryData<string> All(string with = "fixture.json") => [.. Folders(with).Where(folder => !IsScan(folder))];

    public static TheoryData<string> AllScans() => [.. Folders("fixture.json").Where(IsScan)];

    private static bool IsScan(string folder) => folder.StartsWith(Scans, StringComparison.Ordinal);

    private static IEnumerable<string> Folders(string with)
    {
        var fixtures = Path.Combine(Root, "fixtures");
        return Directory.EnumerateFiles(fixtures, "input.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(input => File.Exists(Path.Combine(Path.GetDirectoryName(input)!, with)))
            .Select(input => Path.GetRelativePath(fixtures, Path.GetDirectoryName(input)!));
    }

    public static JsonElement Json(string name, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "fixtures", name, file)));
        return document.RootElement.Clone();
    }

    /// <summary>The document of the case, whatever kind of file it is.</summary>
    public static string Input(string name) => Directory.EnumerateFiles(Path.Combine(Root, "fixtures", name), "input.*").Single();

    public static string Sha256(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Input(name))));

    /// <summary>What the program makes of the case; read once for all tests.</summary>
    public static ExtractionResult Extract(string name)
    {
        lock (Extracted)
        {
            if (!Extracted.TryGetValue(name, out var result))
            {
                var opening = DocumentFile.Open("input", File.ReadAllBytes(Input(name)));
                using var file = Assert.IsType<OpenedDocument>(opening).File;
                result = ExtractionResult.Of(file.Head, Pages(file), Templates);
                Extracted.Add(name, result);
            }

            return result;
        }
    }

    private static IEnumerable<PageReading> Pages(IDocumentFile file) => Enumerable.Range(1, file.Head.PageCount).Select(file.ReadPage);
}

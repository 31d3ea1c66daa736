using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Extractor.Core;
using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Ingestion.Pdf;

namespace Extractor.Acceptance;

/// <summary>A case in <c>fixtures/</c>: a PDF that a real producer printed, and what the generator knows it says.</summary>
internal static class Fixture
{
    public static readonly ImmutableArray<FormTemplate> Templates =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "templates"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => TemplateJson.Parse(File.ReadAllBytes(file)).Template ?? throw new InvalidDataException(file)),
    ];

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

    /// <summary>The folders of all cases, relative to <c>fixtures/</c>.</summary>
    public static TheoryData<string> All()
    {
        var data = new TheoryData<string>();
        var fixtures = Path.Combine(Root, "fixtures");
        foreach (var input in Directory.EnumerateFiles(fixtures, "input.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(fixtures, Path.GetDirectoryName(input)!));
        }

        return data;
    }

    public static JsonElement Json(string name, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root, "fixtures", name, file)));
        return document.RootElement.Clone();
    }

    public static string Sha256(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Root, "fixtures", name, "input.pdf"))));

    /// <summary>What the program makes of the case; read once for all tests.</summary>
    public static ExtractionResult Extract(string name)
    {
        lock (Extracted)
        {
            if (!Extracted.TryGetValue(name, out var result))
            {
                var opening = PdfFile.Open("input.pdf", File.ReadAllBytes(Path.Combine(Root, "fixtures", name, "input.pdf")));
                using var pdf = Assert.IsType<OpenedPdf>(opening).File;
                result = ExtractionResult.Of(pdf.Head, Pages(pdf), Templates);
                Extracted.Add(name, result);
            }

            return result;
        }
    }

    private static IEnumerable<PageReading> Pages(PdfFile pdf) => Enumerable.Range(1, pdf.Head.PageCount).Select(pdf.ReadPage);
}

using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace Extractor.Benchmarks;

/// <summary>A document of a set: what it says, and what the program made of it.</summary>
/// <param name="Name">Its path below the folder of the set.</param>
/// <param name="Path">Of its file.</param>
/// <param name="Family">The family of layouts that it was made in.</param>
/// <param name="Printer">The printing program.</param>
/// <param name="Variant">The kind of scan; empty where it was not scanned.</param>
/// <param name="Results">The forms found; empty as long as it was not read.</param>
/// <param name="Pages">As the result counts them.</param>
internal sealed record Case(
    string Name, string Path, string Family, string Printer, string Variant, ImmutableArray<JsonElement> Truths, ImmutableArray<JsonElement> Results, int Pages)
{
    /// <summary>Faults of the document as a whole, as its truth states them.</summary>
    public ImmutableArray<JsonElement> Planted { get; init; } = [];

    /// <summary>Its truth is what its pictures show, whatever its text layer says.</summary>
    public bool IsReadFromPictures { get; init; }

    /// <summary>What was found of the document as a whole, and of its forms together.</summary>
    public ImmutableArray<JsonElement> Findings { get; init; } = [];

    /// <summary>
    /// Every document below the folder that has a truth beside it, whatever kind of file it is: <c>NAME.pdf</c> with
    /// <c>NAME.truth.json</c>, or <c>input.pdf</c> with <c>truth.json</c>.
    /// </summary>
    public static IEnumerable<Case> Of(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*truth.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bare = path[..^"truth.json".Length];
            var document = Document(System.IO.Path.GetDirectoryName(path)!, bare.EndsWith('/') ? "input." : System.IO.Path.GetFileName(bare));
            var truth = Json(path);
            var recipe = truth.GetProperty("recipe");
            yield return new Case(
                System.IO.Path.GetRelativePath(folder, bare).TrimEnd('.'), document, Said(recipe, "family") ?? "shanghai-2018",
                Said(recipe, "printer") ?? System.IO.Path.GetExtension(document).TrimStart('.'), VariantOf(bare + "fixture.json"), Forms(truth), [], 0)
            {
                Planted = truth.TryGetProperty("planted", out var planted) ? [.. planted.EnumerateArray()] : [],
                IsReadFromPictures = recipe.TryGetProperty("isReadFromPictures", out var pictured) && pictured.GetBoolean(),
            };
        }
    }

    /// <summary>With what the program makes of it, in a call of its own.</summary>
    /// <param name="scratch">Where results are written.</param>
    public Case Read(string program, string scratch) => Read([this], program, scratch)[0];

    /// <summary>With what the program makes of them in one call.</summary>
    public static ImmutableArray<Case> Read(ImmutableArray<Case> cases, string program, string scratch)
    {
        var output = System.IO.Path.Combine(scratch, Guid.NewGuid().ToString("N"));
        Run(program, ["extract", .. cases.Select(one => one.Path), "--output", output, "--workers", "1", "--quiet", "--ocr", cases.All(one => one.IsReadFromPictures) ? "always" : "auto"]);
        // Documents of one name get others for their results: the hash tells which is whose.
        var results = (Directory.Exists(output) ? Directory.EnumerateFiles(output, "*.json") : []).Select(Json)
            .GroupBy(result => result.GetProperty("document").GetProperty("sha256").GetString()!).ToDictionary(group => group.Key, group => group.First());
        return
        [
            .. cases.Select(one => !results.TryGetValue(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(one.Path))), out var result)
                ? one
                : one with { Results = Forms(result), Pages = result.GetProperty("document").GetProperty("pageCount").GetInt32(), Findings = [.. result.GetProperty("findings").EnumerateArray()] }),
        ];
    }

    private static string VariantOf(string story) =>
        File.Exists(story) && Json(story).TryGetProperty("scan", out var scan) ? scan.GetProperty("variant").GetString()! : "";

    private static string Document(string folder, string start) =>
        Directory.EnumerateFiles(folder, start + "*").First(file => !file.EndsWith(".json", StringComparison.Ordinal));

    private static ImmutableArray<JsonElement> Forms(JsonElement document) => [.. document.GetProperty("forms").EnumerateArray()];

    private static string? Said(JsonElement recipe, string name) => recipe.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    private static void Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardError.ReadToEnd();
        output.Wait();
        process.WaitForExit();
    }
}

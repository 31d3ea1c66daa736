using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

namespace Extractor.Benchmarks;

/// <summary>A document of a set: what it says, and what the program made of it.</summary>
/// <param name="Name">Its path below the folder of the set.</param>
/// <param name="Family">The family of layouts that it was made in.</param>
/// <param name="Printer">The printing program.</param>
internal sealed record Case(string Name, string Family, string Printer, ImmutableArray<JsonElement> Truths, ImmutableArray<JsonElement> Results)
{
    /// <summary>
    /// Every document below the folder that has a truth beside it, whatever kind of file it is: <c>NAME.pdf</c> with
    /// <c>NAME.truth.json</c>, or <c>input.pdf</c> with <c>truth.json</c>.
    /// </summary>
    /// <param name="scratch">Where results are written.</param>
    public static IEnumerable<Case> Of(string folder, string program, string scratch)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*truth.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bare = path[..^"truth.json".Length];
            var document = Document(Path.GetDirectoryName(path)!, bare.EndsWith('/') ? "input." : Path.GetFileName(bare));
            var truth = Json(path);
            var recipe = truth.GetProperty("recipe");
            var output = Path.Combine(scratch, Guid.NewGuid().ToString("N"));
            Run(program, "extract", document, "--output", output, "--quiet");
            var result = Path.Combine(output, Path.GetFileNameWithoutExtension(document) + ".json");
            yield return new Case(
                Path.GetRelativePath(folder, bare).TrimEnd('.'), Said(recipe, "family") ?? "shanghai-2018", Said(recipe, "printer") ?? Path.GetExtension(document).TrimStart('.'),
                Forms(truth), File.Exists(result) ? Forms(Json(result)) : []);
        }
    }

    private static string Document(string folder, string start) =>
        Directory.EnumerateFiles(folder, start + "*").First(file => !file.EndsWith(".json", StringComparison.Ordinal));

    private static ImmutableArray<JsonElement> Forms(JsonElement document) => [.. document.GetProperty("forms").EnumerateArray()];

    private static string? Said(JsonElement recipe, string name) => recipe.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement Json(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardError.ReadToEnd();
        process.WaitForExit();
    }
}

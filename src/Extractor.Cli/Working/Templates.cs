using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Cli.Working;

/// <summary>The form templates that stand beside the program: one JSON file each.</summary>
internal static class Templates
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>In the order of their names, so that the choice among them is the same on every machine.</summary>
    /// <exception cref="InvalidDataException">A file is no template: the message says which and why.</exception>
    public static ImmutableArray<FormTemplate> Load() =>
        [.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static FormTemplate Read(string file)
    {
        var (template, problem) = TemplateJson.Parse(File.ReadAllBytes(file));
        return template ?? throw new InvalidDataException($"{file}: {problem}");
    }
}

using Extractor.Core.Forms;

namespace Extractor.Cli.Working;

/// <summary>The form templates that stand beside the program: one JSON file each.</summary>
internal static class Templates
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <exception cref="InvalidDataException">A file is no template, or they contradict each other: the message says which and why.</exception>
    public static FormTemplates Load()
    {
        var (templates, problem) = FormTemplates.Of([.. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read)]);
        return templates ?? throw new InvalidDataException($"{Folder}: {problem}");
    }

    private static FormTemplate Read(string file)
    {
        var (template, problem) = TemplateJson.Parse(File.ReadAllBytes(file));
        return template ?? throw new InvalidDataException($"{file}: {problem}");
    }
}

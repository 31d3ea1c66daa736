using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Cli.Working;

/// <summary>The form templates that stand beside the program, and those of a user: one JSON file each.</summary>
internal static class Templates
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <param name="more">A folder of templates that are added; one with the id of a shipped one takes its place. Null for none.</param>
    /// <exception cref="BadTemplateException">One of them cannot be used.</exception>
    public static FormTemplates Load(string? more)
    {
        var own = more is null ? [] : ReadAll(more);
        var (templates, problem) = FormTemplates.Of(Merged(own));
        return templates ?? throw new BadTemplateException($"{more ?? Folder}: {problem}");
    }

    /// <summary>The shipped templates with another.</summary>
    /// <exception cref="BadTemplateException">A shipped one cannot be used.</exception>
    public static (FormTemplates? Templates, string? Problem) With(FormTemplate template) => FormTemplates.Of(Merged([template]));

    private static ImmutableArray<FormTemplate> Merged(ImmutableArray<FormTemplate> own) =>
        [.. ReadAll(Folder).Where(shipped => own.All(template => template.Id != shipped.Id)), .. own];

    private static ImmutableArray<FormTemplate> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static FormTemplate Read(string file)
    {
        var (template, problem) = TemplateJson.Parse(File.ReadAllBytes(file));
        return template ?? throw new BadTemplateException($"{file}: {problem}");
    }
}

/// <summary>A file is no template, or templates contradict each other: the message says which and why.</summary>
internal sealed class BadTemplateException(string message) : Exception(message);

using Extractor.Core.Forms;

namespace Extractor.Core.Tests.Normalization;

/// <summary>The templates that the program ships, read from the repository.</summary>
internal static class ShippedTemplates
{
    public static FormTemplates All { get; } = Read();

    private static FormTemplates Read()
    {
        var (templates, problem) = FormTemplates.Of([.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "templates"), "*.json").Select(Parse)]);
        Assert.True(templates is not null, problem);
        return templates;
    }

    private static FormTemplate Parse(string file)
    {
        var (template, problem) = TemplateJson.Parse(File.ReadAllBytes(file));
        Assert.True(template is not null, $"{file}: {problem}");
        return template;
    }
}

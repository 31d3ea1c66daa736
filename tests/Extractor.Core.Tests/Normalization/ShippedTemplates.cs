using Extractor.Core.Forms;

namespace Extractor.Core.Tests.Normalization;

/// <summary>The templates that the program ships, read from the repository.</summary>
internal static class ShippedTemplates
{
    public static FormTemplate Standard { get; } = Read("shanghai-2018");

    private static FormTemplate Read(string id)
    {
        var (template, problem) = TemplateJson.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "templates", id + ".json")));
        Assert.True(template is not null, problem);
        return template;
    }
}

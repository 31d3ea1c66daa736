using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Cli.Working;

/// <summary>The form templates that stand beside the program: one JSON file each.</summary>
internal static class Templates
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>In the order of their names, so that the choice among them is the same on every machine.</summary>
    public static ImmutableArray<FormTemplate> Load() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)
            .Select(file => new FormTemplate(Path.GetFileNameWithoutExtension(file))),
    ];
}

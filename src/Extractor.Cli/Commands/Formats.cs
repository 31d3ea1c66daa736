using System.Collections.Immutable;
using Extractor.Pipeline.Delivery.Exports;

namespace Extractor.Cli.Commands;

/// <summary>The formats of exports as the command line names them.</summary>
internal static class Formats
{
    public static readonly ImmutableArray<string> Words = [.. Enum.GetValues<ExportFormat>().Select(Manifest.WordOf)];

    public static ExportFormat Of(string word) => (ExportFormat)Words.IndexOf(word);

    /// <summary>Formats with commas between them; null where one is none.</summary>
    public static ImmutableArray<ExportFormat>? Parse(string? list)
    {
        ImmutableArray<string> words = [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return words.All(word => Words.Contains(word)) ? [.. words.Distinct().Select(Of)] : null;
    }
}

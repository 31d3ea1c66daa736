using Extractor.Fixtures.Documents;

namespace Extractor.Fixtures.Printing;

/// <summary>A document as a file that LibreOffice opens.</summary>
/// <param name="Extension">Of the source file, with the dot.</param>
/// <param name="ImportFilter">The filter to open it with, where the extension does not say it.</param>
public sealed record OfficeSource(string Extension, string? ImportFilter, Func<Dossier, string> Write);

/// <summary>LibreOffice without a window: Writer or Calc, by what it is given to open.</summary>
/// <param name="choose">The kind of source for a document.</param>
public sealed class OfficePrinter(string name, Func<Dossier, OfficeSource> choose) : IPrinter
{
    private const string Program = "soffice";

    public static OfficePrinter Writer { get; } = new(
        "writer", _ => new OfficeSource(".fodt", "OpenDocument Text Flat XML", FlatTextSource.Write));

    public static OfficePrinter Calc { get; } = new(
        "calc", _ => new OfficeSource(".fods", "OpenDocument Spreadsheet Flat XML", FlatSheetSource.Write));

    public string Name => name;

    public string Version { get; } = Programs.Run(Program, "--version").Trim();

    public void Print(IReadOnlyList<Dossier> dossiers, string directory)
    {
        foreach (var group in dossiers.GroupBy(choose))
        {
            Programs.InNewDirectory(work => Print(group.Key, [.. group], work, directory));
        }
    }

    private static void Print(OfficeSource kind, IReadOnlyList<Dossier> dossiers, string work, string directory)
    {
        var sources = dossiers.Select(d => Path.Combine(work, d.Name + kind.Extension)).ToList();
        foreach (var (source, dossier) in sources.Zip(dossiers))
        {
            File.WriteAllText(source, kind.Write(dossier));
        }

        string[] import = kind.ImportFilter is { } filter ? [$"--infilter={filter}"] : [];
        Programs.Run(
            Program,
            [$"-env:UserInstallation=file://{Path.Combine(work, "profile")}", "--headless", "--norestore", .. import,
                "--convert-to", "pdf", "--outdir", Path.GetFullPath(directory), .. sources]);
        var missing = dossiers.Where(d => !File.Exists(Path.Combine(directory, d.Name + ".pdf"))).Select(d => d.Name).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"LibreOffice did not write {string.Join(", ", missing)}.");
        }
    }
}

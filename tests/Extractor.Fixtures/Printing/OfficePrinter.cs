using Extractor.Fixtures.Documents;

namespace Extractor.Fixtures.Printing;

/// <summary>A document as a file that LibreOffice opens.</summary>
/// <param name="Extension">Of the source file, with the dot.</param>
/// <param name="ImportFilter">LibreOffice's name of the filter to open it with.</param>
public sealed record OfficeSource(string Extension, string ImportFilter, Func<Dossier, string> Write);

/// <summary>LibreOffice without a window: Writer or Calc, by what it is given to open.</summary>
/// <param name="splitsRows">See <see cref="IPrinter.SplitsRows"/>.</param>
/// <param name="choose">The kind of source for a document.</param>
public sealed class OfficePrinter(string name, bool splitsRows, Func<Dossier, OfficeSource> choose) : IPrinter
{
    private const string Program = "soffice";

    private static readonly OfficeSource Html = new(".html", "HTML (StarWriter)", HtmlSource.Write);

    private static readonly OfficeSource FlatText = new(".fodt", "OpenDocument Text Flat XML", FlatTextSource.Write);

    private static readonly OfficeSource FlatSheet = new(".fods", "OpenDocument Spreadsheet Flat XML", FlatSheetSource.Write);

    public static OfficePrinter Writer() => new("writer", true, dossier => dossier.Look.WriterFromHtml ? Html : FlatText);

    public static OfficePrinter Calc() => new("calc", false, _ => FlatSheet);

    public string Name => name;

    public bool SplitsRows => splitsRows;

    public string Version { get; } = ProgramVersion();

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

        Convert("pdf", sources, work, directory, $"--infilter={kind.ImportFilter}");
        var missing = dossiers.Where(d => !File.Exists(Path.Combine(directory, d.Name + ".pdf"))).Select(d => d.Name).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException($"LibreOffice did not write {string.Join(", ", missing)}.");
        }
    }

    public static string ProgramVersion() => Programs.Run(Program, "--version").Trim();

    /// <summary>Writes files in another format.</summary>
    /// <param name="format">An extension, and after a colon the name of LibreOffice's filter.</param>
    /// <param name="work">A folder for the program's own files.</param>
    public static void Convert(string format, IEnumerable<string> sources, string work, string directory, params IEnumerable<string> options) => Programs.Run(
        Program,
        [$"-env:UserInstallation=file://{Path.Combine(work, "profile")}", "--headless", "--norestore", .. options,
            "--convert-to", format, "--outdir", Path.GetFullPath(directory), .. sources]);
}

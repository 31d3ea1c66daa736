using Extractor.Fixtures.Documents;

namespace Extractor.Fixtures.Printing;

/// <summary>Chromium without a window, printing HTML.</summary>
public sealed class ChromiumPrinter : IPrinter
{
    private const string Program = "chromium";

    public string Name => "chromium";

    public bool SplitsRows => true;

    public string Version { get; } = Programs.Run(Program, "--version").Trim();

    public void Print(IReadOnlyList<Dossier> dossiers, string directory)
    {
        foreach (var dossier in dossiers)
        {
            Programs.InNewDirectory(work => Print(dossier, work, Path.GetFullPath(Path.Combine(directory, dossier.Name + ".pdf"))));
        }
    }

    private static void Print(Dossier dossier, string work, string pdf) =>
        Print(HtmlSource.Write(dossier), work, pdf, dossier.Look.Untagged ? ["--disable-pdf-tagging"] : []);

    /// <summary>Prints a web page.</summary>
    /// <param name="work">A folder for the program's own files.</param>
    public static void Print(string html, string work, string pdf, params IEnumerable<string> options)
    {
        var source = Path.Combine(work, "source.html");
        File.WriteAllText(source, html);
        Programs.Run(
            Program,
            ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(work, "profile")}",
                "--no-pdf-header-footer", .. options, $"--print-to-pdf={pdf}", source]);
        if (!File.Exists(pdf))
        {
            throw new InvalidOperationException($"Chromium did not write {pdf}.");
        }
    }
}

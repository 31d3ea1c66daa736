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

    private static void Print(Dossier dossier, string work, string pdf)
    {
        var source = Path.Combine(work, "source.html");
        File.WriteAllText(source, HtmlSource.Write(dossier));
        string[] structure = dossier.Look.Untagged ? ["--disable-pdf-tagging"] : [];
        Programs.Run(
            Program,
            ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(work, "profile")}",
                "--no-pdf-header-footer", .. structure, $"--print-to-pdf={pdf}", source]);
        if (!File.Exists(pdf))
        {
            throw new InvalidOperationException($"Chromium did not write {pdf}.");
        }
    }
}

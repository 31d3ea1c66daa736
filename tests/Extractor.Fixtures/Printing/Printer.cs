using Extractor.Fixtures.Documents;

namespace Extractor.Fixtures.Printing;

/// <summary>A program that turns documents into PDF files.</summary>
public interface IPrinter
{
    /// <summary>chromium, writer or calc; or a kind of file: xlsx, docx, html.</summary>
    string Name { get; }

    /// <summary>The program's name and version as it states them.</summary>
    string Version { get; }

    /// <summary>A row may go on over the next page. Calc cuts off what does not fit.</summary>
    bool SplitsRows { get; }

    /// <summary>Of the files that it writes, with the dot.</summary>
    string Extension => ".pdf";

    /// <summary>Writes one file a document to <c>directory/name</c> with the <see cref="Extension"/>.</summary>
    /// <exception cref="InvalidOperationException">The program failed or wrote nothing.</exception>
    void Print(IReadOnlyList<Dossier> dossiers, string directory);
}

/// <summary>The printing programs by name.</summary>
public static class Printers
{
    /// <summary>Those that make PDFs.</summary>
    public static IReadOnlyList<string> Names { get; } = ["chromium", "writer", "calc"];

    public static IPrinter Named(string name) => name switch
    {
        "chromium" => new ChromiumPrinter(),
        "writer" => OfficePrinter.Writer(),
        "calc" => OfficePrinter.Calc(),
        "xlsx" or "docx" or "html" => new FilePrinter(name),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a printing program."),
    };
}

using Extractor.Fixtures.Documents;

namespace Extractor.Fixtures.Printing;

/// <summary>A program that turns documents into PDF files.</summary>
public interface IPrinter
{
    /// <summary>chromium, writer or calc.</summary>
    string Name { get; }

    /// <summary>The program's name and version as it states them.</summary>
    string Version { get; }

    /// <summary>A row may go on over the next page. Calc cuts off what does not fit.</summary>
    bool SplitsRows { get; }

    /// <summary>Writes one PDF a document to <c>directory/name.pdf</c>.</summary>
    /// <exception cref="InvalidOperationException">The program failed or wrote nothing.</exception>
    void Print(IReadOnlyList<Dossier> dossiers, string directory);
}

/// <summary>The printing programs by name.</summary>
public static class Printers
{
    public static IReadOnlyList<string> Names { get; } = ["chromium", "writer", "calc"];

    public static IPrinter Named(string name) => name switch
    {
        "chromium" => new ChromiumPrinter(),
        "writer" => OfficePrinter.Writer(),
        "calc" => OfficePrinter.Calc(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a printing program."),
    };
}

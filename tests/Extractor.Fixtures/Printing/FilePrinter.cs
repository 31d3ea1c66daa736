using Extractor.Fixtures.Documents;

namespace Extractor.Fixtures.Printing;

/// <summary>No printer at all: the files that people work in, workbooks and text documents that LibreOffice writes, and web pages.</summary>
/// <param name="kind">One of <see cref="Kinds"/>.</param>
public sealed class FilePrinter(string kind) : IPrinter
{
    /// <summary>The kinds of file, by their extension without the dot.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["xlsx", "docx", "html"];

    public string Name => kind;

    public string Version { get; } = kind == "html" ? "the generator's own HTML" : OfficePrinter.ProgramVersion();

    public bool SplitsRows => false;

    public string Extension => "." + kind;

    public void Print(IReadOnlyList<Dossier> dossiers, string directory)
    {
        foreach (var dossier in dossiers)
        {
            var path = Path.Combine(directory, dossier.Name + Extension);
            switch (kind)
            {
                case "html": File.WriteAllText(path, HtmlSource.Write(dossier)); break;
                case "xlsx": Convert(FlatSheetSource.Write(dossier), ".fods", "xlsx:Calc MS Excel 2007 XML", path); break;
                case "docx": Convert(FlatTextSource.Write(dossier), ".fodt", "docx:MS Word 2007 XML", path); break;
                default: throw new InvalidOperationException($"{kind} is not a kind of file.");
            }
        }
    }

    private void Convert(string source, string extension, string format, string path) => Programs.InNewDirectory(work =>
    {
        var input = Path.Combine(work, "document" + extension);
        File.WriteAllText(input, source);
        OfficePrinter.Convert(format, [input], work, work);
        File.Move(Path.Combine(work, "document" + Extension), path, overwrite: true);
    });
}

using Extractor.Core.Pages;

namespace Extractor.Pipeline.Intake;

/// <summary>What is taken where nobody named it: in a folder, in an archive.</summary>
internal static class Readable
{
    /// <summary>Those of which a person would expect that they are read, the old Office formats among them: they are told of, not passed over.</summary>
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".pdf", ".xlsx", ".xlsm", ".docx", ".docm", ".html", ".htm", ".shtml", ".xhtml", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".zip",
        ".xls", ".xlsb", ".doc", ".et", ".wps",
    };

    private static readonly HashSet<string> TextExtensions = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".tsv" };

    public static bool ByName(string name) => Extensions.Contains(Path.GetExtension(name));

    /// <summary>Is it of a kind that is read; or a table left as text, which no signature tells from other text?</summary>
    /// <param name="start">The first <see cref="Signature.BytesNeeded"/> bytes.</param>
    public static bool ByContent(string name, ReadOnlySpan<byte> start) =>
        Signature.Of(start).Kind is
            ContentKind.Pdf or ContentKind.Zip or ContentKind.Html or ContentKind.Png or ContentKind.Jpeg or ContentKind.Tiff
        || (TextExtensions.Contains(Path.GetExtension(name)) && start.Contains((byte)'\t'));

    /// <summary>Hidden files, what systems leave behind in folders and archives, and the marks of documents that are open somewhere.</summary>
    public static bool IsLeftAside(string name) => name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || name == "__MACOSX";
}

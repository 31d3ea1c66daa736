using System.Collections.Immutable;
using Extractor.Fixtures.Documents;

namespace Extractor.Fixtures.Printing;

/// <summary>A document as it was printed at last.</summary>
/// <param name="Missing">Texts that the PDF does not say, though the truth does; empty but for stubborn cases.</param>
public sealed record CheckedDossier(Dossier Dossier, ImmutableArray<string> Missing);

/// <summary>
/// Prints documents and reads them again with pdftotext: LibreOffice drops the end of a cell's text now and then where a page
/// break cuts it, and Chromium once in a while a line. Such a document is printed again with its tables further down.
/// </summary>
public static class PrintCheck
{
    private const int Attempts = 5, Push = 17;

    public static IReadOnlyList<CheckedDossier> Print(IPrinter printer, IReadOnlyList<Dossier> dossiers, string directory)
    {
        var done = new Dictionary<string, CheckedDossier>();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var left = dossiers.Where(d => !done.TryGetValue(d.Name, out var before) || before.Missing.Length > 0)
                .Select(d => attempt == 0 ? d : d.Pushed(attempt * Push)).ToList();
            if (left.Count == 0)
            {
                break;
            }

            printer.Print(left, directory);
            foreach (var dossier in left)
            {
                done[dossier.Name] = new CheckedDossier(dossier, Missing(dossier, Path.Combine(directory, dossier.Name + printer.Extension)));
            }
        }

        return [.. dossiers.Select(d => done[d.Name])];
    }

    private static ImmutableArray<string> Missing(Dossier dossier, string file)
    {
        // Other files are written by the generator or converted without pages: nothing is cut.
        if (Path.GetExtension(file) != ".pdf")
        {
            return [];
        }

        var pages = Programs.Run("pdftotext", "-raw", "-enc", "UTF-8", file, "-").Split('\f').Select(Bare).ToArray();
        var texts = dossier.Texts.Select(Bare).Where(text => text.Length > 0).ToList();
        var torn = texts.Distinct().Where(text => !Says(pages, text));
        // What one cell lost may well stand in another: then the letters do not suffice for all.
        var printed = pages.SelectMany(page => page).CountBy(letter => letter).ToDictionary();
        var lacking = texts.SelectMany(text => text).CountBy(letter => letter).Where(needed => printed.GetValueOrDefault(needed.Key) < needed.Value)
            .Select(needed => needed.Key.ToString());
        return [.. torn, .. lacking];
    }

    /// <summary>The text stands on a page, or its pieces stand on pages that follow each other.</summary>
    private static bool Says(string[] pages, string text) =>
        Array.Exists(pages, page => page.Contains(text, StringComparison.Ordinal))
        || Enumerable.Range(0, pages.Length - 1).Any(page => GoesOn(pages, page, text));

    /// <summary>The text begins on the page and ends on the next, or on one after it.</summary>
    private static bool GoesOn(string[] pages, int page, string text) => Enumerable.Range(1, text.Length - 1).Any(length =>
        pages[page].Contains(text[..^length], StringComparison.Ordinal)
        && (pages[page + 1].Contains(text[^length..], StringComparison.Ordinal) || (page + 2 < pages.Length && length > 1 && GoesOn(pages, page + 1, text[^length..]))));

    /// <summary>Letters and digits alone: a sign that comes from another font may stand in another line.</summary>
    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}

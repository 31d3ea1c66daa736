using System.Globalization;
using Extractor.Fixtures.Documents;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Printing;

namespace Extractor.Fixtures.Planting;

/// <summary>Takes a page out of a printed document, as a scanner that draws two sheets does: its printed numbers show it.</summary>
public static class MissingPage
{
    /// <summary>How the pages of such documents are numbered.</summary>
    public const string Numbers = "第{0}页";

    /// <summary>The document of one form, without a page in the middle of its table; as it was where it has none.</summary>
    public static Dossier Plant(Dossier dossier, string pdf)
    {
        var pages = Programs.Run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").Split('\f')[..^1].Select(page => string.Concat(page.Where(char.IsLetterOrDigit))).ToArray();
        bool HasRows(int page) => dossier.Forms[0].Indicators.Any(row => Array.FindIndex(pages, text => text.Contains(string.Concat((row.Level3 ?? "～").Where(char.IsLetterOrDigit)), StringComparison.Ordinal)) == page);
        var page = Enumerable.Range(1, Math.Max(0, pages.Length - 2)).FirstOrDefault(i => HasRows(i - 1) && HasRows(i) && HasRows(i + 1));
        // Without a number on its pages nothing shows that one is missing.
        if (page == 0 || !pages.Index().All(printed => printed.Item.Contains(Number(printed.Index + 1), StringComparison.Ordinal)))
        {
            return dossier;
        }

        Programs.InNewDirectory(work =>
        {
            Programs.Run("pdfseparate", pdf, Path.Combine(work, "%d.pdf"));
            var kept = Enumerable.Range(1, pages.Length).Where(number => number != page + 1).Select(number => Path.Combine(work, number.ToString(CultureInfo.InvariantCulture) + ".pdf"));
            var joined = Path.Combine(work, "joined.pdf");
            Programs.Run("pdfunite", [.. kept, joined]);
            File.Move(joined, pdf, overwrite: true);
        });
        return dossier with { Forms = [dossier.Forms[0] with { Planted = [new PlantedFault("missing_page", "", "X04", "warning", null)] }] };
    }

    private static string Number(int page) => Numbers.Replace("{0}", page.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

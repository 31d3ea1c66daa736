using System.Collections.Immutable;

namespace Extractor.Fixtures.Scanning;

/// <summary>A printed document after it was scanned.</summary>
/// <param name="Pages">What stands where on its pages; empty where they were turned.</param>
public sealed record ScannedDocument(byte[] Pdf, ImmutableArray<PrintedPage> Pages)
{
    private const int PointsPerInch = 72;

    /// <summary>The same settings and chance make the same bytes of the same print.</summary>
    /// <param name="printed">The file of a PDF with a layer of text.</param>
    /// <param name="office">Whose seal is stamped on it, where the settings ask for one.</param>
    public static ScannedDocument Of(string printed, ScanSettings settings, string office, Chance chance)
    {
        var scanner = new Scanner(settings, settings.Seals > 0 ? Seal.Of(office, settings.DotsPerInch, chance.Fork("stamp")) : null);
        var pages = PrintedPage.Of(printed).Select(page => page with
        {
            Words = [.. page.Words.Select(word => word.Bent(settings.Bending, page.Width, page.Height))],
        }).ToImmutableArray();
        var scans = pages.Select((page, i) => Scan(scanner, settings, printed, i + 1, page, chance.Fork("page", i)));
        return new ScannedDocument(ImagePdf.Write([.. scans]), settings.QuarterTurns == 0 ? pages : []);
    }

    private static ScannedPage Scan(Scanner scanner, ScanSettings settings, string printed, int number, PrintedPage page, Chance chance)
    {
        var picture = scanner.Scan(PrintedPage.Picture(printed, number, settings.DotsPerInch), chance);
        double Points(int pixels) => (double)pixels * PointsPerInch / settings.DotsPerInch;
        return new ScannedPage(
            PageImage.Of(picture, settings.Tint, settings.JpegQuality), Points(picture.Width), Points(picture.Height),
            settings.WrongInLayer is { } wrong ? [.. page.Words.Select(word => Misread(word, wrong, chance.Fork("layer " + word.Text)))] : []);
    }

    /// <summary>The word as a poor recogniser had it.</summary>
    private static PrintedWord Misread(PrintedWord word, int percent, Chance chance) =>
        word with { Text = string.Concat(word.Text.Select(letter => chance.Percent(percent) ? Wrong(letter, chance) : letter)) };

    private static char Wrong(char letter, Chance chance) => letter switch
    {
        >= '0' and <= '9' => chance.Pick("0123456789loOSBIZ".ToCharArray()),
        < (char)0x80 => chance.Pick(".,;:'-_|/\\".ToCharArray()),
        _ => (char)chance.Between(0x4E00, 0x6FFF),
    };
}

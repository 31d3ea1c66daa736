using Extractor.Core.Pages;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Tests.Pdf;

/// <summary>Reads what a test composed.</summary>
internal static class Reading
{
    public static Page PageOf(byte[] pdf, int number = 1) => Assert.IsType<Page>(Of(pdf, number));

    public static Page PageOf(PdfComposer pdf) => PageOf(pdf.ToBytes());

    public static UnreadPage Unread(PdfComposer pdf) => Assert.IsType<UnreadPage>(Of(pdf.ToBytes(), 1));

    public static PageReading Of(byte[] pdf, int number)
    {
        using var file = Open(pdf);
        return file.ReadPage(number);
    }

    public static PdfFile Open(byte[] pdf, string? password = null) => (PdfFile)
        Assert.IsType<OpenedDocument>(PdfFile.Open("file.pdf", pdf, password)).File;

    public static RefusedDocument Refusal(byte[] pdf, string? password = null) =>
        Assert.IsType<RefusedDocument>(PdfFile.Open("file.pdf", pdf, password));

    public static string Text(this Page page) => string.Concat(page.Glyphs.Select(glyph => glyph.Character.ToString()));
}

namespace Extractor.Ingestion.Tests.Pdf;

internal static class ComposerExtensions
{
    public static PdfComposer Tap(this PdfComposer pdf, Action<PdfComposer> addition)
    {
        addition(pdf);
        return pdf;
    }
}

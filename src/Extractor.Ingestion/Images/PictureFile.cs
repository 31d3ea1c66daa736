using Extractor.Core.Pages;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Images;

/// <summary>An open picture, drawn by the PDF engine, which is loaded when it is first drawn.</summary>
/// <param name="pages">Says what is known of them without drawing them.</param>
/// <param name="wrapped">A page's picture in a PDF; null where it cannot be drawn.</param>
internal sealed class PictureFile(WholeDocument pages, Func<int, ReadOnlyMemory<byte>?> wrapped) : IPicturedFile
{
    private PdfFile? _drawn;
    private int _drawnNumber;

    public DocumentHead Head => pages.Head;

    public PageReading ReadPage(int number) => pages.ReadPage(number);

    public Raster? RenderPage(int number, double dotsPerInch)
    {
        if (_drawnNumber != number)
        {
            _drawn?.Dispose();
            _drawn = wrapped(number) is { } pdf && PdfFile.Open(Head.FileName, pdf.Span) is OpenedDocument { File: PdfFile opened } ? opened : null;
            _drawnNumber = number;
        }

        return _drawn?.RenderPage(1, dotsPerInch);
    }

    public void Dispose() => _drawn?.Dispose();
}

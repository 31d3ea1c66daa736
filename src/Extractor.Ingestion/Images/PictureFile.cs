using Extractor.Core.Pages;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Images;

/// <summary>An open picture, drawn by the PDF engine, which is loaded when it is first drawn.</summary>
/// <param name="pages">Says what is known of it without drawing it.</param>
/// <param name="wrapped">The picture in a PDF; null where it cannot be drawn.</param>
internal sealed class PictureFile(WholeDocument pages, Func<byte[]?> wrapped) : IPicturedFile
{
    private PdfFile? _drawn;

    public DocumentHead Head => pages.Head;

    public PageReading ReadPage(int number) => pages.ReadPage(number);

    public Raster? RenderPage(int number, double dotsPerInch)
    {
        if (_drawn is null && wrapped() is { } pdf && PdfFile.Open(Head.FileName, pdf) is OpenedDocument { File: PdfFile opened })
        {
            _drawn = opened;
        }

        return number == 1 ? _drawn?.RenderPage(1, dotsPerInch) : null;
    }

    public void Dispose() => _drawn?.Dispose();
}

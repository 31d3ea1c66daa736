using Extractor.Core.Pages;
using Extractor.Ingestion.Pdf;

namespace Extractor.Ingestion.Images;

/// <summary>An open picture, drawn by the PDF engine, which is loaded when it is first drawn.</summary>
/// <param name="pages">Says what is known of them without drawing them.</param>
/// <param name="wrapped">A page's picture in a PDF; null where it cannot be drawn.</param>
internal sealed class PictureFile(WholeDocument pages, Func<int, ReadOnlyMemory<byte>?> wrapped) : IPicturedFile
{
    /// <summary>In bytes.</summary>
    private const int Large = 10_000_000;

    private PdfFile? _drawn;
    private int _drawnNumber;

    public DocumentHead Head => pages.Head;

    public PageReading ReadPage(int number) => pages.ReadPage(number);

    public Raster? RenderPage(int number, double dotsPerInch)
    {
        if (_drawnNumber != number)
        {
            _drawn?.Dispose();
            _drawn = Drawing(number);
            _drawnNumber = number;
        }

        return _drawn?.RenderPage(1, dotsPerInch);
    }

    public void Dispose() => _drawn?.Dispose();

    private PdfFile? Drawing(int number)
    {
        var length = 0;
        PdfFile? opened = null;
        if (wrapped(number) is { } pdf)
        {
            length = pdf.Length;
            opened = PdfFile.Open(Head.FileName, pdf.Span) is OpenedDocument { File: PdfFile file } ? file : null;
        }

        if (length > Large)
        {
            // The engine has its own copy. What was taken to make it, several times as much, is garbage now.
            Garbage.GiveBack();
        }

        return opened;
    }
}

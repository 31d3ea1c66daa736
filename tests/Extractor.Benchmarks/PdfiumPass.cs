using System.Runtime.InteropServices;
using Extractor.Ingestion.Pdf;

namespace Extractor.Benchmarks;

/// <summary>
/// PDFium's own pass over a document, the yardstick: every page loaded, every character's code and box, every path's
/// segments and points, and nothing done with them.
/// </summary>
internal static unsafe class PdfiumPass
{
    private const int PathObject = 2, FormObject = 5;

    /// <summary>PDFium must be loaded: its small functions are bound when this method is compiled.</summary>
    /// <returns>Characters and segments seen, so that nothing can be skipped.</returns>
    public static (long Characters, long Segments) Run(byte[] content)
    {
        long characters = 0, segments = 0;
        fixed (byte* bytes = content)
        {
            var document = PdfiumNative.FPDF_LoadMemDocument64(bytes, (nuint)content.Length, null);
            var pageCount = PdfiumNative.FPDF_GetPageCount(document);
            for (var i = 0; i < pageCount; i++)
            {
                var page = PdfiumNative.FPDF_LoadPage(document, i);
                var text = PdfiumNative.FPDFText_LoadPage(page);
                characters += Characters(text);
                var count = PdfiumNative.FPDFPage_CountObjects(page);
                for (var o = 0; o < count; o++)
                {
                    segments += Segments(PdfiumNative.FPDFPage_GetObject(page, o));
                }

                PdfiumNative.FPDFText_ClosePage(text);
                PdfiumNative.FPDF_ClosePage(page);
            }

            PdfiumNative.FPDF_CloseDocument(document);
        }

        return (characters, segments);
    }

    private static int Characters(nint text)
    {
        var count = PdfiumNative.FPDFText_CountChars(text);
        for (var i = 0; i < count; i++)
        {
            double left, right, bottom, top;
            _ = PdfiumNative.FPDFText_GetUnicode(text, i);
            _ = PdfiumNative.FPDFText_GetCharBox(text, i, &left, &right, &bottom, &top);
        }

        return count;
    }

    private static int Segments(nint item)
    {
        var seen = 0;
        switch (PdfiumNative.FPDFPageObj_GetType(item))
        {
            case PathObject:
                seen = PdfiumNative.FPDFPath_CountSegments(item);
                for (var s = 0; s < seen; s++)
                {
                    float x, y;
                    var segment = PdfiumNative.FPDFPath_GetPathSegment(item, s);
                    _ = PdfiumNative.FPDFPathSegment_GetType(segment);
                    _ = PdfiumNative.FPDFPathSegment_GetPoint(segment, &x, &y);
                }

                break;
            case FormObject:
                var children = PdfiumNative.FPDFFormObj_CountObjects(item);
                for (var c = 0; c < children; c++)
                {
                    seen += Segments(PdfiumNative.FPDFFormObj_GetObject(item, new CULong((uint)c)));
                }

                break;
        }

        return seen;
    }
}

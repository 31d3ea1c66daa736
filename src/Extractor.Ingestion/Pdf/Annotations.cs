namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Form fields, stamps and typed notes lie over a page and are no part of its content, yet a person sees them. They are
/// painted into the content, in memory only, and then read like everything else.
/// </summary>
internal static unsafe class Annotations
{
    private const int ForDisplay = 0;
    private const int Flattened = 1;
    private const int Bgra = 4;
    private const int WithAnnotations = 1;

    // More than any form has: a file with more is after something else.
    private const int Most = 5000;

    /// <summary>True where the page has changed and is to be loaded again.</summary>
    public static bool PrintInto(nint page)
    {
        var (isPrinted, hasFields) = (false, false);
        var count = Math.Min(PdfiumNative.FPDFPage_GetAnnotCount(page), Most);
        for (var i = 0; i < count; i++)
        {
            var annotation = PdfiumNative.FPDFPage_GetAnnot(page, i);
            if (annotation != 0)
            {
                var subtype = PdfiumNative.FPDFAnnot_GetSubtype(annotation);
                isPrinted |= subtype is Subtype.FreeText or Subtype.Stamp or Subtype.Widget;
                hasFields |= subtype is Subtype.Widget;
                PdfiumNative.FPDFPage_CloseAnnot(annotation);
            }
        }

        if (hasFields)
        {
            MakeAppearances(page);
        }

        return isPrinted && PdfiumNative.FPDFPage_Flatten(page, ForDisplay) == Flattened;
    }

    /// <summary>
    /// A form may leave the look of its fields to the viewer (NeedAppearances). PDFium makes it when it paints the
    /// fields: on one pixel, here.
    /// </summary>
    private static void MakeAppearances(nint page)
    {
        var pixel = PdfiumNative.FPDFBitmap_CreateEx(1, 1, Bgra, null, 0);
        if (pixel != 0)
        {
            PdfiumNative.FPDF_RenderPageBitmap(pixel, page, 0, 0, 1, 1, 0, WithAnnotations);
            PdfiumNative.FPDFBitmap_Destroy(pixel);
        }
    }

    private static class Subtype
    {
        public const int FreeText = 3;
        public const int Stamp = 13;
        public const int Widget = 20;
    }
}

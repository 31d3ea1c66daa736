namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Form fields, stamps and typed notes lie over a page and are no part of its content, yet a person sees them. They are
/// painted into the content, in memory only, and then read like everything else.
/// </summary>
internal static class Annotations
{
    private const int ForDisplay = 0;
    private const int Flattened = 1;

    // More than any form has: a file with more is after something else.
    private const int Most = 5000;

    /// <summary>True where the page has changed and is to be loaded again.</summary>
    public static bool PrintInto(nint page)
    {
        var count = Math.Min(PdfiumNative.FPDFPage_GetAnnotCount(page), Most);
        for (var i = 0; i < count; i++)
        {
            var annotation = PdfiumNative.FPDFPage_GetAnnot(page, i);
            if (annotation == 0)
            {
                continue;
            }

            var subtype = PdfiumNative.FPDFAnnot_GetSubtype(annotation);
            PdfiumNative.FPDFPage_CloseAnnot(annotation);
            if (subtype is Subtype.FreeText or Subtype.Stamp or Subtype.Widget)
            {
                return PdfiumNative.FPDFPage_Flatten(page, ForDisplay) == Flattened;
            }
        }

        return false;
    }

    private static class Subtype
    {
        public const int FreeText = 3;
        public const int Stamp = 13;
        public const int Widget = 20;
    }
}

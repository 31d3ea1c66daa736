using System.Runtime.InteropServices;

namespace Extractor.Ingestion.Pdf;

/// <summary>The objects of a page, or of a form XObject on it.</summary>
internal readonly record struct ObjectList(nint Owner, bool IsForm)
{
    public int Count => Math.Max(0, IsForm ? PdfiumNative.FPDFFormObj_CountObjects(Owner) : PdfiumNative.FPDFPage_CountObjects(Owner));

    public nint this[int index] => IsForm
        ? PdfiumNative.FPDFFormObj_GetObject(Owner, new CULong((uint)index))
        : PdfiumNative.FPDFPage_GetObject(Owner, index);
}

/// <summary>What FPDFPageObj_GetType says.</summary>
internal static class ObjectType
{
    public const int Text = 1;
    public const int Path = 2;
    public const int Image = 3;
    public const int Shading = 4;
    public const int Form = 5;
}

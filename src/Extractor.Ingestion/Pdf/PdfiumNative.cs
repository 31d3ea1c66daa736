using System.Runtime.InteropServices;

namespace Extractor.Ingestion.Pdf;

/// <summary>FS_MATRIX: (x, y) becomes (a x + c y + e, b x + d y + f).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FsMatrix
{
    public float A, B, C, D, E, F;

    public readonly Affine ToAffine() => new(A, B, C, D, E, F);
}

/// <summary>FS_RECTF, in the order of its C declaration.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FsRect
{
    public float Left, Top, Right, Bottom;
}

/// <summary>FS_SIZEF.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FsSize
{
    public float Width, Height;
}

/// <summary>FPDF_IMAGEOBJ_METADATA; without a page, the first two are all that is told.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ImageMetadata
{
    public uint Width, Height;
    public float HorizontalDpi, VerticalDpi;
    public uint BitsPerPixel;
    public int ColourSpace, MarkedContent;
}

/// <summary>FPDF_LIBRARY_CONFIG, version 2.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LibraryConfig
{
    public int Version;
    public byte** UserFontPaths;
    public void* Isolate;
    public uint V8EmbedderSlot;
}

/// <summary>
/// PDFium's C functions under their own names, so that its headers document them. Handles are opaque and 0 on failure;
/// an FPDF_BOOL is an int. The getters of one value run in nanoseconds, take no lock and never call back: they skip
/// the garbage collector's transition. What loads, parses or renders must not. What some builds lack is in <see cref="OptionalExports"/>.
/// </summary>
internal static unsafe partial class PdfiumNative
{
    public const string Library = "pdfium";

    // Library and document. FPDF_LoadMemDocument64 keeps reading the caller's buffer until FPDF_CloseDocument.
    [LibraryImport(Library)] public static partial void FPDF_InitLibraryWithConfig(LibraryConfig* config);
    [LibraryImport(Library)] public static partial CULong FPDF_GetLastError();
    [LibraryImport(Library)] public static partial nint FPDF_LoadMemDocument64(void* data, nuint size, byte* password);
    [LibraryImport(Library)] public static partial void FPDF_CloseDocument(nint document);
    [LibraryImport(Library)] public static partial int FPDF_GetPageCount(nint document);
    [LibraryImport(Library)] public static partial int FPDF_DocumentHasValidCrossReferenceTable(nint document);

    [LibraryImport(Library)] public static partial int FPDF_GetPageSizeByIndexF(nint document, int index, FsSize* size);

    // Page.
    [LibraryImport(Library)] public static partial nint FPDF_LoadPage(nint document, int index);
    [LibraryImport(Library)] public static partial void FPDF_ClosePage(nint page);
    [LibraryImport(Library)] public static partial int FPDF_GetPageBoundingBox(nint page, FsRect* box);
    [LibraryImport(Library)] public static partial int FPDFPage_GetRotation(nint page);
    [LibraryImport(Library)] public static partial int FPDFPage_Flatten(nint page, int flag);

    // Annotations.
    [LibraryImport(Library)] public static partial int FPDFPage_GetAnnotCount(nint page);
    [LibraryImport(Library)] public static partial nint FPDFPage_GetAnnot(nint page, int index);
    [LibraryImport(Library)] public static partial int FPDFAnnot_GetSubtype(nint annotation);
    [LibraryImport(Library)] public static partial void FPDFPage_CloseAnnot(nint annotation);

    // Text page: one entry a character, in drawing order, in the user space of the page.
    [LibraryImport(Library)] public static partial nint FPDFText_LoadPage(nint page);
    [LibraryImport(Library)] public static partial void FPDFText_ClosePage(nint textPage);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFText_CountChars(nint textPage);
    [LibraryImport(Library), SuppressGCTransition] public static partial uint FPDFText_GetUnicode(nint textPage, int index);
    [LibraryImport(Library), SuppressGCTransition] public static partial double FPDFText_GetFontSize(nint textPage, int index);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFText_GetFillColor(nint textPage, int index, uint* r, uint* g, uint* b, uint* a);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFText_GetStrokeColor(nint textPage, int index, uint* r, uint* g, uint* b, uint* a);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFText_GetMatrix(nint textPage, int index, FsMatrix* matrix);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFText_GetCharBox(nint textPage, int index, double* left, double* right, double* bottom, double* top);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFText_GetCharOrigin(nint textPage, int index, double* x, double* y);

    // Page objects; they belong to the page and die with it.
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPage_CountObjects(nint page);
    [LibraryImport(Library), SuppressGCTransition] public static partial nint FPDFPage_GetObject(nint page, int index);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFFormObj_CountObjects(nint form);
    [LibraryImport(Library), SuppressGCTransition] public static partial nint FPDFFormObj_GetObject(nint form, CULong index);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPageObj_GetType(nint item);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPageObj_GetMatrix(nint item, FsMatrix* matrix);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPageObj_GetBounds(nint item, float* left, float* bottom, float* right, float* top);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPageObj_GetFillColor(nint item, uint* r, uint* g, uint* b, uint* a);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPageObj_GetStrokeColor(nint item, uint* r, uint* g, uint* b, uint* a);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPageObj_GetStrokeWidth(nint item, float* width);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPageObj_HasTransparency(nint item);
    [LibraryImport(Library), SuppressGCTransition] public static partial nint FPDFPageObj_GetClipPath(nint item);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFTextObj_GetTextRenderMode(nint text);
    [LibraryImport(Library)] public static partial nint FPDFImageObj_GetRenderedBitmap(nint document, nint page, nint image);
    [LibraryImport(Library)] public static partial nint FPDFImageObj_GetBitmap(nint image);
    [LibraryImport(Library)] public static partial int FPDFImageObj_GetImageMetadata(nint image, nint page, ImageMetadata* metadata);
    [LibraryImport(Library)] public static partial CULong FPDFImageObj_GetImageDataRaw(nint image, void* buffer, CULong length);
    [LibraryImport(Library)] public static partial int FPDFImageObj_GetImageFilterCount(nint image);
    [LibraryImport(Library)] public static partial CULong FPDFImageObj_GetImageFilter(nint image, int index, void* buffer, CULong length);

    // Bitmaps.
    [LibraryImport(Library)] public static partial nint FPDFBitmap_CreateEx(int width, int height, int format, void* pixels, int stride);
    [LibraryImport(Library)] public static partial void FPDF_RenderPageBitmap(nint bitmap, nint page, int x, int y, int width, int height, int rotate, int flags);
    [LibraryImport(Library)] public static partial void FPDFBitmap_Destroy(nint bitmap);
    [LibraryImport(Library)] public static partial byte* FPDFBitmap_GetBuffer(nint bitmap);
    [LibraryImport(Library)] public static partial int FPDFBitmap_GetFormat(nint bitmap);
    [LibraryImport(Library)] public static partial int FPDFBitmap_GetWidth(nint bitmap);
    [LibraryImport(Library)] public static partial int FPDFBitmap_GetHeight(nint bitmap);
    [LibraryImport(Library)] public static partial int FPDFBitmap_GetStride(nint bitmap);

    // Paths and clips.
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPath_GetDrawMode(nint path, int* fillMode, int* stroke);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPath_CountSegments(nint path);
    [LibraryImport(Library), SuppressGCTransition] public static partial nint FPDFPath_GetPathSegment(nint path, int index);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPathSegment_GetPoint(nint segment, float* x, float* y);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPathSegment_GetType(nint segment);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFPathSegment_GetClose(nint segment);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFClipPath_CountPaths(nint clip);
    [LibraryImport(Library), SuppressGCTransition] public static partial int FPDFClipPath_CountPathSegments(nint clip, int path);
    [LibraryImport(Library), SuppressGCTransition] public static partial nint FPDFClipPath_GetPathSegment(nint clip, int path, int segment);
}

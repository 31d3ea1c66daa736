using System.Runtime.InteropServices;

namespace Extractor.Ingestion.Ocr.Tesseract;

/// <summary>What is used of libtesseract's C API (capi.h).</summary>
internal static unsafe partial class TesseractNative
{
    public const string Library = "tesseract";

    /// <summary>OEM_LSTM_ONLY, PSM_SINGLE_LINE, RIL_SYMBOL.</summary>
    public const int LstmOnly = 1, SingleLine = 7, Symbol = 4;

    [LibraryImport(Library)]
    public static partial nint TessBaseAPICreate();

    [LibraryImport(Library)]
    public static partial void TessBaseAPIDelete(nint handle);

    /// <summary>0 where it went well.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPIInit2(nint handle, string? folder, string language, int engine);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int TessBaseAPISetVariable(nint handle, string name, string value);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetPageSegMode(nint handle, int mode);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetImage(nint handle, byte* samples, int width, int height, int bytesPerPixel, int bytesPerLine);

    [LibraryImport(Library)]
    public static partial void TessBaseAPISetSourceResolution(nint handle, int dotsPerInch);

    /// <summary>0 where it went well.</summary>
    [LibraryImport(Library)]
    public static partial int TessBaseAPIRecognize(nint handle, nint monitor);

    /// <summary>Null where nothing was recognised; the caller frees it.</summary>
    [LibraryImport(Library)]
    public static partial nint TessBaseAPIGetIterator(nint handle);

    [LibraryImport(Library)]
    public static partial void TessResultIteratorDelete(nint iterator);

    /// <summary>The same iterator by another name; it is not freed.</summary>
    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetPageIterator(nint iterator);

    [LibraryImport(Library)]
    public static partial int TessResultIteratorNext(nint iterator, int level);

    /// <summary>The caller frees it with <see cref="TessDeleteText"/>.</summary>
    [LibraryImport(Library)]
    public static partial nint TessResultIteratorGetUTF8Text(nint iterator, int level);

    /// <summary>From 0 to 100.</summary>
    [LibraryImport(Library)]
    public static partial float TessResultIteratorConfidence(nint iterator, int level);

    [LibraryImport(Library)]
    public static partial int TessPageIteratorBoundingBox(nint iterator, int level, int* left, int* top, int* right, int* bottom);

    [LibraryImport(Library)]
    public static partial void TessDeleteText(nint text);

    /// <summary>It stays the library's.</summary>
    [LibraryImport(Library)]
    public static partial nint TessVersion();
}

using System.Runtime.InteropServices;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// Functions that only some builds of PDFium have; null where this one lacks it. Builds since 2023 say which text
/// object a character belongs to; older ones answer character by character.
/// </summary>
internal readonly unsafe struct OptionalExports(nint library)
{
    /// <summary>(text page, index) to the text object.</summary>
    public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint> GetTextObject =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, nint>)Find(library, "FPDFText_GetTextObject");

    /// <summary>(text page, index) to 1 for a character that PDFium invented.</summary>
    public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> IsGenerated =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Find(library, "FPDFText_IsGenerated");

    /// <summary>(text page, index) to 1 for a character whose Unicode the file does not say.</summary>
    public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> HasUnicodeMapError =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Find(library, "FPDFText_HasUnicodeMapError");

    /// <summary>(text page, index) to the text render mode; gone from builds that have <see cref="GetTextObject"/>.</summary>
    public readonly delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int> GetTextRenderMode =
        (delegate* unmanaged[Cdecl, SuppressGCTransition]<nint, int, int>)Find(library, "FPDFText_GetTextRenderMode");

    private static nint Find(nint library, string name) => NativeLibrary.TryGetExport(library, name, out var address) ? address : 0;
}

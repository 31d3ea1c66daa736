using System.Runtime.InteropServices;
using System.Text;

namespace Extractor.Ingestion.Pdf;

/// <summary>A document of PDFium's, with the copy of its bytes that PDFium reads from as long as it is open.</summary>
internal sealed unsafe class PdfiumDocument : SafeHandle
{
    private readonly void* _content;

    private PdfiumDocument(nint document, void* content)
        : base(0, true)
    {
        _content = content;
        SetHandle(document);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>To be used with <see cref="PdfiumLibrary.Gate"/> held, and while this is open.</summary>
    public nint Value
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return handle;
        }
    }

    /// <summary>Null and PDFium's reason where it does not open. Needs <see cref="PdfiumLibrary.Gate"/>.</summary>
    public static PdfiumDocument? Load(ReadOnlySpan<byte> bytes, string? password, out LoadError error)
    {
        var content = NativeMemory.Alloc((nuint)bytes.Length);
        bytes.CopyTo(new Span<byte>(content, bytes.Length));
        fixed (byte* secret = password is null ? null : Encoding.UTF8.GetBytes(password + '\0'))
        {
            var document = PdfiumNative.FPDF_LoadMemDocument64(content, (nuint)bytes.Length, secret);
            error = document != 0 ? LoadError.None : (LoadError)PdfiumNative.FPDF_GetLastError().Value;
            if (document != 0)
            {
                return new PdfiumDocument(document, content);
            }
        }

        NativeMemory.Free(content);
        return null;
    }

    protected override bool ReleaseHandle()
    {
        lock (PdfiumLibrary.Gate)
        {
            PdfiumNative.FPDF_CloseDocument(handle);
        }

        NativeMemory.Free(_content);
        return true;
    }
}

/// <summary>FPDF_GetLastError after a document did not load; other values are possible and mean no more than that.</summary>
internal enum LoadError
{
    None = 0,
    Format = 3,
    Password = 4,
    Security = 5,
}

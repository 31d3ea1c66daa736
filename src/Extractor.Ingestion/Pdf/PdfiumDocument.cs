using System.Runtime.InteropServices;
using System.Text;

namespace Extractor.Ingestion.Pdf;

/// <summary>A document of PDFium's, with the copy of its bytes that PDFium reads from as long as it is open.</summary>
internal sealed unsafe class PdfiumDocument : SafeHandle
{
    private readonly void* _content;
    private readonly nuint _length;
    private readonly byte[]? _secret;

    private PdfiumDocument(nint document, void* content, nuint length, byte[]? secret)
        : base(0, true)
    {
        _content = content;
        _length = length;
        _secret = secret;
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
        var length = (nuint)bytes.Length;
        var content = NativeMemory.Alloc(length);
        bytes.CopyTo(new Span<byte>(content, bytes.Length));
        var secret = password is null ? null : Encoding.UTF8.GetBytes(password + '\0');
        var document = Load(content, length, secret);
        error = document != 0 ? LoadError.None : (LoadError)PdfiumNative.FPDF_GetLastError().Value;
        if (document != 0)
        {
            return new PdfiumDocument(document, content, length, secret);
        }

        NativeMemory.Free(content);
        return null;
    }

    /// <summary>
    /// Opens the same bytes anew and lets go of the fonts and pictures that PDFium keeps of every page it has loaded: 70
    /// pages of embedded Chinese fonts can be 50 MB. No page may be open. Needs <see cref="PdfiumLibrary.Gate"/>.
    /// </summary>
    public void Renew()
    {
        var anew = Load(_content, _length, _secret);
        if (anew != 0)
        {
            PdfiumNative.FPDF_CloseDocument(Value);
            SetHandle(anew);
        }
    }

    private static nint Load(void* content, nuint length, byte[]? secret)
    {
        fixed (byte* password = secret)
        {
            return PdfiumNative.FPDF_LoadMemDocument64(content, length, password);
        }
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

using System.Runtime.InteropServices;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// PDFium, loaded and started once for the life of the process. It is not safe for threads anywhere: whatever calls it
/// holds <see cref="Gate"/>.
/// </summary>
public sealed class PdfiumLibrary
{
    /// <summary>The environment variable that names the library's file and wins over every other place.</summary>
    public const string PathVariable = "PDFIUM_LIB";

    private const string DebianPath = "/usr/lib/libreoffice/program/libpdfiumlo.so";

    private static readonly Lazy<PdfiumLibrary> Instance = new(Start);

    private PdfiumLibrary(string path, nint handle)
    {
        File = path;
        Engine = EngineOf(path);
        Optional = new OptionalExports(handle);
    }

    /// <exception cref="PdfiumUnavailableException">The library was not found or does not load.</exception>
    public static PdfiumLibrary Loaded => Instance.Value;

    /// <summary>The file that was loaded.</summary>
    public string File { get; }

    /// <summary>
    /// Name and version, such as <c>pdfium 150.0.7834.0</c>. PDFium does not know its own version: it is read from the
    /// text file beside the library that has the library's name and the extension <c>.version</c>; without it, the name alone.
    /// </summary>
    public string Engine { get; }

    internal static Lock Gate { get; } = new();

    internal OptionalExports Optional { get; }

    private static PdfiumLibrary Start()
    {
        var path = Candidates().FirstOrDefault(System.IO.File.Exists)
            ?? throw new PdfiumUnavailableException(
                $"PDFium was not found. Run scripts/setup, or set {PathVariable} to its file. Looked for: {string.Join(", ", Candidates())}.");
        nint handle;
        try
        {
            handle = NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new PdfiumUnavailableException($"PDFium at {path} does not load. Run scripts/setup to fetch the one for this machine.", e);
        }

        NativeLibraries.Register(PdfiumNative.Library, handle);
        var config = new LibraryConfig { Version = 2 };
        unsafe
        {
            PdfiumNative.FPDF_InitLibraryWithConfig(&config);
        }

        return new PdfiumLibrary(path, handle);
    }

    private static IEnumerable<string> Candidates()
    {
        var usual = NativeLibraries.Candidates("pdfium", PathVariable);
        return OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable(PathVariable) is not { Length: > 0 }
            ? usual.Append(DebianPath)
            : usual;
    }

    private static string EngineOf(string path)
    {
        var note = path + ".version";
        var version = System.IO.File.Exists(note) ? System.IO.File.ReadAllText(note).Trim() : "";
        return version.Length == 0 ? "pdfium" : $"pdfium {version}";
    }
}

/// <summary>PDFium is not on this machine, or not for it. Nothing can be read without it; the message says what to do.</summary>
public sealed class PdfiumUnavailableException : Exception
{
    public PdfiumUnavailableException()
    {
    }

    public PdfiumUnavailableException(string message)
        : base(message)
    {
    }

    public PdfiumUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

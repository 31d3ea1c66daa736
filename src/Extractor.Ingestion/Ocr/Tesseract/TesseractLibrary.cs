using System.Runtime.InteropServices;

namespace Extractor.Ingestion.Ocr.Tesseract;

/// <summary>Tesseract's native library: found once, when the first line needs a second reading.</summary>
internal static class TesseractLibrary
{
    /// <summary>The environment variable that names the library's file and wins over every other place.</summary>
    public const string PathVariable = "TESSERACT_LIB";

    /// <summary>As Debian and others name the library of version 5.</summary>
    private static readonly string[] SystemNames = ["libtesseract.so.5", "libtesseract.5.dylib", "libtesseract-5.dll"];

    private static readonly Lazy<string?> Failure = new(Start);

    /// <exception cref="OcrUnavailableException">It was not found, or does not load.</exception>
    public static void Load()
    {
        if (Failure.Value is { } why)
        {
            throw new OcrUnavailableException($"{why} {OcrModels.Remedy}");
        }
    }

    private static string? Start()
    {
        var candidates = NativeLibraries.Candidates("tesseract", PathVariable).ToArray();
        foreach (var candidate in candidates.Where(File.Exists).Concat(Environment.GetEnvironmentVariable(PathVariable) is null ? SystemNames : []))
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                NativeLibraries.Register(TesseractNative.Library, handle);
                return null;
            }
        }

        return "Tesseract 5 was not found.";
    }
}

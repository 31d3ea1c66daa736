using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Extractor.Ingestion.Ocr;

/// <summary>ONNX Runtime's native library: found once, when the first page needs it.</summary>
internal static class OnnxLibrary
{
    /// <summary>The environment variable that names the library's file and wins over every other place.</summary>
    public const string PathVariable = "ONNXRUNTIME_LIB";

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
        var candidates = NativeLibraries.Candidates("onnxruntime", PathVariable).ToArray();
        if (candidates.FirstOrDefault(File.Exists) is not { } path)
        {
            return $"ONNX Runtime was not found. Looked for: {string.Join(", ", candidates)}.";
        }

        try
        {
            var handle = NativeLibrary.Load(path);
            OrtEnv.DisableDllImportResolver = true;
            NativeLibrary.SetDllImportResolver(
                typeof(OrtEnv).Assembly, (name, _, _) => name == "onnxruntime" ? handle : 0);
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            return $"ONNX Runtime at {path} does not load.";
        }
    }
}

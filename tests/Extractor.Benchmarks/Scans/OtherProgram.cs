using System.ComponentModel;
using System.Diagnostics;

namespace Extractor.Benchmarks;

/// <summary>OCRmyPDF with Tesseract's Chinese, the yardstick of what reading a scan may cost.</summary>
internal static class OtherProgram
{
    private const string Name = "ocrmypdf", Language = "chi_sim";

    /// <summary>CPU seconds for all documents; null where it is not installed, or not with this language.</summary>
    public static double? CpuSeconds(IEnumerable<string> documents, string scratch)
    {
        if (Run("tesseract", "--list-langs") is not { } languages || !languages.Split('\n').Contains(Language) || Run(Name, "--version") is null)
        {
            return null;
        }

        var before = ChildUsage.SoFar();
        foreach (var document in documents)
        {
            // Quick in all that is no recognition, one process at a time; a layer of text is no reason to skip a page.
            Run(Name, "--language", Language, "--jobs", "1", "--redo-ocr", "--output-type", "pdf", "--optimize", "0", document, Path.Combine(scratch, "other.pdf"));
        }

        return ChildUsage.SoFar().CpuSeconds - before.CpuSeconds;
    }

    private static string? Run(string program, params IEnumerable<string> arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            // More threads than one only take more time of the processor.
            start.Environment["OMP_THREAD_LIMIT"] = "1";
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output + errors.Result;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

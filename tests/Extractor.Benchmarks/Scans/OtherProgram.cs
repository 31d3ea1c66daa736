using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace Extractor.Benchmarks;

/// <summary>OCRmyPDF with Tesseract's Chinese, the yardstick of what reading a scan may cost.</summary>
internal static class OtherProgram
{
    private const string Name = "ocrmypdf", Language = "chi_sim";

    /// <summary>
    /// What it took for all documents, and the text that it read of each, empty where it failed; null where it is not
    /// installed, or not with this language.
    /// </summary>
    public static (double CpuSeconds, ImmutableArray<string> Texts)? Read(IEnumerable<string> documents, string scratch)
    {
        if (Run("tesseract", "--list-langs") is not { } languages || !languages.Split('\n').Contains(Language) || Run(Name, "--version") is null)
        {
            return null;
        }

        var before = ChildUsage.SoFar();
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var document in documents)
        {
            // Quick in all that is no recognition, one process at a time; a layer of text is no reason to skip a page.
            var text = Path.Combine(scratch, $"other-{texts.Count}.txt");
            Run(
                Name, "--language", Language, "--jobs", "1", "--redo-ocr", "--output-type", "pdf", "--optimize", "0", "--sidecar", text,
                document, Path.Combine(scratch, "other.pdf"));
            texts.Add(File.Exists(text) ? File.ReadAllText(text) : "");
        }

        return (ChildUsage.SoFar().CpuSeconds - before.CpuSeconds, texts.ToImmutable());
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

using System.Collections.Immutable;
using System.Globalization;

namespace Extractor.Benchmarks;

/// <summary>Compares what the program reads in scans with what they say, by kind of scan, and says what it took.</summary>
internal static class ScanRun
{
    /// <param name="verbose">Also every field that went wrong.</param>
    /// <returns>0; 3 where the folder holds no document with a truth.</returns>
    public static int Print(string folder, string program, string scratch, bool verbose)
    {
        var stated = Case.Of(folder).ToImmutableArray();
        if (stated.IsEmpty)
        {
            Console.Error.WriteLine($"No document with a truth beside it in {folder}.");
            return 3;
        }

        var cases = Case.Read(stated, program, scratch);
        var taken = ChildUsage.SoFar();

        Console.WriteLine(ScanTally.Header);
        foreach (var kind in cases.GroupBy(document => document.Variant).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            Console.WriteLine(kind.Select(ScanTally.Of).Aggregate((a, b) => a + b).Line(kind.Key));
            foreach (var line in verbose ? kind.SelectMany(Complaints) : [])
            {
                Console.WriteLine("    " + line);
            }
        }

        var all = cases.Select(ScanTally.Of).Aggregate((a, b) => a + b);
        Console.WriteLine(all.Line("all"));
        Console.WriteLine();
        foreach (var line in Reliability.Lines([.. cases.SelectMany(document => FormOutcome.Of(document.Truths, document.Results).Forms).SelectMany(form => form.Fields)]))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine();
        PrintComparison(cases, taken, OtherProgram.Read(cases.Select(document => document.Path), scratch), all.Pages);
        return 0;
    }

    private static IEnumerable<string> Complaints(Case document) => FormOutcome.Of(document.Truths, document.Results).Forms.SelectMany(
        (form, i) => form.Found
            ? form.Wrong.Where(field => field.Stated.Length > 0 || field.Read is { Length: > 0 }).Select(field => string.Create(
                CultureInfo.InvariantCulture,
                $"{(field.IsSilent ? "SILENT " : field.Doubted ? "" : "unsaid ")}{document.Name}#{i + 1} page {field.Page} {field}, confidence {field.Confidence:0.000}"))
            : [$"{document.Name}#{i + 1} not found"]);

    private static void PrintComparison(
        ImmutableArray<Case> cases, ChildUsage own, (double CpuSeconds, ImmutableArray<string> Texts)? other, int pages)
    {
        string PerPage(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / Math.Max(1, pages):0.00} CPU seconds a page");
        TextsFound Found(IEnumerable<string> texts) => cases.Zip(texts, TextsFound.Of).Aggregate((a, b) => a + b);

        Console.WriteLine($"extractor: {PerPage(own.CpuSeconds)} over {pages} pages, program and workers; at most {own.PeakMemory / 1_000_000} MB in a process; {Found(cases.Select(document => TextsFound.TextOf(document.Results)))}");
        if (other is not var (seconds, texts))
        {
            Console.WriteLine("ocrmypdf with chi_sim: not installed");
            return;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ocrmypdf with chi_sim: {PerPage(seconds)}; {Found(texts)}; {texts.Count(text => text.Length == 0)} documents failed; extractor took {own.CpuSeconds / seconds:0.00} times its time"));
    }
}

using System.Buffers;
using System.Diagnostics;
using Extractor.Benchmarks;
using Extractor.Core;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Ingestion;
using Extractor.Ingestion.Pdf;

// bench speed FILE...    the whole pipeline's CPU time against PDFium's own pass over the same pages, in one run
// bench accuracy FOLDER PROGRAM SCRATCH [-v]    what the program makes of a set of documents against what they say
// bench ocr FOLDER PROGRAM SCRATCH [-v]    the same of scans, by kind, with how reliable confidence is and what it took
// bench audit FOLDER PROGRAM SCRATCH [-v]       what the program's audit finds of the faults planted in a set of documents
// bench memory FILE...   the most memory that each file took, in the order given; one process
const int Rounds = 7;
if (args is ["accuracy", var folder, var program, var scratch, .. var options])
{
    return AccuracyRun.Print(folder, program, scratch, options.Contains("-v"));
}

if (args is ["ocr", var scans, var reader, var spare, .. var wishes])
{
    return ScanRun.Print(scans, reader, spare, wishes.Contains("-v"));
}

if (args is ["audit", var plantedFolder, var auditor, var auditScratch, .. var auditOptions])
{
    return PlantedRun.Print(plantedFolder, auditor, auditScratch, auditOptions.Contains("-v"));
}

if (args is not [var what, _, ..])
{
    Console.Error.WriteLine("usage: speed FILE... | memory FILE... | accuracy|ocr|audit FOLDER PROGRAM SCRATCH [-v]");
    return 2;
}

Console.WriteLine(PdfiumLibrary.Loaded.Engine);
var templates = FormTemplates.Of([.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "templates"), "*.json").Order(StringComparer.Ordinal)
    .Select(file => TemplateJson.Parse(File.ReadAllBytes(file)).Template!)]).Templates!;
foreach (var file in args[1..])
{
    var content = File.ReadAllBytes(file);
    if (what == "speed")
    {
        Speed(file, content);
    }
    else
    {
        var (pages, json) = Pipeline(content);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"{Path.GetFileName(file)}: {pages} pages, {ResultOutline.Skim(json).Forms} forms, {json.Length / 1e6:0.0} MB of JSON; at most {self.PeakWorkingSet64 / 1e6:0} MB of memory so far; {GC.GetTotalAllocatedBytes() / 1e3 / pages:0} KB allocated a page, so far");
    }
}

return 0;

void Speed(string file, byte[] content)
{
    var own = new List<double>();
    var whole = new List<double>();
    var audits = new List<double>();
    var pages = 0;
    using var pdf = ((OpenedDocument)PdfFile.Open("bench.pdf", content)).File;
    var forms = ExtractionResult.Of(pdf.Head, Pages(pdf), templates).Forms.Select(audited => audited.Form).ToList();
    for (var round = 0; round < Rounds; round++)
    {
        own.Add(Cpu(() => PdfiumPass.Run(content)));
        whole.Add(Cpu(() => pages = Pipeline(content).Pages));
        audits.Add(Cpu(() => DocumentAudit.Whole(AuditProfiles.Default, forms, Surroundings.None)));
    }

    // The first rounds are spent compiling; the machine's noise only ever adds.
    double best = whole.Min(), bestOwn = own.Min();
    Console.WriteLine(
        $"{Path.GetFileName(file)}: {pages} pages; PDFium's own pass {bestOwn / pages:0.00} ms a page, the whole pipeline {best / pages:0.00} ms a page: "
        + $"{best / bestOwn:0.00} times (first round, cold: {whole[0] / own[0]:0.00} times); "
        + $"the audit of its {forms.Count} forms {audits.Min():0.0} ms, {100 * audits.Min() / best:0.0} % of the whole");
}

(int Pages, ReadOnlySequence<byte> Json) Pipeline(byte[] content)
{
    using var pdf = ((OpenedDocument)PdfFile.Open("bench.pdf", content)).File;
    using var result = new ResultStream(ResultDocument.From(pdf.Head), new Producer("extractor", "bench", PdfiumLibrary.Loaded.Engine, null));
    Extraction.Run(pdf.Head, Pages(pdf), templates, result);
    return (pdf.Head.PageCount, result.End([]));
}

static IEnumerable<PageReading> Pages(IDocumentFile pdf) => Enumerable.Range(1, pdf.Head.PageCount).Select(pdf.ReadPage);

static double Cpu(Action action)
{
    var before = Environment.CpuUsage.TotalTime;
    action();
    return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
}

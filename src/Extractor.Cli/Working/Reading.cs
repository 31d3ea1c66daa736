using System.Collections.Immutable;
using System.Reflection;
using Extractor.Core;
using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Ingestion.Pdf;
using Extractor.Ingestion.Text;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Working;

/// <summary>From the path of a file to the bytes of its result: the reader and the stages, one after the other.</summary>
internal sealed class Reading
{
    private readonly Lazy<ImmutableArray<FormTemplate>> _templates = new(Templates.Load);

    /// <summary>
    /// Bytes of the largest file that is opened. It is in memory twice while it is opened, and that must be less than
    /// the worker may take.
    /// </summary>
    private const long LargestFile = 300_000_000;

    private static readonly string Version =
        typeof(Reading).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public Outcome Read(Attempt attempt, Action<PageBegun> pageBegins)
    {
        try
        {
            var length = new FileInfo(attempt.Job.Path).Length;
            if (length > LargestFile)
            {
                return new Failed(FailureReason.TooLarge, $"{length / 1_000_000} MB, more than {LargestFile / 1_000_000} MB");
            }

            var content = File.ReadAllBytes(attempt.Job.Path);
            return PdfFile.Open(Path.GetFileName(attempt.Job.Path), content, attempt.Job.Password) switch
            {
                OpenedPdf opened => Extract(opened.File, attempt, pageBegins),
                RefusedPdf { Reason: OpenFailure.NotPdf } when TextDumpFile.LooksLikeText(content) => ReadText(attempt, content, pageBegins),
                RefusedPdf { Reason: OpenFailure.NotPdf } => NotPdf(content),
                RefusedPdf refused => Refusal(refused),
                var opening => throw new InvalidOperationException($"Unknown opening {opening}."),
            };
        }
        catch (FileNotFoundException)
        {
            return new Failed(FailureReason.NotFound, "");
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return new Failed(FailureReason.NotReadable, denied.Message);
        }
        catch (PdfiumUnavailableException missing)
        {
            return new Failed(FailureReason.ReaderMissing, missing.Message);
        }
    }

    private Done Extract(PdfFile file, Attempt attempt, Action<PageBegun> pageBegins)
    {
        using (file)
        {
            return Extract(file.Head, Pages(file.Head, file.ReadPage, attempt.Skipped, pageBegins), attempt.Job.Kind);
        }
    }

    /// <summary>A text is a dump of tables, or nothing that is read.</summary>
    private Outcome ReadText(Attempt attempt, byte[] content, Action<PageBegun> pageBegins) =>
        TextDumpFile.Open(Path.GetFileName(attempt.Job.Path), content) switch
        {
            OpenedText { File: var text } => Extract(text.Head, Pages(text.Head, text.ReadPage, attempt.Skipped, pageBegins), attempt.Job.Kind),
            RefusedText { Reason: TextProblem.TooLarge } refused => new Failed(FailureReason.TooLarge, refused.Message),
            RefusedText { Reason: TextProblem.NoTable } when Signature.Name(content.AsSpan(0, Math.Min(content.Length, Signature.BytesNeeded))) is null =>
                new Failed(FailureReason.NotPdf, "text without tabs"),
            _ => NotPdf(content),
        };

    private Done Extract(DocumentHead head, IEnumerable<PageReading> pages, JobKind kind)
    {
        if (kind == JobKind.Tables)
        {
            return new Done(ResultFormat.Write(TableList.From(ExtractionResult.Of(head, pages, _templates.Value))));
        }

        var producer = new Producer("extractor", Version, PdfiumLibrary.Loaded.Engine, OcrEngine: null);
        using var result = new ResultStream(ResultDocument.From(head), producer);
        Extraction.Run(head, pages, _templates.Value, result);
        return new Done(result.End(findings: []));
    }

    private static IEnumerable<PageReading> Pages(
        DocumentHead head, Func<int, PageReading> read, ImmutableArray<SkippedPage> skipped, Action<PageBegun> pageBegins)
    {
        var count = head.PageCount;
        for (var number = 1; number <= count; number++)
        {
            pageBegins(new PageBegun(number, count));
            yield return skipped.FirstOrDefault(page => page.Number == number) is { } why
                ? new UnreadPage(number, 0, 0, why.Reason, why.Detail)
                : read(number);
        }

        pageBegins(new PageBegun(0, count));
    }

    private static Failed NotPdf(byte[] content) => new(
        FailureReason.NotPdf, Signature.Name(content.AsSpan(0, Math.Min(content.Length, Signature.BytesNeeded))) ?? "");

    private static Failed Refusal(RefusedPdf refused) => refused.Reason switch
    {
        OpenFailure.Empty => new Failed(FailureReason.Empty, ""),
        OpenFailure.Encrypted => new Failed(FailureReason.Encrypted, ""),
        OpenFailure.WrongPassword => new Failed(FailureReason.WrongPassword, ""),
        OpenFailure.UnsupportedEncryption => new Failed(FailureReason.UnsupportedEncryption, ""),
        OpenFailure.TooManyPages => new Failed(FailureReason.TooLarge, refused.Message),
        _ => new Failed(FailureReason.Damaged, ""),
    };
}

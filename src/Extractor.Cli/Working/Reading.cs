using System.Buffers;
using System.Collections.Immutable;
using Extractor.Core;
using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Core.Results;
using Extractor.Ingestion;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;
using Extractor.Ingestion.Pdf;
using Extractor.Pipeline.Intake;
using Extractor.Pipeline.Jobs;

namespace Extractor.Cli.Working;

/// <summary>From the path of a file to the bytes of its result: the reader and the stages, one after the other.</summary>
internal sealed class Reading
{
    /// <summary>Dots per inch of the pictures that a person looks at.</summary>
    private const double PictureResolution = 110;

    private Core.Auditing.AuditProfiles? _profiles;
    private string? _orderedProfile;

    private FormTemplates? _templates;
    private string? _templatesFolder;

    /// <summary>
    /// Bytes of the largest file that is opened. It is in memory twice while it is opened, and that must be less than
    /// the worker may take.
    /// </summary>
    private const long LargestFile = 300_000_000;

    public Outcome Read(Attempt attempt, Action<PageBegun> pageBegins)
    {
        try
        {
            var (name, content) = Content(attempt.Job);
            return DocumentFile.Open(name, content, attempt.Job.Password) switch
            {
                OpenedDocument opened => Extract(Recognized(opened.File, attempt, pageBegins), attempt, pageBegins),
                RefusedDocument refused => Refusal(refused),
                var opening => throw new InvalidOperationException($"Unknown opening {opening}."),
            };
        }
        catch (DocumentTooLargeException tooLarge)
        {
            return new Failed(FailureReason.TooLarge, tooLarge.Message);
        }
        catch (BadTemplateException bad)
        {
            return new Failed(FailureReason.BadTemplate, bad.Message);
        }
        catch (BadProfileException bad)
        {
            return new Failed(FailureReason.BadProfile, bad.Message);
        }
        catch (InvalidDataException damaged)
        {
            return new Failed(FailureReason.Damaged, damaged.Message);
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

    private static (string Name, byte[] Content) Content(Job job)
    {
        var length = job.Entry is { } packed ? ZipContent.Length(job.Path, packed.Index) : new FileInfo(job.Path).Length;
        if (length > LargestFile)
        {
            throw new DocumentTooLargeException($"{length / 1_000_000} MB, more than {LargestFile / 1_000_000} MB");
        }

        return job.Entry is { } entry
            ? (job.Name ?? entry.Name, ZipContent.Read(job.Path, entry.Index))
            : (job.Name ?? Path.GetFileName(job.Path), File.ReadAllBytes(job.Path));
    }

    private Outcome Extract(IDocumentFile file, Attempt attempt, Action<PageBegun> pageBegins)
    {
        using (file)
        {
            if (attempt.Job.Kind == JobKind.Pictures)
            {
                return PagePictures.Draw(file, attempt, pageBegins);
            }

            var pages = Pages(file, attempt.Skipped, pageBegins);
            var templates = TemplatesOf(attempt.Job);
            switch (attempt.Job.Kind)
            {
                case JobKind.Tables:
                    return new Done(ResultFormat.Write(TableList.From(ExtractionResult.Of(file.Head, pages, templates))));
                case JobKind.Explain:
                    var trace = TraceFile.Of(ExtractionResult.Of(file.Head, pages, templates), number => PictureOf(file, number));
                    return new Done(new ReadOnlySequence<byte>(trace.Write()));
                default:
                    var producer = new Producer("extractor", ProgramVersion.Text, PdfEngineOf(file), OcrEngine: null);
                    using (var result = new ResultStream(ResultDocument.From(file.Head), producer))
                    {
                        Extraction.Run(file.Head, pages, templates, result, ProfilesOf(attempt.Job));
                        return new Done(result.End(more: [], (file as RecognizedDocument)?.EngineUsed));
                    }
            }
        }
    }

    private static IDocumentFile Recognized(IDocumentFile file, Attempt attempt, Action<PageBegun> pageBegins) =>
        file is IPicturedFile pictured
            ? new RecognizedDocument(
                pictured, attempt.Job.Ocr, number => pageBegins(new PageBegun(number, file.Head.PageCount, IsPicture: true)),
                isLeftOut: number => attempt.Skipped.Any(page => page.Number == number))
            : file;

    private static byte[]? PictureOf(IDocumentFile file, int number) =>
        file is IPicturedFile pictured && pictured.RenderPage(number, PictureResolution) is { } raster ? PngFile.Encode(raster) : null;

    /// <summary>All jobs of a call use the same folder.</summary>
    private FormTemplates TemplatesOf(Job job)
    {
        if (_templates is null || _templatesFolder != job.Templates)
        {
            (_templates, _templatesFolder) = (Templates.Load(job.Templates), job.Templates);
        }

        return _templates;
    }

    /// <summary>All jobs of a call are audited by the same.</summary>
    private Core.Auditing.AuditProfiles ProfilesOf(Job job)
    {
        if (_profiles is null || _orderedProfile != job.Profile)
        {
            (_profiles, _orderedProfile) = (Profiles.Load(job.Profile), job.Profile);
        }

        return _profiles;
    }

    private static IEnumerable<PageReading> Pages(IDocumentFile file, ImmutableArray<SkippedPage> skipped, Action<PageBegun> pageBegins)
    {
        var count = file.Head.PageCount;
        for (var number = 1; number <= count; number++)
        {
            pageBegins(new PageBegun(number, count));
            yield return skipped.FirstOrDefault(page => page.Number == number) is { } why
                ? new UnreadPage(number, 0, 0, why.Reason, why.Detail)
                : file.ReadPage(number);
        }

        pageBegins(new PageBegun(0, count));
    }

    /// <summary>No PDF engine is loaded for the sake of its name.</summary>
    private static string PdfEngineOf(IDocumentFile file) => file.Head.MediaType == "application/pdf" ? PdfiumLibrary.Loaded.Engine : "none";

    private static Failed Refusal(RefusedDocument refused) => refused.Reason switch
    {
        OpenFailure.Empty => new Failed(FailureReason.Empty, ""),
        OpenFailure.UnknownKind => new Failed(FailureReason.UnknownFormat, refused.Message),
        OpenFailure.Archive => new Failed(FailureReason.ArchiveNotOpened, ""),
        OpenFailure.OldOffice => new Failed(FailureReason.OldOfficeFormat, refused.Message),
        OpenFailure.Encrypted => new Failed(FailureReason.Encrypted, ""),
        OpenFailure.WrongPassword => new Failed(FailureReason.WrongPassword, ""),
        OpenFailure.UnsupportedEncryption => new Failed(FailureReason.UnsupportedEncryption, ""),
        OpenFailure.EncryptedOffice => new Failed(FailureReason.CannotDecrypt, ""),
        OpenFailure.TooLarge => new Failed(FailureReason.TooLarge, refused.Message),
        OpenFailure.Bomb => new Failed(FailureReason.ExpandsTooFar, refused.Message),
        OpenFailure.Unsafe => new Failed(FailureReason.UnsafeContent, refused.Message),
        _ => new Failed(FailureReason.Damaged, ""),
    };

    private sealed class DocumentTooLargeException(string message) : Exception(message);
}

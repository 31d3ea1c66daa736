using System.Collections.Immutable;
using System.Security.Cryptography;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;

namespace Extractor.Ingestion.Pdf;

/// <summary>
/// An open PDF whose pages are read from what it draws: its text layer, its lines. Nothing of a page is kept once it is
/// read. Calls from several threads are safe and take turns, as PDFium allows one at a time in a process.
/// </summary>
/// <remarks>
/// A crafted file can make PDFium run for ever or take all memory: a caller that reads strangers' files does so in a
/// process with limits.
/// </remarks>
public sealed class PdfFile : IPicturedFile
{
    /// <summary>How often the process's memory is looked at, in pages, and how much it may have grown until PDFium is made to forget.</summary>
    private const int PagesBetweenLooks = 96;
    private const long LargestGrowth = 60_000_000;

    private readonly PdfiumDocument _document;
    private readonly PageReader _reader;

    private int _pagesRead;
    private readonly long _memoryAtOpening = Environment.WorkingSet;

    private PdfFile(PdfiumDocument document, DocumentHead head, Damage damage)
    {
        (_document, Head) = (document, head);
        _reader = new PageReader(PdfiumLibrary.Loaded.Optional, damage);
    }

    public DocumentHead Head { get; }

    /// <summary>Opens a file from its bytes, of which it keeps its own copy; a broken one is repaired once, and its head says so.</summary>
    /// <param name="fileName">For the head only.</param>
    /// <param name="password">The user's or the owner's; null where there is none.</param>
    /// <exception cref="PdfiumUnavailableException">There is no PDFium on this machine.</exception>
    public static DocumentOpening Open(string fileName, ReadOnlySpan<byte> content, string? password = null)
    {
        if (content.IsEmpty)
        {
            return new RefusedDocument(OpenFailure.Empty, "The file is empty. Fetch it again from where it was published.");
        }

        var header = PdfRepair.HeaderOffset(content);
        if (header < 0)
        {
            return new RefusedDocument(OpenFailure.UnknownKind, "The file is not a PDF: it has no PDF header. See what it really is, and print it to PDF.");
        }

        _ = PdfiumLibrary.Loaded;
        lock (PdfiumLibrary.Gate)
        {
            var remarks = ImmutableArray.CreateBuilder<string>();
            if (header > 0)
            {
                remarks.Add($"{header} bytes before the PDF header were skipped.");
            }

            var document = LoadOrRepair(content[header..], password, out var damage, out var error);
            if (document is null)
            {
                return Refusal(error, password is not null);
            }

            if (damage != Damage.None)
            {
                remarks.Add(damage == Damage.Mended
                    ? "The file was damaged: it did not say where its objects are. A scan found them all."
                    : "The file is damaged: objects that it refers to are lost, and text may be missing or wrong. Fetch it again.");
            }

            var pageCount = PdfiumNative.FPDF_GetPageCount(document.Value);
            if (pageCount is > 0 and <= ReadingLimits.Pages)
            {
                var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
                var head = new DocumentHead(fileName, sha256, pageCount, "application/pdf", remarks.ToImmutable());
                return new OpenedDocument(new PdfFile(document, head, damage));
            }

            document.Dispose();
            return pageCount <= 0
                ? new RefusedDocument(OpenFailure.NoPages, "The file has no page that can be found. It may be cut off: fetch it again.")
                : new RefusedDocument(OpenFailure.TooLarge, $"The file has {pageCount} pages, more than the {ReadingLimits.Pages} that are read. Split it.");
        }
    }

    /// <summary>Reads one page. What keeps it from being read is in the answer, never an exception.</summary>
    /// <param name="number">From 1 to the head's page count.</param>
    public PageReading ReadPage(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Head.PageCount);
        lock (PdfiumLibrary.Gate)
        {
            KeepMemoryFlat();
            return _reader.Read(_document.Value, number);
        }
    }

    /// <summary>Draws one page as a person sees it; null where PDFium cannot.</summary>
    /// <param name="number">From 1 to the head's page count.</param>
    public Raster? RenderPage(int number, double dotsPerInch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Head.PageCount);
        lock (PdfiumLibrary.Gate)
        {
            KeepMemoryFlat();
            return PageRenderer.Render(_document.Value, number, dotsPerInch);
        }
    }

    /// <summary>PDFium keeps what it has loaded until the document is closed; a thousand pages would take a gigabyte.</summary>
    private void KeepMemoryFlat()
    {
        if (++_pagesRead % PagesBetweenLooks == 0 && Environment.WorkingSet - _memoryAtOpening > LargestGrowth)
        {
            _document.Renew();
        }
    }

    public void Dispose() => _document.Dispose();

    private static PdfiumDocument? LoadOrRepair(ReadOnlySpan<byte> body, string? password, out Damage damage, out LoadError error)
    {
        var document = PdfiumDocument.Load(body, password, out error);
        var isWhole = document is not null && PdfiumNative.FPDF_DocumentHasValidCrossReferenceTable(document.Value) != 0;
        if (document is null && error == LoadError.Format && PdfRepair.WithTrailer(body) is { } mended)
        {
            document = PdfiumDocument.Load(mended, password, out error);
        }

        damage = document is null || isWhole ? Damage.None : PdfRepair.HasLostObjects(body) ? Damage.Incomplete : Damage.Mended;
        return document;
    }

    private static RefusedDocument Refusal(LoadError error, bool hadPassword) => error switch
    {
        LoadError.Password when hadPassword => new(OpenFailure.WrongPassword, "The password does not open the file. Give the right one."),
        LoadError.Password => new(OpenFailure.Encrypted, "The file is encrypted and opens with a password only. Give its password."),
        LoadError.Security => new(OpenFailure.UnsupportedEncryption, "The file is protected in a way that PDFium cannot open. Save it without protection."),
        _ => new(OpenFailure.Damaged, "The file is damaged and could not be repaired. Fetch it again from where it was published."),
    };
}

/// <summary>What had to be done to a file's structure to open it.</summary>
internal enum Damage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its objects had to be searched for, and all were found.</summary>
    Mended,

    /// <summary>Some of its objects are lost.</summary>
    Incomplete,
}

using System.Buffers;
using System.Collections.Immutable;
using Extractor.Core.Pages;

namespace Extractor.Pipeline.Jobs;

/// <summary>What is wanted of a document.</summary>
public enum JobKind { Extract, Tables, Explain, Pictures }

/// <summary>One document to read.</summary>
/// <param name="Path">Of the file; the worker opens it.</param>
/// <param name="Password">Opens an encrypted document; never logged.</param>
/// <param name="Entry">Which of the files in the archive at <paramref name="Path"/>; null where that is the document itself.</param>
/// <param name="Templates">A folder of further form templates; null for none.</param>
/// <param name="Name">What the document is called, where its path does not say it; null for the name of the file or the entry.</param>
/// <param name="Ocr">Which pages are read from their picture.</param>
public sealed record Job(
    JobKind Kind, string Path, string? Password, ArchiveEntry? Entry = null, string? Templates = null, string? Name = null,
    OcrChoice Ocr = OcrChoice.Auto)
{
    /// <summary>The id or the file of the audit profile for all forms; null for the one of each form's layout.</summary>
    public string? Profile { get; init; }

    /// <summary>What is to be drawn, for <see cref="JobKind.Pictures"/>; null for all others.</summary>
    public PictureOrder? Pictures { get; init; }
}

/// <summary>Parts of a document's pages that are to be drawn.</summary>
/// <param name="Sha256">Of the document in which the parts were found: another one is not drawn.</param>
public sealed record PictureOrder(string Sha256, ImmutableArray<PagePart> Parts);

/// <summary>A part of a page, in points of page space.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PageWidth">Of the whole page: the pixels of the drawn page are measured by it.</param>
public sealed record PagePart(int Page, double PageWidth, double Left, double Top, double Right, double Bottom);

/// <summary>A file in an archive.</summary>
/// <param name="Index">Its place in the archive's directory, from 0.</param>
/// <param name="Name">A label without a path: nothing is ever found or written by it.</param>
public sealed record ArchiveEntry(int Index, string Name);

/// <summary>A page that an earlier attempt died on and the next one leaves out.</summary>
/// <param name="Number">From 1.</param>
public sealed record SkippedPage(int Number, UnreadReason Reason, string Detail);

/// <summary>One attempt at a job.</summary>
public sealed record Attempt(Job Job, ImmutableArray<SkippedPage> Skipped);

/// <summary>What became of a job: <see cref="Done"/> or <see cref="Failed"/>.</summary>
public abstract record Outcome;

/// <param name="Result">The bytes of the result file, ready to be written.</param>
public sealed record Done(ReadOnlySequence<byte> Result) : Outcome;

/// <param name="Detail">In English, where it says more than the reason does: the format it is in, the error that came up.</param>
public sealed record Failed(FailureReason Reason, string Detail) : Outcome;

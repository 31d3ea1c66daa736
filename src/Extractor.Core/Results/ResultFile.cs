using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Documents;
using Extractor.Core.Forms;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Results;

/// <summary>
/// What one document gave, as every consumer reads it: one JSON file per input. Its bytes depend on the input and the
/// program's version alone (<see cref="ResultFormat"/>).
/// </summary>
/// <param name="Unread">Every page that was not read, with the reason; none is left out silently.</param>
/// <param name="Findings">About the document, not one form.</param>
public sealed record ResultFile(
    string SchemaVersion, ResultDocument Document, Producer Producer,
    ImmutableArray<ResultPage> Pages, ImmutableArray<ResultUnread> Unread,
    ImmutableArray<ResultForm> Forms, ImmutableArray<Finding> Findings)
{
    /// <summary>Tables that look like self-evaluation forms and are none; empty in files of versions that did not tell.</summary>
    public ImmutableArray<ResultRefused> Refused { get; init; } = [];

    /// <summary>What the running text says that forms can be held against, in reading order; empty in files of versions that did not tell.</summary>
    public ImmutableArray<Passage> Passages { get; init; } = [];

    /// <summary>The version of the format: its first number changes when a consumer could break.</summary>
    public const string CurrentSchemaVersion = "1.0";

    public static ResultFile From(ExtractionResult extraction, Producer producer) => new(
        CurrentSchemaVersion,
        ResultDocument.From(extraction.Document),
        producer,
        [.. extraction.Pages.Select(ResultPage.From)],
        [.. extraction.Unread.Select(ResultUnread.From)],
        [.. extraction.Forms.Select(ResultForm.From)],
        extraction.Findings)
    {
        Refused = [.. extraction.Refused.Select(ResultRefused.From)],
        Passages = extraction.Passages,
    };

    /// <summary>What an audit needs beside the forms.</summary>
    public Surroundings ToSurroundings() => new(
        [.. Unread.Select(page => page.Page)],
        [.. Pages.Select(page => new NumberedPage(page.Number, page.Printed))],
        Passages);

    /// <summary>Every finding of the file: the document's own first, then those of the forms in order.</summary>
    public IEnumerable<Finding> AllFindings() => Findings.Concat(Forms.SelectMany(form => form.Findings));
}

/// <param name="FileName">The name it came with, without a path.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="MediaType">By content, never by name.</param>
/// <param name="Remarks">What had to be done to open it, in plain words.</param>
public sealed record ResultDocument(
    string FileName, string Sha256, int PageCount, string MediaType, ImmutableArray<string> Remarks)
{
    public static ResultDocument From(DocumentHead head) => new(head.FileName, head.Sha256, head.PageCount, head.MediaType, head.Remarks);
}

/// <summary>The program that made a result.</summary>
/// <param name="PdfEngine">Name and version of the PDF engine.</param>
/// <param name="OcrEngine">Name and version of the OCR engine, or null where none was used.</param>
public sealed record Producer(string Name, string Version, string PdfEngine, string? OcrEngine);

/// <param name="Width">In points, two decimals, as a person sees the page.</param>
/// <param name="Height">In points, two decimals, as a person sees the page.</param>
/// <param name="Rotation">What the file asks for, clockwise, in degrees; already applied to every box.</param>
/// <param name="Skew">How far the picture was turned straight, in degrees, two decimals.</param>
public sealed record ResultPage(
    int Number, decimal Width, decimal Height, PageOrigin Origin, int Rotation, decimal Skew)
{
    /// <summary>The number that the page prints on itself; null where it prints none that is clear, and in files of versions that did not tell.</summary>
    public PageNumber? Printed { get; init; }

    public static ResultPage From(PageSummary page) => new(
        page.Number, Hundredths.Of(page.Width), Hundredths.Of(page.Height), page.Origin, page.Rotation,
        Hundredths.Of(page.Skew)) { Printed = page.Printed };
}

/// <param name="Reason">A word for programs.</param>
/// <param name="Detail">A sentence for people.</param>
public sealed record ResultUnread(int Page, UnreadReason Reason, string Detail)
{
    public static ResultUnread From(UnreadPage page) => new(page.Number, page.Reason, page.Detail);
}

/// <summary>Geometry as the file states it: two decimals say all that a box on a page can say.</summary>
internal static class Hundredths
{
    /// <summary>Divides a whole number, so that the value carries no trailing zeros.</summary>
    public static decimal Of(double points) => Math.Round((decimal)points * 100m) / 100m;
}

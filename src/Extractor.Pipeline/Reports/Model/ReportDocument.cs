using System.Collections.Immutable;
using Extractor.Core.Results;
using Extractor.Pipeline.Delivery;
using Extractor.Pipeline.Jobs;

namespace Extractor.Pipeline.Reports.Model;

/// <summary>A document as a report shows it.</summary>
/// <param name="Number">Its place in the report, from 1.</param>
/// <param name="Name">The name it came with, without a path.</param>
/// <param name="Places">Where it was seen, the oldest first.</param>
/// <param name="IsSuperseded">Another one later came under its name.</param>
/// <param name="Refusal">Why there is no result; null where there is one.</param>
/// <param name="Pages">Their sizes are needed to draw parts of them.</param>
/// <param name="Findings">About the document, and not one of its forms.</param>
public sealed record ReportDocument(
    int Number, string Sha256, string Name, ImmutableArray<string> Places, bool IsSuperseded, Failed? Refusal,
    string MediaType, int PageCount, ImmutableArray<ResultPage> Pages, ImmutableArray<ResultUnread> Unread,
    ImmutableArray<ResultRefused> LookAlikes, ImmutableArray<ReportForm> Forms, ImmutableArray<ReportFinding> Findings)
{
    /// <summary>Its own first, then those of the forms in order.</summary>
    public IEnumerable<ReportFinding> AllFindings => Findings.Concat(Forms.SelectMany(form => form.Findings));

    /// <summary>Its pages can be drawn; sheets, texts and web pages have none that look like what a person sees.</summary>
    public bool HasPictures => MediaType == "application/pdf";

    public static ReportDocument Of(int number, DeliveredDocument document) => document.Outcome switch
    {
        DeliveredResult { Read: var result } => new(
            number, document.Sha256, NameOf(document), document.Sightings, document.SupersededBy is not null, null,
            result.Document.MediaType, result.Document.PageCount, result.Pages, result.Unread, result.Refused,
            [.. result.Forms.Select((form, index) => ReportForm.Of(index + 1, form))],
            [.. result.Findings.Select(finding => ReportFinding.Of(finding, pointer => ReportCell.InDocument(result.Forms, result.Passages, pointer)))]),
        DeliveredRefusal refusal => new(
            number, document.Sha256, NameOf(document), document.Sightings, document.SupersededBy is not null,
            new Failed(refusal.Reason, refusal.Detail), "", 0, [], [], [], [], []),
        var outcome => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    /// <summary>Of the last sighting, without folders and archives.</summary>
    private static string NameOf(DeliveredDocument document) => document switch
    {
        { Sightings: [.., var last] } => last[(last.LastIndexOfAny(['/', '!', '\\']) + 1)..],
        { Outcome: DeliveredResult { Read: var result } } => result.Document.FileName,
        _ => document.Sha256[..12],
    };
}

using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Core.Auditing.Batches;
using Extractor.Pipeline.Delivery;

namespace Extractor.Pipeline.Reports.Model;

/// <summary>
/// What the audits of many documents found, as a report shows it: in the order in which the documents came, with nothing
/// left to look up. A function of the documents and the profiles alone.
/// </summary>
/// <param name="Findings">About the documents as a batch, and not one of them.</param>
public sealed record MismatchReport(ImmutableArray<ReportDocument> Documents, ImmutableArray<ReportFinding> Findings)
{
    /// <summary>
    /// Takes the documents one by one and keeps of each only what a report shows. One that comes twice is one that was
    /// seen in two places.
    /// </summary>
    /// <param name="documents">Gone through again where the batch as a whole has findings.</param>
    /// <param name="profiles">What the batch is audited by.</param>
    public static MismatchReport Of(IEnumerable<DeliveredDocument> documents, AuditProfiles profiles)
    {
        var taken = ImmutableArray.CreateBuilder<ReportDocument>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var batch = new BatchAudit(profiles);
        foreach (var document in documents)
        {
            if (known.TryAdd(document.Sha256, taken.Count))
            {
                taken.Add(ReportDocument.Of(taken.Count + 1, document));
                if (document is { SupersededBy: null, Outcome: DeliveredResult { Read: var result } })
                {
                    batch.Take(new BatchSource(taken[^1].Name, document.Sha256), result.Forms.Select(form => form.ToForm()), result.Passages);
                }
            }
            else
            {
                var first = taken[known[document.Sha256]];
                taken[first.Number - 1] = first with { Places = [.. first.Places.Union(document.Sightings)] };
            }
        }

        return batch.End() is { Documents: > 1, Findings: { IsEmpty: false } findings }
            ? new MismatchReport([.. taken.Select(ToldByBatch)], BatchFindings(findings, taken, documents))
            : new MismatchReport(taken.ToImmutable(), []);
    }

    /// <summary>Those that count: not the versions that a later one took the place of.</summary>
    public IEnumerable<ReportDocument> Current => Documents.Where(document => !document.IsSuperseded);

    /// <summary>Every finding that counts: of the batch, then of each document and its forms.</summary>
    public IEnumerable<ReportFinding> AllFindings => Findings.Concat(Current.SelectMany(document => document.AllFindings));

    /// <summary>Without what is said once for the batch: habits of rounding.</summary>
    private static ReportDocument ToldByBatch(ReportDocument document) => document with
    {
        Findings = [.. document.Findings.Where(finding => !BatchAudit.Rules.Any(rule => rule.Id == finding.Rule))],
    };

    private static ImmutableArray<ReportFinding> BatchFindings(
        ImmutableArray<BatchFinding> findings, IReadOnlyList<ReportDocument> taken, IEnumerable<DeliveredDocument> documents)
    {
        var numbers = taken.ToDictionary(document => document.Sha256, document => document.Number, StringComparer.Ordinal);
        var wanted = findings.SelectMany(finding => finding.Places).ToLookup(place => place.Document, place => place.Pointer, StringComparer.Ordinal);
        var cells = new Dictionary<(string Document, string Pointer), ReportCell>();
        foreach (var document in documents.Where(document => wanted.Contains(document.Sha256)))
        {
            foreach (var pointer in wanted[document.Sha256].Distinct(StringComparer.Ordinal))
            {
                var (forms, passages) = document.Outcome is DeliveredResult { Read: var result } ? (result.Forms, result.Passages) : ([], []);
                cells[(document.Sha256, pointer)] = ReportCell.InDocument(forms, passages, pointer) with { Document = numbers[document.Sha256] };
            }
        }

        return
        [
            .. findings.Select(finding => new ReportFinding(
                finding.Rule, finding.Severity, new(finding.Message, finding.MessageEn), finding.Stated, finding.Computed, finding.Explanation,
                CellOf(finding.Places[0]), [.. finding.Places.Skip(1).Distinct().Select(CellOf)])),
        ];

        ReportCell CellOf(BatchPlace place) => cells.TryGetValue((place.Document, place.Pointer), out var cell)
            ? cell
            : ReportCell.InDocument([], [], place.Pointer) with { Document = numbers[place.Document] };
    }
}

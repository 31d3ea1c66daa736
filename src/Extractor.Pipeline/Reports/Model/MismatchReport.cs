using System.Collections.Immutable;
using Extractor.Pipeline.Delivery;

namespace Extractor.Pipeline.Reports.Model;

/// <summary>
/// What the audits of many documents found, as a report shows it: in the order in which the documents came, with nothing
/// left to look up. A function of the documents alone.
/// </summary>
/// <param name="Findings">About the documents as a batch, and not one of them.</param>
public sealed record MismatchReport(ImmutableArray<ReportDocument> Documents, ImmutableArray<ReportFinding> Findings)
{
    /// <summary>
    /// Takes the documents one by one and keeps of each only what a report shows. One that comes twice is one that was
    /// seen in two places.
    /// </summary>
    public static MismatchReport Of(IEnumerable<DeliveredDocument> documents)
    {
        var taken = ImmutableArray.CreateBuilder<ReportDocument>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (known.TryAdd(document.Sha256, taken.Count))
            {
                taken.Add(ReportDocument.Of(taken.Count + 1, document));
            }
            else
            {
                var first = taken[known[document.Sha256]];
                taken[first.Number - 1] = first with { Places = [.. first.Places.Union(document.Sightings)] };
            }
        }

        return new MismatchReport(taken.ToImmutable(), []);
    }

    /// <summary>Those that count: not the versions that a later one took the place of.</summary>
    public IEnumerable<ReportDocument> Current => Documents.Where(document => !document.IsSuperseded);

    /// <summary>Every finding that counts: of the batch, then of each document and its forms.</summary>
    public IEnumerable<ReportFinding> AllFindings => Findings.Concat(Current.SelectMany(document => document.AllFindings));
}

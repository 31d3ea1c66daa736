using System.Collections.Immutable;
using Extractor.Core.Auditing;
using Extractor.Pipeline.Language;

namespace Extractor.Pipeline.Reports.Model;

/// <summary>A finding as a report shows it: its fields with their names, texts and places.</summary>
/// <param name="Sentence">What an auditor can paste.</param>
/// <param name="Subject">The field that it is about.</param>
/// <param name="Terms">What the computation used, in order, the subject not among them.</param>
public sealed record ReportFinding(
    string Rule, Severity Severity, Phrase Sentence, string? Stated, string? Computed,
    Explanation? Explanation, ReportCell Subject, ImmutableArray<ReportCell> Terms)
{
    /// <param name="cell">Finds the field that a pointer names.</param>
    public static ReportFinding Of(Finding finding, Func<string, ReportCell> cell) => new(
        finding.Rule, finding.Severity, new Phrase(finding.Message, finding.MessageEn), finding.Stated, finding.Computed,
        finding.Explanation, cell(finding.Subject),
        [.. finding.Evidence.Where(pointer => pointer != finding.Subject).Distinct(StringComparer.Ordinal).Select(cell)]);

    /// <summary>The subject and the terms.</summary>
    public IEnumerable<ReportCell> Cells => Terms.Prepend(Subject);

    /// <summary>With the cells of one document only, for one about the batch.</summary>
    public ReportFinding In(ReportDocument document) => this with
    {
        Subject = Subject.Document == document.Number ? Subject : Subject with { Places = [] },
        Terms = [.. Terms.Where(term => term.Document == document.Number)],
    };
}

using Extractor.Core.Auditing.Documents;
using Extractor.Core.Auditing.Texts;

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>C04: what the text of a document says of a project is what the project's form says, there or, for a report without forms, in another document of the batch.</summary>
/// <remarks>A report without forms has to name the project, and the year where the batch has forms of several.</remarks>
internal sealed class AttachedReportRule : IBatchRule
{
    private readonly ReportedFigureRule ofDocument = new();

    public string Id => ofDocument.Id;

    public Severity Severity => ofDocument.Severity;

    public string Formula => ofDocument.Formula;

    public string FormulaEn => ofDocument.FormulaEn;

    public IEnumerable<BatchFinding> Check(Batch batch) =>
        from passages in batch.Passages
        let document = passages[0].Source.Sha256
        let own = batch.Forms.Where(form => form.Source.Sha256 == document).ToList()
        from found in ReportedMismatch<BatchForm>.Of(own.Count > 0 ? own : batch.Forms, passages.Select(passage => (passage.Index, passage.Passage)))
        where own.Count > 0 || found.IsNamed
        select new BatchFinding(
            Id, found.Severity, found.Chinese, found.English, found.Field.Text, found.Number,
            [found.Form.Place(found.Field.Pointer), passages[found.Passage].Place], found.Who);
}

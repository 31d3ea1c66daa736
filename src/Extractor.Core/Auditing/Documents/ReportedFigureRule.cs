using Extractor.Core.Auditing.Texts;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Documents;

/// <summary>C04: what the document's text says of a project is what its form says.</summary>
/// <remarks>Only what the text says of a project that it names, or of the only form that it can be about; of a score that somebody else gave, of parts and averages nothing is said.</remarks>
public sealed class ReportedFigureRule : IDocumentRule
{
    public string Id => "C04";

    public Severity Severity => Severity.Error;

    public string Formula => "正文（自评报告）所述项目的自评得分、执行率、预算数、执行数与其自评表一致";

    public string FormulaEn => "score, execution rate, budget and executed amount of a project are the same in the text (its report) and in its form";

    public IEnumerable<Finding> Check(DocumentSeen document) =>
        ReportedMismatch<FormSummary>.Of([.. document.Forms.Select(form => form.Summary)], document.Surroundings.Passages.Index()).Select(found => new Finding(
            Id, found.Severity, FieldPointer.OfForm(found.Form.Index, found.Field.Pointer), found.Chinese, found.English,
            found.Field.Text, found.Number, [Passage.Pointer(found.Passage)], found.Who));
}

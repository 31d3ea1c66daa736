using Extractor.Core.Auditing.Documents;
using Extractor.Core.Auditing.Texts;

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>C03: a unit evaluated as many projects as it says, in the text of a document or in a form.</summary>
/// <remarks>
/// What a document's text says is held against its own forms. What a form says is held against the batch, which need not hold
/// all forms: fewer are a breach only where the claim stands in the document that prints them.
/// </remarks>
internal sealed class FormCountRule : IBatchRule
{
    private readonly ProjectCountRule ofDocument = new();

    public string Id => ofDocument.Id;

    public int Version => ofDocument.Version;

    public Severity Severity => ofDocument.Severity;

    public string Formula => ofDocument.Formula;

    public string FormulaEn => ofDocument.FormulaEn;

    public IEnumerable<BatchFinding> Check(Batch batch) => batch.Passages.SelectMany(passages => OfText(batch, passages)).Concat(batch.Forms.SelectMany(form => OfForm(batch, form)));

    private IEnumerable<BatchFinding> OfText(Batch batch, IReadOnlyList<BatchPassage> passages)
    {
        var own = batch.Forms.Where(form => form.Source.Sha256 == passages[0].Source.Sha256);
        if (ProjectCount.In(passages.Select(passage => (passage.Index, passage.Passage)), own) is var (count, at, forms)
            && count.Weigh(forms.Length, Severity) is { } severity)
        {
            var counted = Wording.Number(forms.Length);
            yield return new BatchFinding(
                Id, severity,
                $"自评项目数：{passages[0].Source.File} 正文称“{count.Said}”，文件内有项目自评表 {counted} 张" + (severity == Severity.Info ? "（可能只附了一部分）。" : "。"),
                $"Number of projects: “{count.Said}” is said in {passages[0].Source.File}, which has {counted} form(s)" + (severity == Severity.Info ? ", perhaps a selection." : "."),
                count.Said, counted, [passages[at].Place, .. forms.Select(form => form.Place())], null);
        }
    }

    private IEnumerable<BatchFinding> OfForm(Batch batch, BatchForm form)
    {
        if (form is not { Year: { } year, Publisher: { } owner })
        {
            yield break;
        }

        foreach (var (pointer, text) in form.Texts)
        {
            if (ProjectCount.In(text, [year]) is not { } claim)
            {
                continue;
            }

            var forms = batch.Forms.Where(other => other.Project is not null && other.Year == year && (other.Publisher == owner || other.Owner == owner)).ToList();
            if (forms.Count == 0 || forms.Count == claim.Number)
            {
                continue;
            }

            var printedHere = forms.Exists(other => other.Source.Sha256 == form.Source.Sha256 && !ReferenceEquals(other, form));
            var count = Wording.Number(forms.Count);
            yield return new BatchFinding(
                Id, forms.Count > claim.Number || printedHere ? Severity : Severity.Info,
                $"自评项目数（{form.Name}，{Wording.Number(year)} 年）：文字称“{claim.Said}”，批次内有自评表 {count} 张" + (forms.Count < claim.Number ? "（批次可能不全）。" : "。"),
                $"Number of projects ({form.Name}, {Wording.Number(year)}): “{claim.Said}” is said, the batch holds {count} form(s)" + (forms.Count < claim.Number ? ", and may not hold all." : "."),
                claim.Said, count, [form.Place(pointer), .. forms.Select(other => other.Place())], null);
        }
    }
}

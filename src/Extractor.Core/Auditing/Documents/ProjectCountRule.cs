using Extractor.Core.Auditing.Texts;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Documents;

/// <summary>C03: a document has as many forms as projects are said in it to have been evaluated.</summary>
/// <remarks>A document that has less than half of them prints a selection: that is a hint.</remarks>
public sealed class ProjectCountRule : IDocumentRule
{
    public string Id => "C03";

    public int Version => 2;

    public Severity Severity => Severity.Warning;

    public string Formula => "自评表张数与文字所述自评项目数一致（“自评项目共 15 个”“对 15 个项目开展绩效自评”）";

    public string FormulaEn => "there are as many forms as projects are said to have been evaluated";

    public IEnumerable<Finding> Check(DocumentSeen document)
    {
        if (ProjectCount.In(document.Surroundings.Passages.Index(), document.Forms.Select(form => form.Summary)) is not var (count, passage, forms)
            || count.Weigh(forms.Length, Severity) is not { } severity)
        {
            yield break;
        }

        var counted = Wording.Number(forms.Length);
        yield return new Finding(
            Id, severity, Passage.Pointer(passage),
            $"自评项目数：正文称“{count.Said}”，文件内有项目自评表 {counted} 张" + (severity == Severity.Info ? "（可能只附了一部分）。" : "。"),
            $"Number of projects: “{count.Said}” is said, the document has {counted} form(s)" + (severity == Severity.Info ? ", perhaps a selection." : "."),
            count.Said, counted, [.. forms.Select(form => FieldPointer.OfForm(form.Index))], null);
    }
}

using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Documents;

/// <summary>X04: no page of a form is missing.</summary>
/// <remarks>
/// A page that could not be read lies within a form, or next to one that looks cut: its end without the row of sums that
/// other forms of the document have, its beginning without a name. Printed page numbers are no part of a result.
/// </remarks>
public sealed class MissingPageRule : IDocumentRule
{
    public string Id => "X04";

    public Severity Severity => Severity.Warning;

    public string Formula => "一张表的各页均已读取（未读取的页不在表中间，也不紧接在缺头少尾的表前后）";

    public string FormulaEn => "all pages of a form were read: none that was not lies within it, or next to one without its beginning or end";

    public IEnumerable<Finding> Check(DocumentSeen document)
    {
        if (document.Unread.IsEmpty)
        {
            yield break;
        }

        var endWithTotal = document.Forms.Any(form => form.HasTotal);
        for (var index = 0; index < document.Forms.Length; index++)
        {
            var form = document.Forms[index];
            if (form.Pages.IsEmpty)
            {
                continue;
            }

            foreach (var page in document.Unread)
            {
                var (chinese, english) =
                    page > form.Pages[0] && page < form.Pages[^1] ? ("位于本表之中", "lies within the form")
                    : page == (long)form.Pages[^1] + 1 && endWithTotal && !form.HasTotal ? ("紧接本表之后，而本表没有合计行", "follows the form, which has no row of sums")
                    : page == (long)form.Pages[0] - 1 && !form.HasHead ? ("紧接本表之前，而本表没有表头", "is before the form, which has no head")
                    : ("", "");
                if (chinese.Length > 0)
                {
                    var shown = Wording.Number(page);
                    yield return new Finding(
                        Id, Severity, FieldPointer.OfForm(index),
                        $"缺页：第 {shown} 页未能读取，{chinese}，表内数据可能不全。", $"A missing page: page {shown} could not be read and {english}; data may be missing.",
                        null, null, [], null);
                }
            }
        }
    }
}

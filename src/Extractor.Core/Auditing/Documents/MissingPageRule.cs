using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Documents;

/// <summary>X04: no page of a form is missing.</summary>
/// <remarks>
/// A page is missing that could not be read, or that printed page numbers pass over (2 of 4, then 4 of 4), or say to follow
/// the last one (2 of 3, and no more). It is a form's where it lies within it, or next to one that looks cut: its end without
/// the row of sums that other forms of the document have, its beginning without a name. Numbers that begin anew, or leave out
/// pages, say nothing.
/// </remarks>
public sealed class MissingPageRule : IDocumentRule
{
    public string Id => "X04";

    public int Version => 2;

    public Severity Severity => Severity.Warning;

    public string Formula => "一张表的各页齐全：未读取的页、印制页码所跳过的页不在表中间，也不紧接在缺头少尾的表前后";

    public string FormulaEn => "all pages of a form are there and were read: none that was not, or that the printed page numbers pass over, lies within it, or next to one without its beginning or end";

    public IEnumerable<Finding> Check(DocumentSeen document)
    {
        var gaps = PageGap.Of(document.Surroundings.Unread, document.Surroundings.Pages);
        if (gaps.IsEmpty)
        {
            yield break;
        }

        var endWithTotal = document.Forms.Any(form => form.HasTotal);
        for (var index = 0; index < document.Forms.Length; index++)
        {
            var form = document.Forms[index];
            foreach (var gap in gaps)
            {
                if (Place(form, gap, endWithTotal) is var (chinese, english))
                {
                    yield return new Finding(
                        Id, Severity, FieldPointer.OfForm(index),
                        $"缺页：{gap.Chinese}，{chinese}，表内数据可能不全。", $"A missing page: {gap.English} and {english}; data may be missing.",
                        null, null, [], null);
                }
            }
        }
    }

    /// <summary>Where a gap is of a form that it leaves incomplete. The pages that are counted may be all this form's: then it ends where they do.</summary>
    private static (string Chinese, string English)? Place(FormSeen form, PageGap gap, bool endWithTotal) =>
        form.Pages.IsEmpty ? null
        : gap.IsWithin(form.Pages) ? ("位于本表之中", "lies within the form")
        : gap.After == form.Pages[^1] && ((gap.CountedFrom >= form.Pages[0] && !form.HasTotal) || (endWithTotal && !form.HasTotal)) ? ("紧接本表之后，而本表没有合计行", "follows the form, which has no row of sums")
        : gap.Before == form.Pages[0] && !form.HasHead ? ("紧接本表之前，而本表没有表头", "is before the form, which has no head")
        : null;
}

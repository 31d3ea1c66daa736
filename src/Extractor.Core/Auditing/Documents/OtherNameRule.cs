using System.Buffers;
using Extractor.Core.Forms;

namespace Extractor.Core.Auditing.Documents;

/// <summary>T13: what a form says of its goals is about its own project and unit, and not about those of another form.</summary>
/// <remarks>
/// A text that names another form's unit or project and not its own may have been copied from there, or name somebody whom
/// it worked with. So it is a breach only where the name begins the text, as who acts or what is done begins it; elsewhere it
/// is a hint.
/// </remarks>
public sealed class OtherNameRule : IDocumentRule
{
    /// <summary>Shorter names are words of their own: 办公经费.</summary>
    private const int ShortestName = 6;

    /// <summary>With more names, the forms are of so many units that one in another's text says nothing; and each is looked for in each text.</summary>
    private const int MostNames = 400;

    public string Id => "T13";

    public Severity Severity => Severity.Warning;

    public string Formula => "总体目标及完成情况说的是本项目、本单位，不是其他表的项目或单位";

    public string FormulaEn => "the goals speak of the form's own project and unit, and not of those of another form";

    public IEnumerable<Finding> Check(DocumentSeen document)
    {
        var names = document.Forms.SelectMany(form => form.Names).Where(name => name.Length >= ShortestName).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count is 0 or > MostNames)
        {
            yield break;
        }

        var any = SearchValues.Create([.. names], StringComparison.Ordinal);
        for (var index = 0; index < document.Forms.Length; index++)
        {
            var form = document.Forms[index];
            foreach (var (pointer, text) in form.Goals)
            {
                // Most texts name nobody. Its own name, or a name that its own contains, says whose it is.
                if (!text.AsSpan().ContainsAny(any) || form.Names.Any(own => text.Contains(own, StringComparison.Ordinal)))
                {
                    continue;
                }

                var other = names.Find(name => text.Contains(name, StringComparison.Ordinal) && !form.Names.Any(own => own.Contains(name, StringComparison.Ordinal)));
                if (other is null)
                {
                    continue;
                }

                var begins = text.StartsWith(other, StringComparison.Ordinal);
                yield return new Finding(
                    Id, begins ? Severity : Severity.Info, FieldPointer.OfForm(index, pointer),
                    $"所述名称与本表不符：文字提到“{other}”，是本文件其他表的项目或单位，而未提到本表的项目或单位。",
                    $"Another's name: the text names “{other}”, the project or unit of another form of the document, and not its own.",
                    other, null, [], null);
            }
        }
    }
}

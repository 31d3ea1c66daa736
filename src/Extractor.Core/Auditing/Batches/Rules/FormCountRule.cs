using System.Globalization;
using System.Text.RegularExpressions;

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>C03: a unit evaluated as many projects as it says.</summary>
/// <remarks>
/// Only what forms themselves say can be held against their number; pages of text are no part of results. The batch need not
/// hold all forms, so fewer are a breach only where the claim stands in the document that prints them.
/// </remarks>
internal sealed partial class FormCountRule : IBatchRule
{
    public string Id => "C03";

    public Severity Severity => Severity.Warning;

    public string Formula => "自评表张数与文字所述自评项目数一致（“对 15 个项目开展绩效自评”）";

    public string FormulaEn => "there are as many forms as projects are said to have been evaluated";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var form in batch.Forms)
        {
            foreach (var (pointer, text) in form.Texts)
            {
                if (form is { Year: { } year, Publisher: { } owner } && text.Length < 4_000 && Claim().Match(text) is { Success: true } claim
                    && int.TryParse(claim.Groups["a"].Success ? claim.Groups["a"].ValueSpan : claim.Groups["b"].ValueSpan, NumberStyles.None, NumberFormatInfo.InvariantInfo, out var claimed))
                {
                    var forms = batch.Forms.Where(other => other.Project is not null && other.Year == year && (other.Publisher == owner || other.Owner == owner)).ToList();
                    if (forms.Count == 0 || forms.Count == claimed)
                    {
                        continue;
                    }

                    var printedHere = forms.Exists(other => other.Source.Sha256 == form.Source.Sha256 && !ReferenceEquals(other, form));
                    var count = Wording.Number(forms.Count);
                    yield return new BatchFinding(
                        Id, forms.Count > claimed || printedHere ? Severity : Severity.Info,
                        $"自评项目数（{form.Name}，{Wording.Number(year)} 年）：文字称“{claim.Value}”，批次内有自评表 {count} 张" + (forms.Count < claimed ? "（批次可能不全）。" : "。"),
                        $"Number of projects ({form.Name}, {Wording.Number(year)}): “{claim.Value}” is said, the batch holds {count} form(s)" + (forms.Count < claimed ? ", and may not hold all." : "."),
                        claim.Value, count, [form.Place(pointer), .. forms.Select(other => other.Place())], null);
                }
            }
        }
    }

    /// <summary>对15个项目开展绩效自评; 自评项目共15个.</summary>
    [GeneratedRegex(
        "对[^0-9。；]{0,12}(?<a>[0-9]{1,4})个[^0-9。；，]{0,8}项目[^0-9。；，]{0,10}自评|自评(?:的)?项目(?:数量|个数|数)?(?:共计|共有|合计|共|为)?(?<b>[0-9]{1,4})个",
        RegexOptions.CultureInvariant)]
    private static partial Regex Claim();
}

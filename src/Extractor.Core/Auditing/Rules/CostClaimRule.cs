using System.Text.RegularExpressions;
using Extractor.Core.Auditing.Indicators;

namespace Extractor.Core.Auditing.Rules;

/// <summary>T02: an indicator about what the whole project cost agrees with what was executed, in 元 or 万元.</summary>
/// <remarks>
/// Only names of the whole cost count: costs of a unit, of a person or of one item are other numbers. A name that speaks of a
/// limit (控制数) may state the limit, so that a difference is a hint there.
/// </remarks>
public sealed partial class CostClaimRule : IAuditRule
{
    private static readonly decimal[] Slips = [10_000m, 0.0001m];

    public string Id => "T02";

    public int Version => 2;

    public Severity Severity => Severity.Warning;

    public string Formula => "项目总成本类指标的实际完成值与全年执行数一致（折算为同一单位）";

    public string FormulaEn => "the actual value of an indicator about the whole cost agrees with the executed amount, in one unit";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        if (form.Whole is not { Executed.IsNumber: true } funds || form.InYuan(funds.Executed) is not { } executed || form.MoneyExponent is not { } exponent)
        {
            yield break;
        }

        foreach (var row in form.Indicators)
        {
            if (row.Attainment.Actual is not { IsNumber: true } claim || Attainment.InYuan(claim.Unit) is not { } factor || !WholeCost().IsMatch(row.Name))
            {
                continue;
            }

            var claimed = claim.Value * factor;
            // Either amount may be rounded to the digits that it shows.
            var allowed = (Decimals.Unit(Shown(claim.Text)) * factor) + (Decimals.Unit(funds.Executed.Decimals) * Decimals.Unit(-exponent));
            if (Agrees(claim, claimed, executed, allowed))
            {
                continue;
            }

            var slip = Array.Exists(Slips, times => claimed * times == executed);
            var shown = Wording.Number(executed / factor);
            yield return Report.Note(
                this, row.Name.Contains("控制", StringComparison.Ordinal) && !slip ? Severity.Info : Severity, form, row.ActualPointer,
                ($"成本与执行数不符（{Wording.Label(row)}）：实际完成值为 {row.Row.Actual!.Text}，而全年执行数 {funds.Executed.Text} 折合 {shown}{claim.Unit}" + (slip ? "，正好相差 10000 倍，疑为单位有误" : ""),
                 $"Cost and executed amount differ ({Wording.Label(row)}): the actual value is {row.Row.Actual!.Text}, but {funds.Executed.Text} executed are {shown}{claim.Unit}" + (slip ? ", a factor of 10000: a slip of the unit" : "")),
                row.Row.Actual!.Text, shown, funds.Executed.Pointer) with
            {
                Relation = Relation.Broken(
                    claim.Value, executed / factor, [funds.Executed], outcome: slip ? Outcome.UnitSlip : Outcome.Inconsistent,
                    allowed: new AllowedRange(Wording.Number((executed - allowed) / factor), Wording.Number((executed + allowed) / factor))),
            };
        }
    }

    private static bool Agrees(Claim claim, decimal claimed, decimal executed, decimal allowed) => claim.Form switch
    {
        ClaimForm.AtMost or ClaimForm.LessThan => executed <= claimed + allowed,
        ClaimForm.AtLeast or ClaimForm.MoreThan => executed >= claimed - allowed,
        ClaimForm.About or ClaimForm.Span => true,
        _ => Math.Abs(claimed - executed) <= allowed,
    };

    private static int Shown(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var end = point + 1;
        while (point >= 0 && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return point < 0 ? 0 : end - point - 1;
    }

    [GeneratedRegex("^(?:指标[0-9]*[:：.、]\\s*)?(?:项目|年度|全年|实际|预算|资金|经费|总|的)*(?:成本|总投资|总投入|总支出|总费用|投资额|项目支出|经费支出)(?:支出|控制|金额|总额|额|数|指标|情况)*$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeCost();
}

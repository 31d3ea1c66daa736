using System.Collections.Immutable;

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>C01: what a project carries over is what it had left the year before.</summary>
/// <remarks>More than was left is a breach; less is a hint, for what is left may have been taken back. Nothing carried over is not compared.</remarks>
internal sealed class CarryoverRule : IBatchRule
{
    public string Id => "C01";

    public Severity Severity => Severity.Warning;

    public string Formula => "同一项目连续两年：本年上年结转资金 = 上年全年预算数 − 上年全年执行数";

    public string FormulaEn => "same project, consecutive years: carried over = annual budget − executed of the year before";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var (before, after) in batch.ConsecutiveYears())
        {
            if (Carried(after) is not { } carried || before.Whole is not { } row || row.Budget.IsNumber is false || row.Executed.IsNumber is false
                || after.RangeInYuan(carried) is not { } stated || before.RangeInYuan(row.Budget) is not { } budget || before.RangeInYuan(row.Executed) is not { } executed)
            {
                continue;
            }

            var left = budget + (executed * -1);
            if (stated.Meets(left))
            {
                continue;
            }

            var isMore = stated.Low >= left.High;
            var (year, yearBefore) = (Wording.Number(after.Year!.Value), Wording.Number(before.Year!.Value));
            var (shown, computed) = (Wording.Number(after.InYuan(carried)!.Value), Wording.Number(before.InYuan(row.Budget)!.Value - before.InYuan(row.Executed)!.Value));
            var (than, thanEn) = isMore ? ("大于", "more than") : ("小于", "less than");
            yield return new BatchFinding(
                Id, isMore ? Severity : Severity.Info,
                $"结转（{after.Name}）：{year} 年上年结转资金 {shown} 元，{than} {yearBefore} 年结余 {Wording.Number(before.InYuan(row.Budget)!.Value)}−{Wording.Number(before.InYuan(row.Executed)!.Value)}={computed} 元"
                    + (isMore ? "。" : "（余额可能已收回）。"),
                $"Carried over ({after.Name}): {shown} yuan in {year}, {thanEn} the {computed} yuan left in {yearBefore}" + (isMore ? "." : " (the rest may have been taken back)."),
                carried.Text, computed,
                [after.Place(carried.Pointer), before.Place(row.Budget.Pointer), before.Place(row.Executed.Pointer)],
                isMore && after.IsSure(carried) && before.IsSure(row.Budget, row.Executed) ? Explanation.Published : null);
        }
    }

    /// <summary>The one amount carried over that is above 0; null where there is none, or more than one row.</summary>
    private static Figure? Carried(BatchForm form)
    {
        var rows = form.Funds.Where(row => row.Row.Kind == "carryover").ToImmutableArray();
        var amount = rows is [var only] ? only.Budget.IsNumber ? only.Budget : only.InitialBudget : null;
        return amount is { Number.Value: > 0 } ? amount : null;
    }
}

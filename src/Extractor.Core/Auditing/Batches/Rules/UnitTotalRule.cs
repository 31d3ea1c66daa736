namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>C02: a unit's projects did not execute more than the unit says that its projects did.</summary>
/// <remarks>
/// What the unit says stands in its form about the whole department, in the row 项目支出. The batch need not hold all of the
/// unit's forms, so less is a hint that says how much is covered. Final accounts are no part of results.
/// </remarks>
internal sealed class UnitTotalRule : IBatchRule
{
    private const int Fewest = 2;

    public string Id => "C02";

    public Severity Severity => Severity.Warning;

    public string Formula => "单位各项目自评表的全年执行数之和 ≤ 部门整体支出自评表的项目支出执行数";

    public string FormulaEn => "what a unit's projects executed adds up to at most the project spending of its form about the whole department";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var whole in batch.Forms)
        {
            if (whole is not { Project: null, Year: { } year, Publisher: { } owner }
                || whole.Funds.FirstOrDefault(row => row.Row.Label.Contains("项目支出", StringComparison.Ordinal) && row.Executed.IsNumber) is not { } row
                || whole.RangeInYuan(row.Executed) is not { } stated)
            {
                continue;
            }

            var projects = batch.Forms.Where(form => form is { Project: not null, Whole.Executed.IsNumber: true } && form.Year == year && (form.Publisher == owner || form.Owner == owner)).ToList();
            if (projects.Count < Fewest || projects.Exists(form => form.MoneyExponent is null))
            {
                continue;
            }

            var sum = projects.Aggregate(Interval.Point(0), (all, form) => all + form.RangeInYuan(form.Whole!.Executed)!.Value);
            if (sum.Meets(stated))
            {
                continue;
            }

            var isMore = sum.Low >= stated.High;
            var (shown, total, count) = (
                Wording.Number(whole.InYuan(row.Executed)!.Value), Wording.Number(projects.Sum(form => form.InYuan(form.Whole!.Executed)!.Value)), Wording.Number(projects.Count));
            var (than, thanEn) = isMore ? ("大于", "more than") : ("小于", "less than");
            yield return new BatchFinding(
                Id, isMore ? Severity : Severity.Info,
                $"项目支出（{whole.Name}，{Wording.Number(year)} 年）：批次内 {count} 张项目自评表的执行数合计 {total} 元，{than}整体支出表的项目支出 {shown} 元" + (isMore ? "。" : "（批次可能未含全部项目）。"),
                $"Project spending ({whole.Name}, {Wording.Number(year)}): the {count} project forms of the batch executed {total} yuan, {thanEn} the {shown} yuan of the form about the whole department"
                    + (isMore ? "." : " (the batch may not hold all projects)."),
                row.Executed.Text, total,
                [whole.Place(row.Executed.Pointer), .. projects.Select(form => form.Place(form.Whole!.Executed.Pointer))],
                isMore && whole.IsSure(row.Executed) && projects.TrueForAll(form => form.IsSure(form.Whole!.Executed)) ? Explanation.Published : null);
        }
    }
}

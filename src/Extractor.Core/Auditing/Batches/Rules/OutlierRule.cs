namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>D02: forms far from the others of their publisher and year in execution rate, total score or money an indicator.</summary>
/// <remarks>By the median and the median deviation from it, 3.5 of which are far (Iglewicz and Hoaglin 1993); amounts by their order of magnitude.</remarks>
internal sealed class OutlierRule : IBatchRule
{
    private const int Fewest = 20;

    private const decimal Far = 3.5m;

    /// <summary>What makes the median deviation that of a normal distribution.</summary>
    private const decimal Scale = 0.6745m;

    private const int MostShown = 20;

    private static readonly (string Chinese, string English, Func<BatchForm, (decimal? Value, Figure Figure)> Of, Func<decimal, string> Show)[] Measures =
    [
        ("执行率", "execution rate",
            form => form.Whole is { Budget.Number.Value: > 0, Executed.IsNumber: true } row ? (row.Executed.Value / row.Budget.Value, row.Executed) : (null, form.TotalScore),
            value => Wording.Percent(Decimals.Round(value, 4))),
        ("总分", "total score",
            form => form.TotalScore.IsNumber ? (form.TotalScore.Value, form.TotalScore) : (null, form.TotalScore),
            value => Wording.Number(Decimals.Round(value, 2))),
        ("每项指标对应执行数的数量级（lg 元）", "money an indicator (lg yuan)",
            form => form.Whole is { } row && form.Indicators.Length > 0 && form.InYuan(row.Executed) is > 0 and var yuan
                ? ((decimal)Math.Log10((double)yuan / form.Indicators.Length), row.Executed) : (null, form.TotalScore),
            value => Wording.Number(Decimals.Round(value, 2))),
    ];

    public string Id => "D02";

    public Severity Severity => Severity.Info;

    public string Formula => "同一发布单位同一年度各表的执行率、总分、每项指标金额无明显离群值（n≥20，中位数绝对偏差的 3.5 倍）";

    public string FormulaEn => "no form is far from the others of its publisher and year in rate, score or money an indicator (n of 20 or more, 3.5 median deviations)";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var group in batch.Publishers())
        {
            foreach (var (chinese, english, of, show) in Measures)
            {
                var seen = group.Forms.Select(form => (Form: form, Measure: of(form))).Where(one => one.Measure.Value is not null).ToList();
                if (seen.Count < Fewest)
                {
                    continue;
                }

                var median = Statistic.Median([.. seen.Select(one => one.Measure.Value!.Value)]);
                var deviation = Statistic.Median([.. seen.Select(one => Math.Abs(one.Measure.Value!.Value - median))]);
                var far = seen.Where(one => deviation > 0 && Scale * Math.Abs(one.Measure.Value!.Value - median) > Far * deviation).ToList();
                if (far.Count == 0)
                {
                    continue;
                }

                var (n, count) = (Wording.Number(seen.Count), Wording.Number(far.Count));
                yield return new BatchFinding(
                    Id, Severity,
                    $"离群值（{group.Chinese}）：{n} 张表的{chinese}中位数为 {show(median)}，{count} 张偏离超过中位数绝对偏差的 3.5 倍（n={n}）。",
                    $"Outliers ({group.English}): the median {english} of {n} forms is {show(median)}; {count} are more than 3.5 median deviations away (n={n}).",
                    null, show(median), [.. far.Take(MostShown).Select(one => one.Form.Place(one.Measure.Figure.Pointer))], null);
            }
        }
    }
}

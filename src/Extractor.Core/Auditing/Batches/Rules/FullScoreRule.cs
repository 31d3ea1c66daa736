namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>D03: scores spread: not nearly all full (S15 for every project of a publisher), and lost points not nearly all whole or half.</summary>
internal sealed class FullScoreRule : IBatchRule
{
    private const int FewestForms = 20;

    private const decimal MostFull = 0.9m;

    private const int FewestScores = 50;

    private const double Rare = 0.001;

    /// <summary>Of the ten tenths, .0 and .5.</summary>
    private const double ByChance = 0.2;

    public string Id => "D03";

    public Severity Severity => Severity.Info;

    public string Formula => "得分有区分度：不是 90% 以上的表均得满分（n≥20）；被扣分指标的得分不集中于整数和 .5（n≥50，二项检验）";

    public string FormulaEn => "scores spread: not 90 % of the forms are full (n of 20 or more), and scores with points lost do not heap at .0 and .5 (n of 50 or more, binomial test)";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var group in batch.Publishers())
        {
            var scored = group.Forms.Where(form => form is { TotalScore.IsNumber: true, TotalWeight.Number.Value: > 0 }).ToList();
            var full = scored.Where(form => form.TotalScore.Value == form.TotalWeight.Value).ToList();
            if (scored.Count >= FewestForms && full.Count >= MostFull * scored.Count)
            {
                var (n, k, share) = (Wording.Number(scored.Count), Wording.Number(full.Count), Wording.Percent(Decimals.Round((decimal)full.Count / scored.Count, 3)));
                yield return new BatchFinding(
                    Id, Severity,
                    $"满分过多（{group.Chinese}）：{n} 张表中 {k} 张总分为满分，占 {share}（n={n}）。",
                    $"Nearly all full ({group.English}): {k} of {n} forms have a full total score, {share} (n={n}).",
                    null, share, [full[0].Place(full[0].TotalScore.Pointer)], null);
            }

            // A share of the points has any tenth; a judgement has whole and half points.
            var lost =
                group.Forms.SelectMany(form => form.Indicators
                    .Where(row => row is { Score.IsNumber: true, Weight.IsNumber: true } && row.Score.Value > 0 && row.Score.Value < row.Weight.Value)
                    .Select(row => (Form: form, row.Score))).ToList();
            var heaped = lost.Count(one => decimal.Remainder(one.Score.Value * 2, 1) == 0);
            if (lost.Count < FewestScores || Statistic.BinomialTail(heaped, lost.Count, ByChance) is not (< Rare and var p))
            {
                continue;
            }

            var (all, round, part) = (Wording.Number(lost.Count), Wording.Number(heaped), Wording.Percent(Decimals.Round((decimal)heaped / lost.Count, 3)));
            yield return new BatchFinding(
                Id, Severity,
                $"得分集中于整数和半分（{group.Chinese}）：{all} 个被扣分的指标得分中 {round} 个为整数或 .5，占 {part}，{Statistic.Show(p)}（n={all}），多为估计而非按比例计算。",
                $"Scores heap at .0 and .5 ({group.English}): {round} of {all} scores with points lost, {part}, {Statistic.Show(p)} (n={all}); most were judged and not calculated.",
                null, part, [lost[0].Form.Place(lost[0].Score.Pointer)], null);
        }
    }
}

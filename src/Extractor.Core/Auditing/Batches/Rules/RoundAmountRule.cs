using System.Collections.Immutable;

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>D04: executed amounts are neither mostly round, nor the same in different projects.</summary>
internal sealed class RoundAmountRule : IBatchRule
{
    private const int Fewest = 20;

    /// <summary>Below this an amount that is a multiple of 1,000 元 is no rarity.</summary>
    private const decimal LeastAmount = 100_000;

    private const decimal MostRound = 0.5m;

    private const double Rare = 0.001;

    private const int FewestDigits = 4;

    private const int MostShown = 20;

    public string Id => "D04";

    public Severity Severity => Severity.Info;

    public string Formula => "执行数不过半为千元整数（n≥20，二项检验）；不同项目不重复出现相同的非整执行数";

    public string FormulaEn => "not half of the executed amounts are whole thousands (n of 20 or more, binomial test), and different projects do not have the same odd amount";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        foreach (var group in batch.Publishers())
        {
            var amounts = group.Forms
                .Where(form => form.Whole is { } row && form.InYuan(row.Executed) is > 0)
                .Select(form => (Form: form, form.Whole!.Executed, Yuan: form.InYuan(form.Whole!.Executed)!.Value)).ToList();
            if (amounts.Count < Fewest)
            {
                continue;
            }

            var large = amounts.Where(one => one.Yuan >= LeastAmount).ToList();
            var round = large.Where(one => decimal.Remainder(one.Yuan, 1_000) == 0).ToList();
            if (large.Count >= Fewest && round.Count >= MostRound * large.Count)
            {
                var (n, k, p) = (Wording.Number(large.Count), Wording.Number(round.Count), Statistic.Show(Statistic.BinomialTail(round.Count, large.Count, 0.001)));
                yield return new BatchFinding(
                    Id, Severity,
                    $"整数金额过多（{group.Chinese}）：{n} 个十万元以上的执行数中 {k} 个为千元整数，{p}（n={n}）。",
                    $"Many round amounts ({group.English}): {k} of {n} executed amounts from 100,000 yuan on are whole thousands, {p} (n={n}).",
                    null, null, [.. round.Take(MostShown).Select(one => one.Form.Place(one.Executed.Pointer))], null);
            }

            foreach (var same in amounts.Where(one => TellingValue.Digits(one.Yuan) >= FewestDigits).GroupBy(one => one.Yuan))
            {
                var projects = same.DistinctBy(one => (one.Form.Project, one.Form.Owner)).ToImmutableArray();
                var p = ByChance(amounts.Count, TellingValue.Digits(same.Key));
                if (projects.Length > 1 && p < Rare)
                {
                    var (n, k, shown) = (Wording.Number(amounts.Count), Wording.Number(projects.Length), Wording.Number(same.Key));
                    yield return new BatchFinding(
                        Id, Severity,
                        $"金额重复（{group.Chinese}）：{k} 个不同项目的执行数均为 {shown} 元，{Statistic.Show(p)}（n={n}）。",
                        $"The same amount ({group.English}): {k} different projects executed {shown} yuan each, {Statistic.Show(p)} (n={n}).",
                        null, shown, [.. projects.Take(MostShown).Select(one => one.Form.Place(one.Executed.Pointer))], null);
                }
            }
        }
    }

    /// <summary>About how likely it is that some two of so many amounts with so many digits are equal, were they drawn at random.</summary>
    private static double ByChance(int amounts, int digits) =>
        1 - Math.Exp(-(amounts * (amounts - 1.0) / 2) / (9 * Math.Pow(10, digits - 1)));
}

namespace Extractor.Core.Auditing.Batches.Rules;

/// <summary>D01: first digits of executed amounts follow Benford's law.</summary>
/// <remarks>One amount a form, five hundred at least over three powers of ten at least: with less, the law need not hold.</remarks>
internal sealed class FirstDigitRule : IBatchRule
{
    private const int Fewest = 500;

    private const decimal LeastSpread = 1_000;

    private const double Rare = 0.001;

    public string Id => "D01";

    public Severity Severity => Severity.Info;

    public string Formula => "大量执行数的首位数字近似服从本福特定律（n≥500，跨三个数量级以上，χ² 检验）";

    public string FormulaEn => "the first digits of many executed amounts follow Benford's law (n of 500 or more over three powers of ten, χ² test)";

    public IEnumerable<BatchFinding> Check(Batch batch)
    {
        // A publisher whose forms are all there are is tested once.
        foreach (var group in batch.Publishers().Where(publisher => publisher.Forms.Length < batch.All.Forms.Length).Prepend(batch.All))
        {
            var amounts = group.Forms.Select(form => (Form: form, Yuan: form.Whole is { } row ? form.InYuan(row.Executed) : null)).Where(one => one.Yuan > 0).ToList();
            if (amounts.Count < Fewest || amounts.Max(one => one.Yuan!.Value) < amounts.Min(one => one.Yuan!.Value) * LeastSpread)
            {
                continue;
            }

            var counts = new int[9];
            foreach (var (_, yuan) in amounts)
            {
                counts[FirstDigit(yuan!.Value) - 1]++;
            }

            var expected = Enumerable.Range(1, 9).Select(digit => amounts.Count * Math.Log10(1 + (1.0 / digit))).ToArray();
            var chi = Statistic.ChiSquare(counts, expected);
            var p = Statistic.ChiSquareTail(chi, 8);
            if (p >= Rare)
            {
                continue;
            }

            var (n, shown) = (Wording.Number(amounts.Count), Wording.Number(Decimals.Round((decimal)chi, 1)));
            var digits = string.Join('、', counts.Select((count, index) => $"{index + 1}:{count}"));
            yield return new BatchFinding(
                Id, Severity,
                $"首位数字分布（{group.Chinese}）：{n} 个执行数偏离本福特定律，χ²={shown}，{Statistic.Show(p)}（n={n}；{digits}）。",
                $"First digits ({group.English}): {n} executed amounts deviate from Benford's law, χ²={shown}, {Statistic.Show(p)} (n={n}; {digits}).",
                null, null, [amounts[0].Form.Place(amounts[0].Form.Whole!.Executed.Pointer)], null);
        }
    }

    private static int FirstDigit(decimal amount)
    {
        while (amount >= 10)
        {
            amount /= 10;
        }

        while (amount < 1)
        {
            amount *= 10;
        }

        return (int)decimal.Truncate(amount);
    }
}

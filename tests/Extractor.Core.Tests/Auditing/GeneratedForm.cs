using System.Globalization;
using CsCheck;
using Extractor.Core.Forms;
using static Extractor.Core.Tests.Auditing.SampleForm;

namespace Extractor.Core.Tests.Auditing;

/// <summary>Forms drawn at random whose numbers are those of one true state of affairs, printed as publishers print.</summary>
internal static class GeneratedForm
{
    /// <summary>How a publisher prints: decimals of amounts, how a rate and a score come about, what stands for nothing.</summary>
    private sealed record Habits(int Decimals, bool DropsZeros, MidpointRounding RateRounding, int RateDecimals, bool ScoreFromPrintedRate, string Nothing);

    private static readonly Gen<Habits> AnyHabits = Gen.Select(
        Gen.OneOf<int>(2, 4, 6), Gen.Bool,
        Gen.OneOf<MidpointRounding>(MidpointRounding.AwayFromZero, MidpointRounding.ToZero, MidpointRounding.ToPositiveInfinity),
        Gen.OneOf<int>(0, 2), Gen.Bool, Gen.OneOf<string>("0", "", "—"))
        .Select((decimals, drops, rounding, rate, printed, nothing) => new Habits(decimals, drops, rounding, rate, printed, nothing));

    /// <summary>True amounts of a part, to a millionth: initial and annual budget, and executed, at least a thousandth of the budget.</summary>
    private static readonly Gen<(decimal Initial, decimal Annual, decimal Executed)> Amounts =
        Gen.Select(Gen.Long[1_000_000_000, 9_000_000_000_000], Gen.Long[1_000_000_000, 9_000_000_000_000], Gen.Int[1, 1_000])
            .Select((initial, annual, permille) => (initial / 1_000_000m, annual / 1_000_000m, decimal.Truncate((decimal)annual * permille / 1_000) / 1_000_000m));

    public static readonly Gen<Form> Clean = Gen.Select(
        AnyHabits, Amounts, Amounts, Gen.Bool, Gen.OneOf<int>(10, 20),
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 400]).Array[2, 12])
        .Select((habits, fiscal, other, hasOther, points, indicators) => Print(habits, fiscal, hasOther ? other : default, points, indicators));

    private static Form Print(
        Habits habits, (decimal Initial, decimal Annual, decimal Executed) fiscal, (decimal Initial, decimal Annual, decimal Executed) other,
        int points, (int Weight, int Lost)[] drawn)
    {
        var (initial, annual, executed) = (fiscal.Initial + other.Initial, fiscal.Annual + other.Annual, fiscal.Executed + other.Executed);
        var ratio = executed / annual;
        var rate = Math.Round(ratio, habits.RateDecimals + 2, habits.RateRounding);
        var score = Math.Round((habits.ScoreFromPrintedRate ? rate : ratio) * points, 2, MidpointRounding.AwayFromZero);
        // The last indicator has what the others leave of the points.
        var left = 100 - points;
        var rows = drawn.Select(row => (Weight: (decimal)row.Weight, row.Lost)).TakeWhile(row => (left -= (int)row.Weight) > 0).ToList();
        var weights = rows.Append((Weight: 100 - points - rows.Sum(row => row.Weight), Lost: 0)).ToList();
        var indicators = weights.Select((row, index) => (row.Weight, Score: Math.Max(0, row.Weight - (index % 3 == 0 ? row.Lost / 100m : 0)))).ToList();

        string Amount(decimal value) => value == 0 ? habits.Nothing : Printed(Round(value, habits.Decimals), habits.DropsZeros ? 0 : habits.Decimals);
        FundRow Part(string kind, string label, (decimal Initial, decimal Annual, decimal Executed) amounts) =>
            Fund(kind, label, Amount(amounts.Initial), Amount(amounts.Annual), Amount(amounts.Executed));
        return (SampleForm.Clean with
        {
            Unit = "万元",
            Funds =
            [
                Fund("total", "年度资金总额", Total(initial), Total(annual), Total(executed), Printed(points, 0),
                    Printed(rate * 100, habits.RateDecimals) + "%", Printed(score, 0)),
                Part("fiscal", "其中：当年财政拨款", fiscal), Part("carryover", "上年结转资金", default), Part("other", "其他资金", other),
            ],
            Indicators = [.. indicators.Select((row, index) => Row("产出指标", $"指标{index + 1}", "完成", "完成", Printed(row.Weight, 0), Printed(row.Score, 0), "见说明"))],
            Total = new Total(Number("100"), Number(Printed(score + indicators.Sum(row => row.Score), 0))),
        }).Sure();

        // A total shows its decimals and groups its digits.
        string Total(decimal value) => Round(value, habits.Decimals).ToString("#,0." + new string('0', habits.Decimals), CultureInfo.InvariantCulture);
    }

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static string Printed(decimal value, int decimals) =>
        value.ToString("0." + new string('0', decimals) + new string('#', 8 - decimals), CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace Extractor.Fixtures.Forms;

/// <summary>How a number of yuan is written.</summary>
public enum AmountStyle { Plain, TwoDecimals, Thousands, ThousandsTwoDecimals }

/// <summary>How a rate is written; <see cref="Fraction"/> prints 1 for 100 %.</summary>
public enum RateStyle { Percent, WholePercent, Fraction, Blank }

/// <summary>How one publisher's software writes and rounds; the same for all forms of a document.</summary>
/// <param name="RateByCeiling">The rate is rounded up to 0.01 percentage point, else half up.</param>
/// <param name="TrailingZeros">Rates and scores keep two decimals (<c>10.00</c>), else trailing zeros are dropped.</param>
/// <param name="ZeroExecuted">What stands for no execution in a part row.</param>
/// <param name="PartWeight">What stands in the weight cell of a part row.</param>
/// <param name="PartScore">What stands in the score cell of a part row.</param>
/// <param name="AtLeast">How ≥ is written.</param>
/// <param name="AtMost">How ≤ is written.</param>
/// <param name="RepeatComparator">The actual value repeats the comparator of the target.</param>
/// <param name="YearPattern"><c>{0}</c> is the year.</param>
/// <param name="NumberedNames">Level-3 names start with <c>指标1：</c> and so on.</param>
/// <param name="LevelPoints">Level-1 labels carry their points: <c>产出指标（50分）</c>.</param>
/// <param name="NoDeviation">What the last column says where there is nothing to explain.</param>
/// <param name="FloatNoise">The total is written as a binary floating point sum.</param>
public sealed record Habit(
    string Title, string YearPattern, string Unit, bool FullWidthBrackets,
    AmountStyle TotalBudgets, AmountStyle TotalExecuted, AmountStyle Parts,
    bool RateByCeiling, bool TrailingZeros, string ZeroExecuted, string PartWeight, string PartScore,
    string FiscalLabel, string AtLeast, string AtMost, string Equal, bool RepeatComparator,
    bool NumberedNames, bool LevelPoints, string NoDeviation, bool FloatNoise)
{
    public RateStyle Rates { get; init; }

    /// <summary>What stands for no amount in the row of a source; null for the number 0 itself.</summary>
    public string? Zero { get; init; }

    /// <summary>The scores of indicators were left out.</summary>
    public bool BlankScores { get; init; }

    /// <summary>What the district system of Shanghai does, or (<paramref name="chance"/> decides) another publisher's mixture.</summary>
    public static Habit Draw(Chance chance) => chance.Percent(60) ? Shanghai(chance) : Other(chance);

    private static Habit Shanghai(Chance chance) => new(
        "财政项目支出绩效自评表", "({0} 年度)", "元", chance.Percent(30),
        AmountStyle.TwoDecimals, AmountStyle.Thousands, AmountStyle.Plain,
        RateByCeiling: true, TrailingZeros: false, ZeroExecuted: "", PartWeight: "—", PartScore: "",
        "其中：当年财政拨款", chance.Pick([">=", "≥"]), chance.Pick(["<=", "≤"]), "=", chance.Percent(60),
        NumberedNames: false, LevelPoints: false, NoDeviation: "", FloatNoise: chance.Percent(8));

    /// <summary>A publisher anywhere: a mixture of what is seen, rates in whole percent and blanks for nothing included.</summary>
    public static Habit Anywhere(Chance chance) => Other(chance.Fork("other")) with
    {
        LevelPoints = false,
        Rates = chance.Percent(65) ? RateStyle.Percent : chance.Pick([RateStyle.WholePercent, RateStyle.WholePercent, RateStyle.Fraction, RateStyle.Blank]),
        Zero = chance.Pick([null, null, "", "", "—", "0.00"]),
    };

    private static Habit Other(Chance chance) => new(
        chance.Pick(["财政项目支出绩效自评表", "项目支出绩效自评表"]),
        chance.Pick(["（{0}年度）", "({0}年度)", "{0}年度", "（ {0} 年度）"]),
        chance.Pick(["元", "万元", "万元"]), chance.Percent(70),
        chance.Pick(Styles), chance.Pick(Styles), chance.Pick(Styles),
        RateByCeiling: chance.Percent(20), TrailingZeros: chance.Percent(50), chance.Pick(["0", "", "0.00"]),
        chance.Pick(["—", "-", "/", ""]), chance.Pick(["", "", "—"]),
        chance.Pick(["其中：当年财政拨款", "其中:本年财政拨款"]), "≥", "≤", chance.Pick(["=", ""]), chance.Percent(20),
        NumberedNames: chance.Percent(25), LevelPoints: chance.Percent(20), chance.Pick(["", "", "无"]), FloatNoise: false);

    private static readonly AmountStyle[] Styles = Enum.GetValues<AmountStyle>();

    public string Amount(decimal amount, AmountStyle style)
    {
        var decimals = Unit == "元" ? "0.##" : "0.######";
        return style switch
        {
            AmountStyle.Plain => Text(amount, decimals),
            AmountStyle.TwoDecimals => Text(amount, Unit == "元" ? "0.00" : "0.00####"),
            AmountStyle.Thousands => Text(amount, "#,##" + decimals),
            _ => Text(amount, Unit == "元" ? "#,##0.00" : "#,##0.00####"),
        };
    }

    public string Score(decimal score) => Text(score, TrailingZeros ? "0.00" : "0.##");

    /// <summary>A weight: whole numbers have no decimals whatever the habit.</summary>
    public static string Weight(decimal weight) => Text(weight, "0.##");

    /// <summary>What the source of one budget got or spent.</summary>
    public string Part(decimal amount) => amount == 0 && Zero is { } zero ? zero : Amount(amount, Parts);

    /// <param name="rate">A fraction of one.</param>
    public string Rate(decimal rate) => Rates switch
    {
        RateStyle.Blank => "",
        RateStyle.Fraction => Text(Percent(rate) / 100, "0.####"),
        RateStyle.WholePercent => Text(Percent(rate), "0") + "%",
        _ => Text(Percent(rate), TrailingZeros || RateByCeiling ? "0.00" : "0.##") + "%",
    };

    /// <summary>A rate as rounded for print, in percent.</summary>
    public decimal Percent(decimal rate) => Rates switch
    {
        RateStyle.WholePercent => Math.Round(rate * 100, MidpointRounding.AwayFromZero),
        _ when RateByCeiling => Math.Ceiling(rate * 10000) / 100,
        _ => Math.Round(rate * 100, 2, MidpointRounding.AwayFromZero),
    };

    /// <summary>In the brackets that this publisher types.</summary>
    public string Bracketed(string text) => FullWidthBrackets ? $"（{text}）" : $"({text})";

    public string YearLine(int year) => string.Format(CultureInfo.InvariantCulture, YearPattern, year);

    private static string Text(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

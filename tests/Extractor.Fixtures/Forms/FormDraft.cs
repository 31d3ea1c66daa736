using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Forms;

/// <summary>A form before it is written down. What <see cref="Draw"/> makes adds up; a planted fault changes exactly one relation.</summary>
/// <param name="Rate">A fraction of one.</param>
public sealed record FormDraft(
    Habit Habit, int Year, string ProjectName, string Department, string ImplementingUnit,
    Money Money, decimal Rate, decimal FundScore, string Expected, string Actual,
    ImmutableArray<Measure> Measures, decimal TotalWeight, decimal TotalScore, ImmutableArray<PlantedFault> Planted)
{
    /// <summary>The invented district or county.</summary>
    public string Place { get; init; } = "";

    /// <summary>The points for execution of the budget.</summary>
    public decimal FundPoints { get; init; } = Money.Points;

    /// <summary>Printed in place of the total score; null for the score itself.</summary>
    public string? TotalText { get; init; }

    /// <summary>Printed in place of the grade of the total score, where the layout has one; null for the right one.</summary>
    public string? Grade { get; init; }

    /// <param name="longGoals">The goals fill more than a page.</param>
    /// <param name="plan">How the points are shared out; drawn where it is null.</param>
    public static FormDraft Draw(Chance chance, Habit habit, string place, int year, int indicators, bool longGoals, PointPlan? plan)
    {
        var field = chance.Pick(Vocabulary.Fields);
        var money = Money.Draw(chance.Fork("money"), habit.Unit);
        var measures = IndicatorDraft.Draw(chance.Fork("indicators"), field, habit, year, indicators, habit.Percent(money.Rate), plan);
        var (expected, actual) = GoalDraft.Draw(chance.Fork("goals"), field, longGoals);
        return new FormDraft(
            habit, year, chance.Pick(field.Projects), In(place, chance.Pick(field.Departments)), In(place, chance.Pick(field.Units)),
            money, money.Rate, money.Score(plan?.Funds ?? Money.Points), expected, actual, measures, 100, 0, []) { Place = place, FundPoints = plan?.Funds ?? Money.Points }.Summed();
    }

    /// <summary>The total score as the sum of the scores.</summary>
    public FormDraft Summed() => this with { TotalScore = FundScore + Measures.Sum(m => m.Score) };

    public PrintedForm Print() => new(
        Habit.Title, Year.ToString(CultureInfo.InvariantCulture), Habit.Unit,
        ProjectName, Department, ImplementingUnit, Funds(), Expected, Actual,
        Measures.Select(m => m.Print(Habit)).ToImmutableArray(), Habit.Weight(TotalWeight), Total(), Planted);

    private ImmutableArray<PrintedFund> Funds() =>
    [
        new("年度资金总额",
            Habit.Amount(Money.Initial.Total, Habit.TotalBudgets), Habit.Amount(Money.Annual.Total, Habit.TotalBudgets),
            Habit.Amount(Money.Executed.Total, Habit.TotalExecuted),
            Habit.Weight(Money.Points), Habit.Rate(Rate), Habit.Score(FundScore)),
        Part(Habit.FiscalLabel, p => p.Fiscal),
        Part("上年结转资金", p => p.Carryover),
        Part("其他资金", p => p.Other),
    ];

    private PrintedFund Part(string label, Func<Parts, decimal> part) => new(
        label, Habit.Amount(part(Money.Initial), Habit.Parts), Habit.Amount(part(Money.Annual), Habit.Parts),
        part(Money.Executed) == 0 ? Habit.ZeroExecuted : Habit.Amount(part(Money.Executed), Habit.Parts),
        Habit.PartWeight, "", Habit.PartScore);

    /// <summary>Some systems print the binary floating point sum itself: 98.21000000000001.</summary>
    private string Total() => TotalText is { } text ? text : Habit.FloatNoise && Planted.IsEmpty
        ? Measures.Aggregate((double)FundScore, (sum, m) => sum + (double)m.Score).ToString("R", CultureInfo.InvariantCulture)
        : Habit.Score(TotalScore);

    private static string In(string place, string pattern) => pattern.Replace("{区}", place, StringComparison.Ordinal);
}

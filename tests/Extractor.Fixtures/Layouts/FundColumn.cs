using System.Collections.Immutable;
using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Layouts;

/// <summary>What a column of the funds block says.</summary>
public enum FundField { Initial, Annual, Executed, Weight, Rate, Score, Other }

/// <summary>A row of the funds block before it is written down.</summary>
/// <param name="Score">Points for execution, in the total row only.</param>
public sealed record FundLine(string Label, bool IsTotal, decimal Initial, decimal Annual, decimal Executed, decimal Score);

/// <summary>A column of the funds block.</summary>
public sealed record FundColumn(string Header, int Width, FundField Field, Func<FundLine, string> Text)
{
    public static FundColumn Initial(Habit habit, string header) => Amount(habit, header, FundField.Initial, line => line.Initial, habit.TotalBudgets);

    public static FundColumn Annual(Habit habit, string header) => Amount(habit, header, FundField.Annual, line => line.Annual, habit.TotalBudgets);

    public static FundColumn Executed(Habit habit, string header) => Amount(habit, header, FundField.Executed, line => line.Executed, habit.TotalExecuted);

    public static FundColumn Weight(Habit habit, string header, decimal points) =>
        new(header, 62, FundField.Weight, line => line.IsTotal ? Habit.Weight(points) : habit.PartWeight);

    /// <param name="ofInitial">The rate is of the initial budget.</param>
    /// <param name="parts">The rows of the sources have rates of their own.</param>
    public static FundColumn Rate(Habit habit, string header, bool ofInitial = false, bool parts = false)
    {
        return new(header, 85, FundField.Rate, line => !line.IsTotal && !parts ? "" : Ratio(line) is { } ratio ? habit.Rate(ratio) : habit.Zero ?? "");

        decimal? Ratio(FundLine line) => (ofInitial ? line.Initial : line.Annual) is > 0 and var budget ? line.Executed / budget : null;
    }

    public static FundColumn Score(Habit habit, string header) =>
        new(header, 70, FundField.Score, line => line.IsTotal ? habit.Score(line.Score) : habit.PartScore);

    /// <summary>A column that is no field: a text in the total row.</summary>
    public static FundColumn Other(string header, int width, string text) => new(header, width, FundField.Other, line => line.IsTotal ? text : "");

    private static FundColumn Amount(Habit habit, string header, FundField field, Func<FundLine, decimal> amount, AmountStyle style) =>
        new(header, 125, field, line => line.IsTotal ? habit.Amount(amount(line), style) : habit.Part(amount(line)));
}

/// <summary>Draws the rows of a funds block: the total and its sources.</summary>
public static class FundLines
{
    /// <param name="total">The label of the total row.</param>
    /// <param name="sources">The labels of the sources, two or more; the last is for other money.</param>
    public static ImmutableArray<FundLine> Draw(FormDraft form, Chance chance, string total, ImmutableArray<string> sources)
    {
        var money = form.Money;
        var initial = Split(money.Initial, sources.Length, chance.Fork("shares"));
        var annual = Split(money.Annual, sources.Length, chance.Fork("shares"));
        var executed = money.Executed.Total == money.Annual.Total ? annual : Spent(annual, money.Executed, form.Habit.Unit == "元" ? 2 : 4);
        return
        [
            new(total, true, money.Initial.Total, money.Annual.Total, money.Executed.Total, form.FundScore),
            .. sources.Select((label, i) => new FundLine(label, false, initial[i], annual[i], executed[i], 0)),
        ];
    }

    /// <summary>Fiscal money over one or two of the first sources, money carried over in the next to last, other money in the last.</summary>
    private static decimal[] Split(Parts parts, int count, Chance chance)
    {
        var amounts = new decimal[count];
        amounts[^1] += parts.Other;
        amounts[count > 2 ? ^2 : ^1] += parts.Carryover;
        var first = chance.Between(0, Math.Max(0, count - 3));
        var second = chance.Between(0, Math.Max(0, count - 2));
        var part = chance.Pick([1m, 1m, 0.5m, 0.6m, 0.8m]);
        var share = part == 1 ? parts.Fiscal : Math.Round(parts.Fiscal * part, 2, MidpointRounding.ToZero);
        amounts[first] += share;
        amounts[second] += parts.Fiscal - share;
        return amounts;
    }

    /// <summary>What was spent of each: in proportion, the largest takes the rest.</summary>
    private static decimal[] Spent(decimal[] annual, Parts executed, int decimals)
    {
        var budget = annual.Sum();
        var spent = annual.Select(amount => Math.Round(amount * executed.Total / budget, decimals, MidpointRounding.ToZero)).ToArray();
        spent[Array.IndexOf(annual, annual.Max())] += executed.Total - spent.Sum();
        return spent;
    }
}

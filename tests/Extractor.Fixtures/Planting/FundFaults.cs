using System.Collections.Immutable;
using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Planting;

/// <summary>Faults in the funds block.</summary>
internal static class FundFaults
{
    public static ImmutableArray<Fault> All { get; } =
    [
        new("fund_sum", "F01", Severity.Error, FundSum),
        new("blank_total", "F02", Severity.Error, BlankTotal),
        new("rate", "F03", Severity.Error, Rate),
        new("rate_of_initial", "F04", Severity.Warning, RateOfInitial),
        new("overspending", "F05", Severity.Warning, Overspending),
        new("zero_budget", "F06", Severity.Error, ZeroBudget),
        new("fund_score", "F07", Severity.Error, FundScore),
        new("amount_unit", "F08", Severity.Warning, AmountUnit),
        new("fund_unit", "F01", Severity.Error, FundUnit),
        new("budget_change", "F09", Severity.Info, BudgetChange),
        new("negative_amount", "F10", Severity.Warning, NegativeAmount),
    ];

    private static Planted FundSum(FormDraft form, Chance chance)
    {
        var money = form.Money;
        var difference = money.Annual.Total >= 1000 ? chance.Pick([100m, 1000m, 909m]) : chance.Pick([0.1m, 1m, 9m]);
        var (changed, column) = chance.Between(1, 3) switch
        {
            1 => (money with { Initial = More(money.Initial, difference) }, "initialBudget"),
            2 => (money with { Annual = More(money.Annual, difference) }, "annualBudget"),
            // No more is executed than there is: that is a fault of its own.
            _ => (money with { Executed = More(money.Executed, money.Executed.Fiscal + difference > money.Annual.Fiscal && money.Executed.Fiscal > difference ? -difference : difference) }, "executed"),
        };
        return new Planted(form with { Money = changed }, $"/funds/0/{column}", $"/funds/1/{column}")
        {
            // A total of nothing is a fault of its own.
            Besides = paper => paper.At($"/funds/0/{column}") is { } total && total.AsSpan().ContainsAnyInRange('1', '9'),
        };
    }

    private static Parts More(Parts parts, decimal difference) => parts with { Fiscal = parts.Fiscal + difference, Total = parts.Total };

    private static Planted? BlankTotal(FormDraft form, Chance chance) => form.Money.Initial.Total == 0 ? null : new(
        form with { Money = form.Money with { Initial = form.Money.Initial with { Total = 0 } } }, "/funds/0/initialBudget", "/funds/0/initialBudget")
        { Needed = ["/funds/1/initialBudget"] };

    private static Planted? Rate(FormDraft form, Chance chance)
    {
        var difference = chance.Pick([0.01m, 0.02m, 0.05m, 0.1m]);
        var rate = form.Rate > difference ? form.Rate - difference : form.Rate + difference;
        // Whole percents may have been cut off or rounded up.
        return form.Habit.Rates != RateStyle.Percent && difference < 0.02m ? null : new(form with { Rate = rate }, "/funds/0/rate", "/funds/0/rate") { Needed = ["/funds/0/executed"] };
    }

    private static Planted? RateOfInitial(FormDraft form, Chance chance)
    {
        var (initial, annual, executed) = (form.Money.Initial.Total, form.Money.Annual.Total, form.Money.Executed.Total);
        if (initial < executed || Math.Abs((executed / initial) - form.Rate) < 0.03m || form.Measures.Any(IsAboutExecution))
        {
            return null;
        }

        return new Planted(form with { Rate = executed / initial }, "/funds/0/rate", "/funds/0/rate") { Needed = ["/funds/0/initialBudget", "/funds/0/annualBudget"] };
    }

    private static Planted? Overspending(FormDraft form, Chance chance)
    {
        var more = Math.Round(form.Money.Annual.Fiscal * chance.Pick([0.05m, 0.1m, 0.3m]), 2);
        if (more == 0 || form.Measures.Any(IsAboutExecution))
        {
            return null;
        }

        var money = form.Money with { Executed = new Parts(form.Money.Annual.Fiscal + more, form.Money.Annual.Carryover, form.Money.Annual.Other) };
        return new Planted(
            (form with { Money = money, Rate = money.Rate, FundScore = form.FundPoints }).Summed(), "/funds/0/executed", "/funds/0/executed") { Needed = ["/funds/0/annualBudget"] };
    }

    private static Planted? ZeroBudget(FormDraft form, Chance chance)
    {
        var nothing = new Parts(0, 0, 0);
        return form.Measures.Any(IsAboutExecution) ? null : new Planted(
            (form with { Money = new Money(nothing, nothing, nothing), Rate = 1, FundScore = form.FundPoints }).Summed(), "/funds/0/score", "/funds/0/annualBudget")
            { Besides = paper => paper.At("/funds/0/score") is { } score && score.AsSpan().ContainsAnyInRange('1', '9') };
    }

    private static Planted FundScore(FormDraft form, Chance chance)
    {
        var difference = chance.Pick([0.1m, 0.3m, 0.5m, 1m]);
        var score = form.FundScore > difference ? form.FundScore - difference : form.FundScore + difference;
        return new Planted((form with { FundScore = score }).Summed(), "/funds/0/score", "/funds/0/score") { Needed = ["/funds/0/weight", "/funds/0/rate"] };
    }

    /// <summary>The words say 元 of an amount in 万元, or 万元 of one in 元.</summary>
    private static Planted? AmountUnit(FormDraft form, Chance chance)
    {
        var amount = form.Habit.Amount(form.Money.Executed.Total, AmountStyle.Plain);
        return amount.Replace(".", "", StringComparison.Ordinal).Trim('0').Length < 4 ? null : new Planted(
            form with { Actual = $"全年实际支出{amount}{(form.Habit.Unit == "元" ? "万元" : "元")}，各项工作按计划完成。" }, "/goals/actual", "/goals/actual")
            { Needed = ["/funds/0/executed"] };
    }

    /// <summary>The total is in 万元 where its parts are in 元, or the other way round.</summary>
    private static Planted? FundUnit(FormDraft form, Chance chance)
    {
        var (initial, factor) = (form.Money.Initial, form.Habit.Unit == "元" ? 0.0001m : 10000m);
        return initial.Total == 0 ? null : new Planted(
            form with { Money = form.Money with { Initial = initial with { Total = initial.Total * factor } } }, "/funds/0/initialBudget", "/funds/0/initialBudget")
            { Needed = ["/funds/1/initialBudget"] };
    }

    private static Planted? BudgetChange(FormDraft form, Chance chance)
    {
        var annual = form.Money.Annual;
        var share = chance.Pick([0.4m, 0.5m, 0.6m]);
        return new Planted(
            form with { Money = form.Money with { Initial = new Parts(annual.Fiscal * share, annual.Carryover * share, annual.Other * share) } },
            "/funds/0/annualBudget", "/funds/0/initialBudget")
            {
                Needed = ["/funds/0/annualBudget"],
                // A word about an adjustment anywhere may be the explanation.
                Besides = paper => !paper.Indicators.Select(row => row.Deviation).Append(paper.Actual).Concat(paper.Extra.Select(extra => extra.Text))
                    .Any(text => text is not null && (text.Contains('调', StringComparison.Ordinal) || text.Contains('减', StringComparison.Ordinal) || text.Contains('追', StringComparison.Ordinal))),
            };
    }

    /// <summary>More than all was spent of one source, and the rest given back by the other.</summary>
    private static Planted? NegativeAmount(FormDraft form, Chance chance)
    {
        var executed = form.Money.Executed;
        var back = Math.Round(executed.Fiscal * 0.1m, 2);
        return back == 0 || form.Money.Annual.Fiscal < executed.Fiscal + executed.Other + back ? null : new Planted(
            form with { Money = form.Money with { Executed = new Parts(executed.Fiscal + executed.Other + back, executed.Carryover, -back) } },
            "/funds/3/executed", "/funds/3/executed");
    }

    public static bool IsAboutExecution(Measure measure) => measure.Name.Contains("执行率", StringComparison.Ordinal);
}

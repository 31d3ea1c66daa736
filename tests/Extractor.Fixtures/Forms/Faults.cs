using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Forms;

/// <summary>
/// Faults that published forms have, each planted so that one relation fails and every other still holds.
/// A fault that a form gives no place for (no numeric indicator, say) leaves the form as it is.
/// </summary>
public static class Faults
{
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "total_score", "weight_sum", "fund_sum", "rate", "fund_score", "score_over_weight",
        "claim_contradiction", "unexplained_loss", "missed_target_full_score",
    ];

    /// <summary>Faults of judgement and of words, which a reader of sums alone does not see.</summary>
    public static IReadOnlyList<string> Judgements { get; } =
        ["over_achievement", "share_above_hundred", "excess_points", "amount_in_text", "wrong_year", "blank_actual"];

    public static FormDraft Plant(string kind, FormDraft form, Chance chance) => kind switch
    {
        "total_score" => TotalScore(form, chance),
        "weight_sum" => WeightSum(form, chance),
        "fund_sum" => FundSum(form, chance),
        "rate" => Rate(form, chance),
        "fund_score" => FundScore(form, chance),
        "score_over_weight" => ScoreOverWeight(form, chance),
        "claim_contradiction" => ClaimContradiction(form, chance),
        "unexplained_loss" => UnexplainedLoss(form, chance),
        "missed_target_full_score" => MissedTargetFullScore(form, chance),
        "over_achievement" => OverAchievement(form, chance),
        "share_above_hundred" => ShareAboveHundred(form, chance),
        "excess_points" => ExcessPoints(form, chance),
        "amount_in_text" => Planted(form with { Actual = form.Habit.Amount(form.Money.Executed.Total, AmountStyle.Plain) }, kind, "/goals/actual"),
        "wrong_year" => Planted(
            form with { Actual = FormattableString.Invariant($"{form.Year - 1}年度各项工作已按计划完成。") }, kind, "/goals/actual"),
        "blank_actual" => BlankActual(form, chance),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of fault."),
    };

    private static FormDraft TotalScore(FormDraft form, Chance chance)
    {
        var difference = chance.Pick([0.1m, 0.5m, 1m, 2m, 5m, 9m]);
        var score = form.TotalScore + difference <= 100 && chance.Percent(50) ? form.TotalScore + difference : form.TotalScore - difference;
        return Planted(form with { TotalScore = score }, "total_score", "/total/score");
    }

    /// <summary>The stated sum is wrong, or one indicator was given fewer points than the level has.</summary>
    private static FormDraft WeightSum(FormDraft form, Chance chance)
    {
        var i = Choose(form, chance, m => m.Weight > 3 && m.Reason is null);
        return Planted(
            i is null || chance.Percent(50)
                ? form with { TotalWeight = chance.Pick([90m, 95m, 105m, 110m, 120m]) }
                : With(form, i.Value, m => m with { Weight = m.Weight - 2, Score = m.Score - 2 }),
            "weight_sum", "/total/weight");
    }

    private static FormDraft FundSum(FormDraft form, Chance chance)
    {
        var money = form.Money;
        var difference = money.Annual.Total >= 1000 ? chance.Pick([100m, 1000m, 909m]) : chance.Pick([0.1m, 1m, 9m]);
        var (changed, column) = chance.Between(1, 3) switch
        {
            1 => (money with { Initial = More(money.Initial, difference) }, "initialBudget"),
            2 => (money with { Annual = More(money.Annual, difference) }, "annualBudget"),
            _ => (money with { Executed = More(money.Executed, difference) }, "executed"),
        };
        return Planted(form with { Money = changed }, "fund_sum", $"/funds/0/{column}");
    }

    private static Parts More(Parts parts, decimal difference) => parts with { Fiscal = parts.Fiscal + difference, Total = parts.Total };

    private static FormDraft Rate(FormDraft form, Chance chance)
    {
        var difference = chance.Pick([0.01m, 0.02m, 0.05m, 0.1m]);
        var rate = form.Rate > difference ? form.Rate - difference : form.Rate + difference;
        return Planted(form with { Rate = rate }, "rate", "/funds/0/rate");
    }

    private static FormDraft FundScore(FormDraft form, Chance chance)
    {
        var difference = chance.Pick([0.1m, 0.3m, 0.5m, 1m]);
        var score = form.FundScore > difference ? form.FundScore - difference : form.FundScore + difference;
        return Planted((form with { FundScore = score }).Summed(), "fund_score", "/funds/0/score");
    }

    private static FormDraft ScoreOverWeight(FormDraft form, Chance chance)
    {
        var i = chance.Between(0, form.Measures.Length - 1);
        var score = form.Measures[i].Weight + chance.Pick([0.5m, 1m, 2m, 5m]);
        return Planted(With(form, i, m => m with { Score = score }), "score_over_weight", $"/indicators/{i}/score");
    }

    /// <summary>An indicator claims an execution rate that the funds block denies.</summary>
    private static FormDraft ClaimContradiction(FormDraft form, Chance chance)
    {
        var name = chance.Pick(["预算执行率", "资金预算执行率"]);
        var i = Choose(form, chance, m => m.Target is not null && m.Level2 == "质量指标");
        return i is null || form.Rate > 0.97m || form.Measures.Any(m => m.Name.EndsWith(name, StringComparison.Ordinal)) ? form : Planted(
            With(form, i.Value, m => m with
            {
                Name = m.Name[..(m.Name.IndexOf('：', StringComparison.Ordinal) + 1)] + name, Unit = "%", Comparison = Comparison.AtLeast,
                Target = 95, Actual = chance.Pick([98m, 99m, 99.5m, 100m]), Score = m.Weight, Reason = null,
            }),
            "claim_contradiction", $"/indicators/{i}/actual");
    }

    private static FormDraft UnexplainedLoss(FormDraft form, Chance chance)
    {
        var i = chance.Between(0, form.Measures.Length - 1);
        return Planted(
            With(form, i, m => m with { Score = Math.Round(m.Weight * 0.8m, 1), Reason = null }),
            "unexplained_loss", $"/indicators/{i}/deviation");
    }

    private static FormDraft MissedTargetFullScore(FormDraft form, Chance chance)
    {
        var i = Choose(form, chance, m => m.Target > 1 && m.Comparison is Comparison.AtLeast or Comparison.Equal or Comparison.MoreThan);
        return i is null ? form : Planted(
            With(form, i.Value, m => m with
            {
                Actual = Math.Floor(m.Target!.Value * 0.9m), Score = m.Weight, Reason = "",
            }),
            "missed_target_full_score", $"/indicators/{i}/score");
    }

    private static FormDraft OverAchievement(FormDraft form, Chance chance)
    {
        var i = Choose(form, chance, m => m is { Target: >= 10, Comparison: Comparison.AtLeast, Reason: null } && m.Unit != "%");
        return i is null ? form : Planted(
            With(form, i.Value, m => m with { Actual = Math.Floor(m.Target!.Value * 1.6m) }), "over_achievement", $"/indicators/{i}/actual");
    }

    private static FormDraft ShareAboveHundred(FormDraft form, Chance chance)
    {
        var i = Choose(form, chance, m => m is { Unit: "%", Target: not null, Reason: null } && m.Name.EndsWith("满意度", StringComparison.Ordinal));
        return i is null ? form : Planted(
            With(form, i.Value, m => m with { Actual = 100 + chance.Between(2, 30), Comparison = Comparison.AtLeast }), "share_above_hundred", $"/indicators/{i}/actual");
    }

    /// <summary>Half of the target earns nine tenths of the points.</summary>
    private static FormDraft ExcessPoints(FormDraft form, Chance chance)
    {
        var i = Choose(form, chance, m => m is { Target: >= 10, Comparison: Comparison.AtLeast, Weight: >= 5 });
        return i is null ? form : Planted(
            With(form, i.Value, m => m with
            {
                Actual = Math.Floor(m.Target!.Value * 0.5m), Score = Math.Round(m.Weight * 0.9m, 1), Reason = chance.Pick(Vocabulary.Phrases.Reasons),
            }),
            "excess_points", $"/indicators/{i}/score");
    }

    private static FormDraft BlankActual(FormDraft form, Chance chance)
    {
        var i = chance.Between(0, form.Measures.Length - 1);
        return Planted(With(form, i, m => m with { Actual = null, Target = null, TargetWords = m.Target is null ? m.TargetWords : "完成", ActualWords = "" }), "blank_actual", $"/indicators/{i}/actual");
    }

    private static int? Choose(FormDraft form, Chance chance, Func<Measure, bool> fits)
    {
        var places = Enumerable.Range(0, form.Measures.Length).Where(i => fits(form.Measures[i])).ToList();
        return places.Count == 0 ? null : chance.Pick(places);
    }

    private static FormDraft With(FormDraft form, int place, Func<Measure, Measure> change) =>
        (form with { Measures = form.Measures.SetItem(place, change(form.Measures[place])) }).Summed();

    private static FormDraft Planted(FormDraft form, string kind, string pointer) =>
        form with { Planted = form.Planted.Add(new PlantedFault(kind, pointer)) };
}

using System.Collections.Immutable;
using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Planting;

/// <summary>All kinds of faults that can be planted.</summary>
public static class Faults
{
    /// <summary>Those of sums, rates and points, in the order of the committed fixture that shows one form of each.</summary>
    public static ImmutableArray<string> Sums { get; } =
    [
        "total_score", "weight_sum", "fund_sum", "rate", "fund_score", "score_over_weight",
        "claim_contradiction", "unexplained_loss", "missed_target_full_score",
    ];

    /// <summary>Some of judgement and of words, which a reader of sums alone does not see.</summary>
    public static ImmutableArray<string> Judgements { get; } =
        ["over_achievement", "share_above_hundred", "excess_points", "amount_in_text", "wrong_year", "blank_actual"];

    public static ImmutableArray<Fault> All { get; } = [.. FundFaults.All, .. PointFaults.All, .. IndicatorFaults.All, .. ReasonFaults.All, .. TextFaults.All];

    public static Fault Named(string kind) => All.Single(fault => fault.Kind == kind);

    /// <summary>A row of the indicators that fits, or null.</summary>
    internal static int? Choose(FormDraft form, Chance chance, Func<Measure, bool> fits)
    {
        var places = Enumerable.Range(0, form.Measures.Length).Where(i => fits(form.Measures[i])).ToList();
        return places.Count == 0 ? null : chance.Pick(places);
    }

    /// <summary>With one row changed, and the total as the sum of the scores.</summary>
    internal static FormDraft With(FormDraft form, int place, Func<Measure, Measure> change) =>
        (form with { Measures = form.Measures.SetItem(place, change(form.Measures[place])) }).Summed();

    /// <summary>The same, with a fault in a field of that row.</summary>
    internal static Planted At(FormDraft form, int place, string field, Func<Measure, Measure> change, params ImmutableArray<string> changed) => new(
        With(form, place, change), $"/indicators/{place}/{field}", [.. changed.Select(name => $"/indicators/{place}/{name}")]);
}

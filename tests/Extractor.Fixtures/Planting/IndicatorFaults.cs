using System.Collections.Immutable;
using Extractor.Fixtures.Forms;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Planting;

/// <summary>Faults in the points that targets and actual values earn.</summary>
internal static class IndicatorFaults
{
    public static ImmutableArray<Fault> All { get; } =
    [
        new("excess_points", "S06", Severity.Warning, ExcessPoints),
        new("reverse_points", "S07", Severity.Warning, ReversePoints),
        new("range_passed", "S08", Severity.Warning, RangePassed),
        new("missed_target_full_score", "S09", Severity.Error, MissedTargetFullScore),
        new("missed_in_words", "S09", Severity.Warning, MissedInWords),
        new("lost_though_met", "S10", Severity.Info, LostThoughMet),
        new("band_above", "S11", Severity.Warning, BandAbove),
        new("over_achievement", "S12", Severity.Warning, OverAchievement),
        new("late_date", "T10", Severity.Warning, LateDate),
        new("claim_contradiction", "T01", Severity.Error, ClaimContradiction),
        new("cost_claim", "T02", Severity.Warning, CostClaim),
        new("satisfaction_hundred", "T06", Severity.Info, SatisfactionHundred),
        new("wrong_sign", "T08", Severity.Info, WrongSign),
        new("share_above_hundred", "T09", Severity.Error, ShareAboveHundred),
        new("things_in_people", "T12", Severity.Info, ThingsInPeople),
    ];

    /// <summary>Half of the target earns nine tenths of the points.</summary>
    private static Planted? ExcessPoints(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: >= 10, Comparison: Comparison.AtLeast, Weight: >= 5 } && !FundFaults.IsAboutExecution(m));
        return i is null ? null : Faults.At(form, i.Value, "score", m => m with
        {
            Actual = Math.Floor(m.Target!.Value * 0.5m), Score = Math.Round(m.Weight * 0.9m, 1), Reason = chance.Pick(Vocabulary.Phrases.Reasons),
        }, "score", "actual") with { Needed = [$"/indicators/{i}/weight"] };
    }

    /// <summary>Half as much again as may be spent earns nine tenths of the points.</summary>
    private static Planted? ReversePoints(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: >= 10, Comparison: Comparison.AtMost, Weight: >= 4 } && !m.Name.Contains("总成本", StringComparison.Ordinal));
        return i is null ? null : Faults.At(form, i.Value, "score", m => m with
        {
            Actual = Math.Floor(m.Target!.Value * 1.5m), Score = Math.Round(m.Weight * 0.9m, 1), Reason = chance.Pick(Vocabulary.Phrases.Reasons),
        }, "score", "actual") with { Needed = [$"/indicators/{i}/weight"] };
    }

    private static Planted? RangePassed(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: >= 5, Reason: null, Comparison: not Comparison.AtMost, Unit: not "%" });
        return i is null ? null : Faults.At(form, i.Value, "score", m => m with
        {
            Target = null, Actual = null, TargetWords = $"{Whole(m.Target)}-{Whole(m.Target * 1.2m + 2)}{m.Unit}", ActualWords = $"{Whole(m.Target * 3)}{m.Unit}",
        }, "actual", "target") with { Filled = [$"/indicators/{i}/score", $"/indicators/{i}/weight"] };
    }

    private static string Whole(decimal? value) => Habit.Weight(Math.Floor(value!.Value));

    private static Planted? MissedTargetFullScore(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m.Target > 1 && m.Comparison is Comparison.AtLeast or Comparison.Equal or Comparison.MoreThan);
        return i is null ? null : Faults.At(form, i.Value, "score", m => m with
        {
            Actual = Math.Floor(m.Target!.Value * 0.9m), Score = m.Weight, Reason = "",
        }, "actual") with
        {
            Filled = [$"/indicators/{i}/score", $"/indicators/{i}/weight"],
            // A plain number leaves open how it is meant.
            Besides = paper => paper.Indicators.Any(row => row.Level3 == form.Measures[i.Value].Name && row.Target is { } target && target.AsSpan().ContainsAny("=≥≤><")),
        };
    }

    private static Planted? MissedInWords(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: null, Reason: null });
        return i is null ? null : Faults.At(form, i.Value, "score", m => m with { ActualWords = chance.Pick(["未完成", "未达成年度指标且效果较差", "尚未开展"]) }, "actual")
            with { Filled = [$"/indicators/{i}/score", $"/indicators/{i}/weight"] };
    }

    private static Planted? LostThoughMet(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: not null, Comparison: Comparison.AtLeast, Reason: null, Weight: >= 2 });
        return i is null ? null : Faults.At(form, i.Value, "score", m => m with { Score = m.Weight - 1, Reason = chance.Pick(Vocabulary.Phrases.Reasons) }, "score", "deviation")
            with { Needed = [$"/indicators/{i}/weight"] };
    }

    /// <summary>部分达成 with all points.</summary>
    private static Planted? BandAbove(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: null, Reason: null });
        return i is null ? null : Faults.At(form, i.Value, "score", m => m with
        {
            TargetWords = "达成预期指标", ActualWords = "部分达成年度指标并具有一定效果", Reason = chance.Pick(Vocabulary.Phrases.Reasons),
        }, "actual") with { Filled = [$"/indicators/{i}/score", $"/indicators/{i}/weight"] };
    }

    private static Planted? OverAchievement(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: >= 10, Comparison: Comparison.AtLeast, Reason: null } && m.Unit != "%");
        return i is null ? null : Faults.At(form, i.Value, "actual", m => m with { Actual = Math.Floor(m.Target!.Value * 1.6m) }, "actual")
            with { Needed = [$"/indicators/{i}/deviation"] };
    }

    private static Planted? LateDate(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: null, Reason: null, Level2: "时效指标" });
        return i is null ? null : Faults.At(form, i.Value, "actual", m => m with
        {
            TargetWords = $"{form.Year}年6月底前", ActualWords = $"{form.Year}年{chance.Between(8, 12)}月完成",
        }, "actual", "target") with { Filled = [$"/indicators/{i}/score", $"/indicators/{i}/weight"] };
    }

    /// <summary>An indicator claims an execution rate that the funds block denies.</summary>
    private static Planted? ClaimContradiction(FormDraft form, Chance chance)
    {
        var name = chance.Pick(["预算执行率", "资金预算执行率"]);
        var i = Faults.Choose(form, chance, m => m.Target is not null && m.Level2 == "质量指标");
        return i is null || form.Rate > 0.97m || form.Measures.Any(m => m.Name.EndsWith(name, StringComparison.Ordinal)) ? null : Faults.At(
            form, i.Value, "actual", m => m with
            {
                Name = m.Name[..(m.Name.IndexOf('：', StringComparison.Ordinal) + 1)] + name, Unit = "%", Comparison = Comparison.AtLeast,
                Target = 95, Actual = chance.Pick([98m, 99m, 99.5m, 100m]), Score = m.Weight, Reason = null,
            }, "level3") with { Needed = ["/funds/0/rate"], Filled = [$"/indicators/{i}/actual"] };
    }

    /// <summary>The whole cost is stated with a quarter more than was executed.</summary>
    private static Planted? CostClaim(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: not null, Comparison: Comparison.AtMost });
        var executed = form.Money.Executed.Total / (form.Habit.Unit == "元" ? 10000 : 1);
        return i is null || executed < 1 ? null : Faults.At(form, i.Value, "actual", m => m with
        {
            Name = m.Name[..(m.Name.IndexOf('：', StringComparison.Ordinal) + 1)] + "项目总成本", Unit = "万元", Comparison = Comparison.AtMost,
            Target = Math.Ceiling(executed * 1.3m), Actual = Math.Round(executed * 1.25m, 2), Score = m.Weight, Reason = null,
        }, "level3") with
        {
            Needed = ["/funds/0/executed"],
            // Where the sign of the target is repeated, no more is said than what was not passed.
            Besides = paper => paper.Indicators.Any(row => row.Level3?.EndsWith("项目总成本", StringComparison.Ordinal) == true && row.Actual is { Length: > 0 } actual && char.IsAsciiDigit(actual[0])),
        };
    }

    private static Planted? SatisfactionHundred(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, IsSatisfaction);
        return i is null || form.Actual.Contains("问卷", StringComparison.Ordinal) ? null : Faults.At(form, i.Value, "actual", m => m with
        {
            Target = 90, Actual = 100, Comparison = Comparison.AtLeast, Reason = null, Score = m.Weight, Unit = "%",
        }, "actual") with
        {
            // A word about a survey anywhere may be what it rests on.
            Besides = paper => !paper.Indicators.Select(row => row.Deviation).Append(paper.Actual).Concat(paper.Extra.Select(extra => extra.Text))
                .Any(text => text is not null && (text.Contains("问卷", StringComparison.Ordinal) || text.Contains("回访", StringComparison.Ordinal) || text.Contains("调查", StringComparison.Ordinal))),
        };
    }

    private static Planted? WrongSign(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, IsSatisfaction);
        return i is null ? null : Faults.At(form, i.Value, "target", m => m with
        {
            Target = 95, Actual = 92, Comparison = Comparison.AtMost, Reason = null, Score = m.Weight, Unit = "%",
        }, "target");
    }

    private static Planted? ShareAboveHundred(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, IsSatisfaction);
        return i is null ? null : Faults.At(form, i.Value, "actual", m => m with { Actual = 100 + chance.Between(2, 30), Comparison = Comparison.AtLeast }, "actual");
    }

    private static Planted? ThingsInPeople(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m is { Target: not null, Reason: null, Level2: "数量指标" });
        return i is null ? null : Faults.At(form, i.Value, "target", m => m with
        {
            Name = m.Name[..(m.Name.IndexOf('：', StringComparison.Ordinal) + 1)] + chance.Pick(["公共厕所设施改造数量", "污水泵站设备购置数", "社区网点建设数量"]), Unit = "人",
        }, "level3", "target");
    }

    private static bool IsSatisfaction(Measure measure) =>
        measure is { Unit: "%", Target: not null, Reason: null } && measure.Name.EndsWith("满意度", StringComparison.Ordinal);
}

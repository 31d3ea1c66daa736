using System.Collections.Immutable;
using Extractor.Fixtures.Forms;

namespace Extractor.Fixtures.Planting;

/// <summary>Faults in what points add up to.</summary>
internal static class PointFaults
{
    public static ImmutableArray<Fault> All { get; } =
    [
        new("total_score", "S01", Severity.Error, TotalScore),
        new("float_noise", "S01", Severity.Info, FloatNoise) { Explanation = "rounding" },
        new("weight_sum", "S02", Severity.Error, WeightSum),
        new("weights_not_hundred", "S02", Severity.Info, WeightsNotHundred),
        new("score_over_weight", "S03", Severity.Error, ScoreOverWeight),
        new("negative_score", "S03", Severity.Error, NegativeScore),
        new("level_points", "S04", Severity.Error, LevelPoints),
        new("grade", "S13", Severity.Warning, Grade),
        new("unreadable_score", "X06", Severity.Warning, UnreadableScore) { Explanation = null },
    ];

    private static Planted TotalScore(FormDraft form, Chance chance)
    {
        var difference = chance.Pick([0.1m, 0.5m, 1m, 2m, 5m, 9m]);
        var score = form.TotalScore + difference <= 100 && chance.Percent(50) ? form.TotalScore + difference : form.TotalScore - difference;
        return new Planted(form with { TotalScore = score }, "/total/score", "/total/score") { Needed = ["/indicators/0/score", "/funds/0/score"] };
    }

    private static Planted? FloatNoise(FormDraft form, Chance chance) => form.TotalScore != Math.Round(form.TotalScore, 2) ? null : new Planted(
        form with { TotalText = Trimmed(form.Habit.Score(form.TotalScore)) is var text && text.Contains('.', StringComparison.Ordinal) ? text.PadRight(text.IndexOf('.', StringComparison.Ordinal) + 14, '0') + "1" : text + ".00000000000001" },
        "/total/score", "/total/score") { Needed = ["/indicators/0/score", "/funds/0/score"] };

    /// <summary>Without zeros behind the point.</summary>
    private static string Trimmed(string score) => score.Contains('.', StringComparison.Ordinal) ? score.TrimEnd('0').TrimEnd('.') : score;

    /// <summary>The stated sum is wrong, or one indicator was given fewer points than the level has.</summary>
    private static Planted WeightSum(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m.Weight > 3 && m.Reason is null);
        return i is null || chance.Percent(50)
            ? new Planted(form with { TotalWeight = chance.Pick([90m, 95m, 105m, 110m, 120m]) }, "/total/weight", "/total/weight") { Needed = ["/indicators/0/weight", "/funds/0/weight"] }
            : new Planted(Faults.With(form, i.Value, m => m with { Weight = m.Weight - 2, Score = m.Score - 2 }), "/total/weight", $"/indicators/{i}/weight") { Needed = ["/total/weight", "/funds/0/weight"] };
    }

    private static Planted? WeightsNotHundred(FormDraft form, Chance chance)
    {
        var i = Faults.Choose(form, chance, m => m.Weight > 5 && m.Reason is null);
        return i is null || form.Habit.LevelPoints ? null : new Planted(
            Faults.With(form, i.Value, m => m with { Weight = m.Weight - 5, Score = m.Score - 5 }) with { TotalWeight = form.TotalWeight - 5 },
            "/total/weight", $"/indicators/{i}/weight", "/total/weight") { Needed = ["/funds/0/weight"] };
    }

    private static Planted ScoreOverWeight(FormDraft form, Chance chance)
    {
        var i = chance.Between(0, form.Measures.Length - 1);
        var score = form.Measures[i].Weight + chance.Pick([0.5m, 1m, 2m, 5m]);
        return Faults.At(form, i, "score", m => m with { Score = score }, "score") with { Needed = [$"/indicators/{i}/weight"] };
    }

    private static Planted NegativeScore(FormDraft form, Chance chance)
    {
        var i = chance.Between(0, form.Measures.Length - 1);
        return Faults.At(form, i, "score", m => m with { Score = -1, Reason = m.Reason ?? "指标值设定偏高" }, "score");
    }

    /// <summary>The label of a level announces five points more than its indicators have.</summary>
    private static Planted? LevelPoints(FormDraft form, Chance chance)
    {
        var level = form.Measures[chance.Between(0, form.Measures.Length - 1)].Level1;
        var bare = level.Split('（')[0];
        var points = form.Measures.Where(m => m.Level1 == level).Sum(m => m.Weight) + 5;
        var first = form.Measures.IndexOf(form.Measures.First(m => m.Level1 == level));
        return new Planted(
            form with { Measures = [.. form.Measures.Select(m => m.Level1 == level ? m with { Level1 = $"{bare}（{Habit.Weight(points)}分）" } : m)] },
            $"/indicators/{first}/level1", $"/indicators/{first}/level1")
            {
                Needed = [$"/indicators/{first}/weight"],
                Besides = paper => paper.Indicators.Any(row => row.Level1 is { } label && label.EndsWith("分）", StringComparison.Ordinal) && label.IndexOf('分', StringComparison.Ordinal) == label.Length - 2),
            };
    }

    private static Planted Grade(FormDraft form, Chance chance) =>
        new(form with { Grade = form.TotalScore >= 60 ? "差" : "优" }, "/total/score", "/grade") { Needed = ["/total/score"] };

    /// <summary>A word where a number belongs; the total leaves it out.</summary>
    private static Planted UnreadableScore(FormDraft form, Chance chance)
    {
        var i = chance.Between(0, form.Measures.Length - 1);
        return Faults.At(form, i, "score", m => m with { ScoreText = chance.Pick(["满分", "十", "1.0.0", "1,0"]) }, "score");
    }
}

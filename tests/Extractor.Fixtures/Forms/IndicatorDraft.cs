using System.Collections.Immutable;
using System.Globalization;
using Extractor.Fixtures.Texts;

namespace Extractor.Fixtures.Forms;

/// <summary>How the points of a form are shared out. No points for satisfaction: no such indicators.</summary>
/// <param name="Funds">For execution of the budget.</param>
public sealed record PointPlan(decimal Funds, decimal Output, decimal Benefit, decimal Satisfaction)
{
    public decimal Indicators => Output + Benefit + Satisfaction;
}

/// <summary>Draws the indicator block of a form: levels, names, weights and fair scores that add up to the points of the plan.</summary>
public static class IndicatorDraft
{
    private static readonly PointPlan[] Plans =
        [new(10, 50, 30, 10), new(10, 50, 30, 10), new(10, 50, 30, 10), new(10, 40, 30, 20), new(10, 45, 35, 10), new(10, 60, 20, 10)];

    /// <param name="count">How many indicators, at least 3.</param>
    /// <param name="ratePercent">The execution rate as the funds block prints it.</param>
    /// <param name="ordered">The plan, or null to draw one.</param>
    public static ImmutableArray<Measure> Draw(
        Chance chance, Field field, Habit habit, int year, int count, decimal ratePercent, PointPlan? ordered)
    {
        var satisfied = ordered is { Satisfaction: 0 } ? 0 : Math.Clamp(count / 8, 1, 3);
        var benefits = Math.Max(1, (count - satisfied) * chance.Between(25, 45) / 100);
        var outputs = count - satisfied - benefits;
        var plan = ordered ?? chance.Pick(Plans);
        var draft = new MeasureDraft(chance, year);
        var level1 = (string label, decimal points) => habit.LevelPoints ? $"{label}（{Habit.Weight(points)}分）" : label;

        var measures = Level(chance, level1("产出指标", plan.Output), plan.Output, Outputs(chance, draft, field, outputs, ratePercent))
            .Concat(Level(chance, level1("效益指标", plan.Benefit), plan.Benefit, Benefits(chance, draft, field, benefits)))
            .Concat(Level(chance, level1("满意度指标", plan.Satisfaction), plan.Satisfaction, Satisfactions(chance, draft, field, satisfied)));
        var named = Distinct(measures, habit).ToImmutableArray();
        return named.Sum(m => m.Weight) == plan.Indicators ? named : throw new InvalidOperationException("The weights do not add up.");
    }

    private static IEnumerable<Measure> Outputs(Chance chance, MeasureDraft draft, Field field, int count, decimal ratePercent)
    {
        var shares = Share(chance, count, ["数量指标", "质量指标", "时效指标", "成本指标"], [5, 3, 2, 1]);
        var counts = chance.Sample(field.Counts, field.Counts.Length);
        for (var i = 0; i < shares["数量指标"]; i++)
        {
            var measure = chance.Percent(20)
                ? draft.Words($"{chance.Pick(Vocabulary.Phrases.LongNames)}|{chance.Pick(Vocabulary.Phrases.LongResults)}")
                : draft.Count(counts[i % counts.Count]);
            yield return measure with { Level2 = "数量指标" };
        }

        for (var i = 0; i < shares["质量指标"]; i++)
        {
            var measure = i == 0 && chance.Percent(20)
                ? draft.Execution(chance.Pick(["预算执行率", "资金预算执行率"]), ratePercent)
                : draft.Rate(chance.Pick(field.Rates));
            yield return measure with { Level2 = "质量指标" };
        }

        for (var i = 0; i < shares["时效指标"]; i++)
        {
            yield return draft.Words(chance.Pick(Vocabulary.Phrases.Timely)) with { Level2 = "时效指标" };
        }

        for (var i = 0; i < shares["成本指标"]; i++)
        {
            yield return draft.Cost(chance.Pick(Vocabulary.Phrases.Costs)) with { Level2 = "成本指标" };
        }
    }

    private static IEnumerable<Measure> Benefits(Chance chance, MeasureDraft draft, Field field, int count)
    {
        var kinds = new List<(string Label, ImmutableArray<string> Entries)>
        {
            ("经济效益指标", Vocabulary.Phrases.Economy), ("社会效益指标", field.Effects),
            ("生态效益指标", field.Nature), ("可持续影响指标", field.Lasting),
        }.Where(kind => kind.Entries.Length > 0).ToList();
        var shares = Share(chance, count, kinds.ConvertAll(k => k.Label), kinds.ConvertAll(k => k.Label[0] == '社' ? 5 : 2));
        foreach (var (label, entries) in kinds)
        {
            for (var i = 0; i < shares[label]; i++)
            {
                var measure = chance.Percent(12)
                    ? draft.Words($"{chance.Pick(Vocabulary.Phrases.LongNames)}|{chance.Pick(Vocabulary.Phrases.LongResults)}")
                    : draft.Words(chance.Pick(entries));
                yield return measure with { Level2 = label };
            }
        }
    }

    private static IEnumerable<Measure> Satisfactions(Chance chance, MeasureDraft draft, Field field, int count)
    {
        var label = chance.Pick(["服务对象满意度指标", "服务对象满意度指标", "满意度指标"]);
        for (var i = 0; i < count; i++)
        {
            yield return draft.Rate(chance.Pick(field.People)) with { Level2 = label };
        }
    }

    /// <summary>Shares out so many indicators over level-2 labels by their odds; the first label always gets one.</summary>
    private static Dictionary<string, int> Share(Chance chance, int count, List<string> labels, List<int> odds)
    {
        var urn = labels.SelectMany((label, i) => Enumerable.Repeat(label, odds[i])).ToList();
        var shares = labels.ToDictionary(label => label, _ => 0);
        shares[urn[0]]++;
        for (var i = 1; i < count; i++)
        {
            shares[chance.Pick(urn)]++;
        }

        return shares;
    }

    /// <summary>Gives a level's measures their weights and scores.</summary>
    private static IEnumerable<Measure> Level(Chance chance, string label, decimal points, IEnumerable<Measure> measures)
    {
        var rows = measures.ToList();
        if (rows.Count == 0)
        {
            return rows;
        }

        var step = new[] { 5m, 2.5m, 2m, 1m, 0.5m }.First(s => points / s >= rows.Count && points % s == 0 && (s != 2.5m || chance.Percent(15)));
        var steps = (int)(points / step);
        var each = Enumerable.Range(0, rows.Count).Select(i => (steps / rows.Count) + (i < steps % rows.Count ? 1 : 0)).ToArray();
        for (var i = 0; i + 1 < each.Length; i += 2)
        {
            var move = chance.Between(0, Math.Min(2, each[i + 1] - 1));
            each[i] += move;
            each[i + 1] -= move;
        }

        return rows.Select((row, i) => Scored(chance, row with { Level1 = label, Weight = each[i] * step }));
    }

    /// <summary>Full points for a target that is met; else in proportion (numbers) or by judgement (words).</summary>
    private static Measure Scored(Chance chance, Measure measure) => measure switch
    {
        { Reason: null } => measure with { Score = measure.Weight },
        { Target: { } target, Actual: { } actual } => measure with
        {
            // Rounding must not give back what was lost.
            Score = Math.Min(
                measure.Weight - 0.01m,
                Math.Round(measure.Weight * actual / target, chance.Pick([1, 2, 2, 2]), MidpointRounding.AwayFromZero)),
        },
        _ => measure with { Score = Math.Round(measure.Weight * chance.Pick([0.6m, 0.8m, 0.9m]), 1, MidpointRounding.AwayFromZero) },
    };

    /// <summary>No two rows of one form bear the same name.</summary>
    private static IEnumerable<Measure> Distinct(IEnumerable<Measure> measures, Habit habit)
    {
        var seen = new Dictionary<string, int>();
        var number = 0;
        foreach (var measure in measures)
        {
            var times = seen[measure.Name] = seen.GetValueOrDefault(measure.Name) + 1;
            var name = times == 1 ? measure.Name : $"{measure.Name.TrimEnd('；', '。')}（第{times}项）";
            number++;
            yield return measure with
            {
                Name = habit.NumberedNames ? string.Create(CultureInfo.InvariantCulture, $"指标{number}：{name}") : name,
            };
        }
    }
}

using System.Collections.Immutable;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S05: the points of the first level are split as the profile has them.</summary>
/// <remarks>
/// Only where every first-level label is one that the profile's splits know, and every indicator has points: a form about a
/// whole department has other kinds. Points may differ in special cases, so it is a hint.
/// </remarks>
public sealed class PointSplitRule : IAuditRule
{
    public string Id => "S05";

    public Severity Severity => Severity.Info;

    public string Formula => "一级指标分值结构与适用规定一致（如产出 50、效益 30、满意度 10）";

    public string FormulaEn => "the points of the first level are split as the profile has them (output 50, effect 30, satisfaction 10)";

    public string Basis => "财预〔2020〕10号：原则上预算执行率、产出、效益、满意度指标权重为 10%、50%、30%、10%，可适当调整";

    public IEnumerable<Finding> Check(FormFigures form)
    {
        var splits = form.Profile.Splits;
        if (splits.IsEmpty || form.Indicators.IsEmpty || Points(form, splits) is not { } points || splits.Any(split => IsSame(split, points)))
        {
            yield break;
        }

        var stated = Show(points);
        var prescribed = string.Join(" 或 ", splits.Select(split => Show(split)));
        yield return Report.Note(
            this, Severity, form, "/indicators",
            ($"分值结构：一级指标分值为 {stated}，适用规定（{form.Profile.Name}）为 {prescribed}",
             $"Split of the points: the first level has {stated}, the profile {form.Profile.Id} prescribes {prescribed.Replace(" 或 ", " or ", StringComparison.Ordinal)}"),
            stated, null);
    }

    /// <summary>The points of each kind, in printed order; null where a label is of no kind or points are missing.</summary>
    private static List<KeyValuePair<string, decimal>>? Points(FormFigures form, ImmutableArray<ImmutableSortedDictionary<string, decimal>> splits)
    {
        var points = new List<KeyValuePair<string, decimal>>();
        string? label = null, kind = null;
        foreach (var row in form.Indicators)
        {
            if (row.Weight.Number is not { } weight || row.Row.Level1 is not { Length: > 0 } printed)
            {
                return null;
            }

            // Rows of one kind follow each other.
            (label, kind) = printed == label ? (label, kind) : (printed, KindOf(printed, splits));
            if (kind is null)
            {
                return null;
            }

            var at = points.FindIndex(pair => pair.Key == kind);
            if (at < 0)
            {
                points.Add(new(kind, weight.Value));
            }
            else
            {
                points[at] = new(kind, points[at].Value + weight.Value);
            }
        }

        return points;
    }

    private static string? KindOf(string label, ImmutableArray<ImmutableSortedDictionary<string, decimal>> splits)
    {
        foreach (var split in splits)
        {
            foreach (var kind in split.Keys)
            {
                if (label.Contains(kind, StringComparison.Ordinal))
                {
                    return kind;
                }
            }
        }

        return null;
    }

    private static bool IsSame(ImmutableSortedDictionary<string, decimal> split, List<KeyValuePair<string, decimal>> points) =>
        split.Count == points.Count && points.TrueForAll(pair => split.TryGetValue(pair.Key, out var prescribed) && prescribed == pair.Value);

    private static string Show(IEnumerable<KeyValuePair<string, decimal>> split) => string.Join('、', split.Select(pair => $"{pair.Key} {Wording.Number(pair.Value)}"));
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Extractor.Core.Auditing.Rules;

/// <summary>S04: the points that a level's label announces, 产出指标（50分）, are those of its indicators.</summary>
public sealed partial class LevelPointsRule : IAuditRule
{
    public string Id => "S04";

    /// <summary>2: a label in doubt makes it a warning.</summary>
    public int Version => 2;

    public Severity Severity => Severity.Error;

    public string Formula => "一级、二级指标标注的分值 = 其下各三级指标分值之和";

    public string FormulaEn => "the points that the label of a level announces are the sum of its indicators' points";

    public IEnumerable<Finding> Check(FormFigures form) => form.LacksPages ? [] :
        Check(form, "level1", row => row.Row.Level1 ?? "", row => row.Row.Level1 ?? "")
            .Concat(Check(form, "level2", row => row.Row.Level2 ?? "", row => $"{row.Row.Level1}\n{row.Row.Level2}"));

    /// <summary>Rows that follow each other under one label are one group.</summary>
    private IEnumerable<Finding> Check(FormFigures form, string field, Func<IndicatorFigures, string> label, Func<IndicatorFigures, string> group)
    {
        for (var start = 0; start < form.Indicators.Length;)
        {
            var end = start + 1;
            while (end < form.Indicators.Length && group(form.Indicators[end]) == group(form.Indicators[start]))
            {
                end++;
            }

            if (Announced(label(form.Indicators[start])) is { } points && Judge(form, field, label(form.Indicators[start]), points, start, end) is { } finding)
            {
                yield return finding;
            }

            start = end;
        }
    }

    private Finding? Judge(FormFigures form, string field, string label, decimal points, int start, int end)
    {
        var sum = 0m;
        for (var i = start; i < end; i++)
        {
            // Without all points there is no sum.
            if (form.Indicators[i].Weight.Number is not { } weight)
            {
                return null;
            }

            sum += weight.Value;
        }

        if (sum == points)
        {
            return null;
        }

        // A label in doubt may be that of the next group, or announce other points.
        var labels = Enumerable.Range(start, end - start).Select(i => $"/indicators/{i}/{field}").ToHashSet(StringComparer.Ordinal);
        var severity = form.Reliability.Doubtful.Any(doubtful => labels.Contains(doubtful.Pointer)) ? Severity.Warning : Severity;
        var (announced, computed) = (Wording.Number(points), Wording.Number(sum));
        return Report.Note(
            this, severity, form, $"/indicators/{start}/{field}",
            ($"分值（{label}）：标注 {announced} 分，其下 {end - start} 项指标分值之和为 {computed}，差 {Wording.Number(Math.Abs(points - sum))}",
             $"Points ({label}): {announced} are announced, its {end - start} indicators have {computed}"),
            announced, computed, [.. form.Indicators[start..end].Select(row => row.Weight.Pointer)])
            with { Relation = Relation.Broken(points, sum, form.Indicators[start..end].Select(row => row.Weight)) };
    }

    private static decimal? Announced(string label) =>
        label.EndsWith('分') || label.Contains("分)", StringComparison.Ordinal) || label.Contains("分）", StringComparison.Ordinal)
            ? PointsInLabel().Match(label) is { Success: true } match ? decimal.Parse(match.Groups[1].Value, NumberFormatInfo.InvariantInfo) : null
            : null;

    /// <summary>Not (40-50)分, which is a range, nor 4 0分, which may be 40 set wide.</summary>
    [GeneratedRegex("(?<![0-9.~—-] ?)([0-9]{1,3}(?:\\.[0-9]{1,2})?) ?分[)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex PointsInLabel();
}

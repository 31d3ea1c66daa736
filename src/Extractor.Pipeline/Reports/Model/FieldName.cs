using System.Collections.Immutable;
using System.Globalization;
using Extractor.Core.Forms;
using Extractor.Core.Results;
using Extractor.Pipeline.Language;

namespace Extractor.Pipeline.Reports.Model;

/// <summary>What a person calls a field of a form, and its text, by the field's pointer.</summary>
internal static class FieldName
{
    private static readonly ImmutableDictionary<string, Phrase> Columns = new Dictionary<string, Phrase>
    {
        ["initialBudget"] = new("年初预算数", "initial budget"),
        ["annualBudget"] = new("全年预算数", "annual budget"),
        ["executed"] = new("全年执行数", "executed"),
        ["rate"] = new("执行率", "rate"),
        ["weight"] = new("分值", "points"),
        ["score"] = new("得分", "score"),
        ["target"] = new("年度指标值", "target"),
        ["actual"] = new("实际完成值", "actual value"),
        ["deviation"] = new("偏差原因", "reason for deviation"),
        ["level1"] = new("一级指标", "level 1"),
        ["level2"] = new("二级指标", "level 2"),
        ["level3"] = new("三级指标", "level 3"),
        ["label"] = new("资金来源", "source of funds"),
    }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<string, Phrase> Singles = new Dictionary<string, Phrase>
    {
        [""] = new("整张表", "the form"),
        ["/title"] = new("表名", "title"),
        ["/year"] = new("年度", "year"),
        ["/projectName"] = new("项目名称", "project"),
        ["/department"] = new("主管部门", "department"),
        ["/implementingUnit"] = new("实施单位", "implementing unit"),
        ["/unit"] = new("金额单位", "unit of amounts"),
        ["/executionPoints"] = new("预算执行分值", "points for execution"),
        ["/funds"] = new("资金表", "funds"),
        ["/indicators"] = new("指标表", "indicators"),
        ["/goals"] = new("总体目标", "goals"),
        ["/goals/expected"] = new("预期目标", "expected goals"),
        ["/goals/actual"] = new("目标完成情况", "goals reached"),
        ["/total"] = new("总分", "total"),
        ["/total/weight"] = new("总分分值", "total points"),
        ["/total/score"] = new("总分得分", "total score"),
    }.ToImmutableDictionary();

    /// <summary>The name and the text of the field; a pointer that names none of the form's is its own name.</summary>
    public static (Phrase Name, string? Text) Of(ResultForm form, string pointer)
    {
        if (Singles.TryGetValue(pointer, out var single))
        {
            return (single, TextOf(form, pointer));
        }

        return pointer.Split('/') switch
        {
            ["", "funds", var row, .. var rest] when IsIndex(row, form.Funds.Length, out var index) => OfFund(form.Funds[index], rest),
            ["", "indicators", var row, .. var rest] when IsIndex(row, form.Indicators.Length, out var index) => OfIndicator(form.Indicators[index], index, rest),
            ["", "extra", var label] when Unescaped(label) is var name => (new Phrase(name, name), form.Extra.FirstOrDefault(extra => extra.Label == name)?.Text),
            _ => (new Phrase(pointer, pointer), null),
        };
    }

    private static (Phrase Name, string? Text) OfFund(FundRow row, string[] rest) => (Joined(row.Label, row.Label, rest), rest switch
    {
        ["initialBudget"] => row.InitialBudget?.Text,
        ["annualBudget"] => row.AnnualBudget?.Text,
        ["executed"] => row.Executed?.Text,
        ["weight"] => row.Weight?.Text,
        ["rate"] => row.Rate?.Text,
        ["score"] => row.Score?.Text,
        ["label"] => row.Label,
        _ => null,
    });

    private static (Phrase Name, string? Text) OfIndicator(Indicator row, int index, string[] rest)
    {
        var name = string.IsNullOrWhiteSpace(row.Level3) ? row.Level2 : row.Level3;
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return (
            string.IsNullOrWhiteSpace(name) ? Joined($"指标 {number}", $"indicator {number}", rest) : Joined(name, name, rest),
            rest switch
            {
                ["target"] => row.Target?.Text,
                ["actual"] => row.Actual?.Text,
                ["weight"] => row.Weight?.Text,
                ["score"] => row.Score?.Text,
                ["deviation"] => row.Deviation,
                ["level1"] => row.Level1,
                ["level2"] => row.Level2,
                ["level3"] => row.Level3,
                _ => null,
            });
    }

    private static Phrase Joined(string chinese, string english, string[] rest) =>
        rest is [var field] && Columns.TryGetValue(field, out var column)
            ? new Phrase($"{chinese} · {column.Chinese}", $"{english} · {column.English}")
            : new Phrase(chinese, english);

    private static string? TextOf(ResultForm form, string pointer) => pointer switch
    {
        "/title" => form.Title,
        "/year" => form.Year?.ToString(CultureInfo.InvariantCulture),
        "/projectName" => form.ProjectName,
        "/department" => form.Department,
        "/implementingUnit" => form.ImplementingUnit,
        "/unit" => form.Unit,
        "/goals/expected" => form.Goals?.Expected,
        "/goals/actual" => form.Goals?.Actual,
        "/total/weight" => form.Total?.Weight?.Text,
        "/total/score" => form.Total?.Score?.Text,
        _ => null,
    };

    private static bool IsIndex(string step, int length, out int index) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < length;

    private static string Unescaped(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}

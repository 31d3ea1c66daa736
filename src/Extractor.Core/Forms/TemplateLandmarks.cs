using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Forms;

/// <summary>What the form templates tell reconstruction: where a form's table begins and ends, and what its rows look like.</summary>
public static class TemplateLandmarks
{
    public static TableLandmarks Of(ImmutableArray<FormTemplate> templates) => new(
        Titles: Keys(templates, t => t.Titles),
        FirstRow: Keys(templates, t => t.Header.ProjectName),
        LastRow: Keys(templates, t => t.Total.Labels),
        AlwaysFilled: Keys(templates, t =>
        [
            .. t.Funds.Columns.InitialBudget, .. t.Funds.Columns.AnnualBudget,
            .. t.Indicators.Columns.Level3, .. t.Indicators.Columns.Target, .. t.Indicators.Columns.Actual,
            .. t.Indicators.Columns.Weight, .. t.Indicators.Columns.Score,
        ]),
        SeldomFilled: Keys(templates, t => t.Indicators.Columns.Deviation),
        SingleRow: Keys(templates, t => [.. t.Goals.Expected, .. t.Goals.Actual]),
        Labels: Keys(templates, t =>
        [
            .. t.Indicators.Level1Values, .. t.Indicators.Level2Values, .. t.Indicators.Labels, .. t.Goals.Labels,
            .. t.Header.ProjectName, .. t.Header.Department, .. t.Header.ImplementingUnit, .. t.Funds.Labels, .. t.Total.Labels,
            .. t.Funds.Rows.SelectMany(row => row.Labels),
        ]));

    private static ImmutableHashSet<string> Keys(ImmutableArray<FormTemplate> templates, Func<FormTemplate, ImmutableArray<string>> labels) =>
        [.. templates.SelectMany(template => labels(template)).Select(LabelKey.Of)];
}

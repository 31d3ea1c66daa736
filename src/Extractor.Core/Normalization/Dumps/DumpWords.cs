using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>
/// The words of all form templates, by what they mean in a dump. The only place that knows how templates are made.
/// </summary>
internal sealed class DumpWords
{
    /// <summary>
    /// First-level families and the second-level labels of each, by their stems (财预〔2020〕10号 and 财预〔2021〕101号). A label
    /// with the stem of two families belongs to the first: 经济成本指标 is one of costs and results.
    /// </summary>
    private static readonly (string Family, string[] Stems)[] Families =
    [
        ("满意度", ["满意度"]),
        ("成本", ["经济成本", "社会成本", "生态环境成本"]),
        ("效益", ["经济效益", "社会效益", "生态效益", "可持续影响", "可持续发展"]),
        ("产出", ["数量", "质量", "时效", "成本"]),
    ];

    private readonly LabelSet side;
    private readonly LabelSet fundsSide;

    public DumpWords(ImmutableArray<FormTemplate> templates)
    {
        Landmarks = TemplateLandmarks.Of(templates);
        ProjectName = new LabelSet(All(templates, t => t.Header.ProjectName));
        Header = new LabelSet(All(templates, t => [.. t.Header.ProjectName, .. t.Header.Department, .. t.Header.ImplementingUnit]));
        FundColumns =
        [
            new(BlockRole.Amount, "initialBudget", All(templates, t => t.Funds.Columns.InitialBudget)),
            new(BlockRole.Amount, "annualBudget", All(templates, t => t.Funds.Columns.AnnualBudget)),
            new(BlockRole.Amount, "executed", All(templates, t => t.Funds.Columns.Executed)),
            new(BlockRole.FundPoints, "weight", All(templates, t => t.Funds.Columns.Weight)),
            new(BlockRole.Rate, "rate", All(templates, t => t.Funds.Columns.Rate)),
            new(BlockRole.FundScore, "score", All(templates, t => t.Funds.Columns.Score)),
        ];
        FundRows = new LabelSet(All(templates, t => [.. t.Funds.Rows.SelectMany(row => row.Labels)]));
        FundTotal = new LabelSet(All(templates, t => [.. t.Funds.Rows.Where(row => row.Kind == FundKind.Total).SelectMany(row => row.Labels)]));
        GoalColumns =
        [
            new(BlockRole.Text, "expected", All(templates, t => t.Goals.Expected)),
            new(BlockRole.Text, "actual", All(templates, t => t.Goals.Actual)),
        ];
        IndicatorColumns =
        [
            new(BlockRole.Level1, "level1", All(templates, t => t.Indicators.Columns.Level1)),
            new(BlockRole.Level2, "level2", All(templates, t => t.Indicators.Columns.Level2)),
            new(BlockRole.Level3, "level3", All(templates, t => t.Indicators.Columns.Level3)),
            new(BlockRole.Value, "target", All(templates, t => t.Indicators.Columns.Target)),
            new(BlockRole.Value, "actual", All(templates, t => t.Indicators.Columns.Actual)),
            new(BlockRole.Points, "weight", All(templates, t => t.Indicators.Columns.Weight)),
            new(BlockRole.Score, "score", All(templates, t => t.Indicators.Columns.Score)),
            new(BlockRole.Remark, "deviation", All(templates, t => t.Indicators.Columns.Deviation)),
        ];
        Level1 = Keys(All(templates, t => t.Indicators.Level1Values));
        Level2 = Keys(All(templates, t => t.Indicators.Level2Values));
        Total = new LabelSet(All(templates, t => t.Total.Labels));
        TotalName = All(templates, t => t.Total.Labels).FirstOrDefault("");
        side = new LabelSet(All(templates, t => [.. t.Indicators.Labels, .. t.Goals.Labels]));
        fundsSide = new LabelSet(All(templates, t => t.Funds.Labels));
        Whole =
        [
            .. Level1, .. Level2,
            .. Keys(All(templates, t => [.. t.Indicators.Labels, .. t.Goals.Labels, .. t.Total.Labels, .. t.Funds.Rows.SelectMany(row => row.Labels)])),
        ];
    }

    public TableLandmarks Landmarks { get; }

    public LabelSet ProjectName { get; }

    /// <summary>Every label of the cells above the funds.</summary>
    public LabelSet Header { get; }

    public ImmutableArray<ColumnWords> FundColumns { get; }

    public LabelSet FundRows { get; }

    public LabelSet FundTotal { get; }

    public ImmutableArray<ColumnWords> GoalColumns { get; }

    public ImmutableArray<ColumnWords> IndicatorColumns { get; }

    public ImmutableHashSet<string> Level1 { get; }

    public ImmutableHashSet<string> Level2 { get; }

    public LabelSet Total { get; }

    /// <summary>What a total row is called where its own label was lost.</summary>
    public string TotalName { get; }

    /// <summary>Labels that are whole words, as keys: a half of one is the rest of nothing else.</summary>
    public ImmutableHashSet<string> Whole { get; }

    /// <summary>What stands beside the goals or the indicators and says no more than that they are.</summary>
    public bool IsSide(string text) => side.Match(text);

    public bool IsFundsSide(string text) => fundsSide.Match(text);

    public bool IsLevel1(string key) => TableLandmarks.Has(Level1, key);

    public bool IsLevel2(string key) => TableLandmarks.Has(Level2, key);

    /// <summary>The family that a first-level label names, or null.</summary>
    public static string? FamilyOfFirst(string key) =>
        Families.Select(known => known.Family).FirstOrDefault(family => key.Contains(family, StringComparison.Ordinal));

    /// <summary>The family that a second-level label belongs to, or null.</summary>
    public static string? FamilyOf(string key)
    {
        foreach (var (family, stems) in Families)
        {
            if (Array.Exists(stems, stem => key.Contains(stem, StringComparison.Ordinal)))
            {
                return family;
            }
        }

        return FamilyOfFirst(key);
    }

    private static ImmutableArray<string> All(ImmutableArray<FormTemplate> templates, Func<FormTemplate, ImmutableArray<string>> labels) =>
        [.. templates.SelectMany(template => labels(template)).Distinct()];

    private static ImmutableHashSet<string> Keys(ImmutableArray<string> labels) => [.. labels.Select(LabelKey.Of)];
}

/// <summary>Labels that mean one thing.</summary>
internal sealed class LabelSet(ImmutableArray<string> words)
{
    private readonly Labels labels = new(words);

    public bool Match(string text) => labels.Match(text);
}

/// <summary>The labels over a column, and what stands under them.</summary>
internal sealed class ColumnWords(BlockRole role, string field, ImmutableArray<string> labels)
{
    public BlockRole Role { get; } = role;

    public string Field { get; } = field;

    public LabelSet Labels { get; } = new(labels);
}

/// <summary>What stands in a column of a block.</summary>
internal enum BlockRole { Level1, Level2, Level3, Value, Points, Score, Remark, FundLabel, Amount, FundPoints, Rate, FundScore, Text, Other }

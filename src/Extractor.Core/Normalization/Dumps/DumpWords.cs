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
    private readonly LabelSet level1;
    private readonly LabelSet level2;

    public DumpWords(FormTemplates templates)
    {
        var words = templates.Vocabulary;
        Landmarks = templates.Landmarks;
        ProjectName = Set(Role.ProjectName, Role.WholeDepartment);
        Header = Set(Role.ProjectName, Role.WholeDepartment, Role.Department, Role.ImplementingUnit);
        FundColumns =
        [
            new(BlockRole.Amount, "initialBudget", Set(Role.InitialBudget)),
            new(BlockRole.Amount, "annualBudget", Set(Role.AnnualBudget)),
            new(BlockRole.Amount, "executed", Set(Role.Executed)),
            new(BlockRole.FundPoints, "weight", Set(Role.FundWeight)),
            new(BlockRole.Rate, "rate", Set(Role.Rate)),
            new(BlockRole.FundScore, "score", Set(Role.FundScore)),
        ];
        FundRows = Set(Role.FundTotal, Role.FundFiscal, Role.FundCarryover, Role.FundOther, Role.FundUnknown);
        FundTotal = Set(Role.FundTotal);
        GoalColumns = [new(BlockRole.Text, "expected", Set(Role.Expected)), new(BlockRole.Text, "actual", Set(Role.Achieved))];
        IndicatorColumns =
        [
            new(BlockRole.Level1, "level1", Set(Role.Level1)),
            new(BlockRole.Level2, "level2", Set(Role.Level2)),
            new(BlockRole.Level3, "level3", Set(Role.Level3)),
            new(BlockRole.Value, "target", Set(Role.Target)),
            new(BlockRole.Value, "actual", Set(Role.Actual)),
            new(BlockRole.Points, "weight", Set(Role.Weight)),
            new(BlockRole.Score, "score", Set(Role.Score)),
            new(BlockRole.Remark, "deviation", Set(Role.Deviation)),
        ];
        Level1 = Keys(Role.Level1Value);
        Level2 = Keys(Role.Level2Value);
        level1 = Set(Role.Level1Value);
        level2 = Set(Role.Level2Value);
        Total = Set(Role.Total);
        TotalName = words.KeysOf(Role.Total).FirstOrDefault(key => key == "总分") ?? words.KeysOf(Role.Total).FirstOrDefault("");
        side = Set(Role.IndicatorsSide, Role.GoalsSide);
        fundsSide = Set(Role.FundsSide);
        Whole = Keys(
            Role.Level1Value, Role.Level2Value, Role.IndicatorsSide, Role.GoalsSide, Role.Total, Role.FundTotal, Role.FundFiscal, Role.FundCarryover, Role.FundOther);

        LabelSet Set(params Role[] roles) => new(words, RoleSet.Of(roles));
        ImmutableHashSet<string> Keys(params Role[] roles) => [.. roles.SelectMany(role => words.KeysOf(role))];
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

    public bool IsBeside(Token token) => IsSide(token.Text) || IsFundsSide(token.Text);

    public bool IsFundsSide(string text) => fundsSide.Match(text);

    public bool IsLevel1(string text) => level1.Match(text);

    public bool IsLevel2(string text) => level2.Match(text);

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
}

/// <summary>Labels that mean one thing.</summary>
internal sealed class LabelSet(Vocabulary words, RoleSet roles)
{
    public bool Match(string text) => words.Of(LabelKey.OfLabel(text)).Roles.HasAny(roles);
}

/// <summary>The labels over a column, and what stands under them.</summary>
internal sealed class ColumnWords(BlockRole role, string field, LabelSet labels)
{
    public BlockRole Role { get; } = role;

    public string Field { get; } = field;

    public LabelSet Labels { get; } = labels;
}

/// <summary>What stands in a column of a block.</summary>
internal enum BlockRole { Level1, Level2, Level3, Value, Points, Score, Remark, FundLabel, Amount, FundPoints, Rate, FundScore, Text, Other }

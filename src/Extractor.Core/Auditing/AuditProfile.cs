using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extractor.Core.Auditing;

/// <summary>How a reverse indicator, the less the better, is scored where its target is missed. A is the target, B the actual value, w the points.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReverseFormula>))]
public enum ReverseFormula
{
    /// <summary>A ÷ B × w.</summary>
    [JsonStringEnumMemberName("ratio")] Ratio,

    /// <summary>(1 − (B − A) ÷ A) × w, at least 0.</summary>
    [JsonStringEnumMemberName("excess")] Excess,
}

/// <summary>A grade and the least total score that earns it.</summary>
public sealed record GradeBound(string Word, decimal AtLeast);

/// <summary>What a jurisdiction and year prescribe, as data. One JSON file in <c>profiles/</c> is one profile.</summary>
/// <param name="Id">Names the profile in results: lower-case letters, digits and dashes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Templates">Ids of the form templates whose forms are audited by it; empty for the one that audits all others.</param>
/// <param name="Basis">The regulation that it follows.</param>
/// <param name="Execution">The points for the execution rate, 0 for none, or null where that differs.</param>
/// <param name="UpperBand">An aim in words that was reached earns at least this share of its points.</param>
/// <param name="LowerBand">One that was partly reached earns at least this share, and one that was not less.</param>
/// <param name="OpenBands">A score at the upper bound of its band belongs to the band above it.</param>
/// <param name="Reverse">The formulas for reverse indicators that are accepted.</param>
/// <param name="OverAchievement">An actual value from this multiple of its target on needs a reason; null where none does.</param>
/// <param name="BudgetChange">A change of the budget within the year by more than this share is pointed out.</param>
/// <param name="Grades">From the best down.</param>
/// <param name="Splits">How the points of the first level may be split: a word of its labels to points; empty where nothing is prescribed.</param>
/// <param name="Rounding">How stated numbers may be rounded beside half up, without a word: cut off, or up; null where nothing is prescribed.</param>
/// <param name="Required">Pointers to the fields that must not be blank; other fields that are blank are hints.</param>
/// <param name="Severities">Rules whose severity differs.</param>
/// <param name="Off">Rules that are not checked.</param>
public sealed record AuditProfile(
    string Id,
    string Name,
    ImmutableArray<string> Templates = default,
    string? Basis = null,
    decimal? Execution = null,
    decimal UpperBand = 0.8m,
    decimal LowerBand = 0.6m,
    ImmutableArray<ReverseFormula> Reverse = default,
    decimal? OverAchievement = 1.3m,
    decimal BudgetChange = 0.2m,
    ImmutableArray<GradeBound> Grades = default,
    ImmutableArray<ImmutableSortedDictionary<string, decimal>> Splits = default,
    ImmutableDictionary<string, Severity>? Severities = null,
    ImmutableArray<string> Off = default,
    bool OpenBands = false,
    Habit? Rounding = null,
    ImmutableArray<string> Required = default)
{
    /// <summary>财预〔2020〕10号 in general terms: what holds where nothing else is known.</summary>
    public static AuditProfile National { get; } = new(
        "national-2020", "全国（财预〔2020〕10号）", Templates: [], Basis: "财预〔2020〕10号 项目支出绩效评价管理办法",
        Reverse: [ReverseFormula.Ratio, ReverseFormula.Excess],
        Grades: [new("优", 90), new("良", 80), new("中", 60), new("差", 0)],
        Splits: [Split(("产出", 50), ("效益", 30), ("满意度", 10)), Split(("成本", 20), ("产出", 40), ("效益", 20), ("满意度", 10))],
        Off: [],
        Required: ["/projectName", "/goals/expected", "/goals/actual"]);

    /// <summary>How much a finding of a rule weighs under this profile; null where the rule is off. A severity that the rule itself softened stays.</summary>
    internal Severity? Weigh(IRule rule, Severity found) =>
        !Off.IsDefault && Off.Contains(rule.Id) ? null
        : Severities is not null && found == rule.Severity && Severities.TryGetValue(rule.Id, out var severity) ? severity
        : found;

    private static ImmutableSortedDictionary<string, decimal> Split(params ReadOnlySpan<(string Kind, decimal Points)> kinds)
    {
        var split = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        foreach (var (kind, points) in kinds)
        {
            split.Add(kind, points);
        }

        return split.ToImmutable();
    }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Extractor.Core.Forms;

/// <summary>
/// A known layout of the form, as data: what is printed where, under which names. One JSON file in <c>templates/</c> is one template.
/// Labels are matched without blanks, with one form of each punctuation mark, and with anything in brackets after them:
/// 年初预算数 also matches 年初预算数（A）.
/// </summary>
/// <param name="Id">Names the template in results: lower-case letters, digits and dashes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Titles">The titles that its forms carry.</param>
/// <param name="Header">The labels of the cells above the funds; the value stands to their right.</param>
/// <param name="Execution">The points for the execution rate that its forms give, or null where they give none.</param>
/// <param name="Points">What all points add up to, or null where there are none.</param>
public sealed record FormTemplate(
    string Id,
    string Name,
    ImmutableArray<string> Titles,
    HeaderTemplate Header,
    FundsTemplate Funds,
    GoalsTemplate Goals,
    IndicatorsTemplate Indicators,
    TotalTemplate Total,
    decimal? Execution,
    decimal? Points);

/// <param name="ProjectName">Its label begins a form: it stands in no other place.</param>
public sealed record HeaderTemplate(
    ImmutableArray<string> ProjectName, ImmutableArray<string> Department, ImmutableArray<string> ImplementingUnit);

/// <param name="Labels">What stands beside the block; the unit of its amounts follows in brackets.</param>
public sealed record FundsTemplate(ImmutableArray<string> Labels, FundColumns Columns, ImmutableArray<FundRowTemplate> Rows);

/// <summary>The labels over the columns of the funds block. Empty: the layout has no such column.</summary>
public sealed record FundColumns(
    ImmutableArray<string> InitialBudget, ImmutableArray<string> AnnualBudget, ImmutableArray<string> Executed,
    ImmutableArray<string> Weight, ImmutableArray<string> Rate, ImmutableArray<string> Score);

/// <param name="Kind">total, fiscal, carryover or other; a row with another label is unknown.</param>
public sealed record FundRowTemplate(FundKind Kind, ImmutableArray<string> Labels);

[JsonConverter(typeof(JsonStringEnumConverter<FundKind>))]
public enum FundKind
{
    [JsonStringEnumMemberName("total")] Total,
    [JsonStringEnumMemberName("fiscal")] Fiscal,
    [JsonStringEnumMemberName("carryover")] Carryover,
    [JsonStringEnumMemberName("other")] Other,
    [JsonStringEnumMemberName("unknown")] Unknown,
}

public sealed record GoalsTemplate(ImmutableArray<string> Labels, ImmutableArray<string> Expected, ImmutableArray<string> Actual);

/// <param name="Labels">What stands beside the block.</param>
/// <param name="Level1Values">First-level labels that are whole words: 产出指标.</param>
/// <param name="Level2Values">Second-level labels that are whole words: 数量指标.</param>
public sealed record IndicatorsTemplate(
    ImmutableArray<string> Labels, IndicatorColumns Columns,
    ImmutableArray<string> Level1Values, ImmutableArray<string> Level2Values);

/// <summary>The labels over the columns of the indicator block. Empty: the layout has no such column.</summary>
public sealed record IndicatorColumns(
    ImmutableArray<string> Level1, ImmutableArray<string> Level2, ImmutableArray<string> Level3,
    ImmutableArray<string> Target, ImmutableArray<string> Actual,
    ImmutableArray<string> Weight, ImmutableArray<string> Score, ImmutableArray<string> Deviation);

public sealed record TotalTemplate(ImmutableArray<string> Labels);

using System.Text.Json.Serialization;

namespace Extractor.Core.Forms;

/// <summary>What a printed label can mean. The names are those that template files use; the part before the point is the block.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary>Stands in the title of a self-evaluation.</summary>
    [JsonStringEnumMemberName("title")] Title,

    /// <summary>Stands in the title of a table of targets, which looks like a self-evaluation and has no results.</summary>
    [JsonStringEnumMemberName("title.targets")] TitleOfTargets,

    /// <summary>Stands in the title of a table that says how is evaluated, and of none that was.</summary>
    [JsonStringEnumMemberName("title.index")] TitleOfIndex,

    /// <summary>The label of the project's name. It begins a form: it stands in no other place.</summary>
    [JsonStringEnumMemberName("header.projectName")] ProjectName,
    [JsonStringEnumMemberName("header.department")] Department,

    /// <summary>The name of the department where its form is about all that it does: it begins the form.</summary>
    [JsonStringEnumMemberName("header.wholeDepartment")] WholeDepartment,
    [JsonStringEnumMemberName("header.implementingUnit")] ImplementingUnit,

    /// <summary>The unit of money: 单位, 金额单位.</summary>
    [JsonStringEnumMemberName("header.unit")] MoneyUnit,

    /// <summary>The score of the whole form in its header: 自评总分.</summary>
    [JsonStringEnumMemberName("header.totalScore")] TotalScore,

    /// <summary>A label whose value is kept as it is: 项目负责人, 评价结论.</summary>
    [JsonStringEnumMemberName("notes.label")] NoteLabel,

    /// <summary>A header over texts beside labels: 情况说明.</summary>
    [JsonStringEnumMemberName("notes.column")] NoteColumn,

    /// <summary>What stands beside the funds; the unit of their amounts may follow in brackets.</summary>
    [JsonStringEnumMemberName("funds.side")] FundsSide,

    /// <summary>The header over the labels of the rows.</summary>
    [JsonStringEnumMemberName("funds.name")] FundName,
    [JsonStringEnumMemberName("funds.initialBudget")] InitialBudget,
    [JsonStringEnumMemberName("funds.annualBudget")] AnnualBudget,
    [JsonStringEnumMemberName("funds.executed")] Executed,
    [JsonStringEnumMemberName("funds.weight")] FundWeight,
    [JsonStringEnumMemberName("funds.rate")] Rate,
    [JsonStringEnumMemberName("funds.score")] FundScore,

    /// <summary>Labels of rows, or headers where the sources stand across.</summary>
    [JsonStringEnumMemberName("funds.total")] FundTotal,
    [JsonStringEnumMemberName("funds.fiscal")] FundFiscal,
    [JsonStringEnumMemberName("funds.carryover")] FundCarryover,
    [JsonStringEnumMemberName("funds.other")] FundOther,
    [JsonStringEnumMemberName("funds.unknown")] FundUnknown,

    /// <summary>Words that make up the label of a fiscal source: 省级 and 补助资金 make 省级补助资金.</summary>
    [JsonStringEnumMemberName("funds.fiscalPart")] FiscalPart,
    [JsonStringEnumMemberName("funds.carryoverPart")] CarryoverPart,

    [JsonStringEnumMemberName("goals.side")] GoalsSide,
    [JsonStringEnumMemberName("goals.expected")] Expected,
    [JsonStringEnumMemberName("goals.actual")] Achieved,

    [JsonStringEnumMemberName("indicators.side")] IndicatorsSide,
    [JsonStringEnumMemberName("indicators.level1")] Level1,
    [JsonStringEnumMemberName("indicators.level2")] Level2,
    [JsonStringEnumMemberName("indicators.level3")] Level3,
    [JsonStringEnumMemberName("indicators.target")] Target,

    /// <summary>The target's comparator in a cell of its own: 指标性质.</summary>
    [JsonStringEnumMemberName("indicators.targetNature")] TargetNature,

    /// <summary>The target's unit in a cell of its own: 度量单位.</summary>
    [JsonStringEnumMemberName("indicators.targetUnit")] TargetUnit,
    [JsonStringEnumMemberName("indicators.actual")] Actual,
    [JsonStringEnumMemberName("indicators.weight")] Weight,
    [JsonStringEnumMemberName("indicators.score")] Score,
    [JsonStringEnumMemberName("indicators.deviation")] Deviation,

    /// <summary>How an indicator is to be scored: a column of evaluation index tables.</summary>
    [JsonStringEnumMemberName("indicators.standard")] Standard,

    /// <summary>First-level labels that are whole words: 产出指标.</summary>
    [JsonStringEnumMemberName("indicators.level1Value")] Level1Value,

    /// <summary>Second-level labels that are whole words: 数量指标.</summary>
    [JsonStringEnumMemberName("indicators.level2Value")] Level2Value,
    [JsonStringEnumMemberName("indicators.subtotal")] Subtotal,

    /// <summary>The label of the row that ends the indicators.</summary>
    [JsonStringEnumMemberName("total")] Total,

    /// <summary>A label that only tells which template a form is of: <see cref="TemplateEvidence.Labels"/>.</summary>
    [JsonStringEnumMemberName("mark")] Mark,
}

using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The labels of a form template, ready to be looked up; made once for all forms.</summary>
internal sealed class FormLabels(FormTemplate template)
{
    public string TemplateId { get; } = template.Id;

    /// <summary>As label keys.</summary>
    public ImmutableArray<string> Titles { get; } = [.. template.Titles.Select(LabelKey.Of)];

    public HeaderLabels Header { get; } = new(template.Header);

    public FundsLabels Funds { get; } = new(template.Funds);

    public GoalsLabels Goals { get; } = new(template.Goals);

    public IndicatorLabels Indicators { get; } = new(template.Indicators, template.Total);
}

internal sealed class HeaderLabels(HeaderTemplate template)
{
    public Labels ProjectName { get; } = new(template.ProjectName);

    public Labels Department { get; } = new(template.Department);

    public Labels ImplementingUnit { get; } = new(template.ImplementingUnit);
}

internal sealed class FundsLabels(FundsTemplate template)
{
    public Labels Side { get; } = new(template.Labels);

    public ImmutableArray<ColumnLabels> Columns { get; } =
    [
        new(Column.InitialBudget, template.Columns.InitialBudget),
        new(Column.AnnualBudget, template.Columns.AnnualBudget),
        new(Column.Executed, template.Columns.Executed),
        new(Column.Weight, template.Columns.Weight),
        new(Column.Rate, template.Columns.Rate),
        new(Column.Score, template.Columns.Score),
    ];

    public ImmutableArray<FundKindLabels> Kinds { get; } = [.. template.Rows.Select(row => new FundKindLabels(row.Kind, row.Labels))];
}

internal sealed class GoalsLabels(GoalsTemplate template)
{
    public Labels Side { get; } = new(template.Labels);

    public ImmutableArray<ColumnLabels> Columns { get; } =
        [new(Column.Expected, template.Expected), new(Column.Actual, template.Actual)];
}

internal sealed class IndicatorLabels(IndicatorsTemplate template, TotalTemplate total)
{
    public Labels Side { get; } = new(template.Labels);

    public Labels Total { get; } = new(total.Labels);

    public ImmutableArray<ColumnLabels> Columns { get; } =
    [
        new(Column.Level1, template.Columns.Level1),
        new(Column.Level2, template.Columns.Level2),
        new(Column.Level3, template.Columns.Level3),
        new(Column.Target, template.Columns.Target),
        new(Column.Actual, template.Columns.Actual),
        new(Column.Weight, template.Columns.Weight),
        new(Column.Score, template.Columns.Score),
        new(Column.Deviation, template.Columns.Deviation),
    ];
}

/// <summary>The labels over a column.</summary>
internal sealed class ColumnLabels(Column column, ImmutableArray<string> labels)
{
    public Column Column { get; } = column;

    public Labels Labels { get; } = new(labels);
}

/// <summary>The labels of a row of the funds block.</summary>
internal sealed class FundKindLabels(FundKind kind, ImmutableArray<string> labels)
{
    public FundKind Kind { get; } = kind;

    public Labels Labels { get; } = new(labels);
}

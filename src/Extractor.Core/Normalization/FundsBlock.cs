using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The rows of amounts by source of funds, under a header row that names the columns.</summary>
internal sealed class FundsBlock
{
    private enum Column { InitialBudget, AnnualBudget, Executed, Weight, Rate, Score }

    private readonly Labels side;
    private readonly (Column, Labels)[] columns;
    private readonly (FundKind Kind, Labels Labels)[] kinds;
    private readonly ImmutableArray<FundRow>.Builder rows = ImmutableArray.CreateBuilder<FundRow>();
    private ColumnMap<Column>? map;

    public FundsBlock(FundsTemplate template)
    {
        side = new Labels(template.Labels);
        columns =
        [
            (Column.InitialBudget, new Labels(template.Columns.InitialBudget)),
            (Column.AnnualBudget, new Labels(template.Columns.AnnualBudget)),
            (Column.Executed, new Labels(template.Columns.Executed)),
            (Column.Weight, new Labels(template.Columns.Weight)),
            (Column.Rate, new Labels(template.Columns.Rate)),
            (Column.Score, new Labels(template.Columns.Score)),
        ];
        kinds = [.. template.Rows.Select(row => (row.Kind, new Labels(row.Labels)))];
    }

    public ImmutableArray<FundRow> Rows => rows.ToImmutable();

    public string? Unit { get; private set; }

    /// <summary>Is this the header row: does it name what was executed and a budget or a rate?</summary>
    public bool TryReadHeader(FormRegion region, int row, FieldLog log)
    {
        var candidate = ColumnMap<Column>.Read(region, row, columns);
        if (!candidate.Has(Column.Executed) || candidate.Count < 2)
        {
            return false;
        }

        map = candidate;
        foreach (var header in map.Headers)
        {
            log.Understand(header);
            Unit ??= TakeUnit(header, log);
        }

        foreach (var cell in region.Across(row).Where(cell => cell.Column < FirstValueColumn && side.Match(cell.Text)))
        {
            log.Understand(cell);
            Unit ??= TakeUnit(cell, log);
        }

        return true;
    }

    private int FirstValueColumn => map!.FirstColumn(Column.InitialBudget, Column.AnnualBudget, Column.Executed);

    public void ReadRow(FormRegion region, int row, FieldLog log)
    {
        if (map is null || map.Headers.Any(header => header.EndRow > row))
        {
            return;
        }

        var labels = region.StartingIn(row).Where(cell => cell.EndColumn <= FirstValueColumn && cell.Text.Length > 0).ToArray();
        foreach (var cell in labels.Where(cell => side.Match(cell.Text)))
        {
            log.Understand(cell);
            Unit ??= TakeUnit(cell, log);
        }

        labels = [.. labels.Where(cell => !side.Match(cell.Text))];
        var hasValue = columns.Any(column => map.Under(region, row, column.Item1).Any(cell => cell.Row == row && cell.Text.Length > 0));
        if (labels.Length == 0 && !hasValue)
        {
            return;
        }

        var at = $"/funds/{rows.Count}";
        var label = log.Take(at + "/label", labels);
        rows.Add(new FundRow(
            KindOf(labels), label,
            Number(region, row, Column.InitialBudget, at + "/initialBudget", log),
            Number(region, row, Column.AnnualBudget, at + "/annualBudget", log),
            Number(region, row, Column.Executed, at + "/executed", log),
            Number(region, row, Column.Weight, at + "/weight", log),
            Number(region, row, Column.Rate, at + "/rate", log),
            Number(region, row, Column.Score, at + "/score", log)));
    }

    private NumberReading? Number(FormRegion region, int row, Column column, string field, FieldLog log)
    {
        if (!map!.Has(column))
        {
            return null;
        }

        var cells = map.Under(region, row, column).Where(cell => cell.Row == row).ToArray();
        return NumberText.Read(log.Take(field, cells));
    }

    /// <summary>The label nearest to the amounts decides; 其中 in a cell before it does not.</summary>
    private string KindOf(TableCell[] labels)
    {
        foreach (var label in labels.Reverse())
        {
            foreach (var (kind, known) in kinds)
            {
                if (known.Match(label.Text))
                {
                    return Name(kind);
                }
            }
        }

        return Name(FundKind.Unknown);
    }

    private static string Name(FundKind kind) => kind switch
    {
        FundKind.Total => "total",
        FundKind.Fiscal => "fiscal",
        FundKind.Carryover => "carryover",
        FundKind.Other => "other",
        _ => "unknown",
    };

    private static string? TakeUnit(TableCell cell, FieldLog log)
    {
        var unit = AmountUnit.Find(cell.Text);
        if (unit is not null)
        {
            log.Take("/unit", [cell]);
        }

        return unit;
    }
}

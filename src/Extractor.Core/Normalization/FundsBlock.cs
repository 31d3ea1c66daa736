using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The rows of amounts by source of funds, under a header row that names the columns.</summary>
internal sealed class FundsBlock(FundsLabels labels)
{
    private readonly ImmutableArray<FundRow>.Builder rows = ImmutableArray.CreateBuilder<FundRow>();
    private ColumnMap? map;

    public ImmutableArray<FundRow> Rows => rows.ToImmutable();

    public string? Unit { get; private set; }

    /// <summary>Is this the header row: does it name what was executed and a budget or a rate?</summary>
    public bool TryReadHeader(FormRegion region, int row, FieldLog log)
    {
        var candidate = ColumnMap.Read(region, row, labels.Columns);
        if (!candidate.Has(Column.Executed) || candidate.Headers.Length < 2)
        {
            return false;
        }

        map = candidate;
        foreach (var header in map.Headers)
        {
            log.Understand(header);
            Unit ??= TakeUnit(header, log);
        }

        foreach (var cell in region.Across(row))
        {
            TryTakeSide(cell, log);
        }

        return true;
    }

    private int FirstValueColumn => map!.FirstColumn(Column.InitialBudget, Column.AnnualBudget, Column.Executed);

    public void ReadRow(FormRegion region, int row, FieldLog log)
    {
        if (map is null || map.IsHeaderRow(row))
        {
            return;
        }

        var names = new List<TableCell>();
        foreach (var cell in region.StartingIn(row))
        {
            if (cell.EndColumn <= FirstValueColumn && cell.Text.Length > 0 && !TryTakeSide(cell, log))
            {
                names.Add(cell);
            }
        }

        if (names.Count == 0 && !labels.Columns.Any(column => map.IsFilled(region, row, column.Column)))
        {
            return;
        }

        var at = $"/funds/{rows.Count}";
        var label = log.Take(at + "/label", names);
        rows.Add(new FundRow(
            KindOf(names), label,
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

        return NumberText.Read(log.Take(field, map.StartingUnder(region, row, column)));
    }

    /// <summary>The label nearest to the amounts decides; 其中 in a cell before it does not.</summary>
    private string KindOf(List<TableCell> names)
    {
        for (var i = names.Count - 1; i >= 0; i--)
        {
            foreach (var kind in labels.Kinds)
            {
                if (kind.Labels.Match(names[i]))
                {
                    return Name(kind.Kind);
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

    /// <summary>Takes a cell that names the whole block, beside its rows, and the unit that it may say.</summary>
    private bool TryTakeSide(TableCell cell, FieldLog log)
    {
        if (cell.Column >= FirstValueColumn || !labels.Side.Match(cell))
        {
            return false;
        }

        log.Understand(cell);
        Unit ??= TakeUnit(cell, log);
        return true;
    }

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

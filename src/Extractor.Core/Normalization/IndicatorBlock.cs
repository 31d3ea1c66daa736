using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The indicators in their three levels, and the total row that ends them.</summary>
internal sealed class IndicatorBlock(IndicatorLabels labels)
{
    private static readonly Column[] Leaves = [Column.Level3, Column.Target, Column.Actual, Column.Weight, Column.Score];

    /// <summary>An empty label cell takes the label above it: not printed there, so a person should look.</summary>
    private const decimal InheritedLabel = 0.9m;

    private readonly ImmutableArray<Indicator>.Builder rows = ImmutableArray.CreateBuilder<Indicator>();
    private readonly Dictionary<Column, TableCell> lastLabel = [];
    private ColumnMap? map;

    public ImmutableArray<Indicator> Rows => rows.ToImmutable();

    public Total? Total { get; private set; }

    /// <summary>Is this the header row of a self-evaluation: does it name indicators, targets and what was reached?</summary>
    public bool TryReadHeader(FormRegion region, int row, FieldLog log)
    {
        var candidate = ColumnMap.Read(region, row, labels.Columns);
        if (!candidate.Has(Column.Actual) || !candidate.Has(Column.Target) || !(candidate.Has(Column.Level3) || candidate.Has(Column.Level2)))
        {
            return false;
        }

        map = candidate;
        foreach (var header in map.Headers)
        {
            log.Understand(header);
        }

        log.UnderstandAcross(region, row, labels.Side);
        return true;
    }

    public bool TryReadTotal(FormRegion region, int row, FieldLog log)
    {
        if (map is null || Total is not null || region.StartingIn(row).FirstOrDefault(cell => cell.Text.Length > 0) is not { } label || !labels.Total.Match(label))
        {
            return false;
        }

        log.Understand(label);
        Total = new Total(TotalNumber(region, row, label, Column.Weight, "/total/weight", log), TotalNumber(region, row, label, Column.Score, "/total/score", log));
        return true;
    }

    public void ReadRow(FormRegion region, int row, FieldLog log)
    {
        if (map is null || map.IsHeaderRow(row))
        {
            return;
        }

        log.UnderstandAcross(region, row, labels.Side);
        if (!Array.Exists(Leaves, leaf => map.IsFilled(region, row, leaf)))
        {
            return;
        }

        var at = $"/indicators/{rows.Count}";
        rows.Add(new Indicator(
            Label(region, row, Column.Level1, at + "/level1", log),
            Label(region, row, Column.Level2, at + "/level2", log),
            Text(region, row, Column.Level3, at + "/level3", log),
            Quantity(region, row, Column.Target, at + "/target", log),
            Quantity(region, row, Column.Actual, at + "/actual", log),
            Number(region, row, Column.Weight, at + "/weight", log),
            Number(region, row, Column.Score, at + "/score", log),
            Text(region, row, Column.Deviation, at + "/deviation", log)));
    }

    private string? Label(FormRegion region, int row, Column column, string field, FieldLog log)
    {
        if (!map!.Has(column))
        {
            return null;
        }

        var cells = map.Under(region, row, column);
        if (cells.Find(cell => cell.Text.Length > 0) is { } printed)
        {
            lastLabel[column] = printed;
            return log.Take(field, cells);
        }

        return lastLabel.TryGetValue(column, out var above) ? log.Take(field, [above], InheritedLabel) : "";
    }

    /// <summary>A text merged over several rows is said of each of them.</summary>
    private string? Text(FormRegion region, int row, Column column, string field, FieldLog log) =>
        map!.Has(column) ? log.Take(field, map.Under(region, row, column)) : null;

    private QuantityReading? Quantity(FormRegion region, int row, Column column, string field, FieldLog log) =>
        map!.Has(column) ? QuantityText.Read(log.Take(field, map.Under(region, row, column))) : null;

    /// <summary>Points merged over several rows are given once: they stand in the first of them.</summary>
    private NumberReading? Number(FormRegion region, int row, Column column, string field, FieldLog log) =>
        map!.Has(column) ? NumberText.Read(log.Take(field, map.StartingUnder(region, row, column))) : null;

    private NumberReading? TotalNumber(FormRegion region, int row, TableCell label, Column column, string field, FieldLog log) =>
        map!.Has(column)
            ? NumberText.Read(log.Take(field, map.StartingUnder(region, row, column).FindAll(cell => !ReferenceEquals(cell, label))))
            : null;
}

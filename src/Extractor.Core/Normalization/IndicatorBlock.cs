using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>The indicators in their levels, and the total row that ends them.</summary>
internal sealed class IndicatorBlock
{
    private static readonly RoleSet Fields = RoleSet.Of(
        Role.Level1, Role.Level2, Role.Level3, Role.Target, Role.TargetNature, Role.TargetUnit, Role.Actual, Role.Weight, Role.Score, Role.Deviation);

    private static readonly RoleSet Levels = RoleSet.Of(Role.Level1, Role.Level2, Role.Level3);
    private static readonly RoleSet Results = RoleSet.Of(Role.Actual, Role.Score);
    private static readonly RoleSet Evaluated = RoleSet.Of(Role.Target, Role.TargetNature, Role.Weight, Role.Score);
    private static readonly RoleSet Values = RoleSet.Of(Role.Target, Role.Actual, Role.Weight, Role.Score, Role.Deviation);

    /// <summary>Labels that begin a row of another kind, unless the label of a level stands before them.</summary>
    private static readonly RoleSet Foreign =
        RoleSet.Of(Role.NoteLabel, Role.ProjectName, Role.Department, Role.ImplementingUnit, Role.FundTotal, Role.FundFiscal, Role.FundCarryover, Role.FundOther);

    /// <summary>An empty label cell takes the label above it: not printed there, so a person should look.</summary>
    private const decimal InheritedLabel = 0.9m;

    private readonly ImmutableArray<Indicator>.Builder rows = ImmutableArray.CreateBuilder<Indicator>();
    private readonly Dictionary<Role, FormCell> lastLabel = [];
    private ColumnMap? map;

    public ImmutableArray<Indicator> Rows => rows.ToImmutable();

    public Total? Total { get; private set; }

    public ColumnMap? Columns => map;

    /// <summary>Is this the header of a self-evaluation: does it name indicators, and what was reached or scored?</summary>
    public bool TryReadHeader(FormRegion region, int row, FieldLog log)
    {
        if (map is not null || !(region.RolesIn(row) | region.RolesIn(row + 1)).HasAny(Results)
            || ColumnMap.Read(region, row, Fields) is not { } candidate
            || !candidate.Roles.HasAny(Results) || !candidate.Roles.HasAny(Levels)
            || !(candidate.Has(Role.Actual) ? candidate.Roles.HasAny(Evaluated) : (candidate.Roles & Levels).Count > 1))
        {
            return false;
        }

        map = IndicatorNames.Divide(region, candidate);
        foreach (var header in map.Headers)
        {
            if (map.Columns.FirstOrDefault(column => column.Header == header) is not { } column)
            {
                log.Understand(header, Role.IndicatorsSide);
            }
            else if (column.Role is { } role)
            {
                log.Understand(header, role);
            }
            else if (header.Column < FirstColumn)
            {
                log.Understand(header, Role.IndicatorsSide);
            }
        }

        TakeSides(region, row, log);
        return true;
    }

    public bool TryReadTotal(FormRegion region, int row, FieldLog log)
    {
        if (map is null || row < map.EndRow || Total is not null
            || region.StartingIn(row).FirstOrDefault(cell => !cell.IsEmpty && !log.IsClaimed(cell)) is not { } label || !label.Is(Role.Total))
        {
            return false;
        }

        log.Understand(label, Role.Total);
        Total = new Total(
            TotalNumber(region, row, label, Role.Weight, "/total/weight", log), TotalNumber(region, row, label, Role.Score, "/total/score", log));
        KeepRest(region, row, label.Text, log);
        return true;
    }

    /// <summary>Without a total row the score in the header is the total.</summary>
    public void TakeTotalOf(HeaderBlock header, FieldLog log)
    {
        if (map is not null && Total is null && header.TotalScore is { } score)
        {
            Total = new Total(null, NumberText.Read(log.Show("/total/score", score)));
        }
    }

    /// <summary>Reads a row of the block; false where it is one of another kind.</summary>
    public bool TryReadRow(FormRegion region, int row, FieldLog log)
    {
        if (map is null)
        {
            return false;
        }

        TakeSides(region, row, log);
        if (row < map.EndRow)
        {
            return true;
        }

        if (map.IsRepeatedIn(region, row))
        {
            foreach (var cell in region.StartingIn(row))
            {
                log.Understand(cell, Role.IndicatorsSide);
            }

            return true;
        }

        var first = region.StartingIn(row).FirstOrDefault(cell => !cell.IsEmpty && !log.IsClaimed(cell));
        if (first is null)
        {
            return true;
        }

        if (first.Is(Role.Subtotal))
        {
            log.Understand(first, Role.Subtotal);
            KeepRest(region, row, first.Text, log);
            return true;
        }

        if (map.IsCrossed(region, row, Values) || (first.IsAny(Foreign) && first.Column <= FirstColumn))
        {
            return false;
        }

        if (IsUnfilled(region, row))
        {
            log.LeaveUnfilled(region.StartingIn(row));
            return true;
        }

        Read(region, row, log);
        return true;
    }

    private int FirstColumn => map!.FirstColumn(Fields);

    private void Read(FormRegion region, int row, FieldLog log)
    {
        var at = $"/indicators/{rows.Count}";
        var indicator = new Indicator(
            Label(region, row, Role.Level1, at + "/level1", log),
            Label(region, row, Role.Level2, at + "/level2", log),
            Text(region, row, Role.Level3, at + "/level3", log),
            Target(region, row, at + "/target", log),
            map!.Has(Role.Actual) ? QuantityText.Read(log.Take(at + "/actual", map.Under(region, row, Role.Actual))) : null,
            Number(region, row, Role.Weight, at + "/weight", log),
            Number(region, row, Role.Score, at + "/score", log),
            Text(region, row, Role.Deviation, at + "/deviation", log));
        rows.Add(indicator);
        OtherColumns.Keep(map, region, row, indicator.Level3 is { Length: > 0 } name ? name : indicator.Level2 ?? "", log);
    }

    /// <summary>
    /// A row that the blank form has and nobody filled in: no value in it, and no name but one that a blank form prints
    /// (指标2：, ……, 无). A name without values is an indicator: somebody wrote it.
    /// </summary>
    private bool IsUnfilled(FormRegion region, int row)
    {
        foreach (var column in map!.Columns)
        {
            if (column.Role is { } role && Values.Has(role) && map.StartingUnder(region, row, column).Exists(cell => !BlankText.IsNothing(cell.Text)))
            {
                return false;
            }
        }

        return map.StartingUnder(region, row, Role.Level3).TrueForAll(cell => BlankText.IsPlaceholder(cell.Text));
    }

    private string? Label(FormRegion region, int row, Role role, string field, FieldLog log)
    {
        if (!map!.Has(role))
        {
            return null;
        }

        var cells = map.Under(region, row, role);
        if (cells.Find(cell => !cell.IsEmpty) is { } printed)
        {
            if (role == Role.Level1 && lastLabel.TryGetValue(role, out var before) && before != printed)
            {
                lastLabel.Remove(Role.Level2);
            }

            lastLabel[role] = printed;
            return log.Take(field, cells);
        }

        return lastLabel.TryGetValue(role, out var above) ? log.Take(field, [above], InheritedLabel) : "";
    }

    /// <summary>A text merged over several rows is said of each of them.</summary>
    private string? Text(FormRegion region, int row, Role role, string field, FieldLog log) =>
        map!.Has(role) ? log.Take(field, map.Under(region, row, role)) : null;

    /// <summary>The target in one cell, or its comparator, number and unit in cells of their own: joined in the order in which they stand.</summary>
    private QuantityReading? Target(FormRegion region, int row, string field, FieldLog log)
    {
        if (!map!.Has(Role.TargetNature) && !map.Has(Role.TargetUnit))
        {
            return map.Has(Role.Target) ? QuantityText.Read(log.Take(field, map.Under(region, row, Role.Target))) : null;
        }

        var cells = new List<FormCell>(3);
        foreach (var column in map.Columns)
        {
            if (column.Role is Role.Target or Role.TargetNature or Role.TargetUnit)
            {
                cells.AddRange(map.Under(region, row, column));
            }
        }

        return QuantityText.Read(log.Take(field, cells), Said(Role.TargetNature), Said(Role.Target), Said(Role.TargetUnit));

        string Said(Role role) => string.Concat(map.Under(region, row, role).Select(cell => cell.Text));
    }

    /// <summary>Points merged over several rows are given once: they stand in the first of them.</summary>
    private NumberReading? Number(FormRegion region, int row, Role role, string field, FieldLog log) =>
        map!.Has(role) ? NumberText.Read(log.Take(field, map.StartingUnder(region, row, role))) : null;

    /// <summary>One number in a cell merged over the points and the score is the score.</summary>
    private NumberReading? TotalNumber(FormRegion region, int row, FormCell label, Role role, string field, FieldLog log)
    {
        if (!map!.Has(role))
        {
            return null;
        }

        var both = map.Of(Role.Weight) is { } weight && map.Of(Role.Score) is { } score
            ? region.StartingIn(row).FirstOrDefault(cell => cell != label && !cell.IsEmpty && weight.Shared(cell) > 0 && score.Shared(cell) > 0)
            : null;
        if (both is not null)
        {
            return NumberText.Read(role == Role.Score ? log.Take(field, [both]) : "");
        }

        var cells = map.StartingUnder(region, row, role);
        cells.Remove(label);
        return NumberText.Read(log.Take(field, cells));
    }

    /// <summary>What else stands in a row of sums is kept by the row's label and its column.</summary>
    private void KeepRest(FormRegion region, int row, string label, FieldLog log)
    {
        foreach (var cell in region.StartingIn(row))
        {
            if (!cell.IsEmpty && !log.IsClaimed(cell))
            {
                var column = map!.Columns.MaxBy(column => column.Shared(cell));
                log.Keep(column is not null && column.Shared(cell) > 0 && !column.Header.IsEmpty ? label + LabelledText.Separator + column.Header.Text : label, cell, cell);
            }
        }
    }

    private void TakeSides(FormRegion region, int row, FieldLog log) =>
        SideLabel.Take(region, row, FirstColumn, map!.EndRow, Role.IndicatorsSide, log);
}

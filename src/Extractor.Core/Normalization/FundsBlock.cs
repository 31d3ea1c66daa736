using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>The amounts by source of funds, under a header that names the columns: the sources stand in rows, or across.</summary>
internal sealed partial class FundsBlock
{
    private static readonly RoleSet Fields = RoleSet.Of(Role.InitialBudget, Role.AnnualBudget, Role.Executed, Role.FundWeight, Role.Rate, Role.FundScore);
    private static readonly RoleSet Budgets = RoleSet.Of(Role.InitialBudget, Role.AnnualBudget, Role.Rate);
    private static readonly RoleSet Amounts = RoleSet.Of(Role.InitialBudget, Role.AnnualBudget, Role.Executed);
    private static readonly RoleSet Values = Fields | FundLabel.Kinds;
    private static readonly RoleSet Pointed = RoleSet.Of(Role.Rate, Role.FundScore, Role.FundWeight);

    private readonly ImmutableArray<FundRow>.Builder rows = ImmutableArray.CreateBuilder<FundRow>();
    private readonly List<FormCell> units = [];
    private readonly List<FormCell> announcing = [];
    private ColumnMap? map;

    /// <summary>The first column that holds amounts; left of it stand the names of the funds.</summary>
    private int firstAmounts;

    /// <summary>The row after the last beside which the block's label stands; null where it does not run down.</summary>
    private int? endRow;

    public ImmutableArray<FundRow> Rows => rows.ToImmutable();

    public ColumnMap? Columns => map;

    public bool IsAcross { get; private set; }

    /// <summary>Is this the header: does it name what was executed and a budget, sources of funds or a rate?</summary>
    public bool TryReadHeader(FormRegion region, int row, FieldLog log)
    {
        if (map is not null || !(region.RolesIn(row) | region.RolesIn(row + 1)).Has(Role.Executed)
            || ColumnMap.Read(region, row, Fields, FundLabel.Kinds) is not { } candidate
            || !candidate.Has(Role.Executed) || FundPairs.AreIn(candidate))
        {
            return false;
        }

        candidate = WithSources(candidate, region.Vocabulary);

        IsAcross = candidate.Columns.Count(column => column.Role is { } role && FundLabel.Kinds.Has(role)) > 1;
        if (!IsAcross && !candidate.Roles.HasAny(Budgets))
        {
            return false;
        }

        map = candidate;
        firstAmounts = FirstAmounts(map, region, IsAcross ? Values : Fields);
        for (var r = row; r < map.EndRow; r++)
        {
            TakeSides(region, r, log);
        }

        foreach (var header in map.Headers)
        {
            if (header.Meaning.Roles.HasAny(Values) || header.Is(Role.FundName) || header.Column < firstAmounts || header.IsEmpty || header.Row > row)
            {
                log.Understand(header, Known(header));
                units.Add(header);
            }

            if (header.Meaning.Roles.HasAny(Pointed))
            {
                announcing.Add(header);
            }
        }

        return true;
    }

    /// <summary>Reads a row in which every amount stands beside its own label; false where this is none.</summary>
    public bool TryReadPairs(FormRegion region, int row, FieldLog log)
    {
        if (map is not null || FundPairs.Of(region, row, first: rows.Count == 0) is not { } pairs)
        {
            return false;
        }

        foreach (var cell in region.StartingIn(row))
        {
            if (cell.Is(Role.FundsSide))
            {
                log.Understand(cell, Role.FundsSide);
                units.Add(cell);
                announcing.Add(cell);
            }
        }

        var at = $"/funds/{rows.Count}";
        var label = log.Take(at + "/label", [pairs.BudgetLabel]);
        log.Understand(pairs.ExecutedLabel, Role.Executed);
        var budget = NumberText.Read(log.Take(at + (pairs.IsInitial ? "/initialBudget" : "/annualBudget"), [pairs.Budget]));
        var executed = NumberText.Read(log.Take(at + "/executed", [pairs.Executed]));
        var kind = rows.Count == 0 ? "total" : FundLabel.KindOf(pairs.BudgetLabel, region.Vocabulary);
        rows.Add(new FundRow(kind, label, pairs.IsInitial ? budget : null, pairs.IsInitial ? null : budget, executed, null, null, null));
        return true;
    }

    /// <summary>Reads a row of amounts; false where this is none.</summary>
    public bool TryReadRow(FormRegion region, int row, FieldLog log)
    {
        if (map is null)
        {
            return false;
        }

        if (row < map.EndRow || map.IsRepeatedIn(region, row))
        {
            return row < map.EndRow || Skip(region, row, log);
        }

        TakeSides(region, row, log);
        var names = new List<FormCell>();
        foreach (var cell in region.StartingIn(row))
        {
            if (cell.EndColumn <= firstAmounts && !cell.IsEmpty && !log.IsClaimed(cell))
            {
                names.Add(cell);
            }
        }

        // Of a copy that lost a ruling between them, the dashes for points and a rate may be in one cell; the amounts are where they belong.
        var kind = Kind(region, names);
        if (map.IsCrossed(region, row, Values, (cell, roles) => kind != "unknown" && !roles.HasAny(Amounts | FundLabel.Kinds) && !cell.Text.Any(char.IsAsciiDigit)))
        {
            return false;
        }

        // Below the block's label only what is named as a source of funds still belongs to it: a page break may have cut the label.
        if ((row >= endRow && names.Count > 0 && kind == "unknown")
            || (!map.IsFilled(region, row, Values) && (names.Count == 0 || names[^1].Is(Role.NoteLabel))))
        {
            return false;
        }

        if (IsAcross)
        {
            ReadAcross(region, row, names, log);
        }
        else
        {
            ReadDown(region, row, names, log);
        }

        return true;
    }

    /// <summary>The unit that is said beside or over the amounts.</summary>
    public string? PrintedUnit(FieldLog log)
    {
        foreach (var cell in units)
        {
            if (AmountUnit.Find(cell.Text) is { } unit)
            {
                log.Take("/unit", [cell]);
                return unit;
            }
        }

        return null;
    }

    /// <summary>The points for execution that a header or the block's label announces: 预算执行率（10分）, 得分（20分*执行率）; null where none does, or two differ.</summary>
    public NumberReading? AnnouncedPoints(FieldLog log)
    {
        var announced = announcing.Select(cell => (Cell: cell, Match: PointsInBrackets().Match(cell.Key))).Where(one => one.Match.Success)
            .Select(one => (one.Cell, Points: NumberText.Read(one.Match.Groups["n"].Value))).ToList();
        if (announced.Count == 0 || announced.Exists(one => one.Points.Value != announced[0].Points.Value))
        {
            return null;
        }

        log.Show("/executionPoints", announced[0].Cell);
        return announced[0].Points;
    }

    /// <summary>The unit that is printed behind every amount.</summary>
    public string? UnitOfEveryAmount()
    {
        string? common = null;
        foreach (var amount in rows.SelectMany(row => new[] { row.InitialBudget, row.AnnualBudget, row.Executed }))
        {
            if (amount?.Value is null or 0 || NumberText.Parse(amount.Text) is not PrintedNumber number)
            {
                continue;
            }

            var unit = number.Unit == "万" ? "万元" : number.Unit;
            if (unit.Length == 0 || (common is not null && common != unit))
            {
                return null;
            }

            common = unit;
        }

        return common;
    }

    /// <summary>Where some headers are sources of funds, those made of their words are, too.</summary>
    private static ColumnMap WithSources(ColumnMap map, Vocabulary vocabulary) =>
        !map.Roles.HasAny(FundLabel.Kinds) ? map : map.With(map.Columns.Select(column =>
            column.Role is null && !column.Header.IsEmpty && FundLabel.KindOf(column.Header, vocabulary) != "unknown" ? column with { Role = Role.FundFiscal } : column));

    /// <summary>
    /// Where the amounts begin: at the first column that is known, or further left, where columns with a header of their own
    /// that nobody knows hold what is no name of funds.
    /// </summary>
    private static int FirstAmounts(ColumnMap map, FormRegion region, RoleSet known)
    {
        var first = map.FirstColumn(known);
        for (var i = map.Columns.Length - 1; i >= 0; i--)
        {
            var column = map.Columns[i];
            if (column.End == first && column.Role is null && !column.Header.IsEmpty && column.Header is var header
                && !header.Is(Role.FundName) && !header.Is(Role.FundsSide) && HoldsNoNames(map, region, column))
            {
                first = column.Start;
            }
        }

        return first;
    }

    /// <summary>Has every row a name already where something stands in the column, or is that a number?</summary>
    private static bool HoldsNoNames(ColumnMap map, FormRegion region, BlockColumn column)
    {
        var found = false;
        for (var row = map.EndRow; row < region.EndRow && map.IsFilled(region, row, Fields); row++)
        {
            var cells = map.StartingUnder(region, row, column).FindAll(cell => !cell.IsEmpty);
            if (cells.Count == 0)
            {
                continue;
            }

            var isNamed = region.StartingIn(row).Any(
                cell => cell.EndColumn <= column.Start && !cell.Is(Role.FundsSide) && FundLabel.KindOf(cell, region.Vocabulary) != "unknown");
            if (!isNamed && !cells.TrueForAll(cell => NumberText.Read(cell.Text).Value is not null || BlankText.IsBlank(cell.Text)))
            {
                return false;
            }

            found = true;
        }

        return found;
    }

    private void ReadDown(FormRegion region, int row, List<FormCell> names, FieldLog log)
    {
        var at = $"/funds/{rows.Count}";
        var label = log.Take(at + "/label", names);
        rows.Add(new FundRow(
            Kind(region, names), label,
            Number(region, row, Role.InitialBudget, at + "/initialBudget", log),
            Number(region, row, Role.AnnualBudget, at + "/annualBudget", log),
            Number(region, row, Role.Executed, at + "/executed", log),
            Number(region, row, Role.FundWeight, at + "/weight", log),
            Number(region, row, Role.Rate, at + "/rate", log),
            Number(region, row, Role.FundScore, at + "/score", log)));
        OtherColumns.Keep(map!, region, row, label, log);
    }

    /// <summary>One row of amounts is as many rows as it has sources, after one for their total.</summary>
    private void ReadAcross(FormRegion region, int row, List<FormCell> names, FieldLog log)
    {
        var at = $"/funds/{rows.Count}";
        var total = map!.Columns.FirstOrDefault(column => column.Role == Role.FundTotal);
        var label = log.Take(at + "/label", total is null ? names : [total.Header]);
        rows.Add(new FundRow(
            "total", label,
            Number(region, row, Role.InitialBudget, at + "/initialBudget", log),
            total is null ? Number(region, row, Role.AnnualBudget, at + "/annualBudget", log) : NumberText.Read(log.Take(at + "/annualBudget", map.StartingUnder(region, row, total))),
            Number(region, row, Role.Executed, at + "/executed", log),
            Number(region, row, Role.FundWeight, at + "/weight", log),
            Number(region, row, Role.Rate, at + "/rate", log),
            Number(region, row, Role.FundScore, at + "/score", log)));
        foreach (var column in map.Columns)
        {
            if (column.Role is { } role && FundLabel.Kinds.Has(role) && column != total)
            {
                at = $"/funds/{rows.Count}";
                var source = log.Take(at + "/label", [column.Header]);
                rows.Add(new FundRow(
                    FundLabel.KindOf(column.Header, region.Vocabulary), source, null,
                    NumberText.Read(log.Take(at + "/annualBudget", map.StartingUnder(region, row, column))), null, null, null, null));
            }
        }

        OtherColumns.Keep(map, region, row, label, log);
        if (total is not null && names.Count > 0)
        {
            foreach (var name in names)
            {
                log.Understand(name, Role.FundName);
            }
        }
    }

    private NumberReading? Number(FormRegion region, int row, Role role, string field, FieldLog log) =>
        map!.Has(role) ? NumberText.Read(log.Take(field, map.StartingUnder(region, row, role))) : null;

    /// <summary>The label nearest to the amounts decides; 其中 in a cell before it does not.</summary>
    private static string Kind(FormRegion region, List<FormCell> names)
    {
        for (var i = names.Count - 1; i >= 0; i--)
        {
            if (FundLabel.KindOf(names[i], region.Vocabulary) is var kind && kind != "unknown")
            {
                return kind;
            }
        }

        return "unknown";
    }

    /// <summary>Takes the cells that name the whole block, beside its rows: known ones, and any that runs down from the header into the rows.</summary>
    private void TakeSides(FormRegion region, int row, FieldLog log)
    {
        foreach (var cell in region.StartingIn(row))
        {
            var runsDown = row < map!.EndRow && cell.EndRow > map.EndRow;
            if (cell.EndColumn <= firstAmounts && !log.IsClaimed(cell) && (cell.Is(Role.FundsSide) || runsDown))
            {
                log.Understand(cell, Role.FundsSide);
                units.Insert(0, cell);
                announcing.Add(cell);
                endRow = runsDown ? Math.Max(cell.EndRow, endRow ?? 0) : endRow;
            }
        }
    }

    private static bool Skip(FormRegion region, int row, FieldLog log)
    {
        foreach (var cell in region.StartingIn(row))
        {
            log.Understand(cell, Known(cell));
        }

        return true;
    }

    private static Role Known(FormCell header)
    {
        foreach (var role in header.Meaning.Roles & Values)
        {
            return role;
        }

        return Role.FundName;
    }

    [GeneratedRegex("\\((?:满分|分值|权重|共|计)?(?<n>[0-9]{1,2}(?:\\.[0-9])?)分(?:[*×x](?:预算)?执行率)?\\)$", RegexOptions.CultureInvariant)]
    private static partial Regex PointsInBrackets();
}

using System.Collections.Immutable;
using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>A column of a block.</summary>
/// <param name="Role">What stands in it; null where that is not known, or where another column is surer to be it.</param>
/// <param name="Header">The lowest header cell over it.</param>
/// <param name="Start">Its first grid column.</param>
/// <param name="End">The grid column after its last.</param>
internal sealed record BlockColumn(Role? Role, FormCell Header, int Start, int End)
{
    public int Shared(FormCell cell) => Math.Min(cell.EndColumn, End) - Math.Max(cell.Column, Start);
}

/// <summary>Which columns of a block belong to which field, read from its one or two header rows, in whatever order they stand.</summary>
internal sealed class ColumnMap
{
    private static readonly RoleSet Sides = RoleSet.Of(Role.FundsSide, Role.GoalsSide, Role.IndicatorsSide);

    private ColumnMap(ImmutableArray<BlockColumn> columns, ImmutableArray<FormCell> headers, int firstRow, int endRow)
    {
        (Columns, Headers, FirstRow, EndRow) = (columns, headers, firstRow, endRow);
        foreach (var column in columns)
        {
            Roles = column.Role is { } role ? Roles.With(role) : Roles;
        }
    }

    /// <summary>Left to right.</summary>
    public ImmutableArray<BlockColumn> Columns { get; }

    /// <summary>All cells of the header, merged ones over others included.</summary>
    public ImmutableArray<FormCell> Headers { get; }

    public RoleSet Roles { get; }

    /// <summary>The first row of the header.</summary>
    public int FirstRow { get; }

    /// <summary>The first row under the header.</summary>
    public int EndRow { get; }

    public bool Has(Role role) => Roles.Has(role);

    public BlockColumn? Of(Role role)
    {
        foreach (var column in Columns)
        {
            if (column.Role == role)
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>The left edge of the leftmost column that has one of the roles.</summary>
    public int FirstColumn(RoleSet roles)
    {
        foreach (var column in Columns)
        {
            if (column.Role is { } role && roles.Has(role))
            {
                return column.Start;
            }
        }

        return int.MaxValue;
    }

    public ColumnMap With(IEnumerable<BlockColumn> columns) => new([.. columns.OrderBy(column => column.Start)], Headers, FirstRow, EndRow);

    /// <summary>Reads a header that begins in the row; null where none of its cells has one of the roles.</summary>
    /// <param name="repeated">Roles that several columns may have.</param>
    public static ColumnMap? Read(FormRegion region, int row, RoleSet roles, RoleSet repeated = default)
    {
        var all = roles | repeated;
        var endRow = row;
        foreach (var cell in region.StartingIn(row))
        {
            if (cell.IsAny(all) && !cell.IsAny(Sides))
            {
                endRow = Math.Max(endRow, cell.EndRow);
            }
        }

        if (endRow == row)
        {
            return null;
        }

        endRow = Math.Min(endRow == row + 1 && GoesOn(region, row, endRow, all) ? endRow + 1 : endRow, region.EndRow);
        var headers = new List<FormCell>();
        for (var r = row; r < endRow; r++)
        {
            foreach (var cell in region.StartingIn(r))
            {
                if (cell.EndRow <= endRow)
                {
                    headers.Add(cell);
                }
            }
        }

        var columns = headers.Where(cell => !headers.Exists(below => IsUnder(below, cell)) && !(cell.Row > row && IsMere(cell)))
            .Select(cell => new BlockColumn(RoleOf(cell, headers, region.Vocabulary, all), cell, cell.Column, cell.EndColumn))
            .OrderBy(column => column.Start).ToArray();
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Role is { } role && !repeated.Has(role) && columns.Any(other => IsSurer(other, columns[i])))
            {
                columns[i] = columns[i] with { Role = null };
            }
        }

        return new ColumnMap([.. columns], [.. headers], row, endRow);
    }

    /// <summary>
    /// The cells of a row that stand in a column: those that lie in it whole, or else the one that shares most with it and
    /// with no other column more.
    /// </summary>
    public List<FormCell> Under(FormRegion region, int row, BlockColumn column)
    {
        var whole = new List<FormCell>(1);
        FormCell? most = null;
        foreach (var cell in region.Across(row))
        {
            var shared = column.Shared(cell);
            if (shared <= 0)
            {
                continue;
            }

            if (cell.Column >= column.Start && cell.EndColumn <= column.End)
            {
                whole.Add(cell);
            }

            if (most is null || shared > column.Shared(most))
            {
                most = cell;
            }
        }

        if (whole.Count == 0 && most is not null && Columns.MaxBy(other => other.Shared(most)) == column)
        {
            whole.Add(most);
        }

        return whole;
    }

    /// <summary><see cref="Under(FormRegion, int, BlockColumn)"/> the column of a role; empty where the layout has no such column.</summary>
    public List<FormCell> Under(FormRegion region, int row, Role role) => Of(role) is { } column ? Under(region, row, column) : [];

    /// <summary>Those of the cells <see cref="Under(FormRegion, int, BlockColumn)"/> a header whose first row this is.</summary>
    public List<FormCell> StartingUnder(FormRegion region, int row, BlockColumn column)
    {
        var cells = Under(region, row, column);
        cells.RemoveAll(cell => cell.Row != row);
        return cells;
    }

    public List<FormCell> StartingUnder(FormRegion region, int row, Role role) => Of(role) is { } column ? StartingUnder(region, row, column) : [];

    /// <summary>Is something printed in one of the columns that begins in this row?</summary>
    public bool IsFilled(FormRegion region, int row, RoleSet roles)
    {
        foreach (var column in Columns)
        {
            if (column.Role is { } role && roles.Has(role) && StartingUnder(region, row, column).Exists(cell => !cell.IsEmpty))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Does a cell of the row that is no header run over two of the columns or more, with a text that is said of neither alone?</summary>
    /// <param name="mayCross">Whether a cell may run over columns of these roles; none may where it is null.</param>
    public bool IsCrossed(FormRegion region, int row, RoleSet roles, Func<FormCell, RoleSet, bool>? mayCross = null)
    {
        foreach (var cell in region.StartingIn(row))
        {
            var (crossed, over) = (0, RoleSet.None);
            foreach (var column in Columns)
            {
                if (!cell.IsEmpty && column.Role is { } role && roles.Has(role) && cell.Column <= column.Start && cell.EndColumn >= column.End)
                {
                    (crossed, over) = (crossed + 1, over.With(role));
                }
            }

            if (crossed > 1 && mayCross?.Invoke(cell, over) != true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Does the row say the header again, as producers print it on every page?</summary>
    public bool IsRepeatedIn(FormRegion region, int row)
    {
        var same = 0;
        foreach (var cell in region.StartingIn(row))
        {
            if (cell.Key.Length > 0 && Columns.Any(column => column.Start == cell.Column && column.Header.Key == cell.Key && column.Role is not null))
            {
                same++;
            }
        }

        return same > 2;
    }

    /// <summary>Another column has the role and its word is the surer one, or the same and further left.</summary>
    private static bool IsSurer(BlockColumn other, BlockColumn column)
    {
        if (ReferenceEquals(other, column) || other.Role != column.Role || column.Role is not { } role)
        {
            return false;
        }

        int rank = other.Header.Meaning.Rank(role), own = column.Header.Meaning.Rank(role);
        return rank < own || (rank == own && other.Start < column.Start);
    }

    /// <summary>What the header says; or what it says together with the cell merged over it.</summary>
    private static Role? RoleOf(FormCell cell, List<FormCell> headers, Vocabulary vocabulary, RoleSet roles)
    {
        if (Surest(cell.Meaning, roles) is { } role)
        {
            return role;
        }

        foreach (var above in headers)
        {
            if (IsUnder(cell, above) && Surest(vocabulary.Of(above.Key + cell.Key), roles) is { } both)
            {
                return both;
            }
        }

        return null;
    }

    private static Role? Surest(Meaning meaning, RoleSet roles)
    {
        Role? surest = null;
        foreach (var role in meaning.Roles & roles)
        {
            surest = surest is { } known && meaning.Rank(known) <= meaning.Rank(role) ? known : role;
        }

        return surest;
    }

    private static bool IsUnder(FormCell below, FormCell above) =>
        below.Row == above.EndRow && below.Column >= above.Column && below.EndColumn <= above.EndColumn && !below.IsEmpty && !IsMere(below);

    /// <summary>
    /// Is the next row part of the header: letters or numbers of the columns, or names of columns under a merged one?
    /// </summary>
    private static bool GoesOn(FormRegion region, int row, int next, RoleSet roles)
    {
        if (next >= region.EndRow)
        {
            return false;
        }

        int known = 0, mere = 0, other = 0;
        foreach (var cell in region.StartingIn(next))
        {
            if (!cell.IsEmpty)
            {
                known += cell.IsAny(roles) ? 1 : 0;
                mere += IsMere(cell) ? 1 : 0;
                other += cell.IsAny(roles) || IsMere(cell) ? 0 : 1;
            }
        }

        var divided = region.StartingIn(row).Any(above => region.StartingIn(next).Count(below => IsUnder(below, above) && below.IsAny(roles)) > 1);
        return other == 0 && ((divided && known > 1) || (mere > 2 && known == 0 && IsNumbered(region, next)));
    }

    /// <summary>Letters, or numbers that count on: a row of amounts is neither.</summary>
    private static bool IsNumbered(FormRegion region, int row)
    {
        var before = 0;
        foreach (var cell in region.StartingIn(row))
        {
            if (cell.Key.Length > 0 && char.IsAsciiDigit(cell.Key[0]) && NumberText.Read(cell.Key).Value is { } number)
            {
                if (number != before + 1 && before > 0)
                {
                    return false;
                }

                before = (int)Math.Min(number, 99);
            }
        }

        return true;
    }

    /// <summary>A letter, a number or a remark in brackets under a header: (A), B, (B/A×100%), 3.</summary>
    private static bool IsMere(FormCell cell) =>
        cell.Key.Length > 0 && (cell.Key[0] == '(' || (cell.Key.Length <= 6 && cell.Key.All(c => char.IsAsciiLetterUpper(c) || c is '/' or '=' or '+' or '×' or '*' or '%' || char.IsAsciiDigit(c))));
}

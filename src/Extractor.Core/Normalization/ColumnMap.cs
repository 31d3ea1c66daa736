using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>The columns that the blocks of a form may have; those of one block stand in the order of its fields.</summary>
internal enum Column { Level1, Level2, Level3, Expected, Target, InitialBudget, AnnualBudget, Executed, Actual, Weight, Rate, Score, Deviation }

/// <summary>Which columns of a block belong to which field, read from its header row.</summary>
internal sealed class ColumnMap
{
    private readonly TableCell?[] headers;

    private ColumnMap(TableCell?[] headers)
    {
        this.headers = headers;
        Headers = [.. headers.OfType<TableCell>()];
    }

    /// <summary>In the order of the fields.</summary>
    public ImmutableArray<TableCell> Headers { get; }

    public bool Has(Column field) => headers[(int)field] is not null;

    /// <summary>Is the row one of those that the headers cover?</summary>
    public bool IsHeaderRow(int row) => Headers.Any(header => header.EndRow > row);

    /// <summary>The left edge of the leftmost column that is one of the fields.</summary>
    public int FirstColumn(params ReadOnlySpan<Column> fields)
    {
        var first = int.MaxValue;
        foreach (var field in fields)
        {
            first = headers[(int)field] is { } header ? Math.Min(first, header.Column) : first;
        }

        return first;
    }

    /// <summary>Reads the row as a header: each cell gives the first field whose labels it matches and that has no column yet.</summary>
    public static ColumnMap Read(FormRegion region, int row, ImmutableArray<ColumnLabels> fields)
    {
        var headers = new TableCell?[(int)Column.Deviation + 1];
        foreach (var cell in region.StartingIn(row))
        {
            foreach (var field in fields)
            {
                if (headers[(int)field.Column] is null && field.Labels.Match(cell))
                {
                    headers[(int)field.Column] = cell;
                    break;
                }
            }
        }

        return new ColumnMap(headers);
    }

    /// <summary>
    /// The cells of a row that stand under a field's header: those that lie under it whole, or else the one that shares
    /// most columns with it and with no other header more. Empty where the layout has no such column.
    /// </summary>
    public List<TableCell> Under(FormRegion region, int row, Column field)
    {
        var whole = new List<TableCell>();
        if (headers[(int)field] is not { } header)
        {
            return whole;
        }

        TableCell? most = null;
        foreach (var cell in region.Across(row))
        {
            var shared = Shared(cell, header);
            if (shared > 0 && cell.Column >= header.Column && cell.EndColumn <= header.EndColumn)
            {
                whole.Add(cell);
            }

            if (shared > 0 && (most is null || shared > Shared(most, header)))
            {
                most = cell;
            }
        }

        return whole.Count == 0 && most is not null && ReferenceEquals(Headers.MaxBy(other => Shared(most, other)), header) ? [most] : whole;
    }

    /// <summary>Those of the cells <see cref="Under"/> a header whose first row this is.</summary>
    public List<TableCell> StartingUnder(FormRegion region, int row, Column field)
    {
        var cells = Under(region, row, field);
        cells.RemoveAll(cell => cell.Row != row);
        return cells;
    }

    /// <summary>Is something printed under the field's header that begins in this row?</summary>
    public bool IsFilled(FormRegion region, int row, Column field) => StartingUnder(region, row, field).Exists(cell => cell.Text.Length > 0);

    private static int Shared(TableCell cell, TableCell header) =>
        Math.Min(cell.EndColumn, header.EndColumn) - Math.Max(cell.Column, header.Column);
}

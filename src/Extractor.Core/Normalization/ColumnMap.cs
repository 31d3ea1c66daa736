using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Which columns of a block belong to which field, read from its header row.</summary>
internal sealed class ColumnMap<TField>
    where TField : struct, Enum
{
    private readonly SortedDictionary<TField, TableCell> headers = [];

    private ColumnMap(int headerRow) => HeaderRow = headerRow;

    public int HeaderRow { get; }

    public int Count => headers.Count;

    public bool Has(TField field) => headers.ContainsKey(field);

    public TableCell? HeaderOf(TField field) => headers.GetValueOrDefault(field);

    public IEnumerable<TableCell> Headers => headers.Values;

    /// <summary>The left edge of the leftmost column that is one of the fields.</summary>
    public int FirstColumn(params ReadOnlySpan<TField> fields)
    {
        var first = int.MaxValue;
        foreach (var field in fields)
        {
            first = headers.TryGetValue(field, out var cell) ? Math.Min(first, cell.Column) : first;
        }

        return first;
    }

    /// <summary>Reads the row as a header: each cell gives the first field whose labels it matches and that has no column yet.</summary>
    public static ColumnMap<TField> Read(FormRegion region, int row, IReadOnlyList<(TField Field, Labels Labels)> fields)
    {
        var map = new ColumnMap<TField>(row);
        foreach (var cell in region.StartingIn(row))
        {
            foreach (var (field, labels) in fields)
            {
                if (!map.headers.ContainsKey(field) && labels.Match(cell.Text))
                {
                    map.headers.Add(field, cell);
                    break;
                }
            }
        }

        return map;
    }

    /// <summary>
    /// The cells of a row that stand under a field's header: those that lie under it whole, or else the one that shares
    /// most columns with it and with no other header more. Empty where the layout has no such column.
    /// </summary>
    public IReadOnlyList<TableCell> Under(FormRegion region, int row, TField field)
    {
        if (!headers.TryGetValue(field, out var header))
        {
            return [];
        }

        var overlapping = region.Across(row).Where(cell => Shared(cell, header) > 0).ToArray();
        var whole = overlapping.Where(cell => cell.Column >= header.Column && cell.EndColumn <= header.EndColumn).ToArray();
        if (whole.Length > 0)
        {
            return whole;
        }

        var most = overlapping.MaxBy(cell => Shared(cell, header));
        var owner = most is null ? null : headers.Values.MaxBy(other => Shared(most, other));
        return most is not null && ReferenceEquals(owner, header) ? [most] : [];
    }

    private static int Shared(TableCell cell, TableCell header) =>
        Math.Min(cell.EndColumn, header.EndColumn) - Math.Max(cell.Column, header.Column);
}

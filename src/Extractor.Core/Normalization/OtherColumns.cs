using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>The columns of a block that no field claims: every value is kept by its header and its row.</summary>
internal static class OtherColumns
{
    public static void Keep(ColumnMap map, FormRegion region, int row, string name, FieldLog log)
    {
        foreach (var column in map.Columns)
        {
            if (column.Role is not null)
            {
                continue;
            }

            foreach (var cell in map.Under(region, row, column))
            {
                if (!cell.IsEmpty && !log.IsClaimed(cell))
                {
                    log.Keep(name.Length > 0 ? column.Header.Text + LabelledText.Separator + name : column.Header.Text, cell, cell);
                }
            }
        }
    }

    /// <summary>
    /// The headers of those columns, when all rows are read: nobody knows them, but that values are kept by some; the others
    /// are kept alone.
    /// </summary>
    public static void Finish(ColumnMap? map, FieldLog log)
    {
        if (map is null)
        {
            return;
        }

        foreach (var column in map.Columns)
        {
            if (column.Role is null && !column.Header.IsEmpty && !log.IsClaimed(column.Header))
            {
                if (!log.Extra.Any(text => text.Value is { } value && column.Shared(value) > 0 && text.Label.StartsWith(column.Header.Text, StringComparison.Ordinal)))
                {
                    log.Keep(column.Header.Text, column.Header, null);
                }

                log.LeaveUnknown(column.Header);
            }
        }
    }
}

using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>The levels of indicators where one header stands over several of their columns, or none over one.</summary>
internal static class IndicatorNames
{
    private static readonly Role[] Levels = [Role.Level1, Role.Level2, Role.Level3];

    /// <summary>How many rows under the header show how its columns are divided.</summary>
    private const int RowsSeen = 12;

    public static ColumnMap Divide(FormRegion region, ColumnMap map)
    {
        if (!map.Has(Role.Level3))
        {
            return NameBlank(map);
        }

        var name = map.Of(Role.Level3)!;
        var parts = Parts(region, map, name);
        if (parts.Count < 2)
        {
            return map;
        }

        var missing = Levels.Where(level => level != Role.Level3 && !map.Has(level)).ToList();
        if (parts.Count == 2 && missing.Count == 2 && OnlySecondLevels(region, map, parts[0]))
        {
            missing.RemoveAt(0);
        }

        var divided = new List<BlockColumn>();
        for (var i = 0; i < parts.Count; i++)
        {
            Role? role = i == parts.Count - 1 ? Role.Level3 : i < missing.Count ? missing[i] : null;
            if (role is null)
            {
                return map;
            }

            divided.Add(new BlockColumn(role, name.Header, parts[i].Start, parts[i].End));
        }

        return map.With(map.Columns.Where(column => column != name).Concat(divided));
    }

    /// <summary>A column without a known header right of the second level, or the first, is the third.</summary>
    private static ColumnMap NameBlank(ColumnMap map)
    {
        var before = map.Of(Role.Level2) ?? map.Of(Role.Level1)!;
        var next = map.Columns.FirstOrDefault(column => column.Start == before.End);
        return next is { Role: null } ? map.With(map.Columns.Select(column => column == next ? column with { Role = Role.Level3 } : column)) : map;
    }

    /// <summary>The cells under the header in the row that has most of them.</summary>
    private static List<(int Start, int End)> Parts(FormRegion region, ColumnMap map, BlockColumn name)
    {
        List<(int Start, int End)> most = [];
        for (var row = map.EndRow; row < Math.Min(map.EndRow + RowsSeen, region.EndRow); row++)
        {
            var parts = region.Across(row).Where(cell => cell.Column >= name.Start && cell.EndColumn <= name.End).Select(cell => (cell.Column, cell.EndColumn)).ToList();
            if (parts.Count > most.Count && parts[0].Column == name.Start && parts[^1].EndColumn == name.End)
            {
                most = parts;
            }
        }

        return most;
    }

    private static bool OnlySecondLevels(FormRegion region, ColumnMap map, (int Start, int End) part)
    {
        int first = 0, second = 0;
        for (var row = map.EndRow; row < region.EndRow; row++)
        {
            foreach (var cell in region.StartingIn(row))
            {
                if (cell.Column == part.Start && cell.EndColumn == part.End)
                {
                    first += cell.Is(Role.Level1Value) && !cell.Is(Role.Level2Value) ? 1 : 0;
                    second += cell.Is(Role.Level2Value) ? 1 : 0;
                }
            }
        }

        return first == 0 && second > 0;
    }
}

using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>
/// The goals of the year and what became of them: two texts side by side under their headers, or each beside its label.
/// </summary>
internal sealed class GoalsBlock
{
    private static readonly RoleSet Fields = RoleSet.Of(Role.Expected, Role.Achieved);
    private static readonly RoleSet Sides = RoleSet.Of(Role.GoalsSide, Role.Expected, Role.Achieved);

    private ColumnMap? map;
    private string? expected;
    private string? achieved;

    public Goals? Goals => expected is null && achieved is null ? null : new Goals(expected, achieved);

    public ColumnMap? Columns => map;

    /// <summary>Do the headers stand side by side, with nothing but headers between them?</summary>
    public bool TryReadHeader(FormRegion region, int row, FieldLog log)
    {
        if (map is not null || Goals is not null || !region.RolesIn(row).HasAll(Fields) || ColumnMap.Read(region, row, Fields) is not { } candidate
            || candidate.EndRow >= region.EndRow)
        {
            return false;
        }

        var (first, second) = (candidate.Of(Role.Expected), candidate.Of(Role.Achieved));
        if (first is null || second is null)
        {
            return false;
        }

        int left = Math.Min(first.End, second.End), right = Math.Max(first.Start, second.Start);
        if (region.StartingIn(row).Any(cell => cell.Column >= left && cell.EndColumn <= right && !cell.IsEmpty && !cell.IsAny(Sides)))
        {
            return false;
        }

        map = candidate;
        log.Understand(first.Header, Role.Expected);
        log.Understand(second.Header, Role.Achieved);
        TakeSides(region, row, log);
        return true;
    }

    /// <summary>Reads the row of texts under the headers, or one that goes on; false where this is none.</summary>
    public bool TryReadRow(FormRegion region, int row, FieldLog log)
    {
        if (map is null)
        {
            return false;
        }

        if (row < map.EndRow)
        {
            TakeSides(region, row, log);
            return true;
        }

        var (left, right) = (map.StartingUnder(region, row, Role.Expected), map.StartingUnder(region, row, Role.Achieved));
        if ((left.Count == 0 && right.Count == 0) || map.IsCrossed(region, row, Fields)
            || (expected is not null && !(IsWhole(left, Role.Expected) && IsWhole(right, Role.Achieved) && !HasLabel(region, row))))
        {
            return false;
        }

        TakeSides(region, row, log);
        expected += log.TakeMore("/goals/expected", left);
        achieved += log.TakeMore("/goals/actual", right);
        OtherColumns.Keep(map, region, row, "", log);
        return true;
    }

    /// <summary>Reads labels with their texts beside them; false where there are none in the row.</summary>
    public bool TryReadLabelled(FormRegion region, int row, FieldLog log)
    {
        if (map is not null || !region.RolesIn(row).HasAny(Fields))
        {
            return false;
        }

        var cells = region.StartingIn(row);
        var found = false;
        for (var i = 0; i + 1 < cells.Length; i++)
        {
            var (label, text) = (cells[i], cells[i + 1]);
            if (!label.IsAny(Fields) || label.EndColumn != text.Column || text.Meaning.Roles.HasAny(Sides) || text.IsEmpty || log.IsClaimed(label))
            {
                continue;
            }

            var achieves = label.Is(Role.Achieved) && !(label.Is(Role.Expected) && label.Meaning.Rank(Role.Expected) <= label.Meaning.Rank(Role.Achieved));
            if ((achieves ? achieved : expected) is not null)
            {
                continue;
            }

            log.Understand(label, achieves ? Role.Achieved : Role.Expected);
            if (achieves)
            {
                achieved = log.Take("/goals/actual", [text]);
            }
            else
            {
                expected = log.Take("/goals/expected", [text]);
            }

            found = true;
            i++;
        }

        return found;
    }

    private bool IsWhole(List<FormCell> cells, Role role) =>
        cells is [var only] && map!.Of(role) is { } column && only.Column == column.Start && only.EndColumn == column.End;

    private bool HasLabel(FormRegion region, int row) =>
        region.StartingIn(row).Any(cell => cell.EndColumn <= map!.FirstColumn(Fields) && !cell.IsEmpty && !SideLabel.IsPart(cell, Role.GoalsSide, region.Vocabulary));

    private void TakeSides(FormRegion region, int row, FieldLog log) =>
        SideLabel.Take(region, row, map!.FirstColumn(Fields), map.EndRow, Role.GoalsSide, log);
}

using Extractor.Core.Forms;

namespace Extractor.Core.Normalization;

/// <summary>What stands beside a block and names it: whole, in pieces (年度 / 总体目标), or simply running down beside its rows.</summary>
internal static class SideLabel
{
    public static void Take(FormRegion region, int row, int firstColumn, int endOfHeader, Role side, FieldLog log)
    {
        foreach (var cell in region.Across(row))
        {
            if (cell.EndColumn > firstColumn || log.IsClaimed(cell))
            {
                continue;
            }

            if (IsPart(cell, side, region.Vocabulary) || (cell.Row < endOfHeader && cell.EndRow > endOfHeader && cell.Text.Length <= Longest))
            {
                log.Understand(cell, side);
            }
        }
    }

    private const int Longest = 30;

    /// <summary>Is it one of the labels of the block, or a piece of one?</summary>
    public static bool IsPart(FormCell cell, Role side, Vocabulary vocabulary)
    {
        if (cell.Is(side) || cell.IsEmpty)
        {
            return cell.Is(side);
        }

        if (cell.Key.Length is < 1 or > 6)
        {
            return false;
        }

        foreach (var label in side == Role.GoalsSide ? vocabulary.GoalsSides : vocabulary.IndicatorsSides)
        {
            if (label.Length > cell.Key.Length && label.Contains(cell.Key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Finds where forms may stand in a table: one may hold several, printed without a gap between them.</summary>
public static class FormFinder
{
    /// <summary>A table without any of these has nothing of a form.</summary>
    private static readonly RoleSet Anchors = RoleSet.Of(
        Role.ProjectName, Role.WholeDepartment, Role.Level1, Role.Level2, Role.Level3, Role.Actual, Role.Executed);

    private static readonly RoleSet Levels = RoleSet.Of(Role.Level1, Role.Level2, Role.Level3, Role.Actual, Role.Target);

    /// <summary>Given a table, returns the rows that may be forms, in reading order; <see cref="FormReader"/> says which are.</summary>
    public static IEnumerable<FormRegion> Find(Table table, FormTemplates templates)
    {
        if (TableRows.Of(table, templates.Vocabulary, Anchors) is not { } rows)
        {
            yield break;
        }

        var first = 0;
        var hasBody = false;
        for (var row = 0; row < table.RowCount; row++)
        {
            if (hasBody && Begins(rows, row, templates.Landmarks))
            {
                var next = row;
                while (next - 1 > first && IsTitleRow(rows.StartingIn(next - 1), templates.Landmarks))
                {
                    next--;
                }

                // Blank rows above the title, as spreadsheets have them, are nobody's.
                while (next < row && rows.StartingIn(next).All(cell => cell.IsEmpty))
                {
                    next++;
                }

                yield return new FormRegion(rows, first, next, first == 0 ? table.Heading : []);
                (first, hasBody) = (next, false);
            }

            hasBody |= rows.RolesIn(row) is var roles && (roles.Has(Role.Executed) || (roles & Levels).Count > 1);
        }

        yield return new FormRegion(rows, first, table.RowCount, first == 0 ? table.Heading : []);
    }

    /// <summary>Does a form begin here, where another has come as far as its funds or indicators?</summary>
    private static bool Begins(TableRows rows, int row, TableLandmarks landmarks)
    {
        var roles = rows.RolesIn(row);
        return roles.Has(Role.ProjectName) || roles.Has(Role.WholeDepartment)
            || Only(rows.StartingIn(row)) is { } only && IsTitle(only, landmarks);
    }

    /// <summary>The one cell that is not empty, or null where there are more or none.</summary>
    private static FormCell? Only(ImmutableArray<FormCell> cells)
    {
        FormCell? only = null;
        foreach (var cell in cells)
        {
            if (!cell.IsEmpty)
            {
                if (only is not null)
                {
                    return null;
                }

                only = cell;
            }
        }

        return only;
    }

    private static bool IsTitle(FormCell cell, TableLandmarks landmarks) => landmarks.IsTitle(cell.Text) && cell.Key.IndexOf('。') < 0;

    /// <summary>A row of one or two texts: a title, a year, or nothing.</summary>
    private static bool IsTitleRow(ImmutableArray<FormCell> cells, TableLandmarks landmarks) =>
        cells.All(cell => cell.IsEmpty || landmarks.IsTitle(cell.Text) || YearText.Find(cell.Text) is not null || cell.Key.Contains("单位:", StringComparison.Ordinal));
}

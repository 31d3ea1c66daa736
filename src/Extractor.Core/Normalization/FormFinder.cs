using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>Finds where forms stand in a table: one may hold several, printed without a gap between them.</summary>
public static class FormFinder
{
    /// <summary>Given a table, returns the rows that may be forms, in reading order; <see cref="FormReader"/> says which are.</summary>
    public static IEnumerable<FormRegion> Find(Table table, TableLandmarks landmarks)
    {
        var rows = new TableRows(table);
        var starts = new List<int>();
        for (var row = 0; row < table.RowCount; row++)
        {
            if (rows.StartingIn(row).Any(cell => landmarks.StartsTable(cell.Key)))
            {
                var start = row;
                while (start > 0 && (starts.Count == 0 || start - 1 > starts[^1]) && IsTitleRow(rows.StartingIn(start - 1), landmarks))
                {
                    start--;
                }

                starts.Add(start);
            }
        }

        if (starts.Count == 0 || Enumerable.Range(0, starts[0]).Any(row => rows.StartingIn(row).Any(cell => cell.Text.Length > 0)))
        {
            starts.Insert(0, 0);
        }

        starts[0] = 0;
        for (var i = 0; i < starts.Count; i++)
        {
            yield return new FormRegion(rows, starts[i], i + 1 < starts.Count ? starts[i + 1] : table.RowCount, i == 0 ? table.Heading : []);
        }
    }

    /// <summary>A row of one or two texts: a title, a year, or nothing.</summary>
    private static bool IsTitleRow(ImmutableArray<TableCell> cells, TableLandmarks landmarks) =>
        cells.All(cell => cell.Text.Length == 0 || landmarks.IsTitle(cell.Text) || YearText.Find(cell.Text) is not null);
}

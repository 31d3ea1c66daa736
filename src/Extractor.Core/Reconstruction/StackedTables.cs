using System.Collections.Immutable;
using Extractor.Core.Geometry;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// Takes tables apart that stand under one another without a gap, so that their lines touch and make one lattice. A page
/// break joins each of them to its other part by its own width.
/// </summary>
internal static class StackedTables
{
    /// <summary>
    /// Given a fragment, returns the tables in it, top to bottom: it is cut where a known kind of table begins or ends and
    /// the outline gets wider or narrower there.
    /// </summary>
    public static ImmutableArray<Fragment> Separate(Fragment fragment, TableLandmarks landmarks)
    {
        if (!fragment.Cells.Any(IsOutside))
        {
            return [fragment];
        }

        var tables = ImmutableArray.CreateBuilder<Fragment>();
        var start = 0;
        for (var row = 1; row < fragment.RowCount; row++)
        {
            if (Outline(fragment, row) != Outline(fragment, row - 1)
                && fragment.Cells.All(cell => cell.EndRow <= row || cell.Row >= row)
                && (Begins(fragment, row, landmarks) || landmarks.EndsTable(Texts(fragment, row - 1))))
            {
                tables.Add(Part(fragment, start, row));
                start = row;
            }
        }

        return start == 0 ? [fragment] : [.. tables, Part(fragment, start, fragment.RowCount)];
    }

    /// <summary>A slot beside a table that is narrower than the other: nothing is in it, and no line closes it.</summary>
    private static bool IsOutside(Cell cell) => cell.OpenSide && cell.IsEmpty;

    /// <summary>The columns that a row reaches over.</summary>
    private static (int First, int End) Outline(Fragment fragment, int row)
    {
        var inside = fragment.Cells.Where(cell => cell.Row <= row && cell.EndRow > row && !IsOutside(cell)).ToArray();
        return inside.Length == 0 ? (0, 0) : (inside.Min(cell => cell.Column), inside.Max(cell => cell.EndColumn));
    }

    private static bool Begins(Fragment fragment, int row, TableLandmarks landmarks)
    {
        var texts = Texts(fragment, row).Where(text => text.Length > 0).ToArray();
        return landmarks.StartsTable(texts) || (texts.Length == 1 && landmarks.IsTitle(texts[0]));
    }

    private static IEnumerable<string> Texts(Fragment fragment, int row) =>
        fragment.Cells.Where(cell => cell.Row == row).Select(cell => TextJoining.Join(cell.Lines, fragment.RoomIn(cell)));

    /// <summary>The rows from the one up to the other as a fragment of their own, with the columns that they have.</summary>
    private static Fragment Part(Fragment fragment, int from, int to)
    {
        var cells = fragment.Cells.Where(cell => cell.Row >= from && cell.EndRow <= to && !IsOutside(cell)).ToArray();
        var columns = cells.SelectMany(cell => (int[])[cell.Column, cell.EndColumn]).Distinct().Order().ToImmutableArray();
        var columnEdges = columns.Select(column => fragment.ColumnEdges[column]).ToImmutableArray();
        var rowEdges = fragment.RowEdges[from..(to + 1)];
        return new Fragment(
            fragment.PageNumber, new Box(columnEdges[0], rowEdges[0], columnEdges[^1], rowEdges[^1]), columnEdges, rowEdges,
            [.. cells.Select(cell => cell with
            {
                Row = cell.Row - from,
                Column = columns.IndexOf(cell.Column),
                ColumnSpan = columns.IndexOf(cell.EndColumn) - columns.IndexOf(cell.Column),
            })]);
    }
}

using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>A logical table while its fragments are joined.</summary>
internal sealed class TableBuilder
{
    /// <summary>Edges of two pages that stand for one column are no further apart (points).</summary>
    private const double FurthestEdge = 4;

    private static readonly Dictionary<Cell, Fusion> NoFusion = new(ReferenceEqualityComparer.Instance);

    private readonly List<double> edges = [];

    /// <summary>The edges of the table that those of its last fragment stand for.</summary>
    private double[] places = [];

    private readonly List<List<GrowingCell>> rows = [];
    private readonly Dictionary<(double Left, double Right), List<GrowingCell>> columns = [];
    private List<GrowingCell> atFoot = [];
    private readonly List<PageJoin> joins = [];
    private readonly List<int> pages = [];
    private readonly ImmutableArray<HeadingLine> heading;

    /// <summary>The rows from the top for which <see cref="unfinishedBefore"/> holds for good.</summary>
    private int settledRows;
    private bool unfinishedBefore;
    private bool mayEndBefore;

    public TableBuilder(ImmutableArray<HeadingLine> heading, Fragment first)
    {
        this.heading = heading;
        Last = first;
        Take(first, skippedRows: 0, firstRow: 0, inRow: false, NoFusion);
    }

    public int RowCount => rows.Count;

    public Fragment Last { get; private set; }

    public ImmutableArray<HeadingLine> Heading => heading;

    /// <summary>The cells that touch the foot of the table so far, left to right.</summary>
    public IReadOnlyList<GrowingCell> AtFoot => atFoot;

    /// <summary>Cells that stand in the same columns, top to bottom.</summary>
    public IReadOnlyList<GrowingCell> CellsBetween(double left, double right) => columns.GetValueOrDefault((left, right), []);

    public IReadOnlyList<GrowingCell> StartingIn(int row) => rows[row];

    /// <summary>The last row that holds one cell, and that text in it; null where none does.</summary>
    /// <param name="key">A label key.</param>
    public int? LastRowOf(string key)
    {
        for (var row = RowCount - 1; row >= 0; row--)
        {
            if (rows[row] is [var only] && only.Key == key)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>
    /// Takes back the last row where nothing is printed in it and nothing closes it: the page break came before its text,
    /// which stands in the first row of the next page. Chromium does not draw the borders inside such a row. The one row under
    /// a header over a single row is that row, and empty.
    /// </summary>
    public void TakeBackEmptyOpenRow(TableLandmarks landmarks)
    {
        var last = rows[^1];
        if (RowCount < 2 || last.Count == 0 || rows[^2].Exists(cell => TableLandmarks.Has(landmarks.SingleRow, cell.Key)) || !last.TrueForAll(cell => cell.IsEmpty && cell.LastCell.OpenBottom))
        {
            return;
        }

        foreach (var cell in last)
        {
            columns[(cell.Left, cell.Right)].Remove(cell);
        }

        rows.RemoveAt(rows.Count - 1);
        foreach (var cell in atFoot.Except(last))
        {
            cell.RowSpan--;
        }

        atFoot = [.. rows.SelectMany(row => row).Where(cell => cell.EndRow == RowCount).OrderBy(cell => cell.Left)];
    }

    /// <summary>Makes what is empty at the foot of a cell a cell of its own.</summary>
    public void TakeApart(GrowingCell cell)
    {
        if (cell.TakeEmptyFoot() is { } foot)
        {
            rows[foot.Row].Add(foot);
            columns[(foot.Left, foot.Right)].Add(foot);
            atFoot[atFoot.IndexOf(cell)] = foot;
        }
    }

    /// <summary>Has a table of a known kind begun, of which the last row has not come yet?</summary>
    public bool IsUnfinished(TableLandmarks landmarks)
    {
        // Cells at the foot may still change, and after the last row is taken back those of the row above it.
        var open = atFoot.Min(cell => cell.Row) - 1;
        var unfinished = unfinishedBefore;
        var mayEnd = mayEndBefore || landmarks.BeforeLastRow.Count == 0;
        for (var row = settledRows; row < RowCount; row++)
        {
            unfinished = !(mayEnd && EndsTable(row, landmarks)) && (unfinished || StartsTable(row, landmarks));
            mayEnd = landmarks.BeforeLastRow.Count == 0 || (unfinished && (mayEnd || rows[row].Exists(cell => landmarks.LeadsToLastRow(cell.Key))));
            if (row < open)
            {
                (settledRows, unfinishedBefore, mayEndBefore) = (row + 1, unfinished, mayEnd);
            }
        }

        return unfinished;
    }

    public bool StartsTable(int row, TableLandmarks landmarks) => rows[row].Exists(cell => landmarks.StartsTable(cell.Key));

    public bool EndsTable(int row, TableLandmarks landmarks) => rows[row].Exists(cell => landmarks.EndsTable(cell.Key));

    /// <summary>
    /// The column edge of the table that an edge of a fragment stands for, or the edge itself where there is none. Writer sets
    /// the columns of one table a little apart on two pages: the nearest edge is meant where none of the fragment's is nearer to it.
    /// Edges of the cells that the fragment goes on under count first: those of rows further up may be another form's.
    /// </summary>
    public double EdgeFor(Fragment fragment, double x)
    {
        if (AtFootFor(fragment, x) is { } foot)
        {
            return foot;
        }

        var shifted = x - fragment.Box.Left + edges[0];
        var nearest = edges[0];
        foreach (var edge in edges)
        {
            nearest = Math.Abs(edge - shifted) < Math.Abs(nearest - shifted) ? edge : nearest;
        }

        return StandsFor(fragment, x, nearest - edges[0] + fragment.Box.Left) ? nearest : shifted;
    }

    /// <summary>Of the edges of the cells at the foot, as they are drawn on the page before, the one that is meant; null where none is.</summary>
    private double? AtFootFor(Fragment fragment, double x)
    {
        var shifted = x - fragment.Box.Left + Last.Box.Left;
        var nearest = -1;
        foreach (var cell in Last.Cells)
        {
            if (cell.EndRow == Last.RowCount)
            {
                nearest = Nearer(cell.Column, Nearer(cell.EndColumn, nearest));
            }
        }

        return nearest >= 0 && nearest < places.Length && StandsFor(fragment, x, Last.ColumnEdges[nearest] - Last.Box.Left + fragment.Box.Left) ? places[nearest] : null;

        int Nearer(int column, int than) =>
            than < 0 || Math.Abs(Last.ColumnEdges[column] - shifted) < Math.Abs(Last.ColumnEdges[than] - shifted) ? column : than;
    }

    /// <param name="place">A column edge, where it would be drawn on the fragment's page.</param>
    private static bool StandsFor(Fragment fragment, double x, double place) =>
        Math.Abs(place - x) is var away && (away <= LatticeFinder.Touch || (away <= FurthestEdge && IsNearest(fragment, x, place)));

    private static bool IsNearest(Fragment fragment, double x, double place)
    {
        foreach (var other in fragment.ColumnEdges)
        {
            if (other != x && Math.Abs(other - place) <= Math.Abs(x - place))
            {
                return false;
            }
        }

        return true;
    }

    public void Append(Fragment fragment, PageBreak pageBreak)
    {
        var firstRow = pageBreak.RowCut ? RowCount - 1 : RowCount;
        joins.Add(new PageJoin(
            Last.PageNumber, fragment.PageNumber, firstRow, pageBreak.RowCut, pageBreak.RepeatedRows, pageBreak.Confidence, pageBreak.Evidence));
        Take(fragment, pageBreak.RepeatedRows, firstRow, pageBreak.RowCut, pageBreak.Fused);
        Last = fragment;
    }

    private void Take(Fragment fragment, int skippedRows, int firstRow, bool inRow, IReadOnlyDictionary<Cell, Fusion> fused)
    {
        if (edges.Count == 0)
        {
            edges.AddRange(fragment.ColumnEdges);
        }

        places = [.. fragment.ColumnEdges.Select(x => EdgeFor(fragment, x))];
        edges.AddRange(places.Except(edges).ToArray());
        edges.Sort();
        var rowCount = firstRow + fragment.RowCount - skippedRows;
        while (rows.Count < rowCount)
        {
            rows.Add([]);
        }

        foreach (var cell in fragment.Cells.Where(cell => cell.EndRow > skippedRows))
        {
            var fusion = fused.GetValueOrDefault(cell);
            var growing = fusion?.Upper;
            if (growing is null)
            {
                growing = new GrowingCell(firstRow + Math.Max(cell.Row - skippedRows, 0), places[cell.Column], places[cell.EndColumn]);
                rows[growing.Row].Add(growing);
                (columns.TryGetValue((growing.Left, growing.Right), out var column) ? column : columns[(growing.Left, growing.Right)] = []).Add(growing);
            }

            growing.RowSpan = firstRow + cell.EndRow - skippedRows - growing.Row;
            growing.Add(new GrowingPart(
                fragment, cell, firstRow + Math.Max(cell.Row - skippedRows, 0), inRow && cell.Row <= skippedRows, fusion?.MayRepeat ?? false));
        }

        atFoot = [.. fragment.Cells.Where(cell => cell.EndRow == fragment.RowCount)
            .Select(cell => fused.GetValueOrDefault(cell)?.Upper ?? columns[(places[cell.Column], places[cell.EndColumn])][^1])];
        if (pages.Count == 0 || pages[^1] != fragment.PageNumber)
        {
            pages.Add(fragment.PageNumber);
        }
    }

    public Table Build()
    {
        var count = 0;
        var used = new HashSet<double> { edges[^1] };
        foreach (var row in rows)
        {
            row.Sort(static (a, b) => a.Left.CompareTo(b.Left));
            count += row.Count;
            foreach (var cell in row)
            {
                used.Add(cell.Left);
            }
        }

        // The edges are in order.
        double[] columnEdges = [.. edges.Where(used.Contains)];
        var cells = ImmutableArray.CreateBuilder<TableCell>(count);
        foreach (var cell in rows.SelectMany(static row => row))
        {
            int left = Array.BinarySearch(columnEdges, cell.Left), right = Array.BinarySearch(columnEdges, cell.Right);
            cells.Add(new TableCell(cell.Row, left, cell.RowSpan, right - left, cell.Text, Parts(cell)));
        }

        return new Table([.. pages], RowCount, columnEdges.Length - 1, cells.MoveToImmutable(), heading, [.. joins]);
    }

    private static ImmutableArray<CellPart> Parts(GrowingCell cell)
    {
        var parts = ImmutableArray.CreateBuilder<CellPart>(cell.Parts.Count);
        foreach (var part in cell.Parts)
        {
            parts.Add(new CellPart(part.Fragment.PageNumber, part.Cell.Box, part.Cell.Lines) { Turn = part.Fragment.Turn });
        }

        return parts.MoveToImmutable();
    }
}

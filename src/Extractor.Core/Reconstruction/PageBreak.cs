using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>A cell below the break goes on one above it.</summary>
/// <param name="MayRepeat">It is a label left open at the break, which LibreOffice Calc prints on both pages.</param>
internal sealed record Fusion(GrowingCell Upper, bool MayRepeat);

/// <summary>What is decided about the break between a table's last fragment and the first fragment of the next page, where the table goes on.</summary>
/// <param name="RepeatedRows">Rows at the top of the lower fragment that repeat the head of the table.</param>
/// <param name="RowCut">The break runs through a row.</param>
/// <param name="Fused">Cells of the lower fragment that go on a cell above the break.</param>
/// <param name="Confidence">The probability that the decision about the row is right.</param>
internal sealed record PageBreak(
    int RepeatedRows, bool RowCut, IReadOnlyDictionary<Cell, Fusion> Fused, double Confidence, ImmutableArray<Evidence> Evidence)
{
    /// <summary>Two fragments of one table are equally wide, but for the rounding of their producer (points).</summary>
    private const double SameWidth = 4;

    /// <summary>Two scans of one table are, to this share of the width: each sheet lay a little otherwise on the glass.</summary>
    private const double SameWidthOfScans = 0.015;

    /// <summary>More rows than this at the top of a page are not a repeated head.</summary>
    private const int LongestHead = 8;

    /// <summary>The share of column edges that must agree.</summary>
    private const double MostColumns = 0.65;

    /// <summary>More blank above a break than this share of the page means that the table had ended.</summary>
    private const double LargestBlank = 0.4;

    /// <summary>Given a table so far and the first fragment of the next page, returns what the break is, or null where another table begins.</summary>
    /// <param name="between">The text lines between them, page furniture left out.</param>
    /// <param name="above">The page that the table's last fragment is on.</param>
    /// <param name="below">The page that the lower fragment is on.</param>
    public static PageBreak? Read(
        TableBuilder upper, Fragment lower, ImmutableArray<HeadingLine> between, FlowingPage above, FlowingPage below, TableLandmarks landmarks)
    {
        if (!AreEquallyWide(upper.Last, lower))
        {
            return null;
        }

        var (headRow, repeated) = RepeatedHead(upper, lower, landmarks);
        if (BeginsAlike(upper, headRow, lower, repeated, landmarks) || !IsContinuation(upper, lower, between, repeated, above.FootOfText, landmarks))
        {
            return null;
        }

        var pairs = CellPair.AtBreak(upper, lower, repeated);
        if (pairs.Length < lower.Cells.Count(cell => cell.Row == repeated))
        {
            upper.TakeBackEmptyOpenRow(landmarks);
            pairs = CellPair.AtBreak(upper, lower, repeated);
        }

        foreach (var pair in pairs.Where(pair => pair.IsOfLowerLabel(landmarks)))
        {
            upper.TakeApart(pair.Upper);
            pairs = CellPair.AtBreak(upper, lower, repeated);
        }

        var row = PagesAreMissing(above.Layout, below.Layout) ? RowCutDecision.PagesMissing : RowCutDecision.Of(upper, lower, pairs, landmarks);
        var allOpen = pairs.All(pair => pair.IsOpen);
        var someOpen = !allOpen && pairs.Any(pair => pair.IsOpen);
        var headerGoesOn = HeaderGoesOn(pairs, landmarks) || SecondHeaderRowFollows(pairs, lower, repeated, landmarks);
        var fused = pairs
            .Where(pair => row.Cut || headerGoesOn || pair.IsOneLabel(landmarks, allOpen, someOpen))
            .ToDictionary(
                pair => pair.Lower,
                pair => new Fusion(pair.Upper, MayRepeat: pair.IsOpen && (pair.IsMerged || !row.Cut)),
                (IEqualityComparer<Cell>)ReferenceEqualityComparer.Instance);
        return new PageBreak(repeated, row.Cut, fused, row.Confidence, row.Evidence);
    }

    /// <summary>Nothing is cut, and nothing repeated: the table goes on in its next fragment.</summary>
    public static PageBreak None { get; } = new(0, false, new Dictionary<Cell, Fusion>(), 0.99, [new Evidence("one begins a table of a known kind, the other ends it", 2)]);

    /// <summary>
    /// Is the fragment below another, on the same page or at the top of the next, the second part of one table that is printed
    /// as two? The first has the first row and nothing that leads to the last, the second has that and no first row; both are
    /// equally wide.
    /// </summary>
    /// <param name="between">The text lines between them.</param>
    /// <param name="goesOn">The fragment reaches the foot of its page, so that its own last row may stand on the next.</param>
    public static bool IsSecondPart(TableBuilder upper, Fragment lower, ImmutableArray<HeadingLine> between, bool goesOn, TableLandmarks landmarks)
    {
        const int MostLines = 2;
        if (!AreEquallyWide(upper.Last, lower) || Math.Abs(upper.Last.Box.Left - lower.Box.Left) > SameWidth
            || !IsBelow(lower, upper.Last)
            || between.Length > MostLines || between.Any(line => landmarks.IsTitle(line.Line.Text)) || !upper.IsUnfinished(landmarks))
        {
            return false;
        }

        var above = Enumerable.Range(0, upper.RowCount).SelectMany(upper.StartingIn).Select(cell => cell.Key);
        var below = lower.Cells.Select(cell => LabelKey.OfLabel(lower.TextOf(cell))).Where(key => key.Length > 0).ToArray();
        return !above.Any(landmarks.LeadsToLastRow)
            && below.Any(landmarks.LeadsToLastRow) && (goesOn || below.Any(landmarks.EndsTable))
            && !below.Any(key => landmarks.StartsTable(key) || landmarks.IsTitle(key));
    }

    /// <summary>Do the numbers that the two pages print pass over one? What is cut above goes on there, and not below.</summary>
    private static bool PagesAreMissing(PageLayout above, PageLayout below) =>
        PageNumber.On(above) is { } first && PageNumber.On(below) is { } next && next.Number > first.Number + 1;

    private static bool AreEquallyWide(Fragment upper, Fragment lower) => Math.Abs(upper.Box.Width - lower.Box.Width)
        <= (lower.Turn is null ? SameWidth : Math.Max(SameWidth, SameWidthOfScans * upper.Box.Width));

    private static bool IsBelow(Fragment lower, Fragment upper) => lower.PageNumber == upper.PageNumber
        ? lower.Box.Top >= upper.Box.Bottom
        : lower.PageNumber == upper.PageNumber + 1;

    /// <summary>A break through a row of column headers: two halves at least make up one, and nothing below says anything else.</summary>
    private static bool HeaderGoesOn(ImmutableArray<CellPair> pairs, TableLandmarks landmarks) =>
        pairs.Any(pair => pair.IsOneHeader(landmarks))
        && pairs.All(pair => pair.Lower.IsEmpty || pair.IsOneHeader(landmarks) || (!pair.Upper.LastCell.IsEmpty && pair.SaysOneLabel(landmarks) > 0));

    /// <summary>
    /// A break between the two rows of a header: below it stand headers alone, under one that is divided, and the others, merged
    /// over both rows, go on empty.
    /// </summary>
    private static bool SecondHeaderRowFollows(ImmutableArray<CellPair> pairs, Fragment lower, int repeated, TableLandmarks landmarks)
    {
        var first = lower.Cells.Where(cell => cell.Row == repeated && !cell.IsEmpty).Select(cell => LabelKey.OfLabel(lower.TextOf(cell))).ToArray();
        return first.Length > 1 && first.All(landmarks.IsHeader)
            && pairs.Any(pair => landmarks.IsHeader(LabelKey.Of(pair.Upper.Text)))
            && pairs.All(pair => pair.IsOpen && pair.Lower.IsEmpty);
    }

    private static bool IsContinuation(
        TableBuilder upper, Fragment lower, ImmutableArray<HeadingLine> between, int repeated, double footOfText, TableLandmarks landmarks)
    {
        if (StartsAnother(upper, lower, repeated, landmarks))
        {
            return false;
        }

        if (!between.IsEmpty && !(IsRepeatedHeading(upper, between) && repeated > 0) && !between.All(line => SaysContinued(line.Line.Text) || IsOfLabelAtFoot(upper, line.Line.Text)))
        {
            return false;
        }

        var open = upper.AtFoot.Any(cell => cell.LastCell.OpenBottom) && lower.Cells.Any(cell => cell.Row == 0 && cell.OpenTop);
        if (open || repeated > 0)
        {
            return true;
        }

        if (upper.IsUnfinished(landmarks))
        {
            return true;
        }

        // Rows are moved to the next page whole, so blank space may be left above the break: more where several rows hold together.
        var nextRow = lower.RowEdges[1] - lower.RowEdges[0];
        var blank = footOfText - upper.Last.Box.Bottom;
        return SharedColumns(upper, lower) switch
        {
            1 => blank < LargestBlank * footOfText,
            >= MostColumns => blank < Math.Max(nextRow, 20) + 4,
            _ => false,
        };
    }

    /// <summary>A whole table stands above, or its title does, and a row that only begins tables stands below.</summary>
    private static bool StartsAnother(TableBuilder upper, Fragment lower, int repeated, TableLandmarks landmarks)
    {
        for (var row = repeated; row < Math.Min(lower.RowCount, repeated + 3); row++)
        {
            var texts = lower.Cells.Where(cell => cell.Row == row).Select(lower.TextOf).ToArray();
            if (texts.Any(text => landmarks.StartsTable(LabelKey.OfLabel(text)))
                || (row == repeated && texts.Length <= 2 && texts.Any(landmarks.IsTitle)))
            {
                return HasMoreThanTitle(upper, landmarks);
            }
        }

        return false;
    }

    /// <summary>Is the last that is printed no title: a row of several texts, below any title?</summary>
    private static bool HasMoreThanTitle(TableBuilder upper, TableLandmarks landmarks)
    {
        for (var row = upper.RowCount - 1; row >= 0; row--)
        {
            var filled = upper.StartingIn(row).Where(cell => !cell.IsEmpty).ToArray();
            if (filled.Length > 1)
            {
                return true;
            }

            if (filled is [var only] && landmarks.IsTitle(only.Text))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>How many rows at the top of the lower fragment say the same as the first rows of the table, or of its last titled part.</summary>
    private static (int HeadRow, int Count) RepeatedHead(TableBuilder upper, Fragment lower, TableLandmarks landmarks)
    {
        if (IsFinished(upper, landmarks))
        {
            return (0, 0);
        }

        var repeated = CountRepeatedRows(upper, lower, firstRow: 0);
        return repeated == 0 && lower.Cells.Where(cell => cell.Row == 0).ToArray() is [var title] && landmarks.IsTitle(lower.TextOf(title))
            && upper.LastRowOf(LabelKey.Of(lower.TextOf(title))) is { } row
            ? (row, CountRepeatedRows(upper, lower, row))
            : (0, repeated);
    }

    /// <summary>Are the equal rows the beginning of another form about the same, which goes on with the same labels and other values?</summary>
    private static bool BeginsAlike(TableBuilder upper, int headRow, Fragment lower, int repeated, TableLandmarks landmarks)
    {
        var next = headRow + repeated;
        return repeated > 0 && next < upper.RowCount && repeated < lower.RowCount
            && upper.StartingIn(next) is [var above, _, ..] && landmarks.IsWholeLabel(above.Key)
            && LabelKey.OfLabel(lower.TextOf(lower.Cells.First(cell => cell.Row == repeated))) == above.Key
            && Enumerable.Range(headRow, repeated).Any(row => upper.StartsTable(row, landmarks));
    }

    /// <summary>Its last row is the last of such a table, or a note stands under that.</summary>
    private static bool IsFinished(TableBuilder upper, TableLandmarks landmarks) =>
        upper.RowCount > 0 && !upper.IsUnfinished(landmarks)
        && (upper.EndsTable(upper.RowCount - 1, landmarks)
            || (upper.RowCount > 1 && upper.EndsTable(upper.RowCount - 2, landmarks)
                && Enumerable.Range(0, upper.RowCount).Any(row => upper.StartsTable(row, landmarks))));

    private static int CountRepeatedRows(TableBuilder upper, Fragment lower, int firstRow)
    {
        var most = Math.Min(Math.Min(LongestHead, lower.RowCount - 1), upper.RowCount - firstRow - 1);
        var repeated = 0;
        while (repeated < most && Same(upper.StartingIn(firstRow + repeated), lower, repeated))
        {
            repeated++;
        }

        // A cell that spans beyond the repeated rows would be torn: take only rows that end together.
        while (repeated > 0 && lower.Cells.Any(cell => cell.Row < repeated && cell.EndRow > repeated))
        {
            repeated--;
        }

        return repeated;
    }

    private static bool Same(IReadOnlyList<GrowingCell> above, Fragment lower, int row)
    {
        var compared = 0;
        var filled = false;
        foreach (var cell in lower.Cells.Where(cell => cell.Row == row))
        {
            if (compared == above.Count)
            {
                return false;
            }

            string text = LabelKey.Of(lower.TextOf(cell)), said = LabelKey.Of(above[compared].Text);
            if (said != text && !MayBeMisread(said, above[compared].LastCell, text, cell))
            {
                return false;
            }

            filled |= said == text && text.Length > 0;
            compared++;
        }

        return filled && compared == above.Count;
    }

    /// <summary>One text, recognised twice and once not well.</summary>
    private static bool MayBeMisread(string said, Cell above, string text, Cell below)
    {
        const double MostDifference = 0.2, Sure = 0.9;
        var lines = above.Lines.Concat(below.Lines).ToArray();
        return lines.Length > 1 && Array.TrueForAll(lines, line => line.Reading is not null)
            && lines.Min(line => line.Confidence) < Sure && EditDistance.Share(said, text) <= MostDifference;
    }

    private static bool IsRepeatedHeading(TableBuilder upper, ImmutableArray<HeadingLine> between)
    {
        var own = upper.Heading.Select(line => LabelKey.Of(line.Line.Text)).ToHashSet();
        return between.All(line => own.Contains(LabelKey.Of(line.Line.Text)));
    }

    /// <summary>LibreOffice Calc prints a label that the break cuts on both pages, at the middle of its whole cell, which may lie above the table.</summary>
    private static bool IsOfLabelAtFoot(TableBuilder upper, string text) =>
        LabelKey.OfLabel(text) is { Length: > 0 } key && upper.AtFoot.Any(cell => cell.LastCell.OpenBottom && cell.Key.Contains(key, StringComparison.Ordinal));

    private static bool SaysContinued(string text) =>
        LabelKey.Of(text).Trim('(', ')') is "续表" or "接上表" or "接上页" or "续上表" or "续" or "Continued" or "continued";

    /// <summary>
    /// The share of inner column edges that both have, of those that the one with fewer has: a table whose head has more
    /// columns, or fewer, goes on all the same.
    /// </summary>
    private static double SharedColumns(TableBuilder upper, Fragment lower)
    {
        var above = upper.Last.ColumnEdges.Select(x => upper.EdgeFor(upper.Last, x)).ToHashSet();
        var below = lower.ColumnEdges.Select(x => upper.EdgeFor(lower, x)).ToHashSet();
        int fewer = Math.Min(above.Count, below.Count) - 2, shared = above.Intersect(below).Count() - 2;
        var equal = above.Count == below.Count && shared == fewer;
        return equal && fewer > 0 ? 1 : fewer == 0 ? MostColumns : Math.Min((double)shared / fewer, 0.99);
    }
}

using System.Collections.Immutable;

namespace Extractor.Core.Reconstruction;

/// <summary>A cell above a page break and the cell below it in the same columns.</summary>
/// <param name="IsMerged">It runs over more rows than most cells beside it, on one side at least: a label of the rows beside it.</param>
/// <param name="UnderHead">The lower one stands under a repeated head, the line over it being the head's.</param>
internal sealed record CellPair(GrowingCell Upper, Cell Lower, Fragment LowerFragment, bool IsMerged, bool UnderHead)
{
    /// <summary>The weight of two halves that make up a known label together.</summary>
    private const double OneKnownLabel = 3;

    /// <summary>The blank half of a wide comma, in ems.</summary>
    private const double BlankOfComma = 0.5;

    /// <summary>The pairs at a break, left to right; columns that are divided otherwise above than below make no pair.</summary>
    public static ImmutableArray<CellPair> AtBreak(TableBuilder upper, Fragment lower, int repeatedRows)
    {
        var foot = upper.AtFoot.ToDictionary(cell => (cell.Left, cell.Right));
        var below = lower.Cells.Where(cell => cell.Row <= repeatedRows && cell.EndRow > repeatedRows).ToArray();
        int usualAbove = UsualSpan(upper.AtFoot.Select(cell => cell.LastCell)), usualBelow = UsualSpan(below);
        var pairs = ImmutableArray.CreateBuilder<CellPair>();
        foreach (var cell in below)
        {
            var columns = (upper.EdgeFor(lower, lower.ColumnEdges[cell.Column]), upper.EdgeFor(lower, lower.ColumnEdges[cell.EndColumn]));
            if (foot.TryGetValue(columns, out var above))
            {
                pairs.Add(new CellPair(above, cell, lower, above.LastCell.RowSpan > usualAbove || cell.RowSpan > usualBelow, repeatedRows > 0));
            }
        }

        return pairs.ToImmutable();
    }

    /// <summary>The row span that most cells of a row have; a stray edge may make it more than one.</summary>
    private static int UsualSpan(IEnumerable<Cell> row)
    {
        var spans = row.Select(cell => cell.RowSpan).ToArray();
        int usual = spans[0], most = 0;
        foreach (var span in spans)
        {
            var count = spans.Count(other => other == span);
            (usual, most) = count > most || (count == most && span < usual) ? (span, count) : (usual, most);
        }

        return usual;
    }

    public bool IsOpen => Upper.LastCell.OpenBottom && (Lower.OpenTop || UnderHead);

    /// <summary>A line is drawn on both sides.</summary>
    public bool IsClosed => !Upper.LastCell.OpenBottom && !Lower.OpenTop;

    public string UpperText => Upper.LastFragment.TextOf(Upper.LastCell);

    public string LowerText => LowerFragment.TextOf(Lower);

    /// <summary>Both sides have text, and the last line above is so full that the first one below did not fit on it.</summary>
    public bool Wraps => TextJoining.IsFull(LastAbove, Lower.Lines[0], Upper.LastFragment.RoomIn(Upper.LastCell) - (UpperText[^1] is '、' or '，' ? BlankOfComma * LastAbove.Size : 0));

    /// <summary>A text does not often end with one.</summary>
    public bool EndsInComma => UpperText[^1] is '、' or '，' or ',';

    private TextLine LastAbove => Upper.LastCell.Lines[^1];

    /// <summary>How often the last line of a text that ends here would be as full by chance: the narrower the cell, the oftener.</summary>
    public double FullByChance =>
        Math.Clamp(1.5 * Lower.Lines[0].FirstTokenWidth / Upper.LastFragment.RoomIn(Upper.LastCell), 0.1, 0.7);

    /// <summary>
    /// Has another label been said than the one below, though nothing since the page before? What is empty is the other's, then,
    /// which is printed at the middle or the foot of its cell.
    /// </summary>
    public bool IsOfLowerLabel(TableLandmarks landmarks) =>
        IsOpen && Upper.LastCell.IsEmpty && SaysTwoLabels(LabelKey.Of(Upper.Text), LabelKey.Of(LowerText), landmarks);

    /// <summary>Where the row is not cut: is this one merged label that goes on over the break?</summary>
    /// <param name="allOpen">No cell at the break is closed, so that being open says nothing of this one.</param>
    /// <param name="someOpen">Some cells at the break are open, and others are not.</param>
    public bool IsOneLabel(TableLandmarks landmarks, bool allOpen, bool someOpen)
    {
        // The label may have been said on a page before the one that ends here, or be said again: another one is another cell.
        string said = LabelKey.Of(Upper.Text), below = LabelKey.Of(LowerText);
        if (SaysTwoLabels(said, below, landmarks) && !said.Contains(below, StringComparison.Ordinal) && !below.Contains(said, StringComparison.Ordinal))
        {
            return false;
        }

        if (IsOpen && (IsMerged || !allOpen))
        {
            return true;
        }

        // A header, and a label under which a line is drawn where labels that go on are left open, have ended above the break.
        var ended = (Lower.IsEmpty && landmarks.IsHeader(said)) || (!Upper.LastCell.OpenBottom && (Lower.OpenTop || someOpen));
        if (ended && !Upper.LastCell.IsEmpty)
        {
            return !Lower.IsEmpty && IsWhole(LabelKey.Of(UpperText + LowerText), landmarks);
        }

        return Upper.LastCell.IsEmpty || Lower.IsEmpty
            ? IsMerged || (Lower.IsEmpty && landmarks.IsWholeLabel(said))
            : SaysOneLabel(landmarks) > (IsMerged ? 0 : OneKnownLabel - 1);
    }

    /// <summary>Both sides have text: how much their words speak for one label (positive) or two (negative), as a log likelihood ratio.</summary>
    public double SaysOneLabel(TableLandmarks landmarks)
    {
        string above = LabelKey.Of(UpperText), below = LabelKey.Of(LowerText);
        if (IsWhole(above + below, landmarks))
        {
            return OneKnownLabel;
        }

        return !SaysTwoLabels(above, below, landmarks) && Wraps ? 1.5 : -4;
    }

    /// <summary>Both sides have text: do they make up one known column header?</summary>
    public bool IsOneHeader(TableLandmarks landmarks) =>
        !Upper.LastCell.IsEmpty && !Lower.IsEmpty && landmarks.IsHeader(LabelKey.OfLabel(UpperText + LowerText));

    /// <summary>
    /// Is one of the keys a label or a header that is a whole word, or is a number the second, and are the two together none?
    /// What stands in brackets is a remark to what is before it.
    /// </summary>
    private static bool SaysTwoLabels(string above, string below, TableLandmarks landmarks) =>
        above.Length > 0 && below.Length > 0 && below[0] != '('
        && !IsWhole(above + below, landmarks)
        && (IsWhole(above, landmarks) || IsWhole(below, landmarks) || char.IsAsciiDigit(below[0]));

    private static bool IsWhole(string key, TableLandmarks landmarks) => landmarks.IsWholeLabel(key) || landmarks.IsHeader(key);
}

using System.Collections.Frozen;

namespace Extractor.Core.Reconstruction;

/// <summary>
/// LibreOffice Calc prints a merged label on both pages that its cell touches, at the middle of the whole cell: a page break
/// may run through the characters. In a picture, one page shows enough of them to be read, and the other does not.
/// </summary>
internal static class LabelsAtBreak
{
    /// <summary>What is cut is less sure than this.</summary>
    private const double Unsure = 0.5;

    /// <summary>In ems: what is cut is this near to the break, together with what a recogniser takes for a line of its own.</summary>
    private const double NearBreak = 0.5, Remains = 1.5;

    /// <summary>The page, with the labels whose upper part was read on the page before.</summary>
    /// <param name="before">Null where there is none, or it was not read.</param>
    /// <param name="words">Label keys.</param>
    public static PageLayout Whole(PageLayout layout, PageLayout? before, FrozenSet<string> words) =>
        layout.Fragments is [var lower, .. var rest] && before?.Fragments is [.., var upper]
            ? layout with { Fragments = [Whole(lower, upper, words), .. rest] }
            : layout;

    private static Fragment Whole(Fragment lower, Fragment upper, FrozenSet<string> words) => lower with
    {
        Cells = [.. lower.Cells.Select(cell => IsRemains(cell, lower) && CutAbove(cell, lower, upper, words) is { } label
            ? cell with { Lines = LabelReadings.Reworded(cell.Lines, label) }
            : cell)],
    };

    /// <summary>Whether all that is in a cell is close below the break, and hardly readable; flat strokes are dashes for sure.</summary>
    private static bool IsRemains(Cell cell, Fragment lower) =>
        cell is { Row: 0, OpenTop: true, IsEmpty: false } && cell.Lines.Any(line => line.Confidence < Unsure)
        && cell.Lines.All(line => line.Reading is not null && (line.Confidence < Unsure || !line.Text.Any(char.IsLetterOrDigit)) && line.Box.Bottom - lower.Box.Top <= Remains * Em(lower));

    /// <summary>The label of the cell above the break that goes on here, where the break runs through its last line.</summary>
    private static string? CutAbove(Cell cell, Fragment lower, Fragment upper, FrozenSet<string> words)
    {
        var apart = PageBreak.SameWidthOfScans * upper.Box.Width;
        var above = upper.Cells.FirstOrDefault(other => other.EndRow == upper.RowCount && other.OpenBottom
            && Math.Abs(other.Box.Left - upper.Box.Left - (cell.Box.Left - lower.Box.Left)) <= apart && Math.Abs(other.Box.Width - cell.Box.Width) <= apart);
        return above is { IsEmpty: false } && above.Lines[^1] is { Reading: not null, Confidence: < Unsure } last
            && upper.Box.Bottom - last.Box.Bottom <= NearBreak * Em(upper)
            && LabelKey.OfLabel(upper.TextOf(above)) is var key && words.Contains(key) ? key : null;
    }

    /// <summary>The usual size of a fragment's text.</summary>
    private static double Em(Fragment fragment)
    {
        var sizes = fragment.Cells.SelectMany(cell => cell.Lines).Select(line => line.Size).Order().ToArray();
        return sizes.Length == 0 ? 0 : sizes[sizes.Length / 2];
    }
}

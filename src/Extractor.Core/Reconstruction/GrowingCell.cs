namespace Extractor.Core.Reconstruction;

/// <param name="Row">The row of the table in which the part begins.</param>
/// <param name="InRow">The break before it runs through that row.</param>
/// <param name="MayRepeat">Its text may be a repetition of the part before: <see cref="Fusion"/>.</param>
internal readonly record struct GrowingPart(Fragment Fragment, Cell Cell, int Row, bool InRow, bool MayRepeat);

/// <summary>A cell of a table under construction, in the table's rows and in column edges of the first page.</summary>
internal sealed class GrowingCell(int row, double left, double right)
{
    private readonly List<GrowingPart> parts = new(1);
    private string? text;
    private string? key;

    public int Row { get; } = row;

    public int RowSpan { get; set; }

    public double Left { get; } = left;

    public double Right { get; } = right;

    /// <summary>Its parts so far, the last one at the foot of the table.</summary>
    public IReadOnlyList<GrowingPart> Parts => parts;

    public int EndRow => Row + RowSpan;

    public Cell LastCell => parts[^1].Cell;

    public Fragment LastFragment => parts[^1].Fragment;

    public bool IsEmpty => parts.TrueForAll(part => part.Cell.IsEmpty);

    public string Text => text ??= JoinedText();

    /// <summary><see cref="Text"/> as a <see cref="LabelKey"/>; empty where it is too long for a label.</summary>
    public string Key => key ??= LabelKey.OfLabel(Text);

    public void Add(GrowingPart part)
    {
        parts.Add(part);
        text = null;
        key = null;
    }

    /// <summary>Takes away the empty parts at the foot that may as well be a cell of their own; null where there are none.</summary>
    public GrowingCell? TakeEmptyFoot()
    {
        var first = parts.FindLastIndex(part => !part.Cell.IsEmpty) + 1;
        if (first == 0 || first == parts.Count || parts[first].InRow)
        {
            return null;
        }

        var foot = new GrowingCell(parts[first].Row, Left, Right) { RowSpan = EndRow - parts[first].Row };
        foot.parts.Add(parts[first] with { MayRepeat = false });
        foot.parts.AddRange(parts.Skip(first + 1));
        RowSpan = foot.Row - Row;
        parts.RemoveRange(first, parts.Count - first);
        return foot;
    }

    private string JoinedText() => parts is [var only]
        ? only.Fragment.TextOf(only.Cell)
        : TextJoining.Join([.. TextParts().SelectMany(part => part.Cell.Lines)], parts.Min(part => part.Fragment.RoomIn(part.Cell)));

    /// <summary>The parts that say the cell's text: all, but for a label that the producer prints on every page that its cell touches.</summary>
    private List<GrowingPart> TextParts()
    {
        var said = new List<GrowingPart>(parts.Count);
        foreach (var part in parts)
        {
            if (part.MayRepeat && said.Count > 0)
            {
                string text = KeyOf(part.Cell), before = KeyOf(said[^1].Cell);
                if (before.Contains(text, StringComparison.Ordinal))
                {
                    continue;
                }

                if (text.Contains(before, StringComparison.Ordinal))
                {
                    said.RemoveAt(said.Count - 1);
                }
            }

            said.Add(part);
        }

        return said;
    }

    private static string KeyOf(Cell cell) => LabelKey.Of(string.Concat(cell.Lines.Select(line => line.Text)));
}

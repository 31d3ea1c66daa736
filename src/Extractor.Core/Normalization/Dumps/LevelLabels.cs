using System.Collections.Immutable;

namespace Extractor.Core.Normalization.Dumps;

/// <summary>
/// Gives every indicator its labels: printed on its row, on a line of its own, or on the first row of the merged cell that it
/// stands in. The second level says which first level a row is under (社会效益指标 is under 效益指标), wherever that was left.
/// </summary>
internal static class LevelLabels
{
    /// <summary>How sure a label is that stands on a line of its own above its row.</summary>
    private const double Alone = 0.97;

    /// <summary>A label carried over a page break, where the next one may have been lost.</summary>
    private const double OverBreak = 0.98;

    /// <summary>A label that may as well belong to the next group, or that no template knows.</summary>
    private const double Doubtful = 0.8;

    public static ImmutableArray<SolvedRow> Assign(ImmutableArray<SolvedRow> rows, HeaderRow header, ImmutableArray<LoneLabel> lone, DumpWords words)
    {
        int first = header.IndexOf("level1"), second = header.IndexOf("level2");
        var areFirst = lone.ToLookup(label => IsFirst(label, lone, rows, second));
        var level1 = Printed(rows, first, areFirst[true], words.Level1.Count > 0);
        var level2 = Printed(rows, second, areFirst[false], words.Level2.Count > 0);
        var groups = LevelGroups.Find(level1, level2, words);
        var assigned = rows.ToBuilder();
        for (var row = 0; row < rows.Length; row++)
        {
            var cells = assigned[row].Cells;
            cells = first < 0 ? cells : cells.SetItem(first, groups[row].Label);
            cells = second < 0 ? cells : cells.SetItem(second, Second(row, rows, level2, groups, assigned, second));
            assigned[row] = assigned[row] with { Cells = cells };
        }

        return assigned.ToImmutable();
    }

    /// <summary>
    /// A label of either level (满意度指标, 成本指标) is of the first where one of the second goes with it, or where it is its
    /// family's own name.
    /// </summary>
    private static bool IsFirst(LoneLabel label, ImmutableArray<LoneLabel> lone, ImmutableArray<SolvedRow> rows, int second)
    {
        if (label.Label.Kind != TokenKind.EitherLevel)
        {
            return label.Label.Kind == TokenKind.Level1;
        }

        var family = DumpWords.FamilyOfFirst(label.Label.Key);
        var below = second < 0 ? null : rows.FirstOrDefault(row => row.LastLine >= label.Before)?.Cells[second].Texts.FirstOrDefault();
        return below is not null && DumpWords.FamilyOf(below.Key) == family
            || lone.Any(other => other.Before == label.Before && other != label && DumpWords.FamilyOf(other.Label.Key) == family)
            || (DumpWords.FamilyOf(label.Label.Key) == family && !lone.Any(other => other.Before == label.Before && other.Label.Kind == TokenKind.Level1));
    }

    /// <summary>By row: the label that is printed for it, and whether it stands on a line of its own.</summary>
    private static PrintedLabel?[] Printed(ImmutableArray<SolvedRow> rows, int column, IEnumerable<LoneLabel> lone, bool areKnown)
    {
        var labels = new PrintedLabel?[rows.Length];
        for (var row = 0; row < rows.Length && column >= 0; row++)
        {
            if (rows[row].Cells[column] is { Texts.IsEmpty: false } cell)
            {
                labels[row] = new PrintedLabel(cell with { Sure = areKnown && !cell.Texts[0].IsLabel ? Math.Min(cell.Sure, Doubtful) : cell.Sure }, IsLone: false);
            }
        }

        foreach (var label in lone)
        {
            var below = Enumerable.Range(0, rows.Length).FirstOrDefault(row => rows[row].LastLine >= label.Before, rows.Length);
            if (below < rows.Length && labels[below]?.Key == label.Label.Key)
            {
                continue;       // printed again with its row
            }

            // A label that comes after its rows: the next one has its own.
            var at = below < rows.Length && labels[below] is null ? below : below - 1;
            if (at >= 0 && labels[at] is null)
            {
                labels[at] = new PrintedLabel(new SolvedCell([label.Label], at == below ? Alone : Doubtful), IsLone: true);
            }
        }

        return labels;
    }

    private static SolvedCell Second(
        int row, ImmutableArray<SolvedRow> rows, PrintedLabel?[] printed, ImmutableArray<LevelGroup> groups, ImmutableArray<SolvedRow>.Builder assigned, int column)
    {
        if (printed[row] is { } own)
        {
            return own.Cell;
        }

        var next = Array.FindIndex(printed, row, label => label is not null);
        if (row > 0 && groups[row].Start == groups[row - 1].Start && assigned[row - 1].Cells[column] is { Texts.IsEmpty: false } above)
        {
            var sure = next >= 0 && printed[next]!.IsLone ? Doubtful : rows[row].FirstSheet != rows[row - 1].Sheet ? OverBreak : 1;
            return above with { Sure = Math.Min(above.Sure, sure) };
        }

        // The first row of a group without a label: extractors that keep it at half height leave it on a row below.
        return next >= 0 && groups[next].Start == groups[row].Start
            ? printed[next]!.Cell with { Sure = Math.Min(printed[next]!.Cell.Sure, Doubtful) }
            : new SolvedCell([], Doubtful);
    }
}

/// <param name="IsLone">It stands on a line of its own, so that it may begin above it.</param>
internal sealed record PrintedLabel(SolvedCell Cell, bool IsLone)
{
    public string Key { get; } = string.Concat(Cell.Texts.Select(text => text.Key));
}

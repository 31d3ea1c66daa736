using System.Collections.Immutable;
using Extractor.Core.Forms;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Normalization;

/// <summary>What is printed in a form and no field claims: kept by its label, so that nothing is dropped silently.</summary>
internal static class ExtraCells
{
    /// <summary>What a text is called that has no label: a note.</summary>
    private const string Note = "说明";

    /// <summary>A longer text is no label.</summary>
    private const int LongestLabel = 40;

    private static readonly RoleSet KnownLabels = RoleSet.Of(
        Role.NoteLabel, Role.ProjectName, Role.Department, Role.WholeDepartment, Role.ImplementingUnit);

    /// <summary>Keeps every cell that is left, each beside or under its label; returns those and the unknown headers, as printed.</summary>
    public static ImmutableArray<TableCell> Keep(FormRegion region, FieldLog log)
    {
        var left = new List<TableCell>(log.Unknown);
        var labels = new Dictionary<FormCell, string>();
        for (var row = region.FirstRow; row < region.EndRow; row++)
        {
            var cells = region.StartingIn(row).RemoveAll(cell => log.IsClaimed(cell));
            var first = cells.FirstOrDefault(cell => !cell.IsEmpty);
            if (first is null)
            {
                continue;
            }

            left.AddRange(cells.Where(cell => !cell.IsEmpty).Select(cell => cell.Table));
            KeepRow(region, row, cells, labels, log);
        }

        return [.. left.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
    }

    private static void KeepRow(FormRegion region, int row, ImmutableArray<FormCell> cells, Dictionary<FormCell, string> labels, FieldLog log)
    {
        var filled = cells.Count(cell => !cell.IsEmpty);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (cell.IsEmpty || log.IsClaimed(cell))
            {
                continue;
            }

            var next = i + 1 < cells.Length && cells[i + 1].Column == cell.EndColumn ? cells[i + 1] : null;
            if (IsGroup(cell, next, filled))
            {
                log.Understand(cell, Role.NoteLabel);
                filled--;
            }
            else if (InlineLabel.Of(cell.Text) is { } inline && (next is null || next.IsEmpty || cell.Text.Length > LongestLabel || InlineLabel.Of(next.Text) is not null))
            {
                log.Keep(inline.Label, cell, cell, inline.Value);
            }
            else if (next is not null && cell.Text.Length <= LongestLabel && !IsLabel(next))
            {
                labels[cell] = cell.Text;
                log.Keep(cell.Text, cell, next);
                i++;
            }
            else if (LabelBeside(region, row, cell, labels) is { } beside)
            {
                log.Keep(beside, cell, cell);
            }
            else if (filled == 1 && TextBelow(region, row, cell, log) is { } below)
            {
                log.Keep(cell.Text, cell, below);
            }
            else if (cell.Text.Length > LongestLabel)
            {
                log.Keep(Note, cell, cell);
            }
            else
            {
                labels[cell] = cell.Text;
                log.Keep(cell.Text, cell, null);
            }
        }
    }

    /// <summary>Does the cell stand beside several labels with values, in this row and others, rather than beside its own value?</summary>
    private static bool IsGroup(FormCell cell, FormCell? next, int filled) =>
        cell.EndRow > cell.Row + 1 && next is not null && next.EndRow < cell.EndRow && filled > 2 && cell.Text.Length <= LongestLabel;

    private static bool IsLabel(FormCell cell) => cell.IsAny(KnownLabels) || (cell.Text.Length is > 1 and <= 20 && cell.Text[^1] is ':' or '：');

    /// <summary>A label that runs down beside several texts.</summary>
    private static string? LabelBeside(FormRegion region, int row, FormCell cell, Dictionary<FormCell, string> labels)
    {
        foreach (var other in region.Across(row))
        {
            if (other.EndColumn == cell.Column && other.Row < row && labels.TryGetValue(other, out var label))
            {
                return label;
            }
        }

        return null;
    }

    /// <summary>The only text of the next row, where it stands under a label that is alone in its row.</summary>
    private static FormCell? TextBelow(FormRegion region, int row, FormCell label, FieldLog log)
    {
        if (label.Text.Length > LongestLabel || label.EndRow >= region.EndRow || label.EndRow != row + 1)
        {
            return null;
        }

        var below = region.StartingIn(label.EndRow);
        return below.Where(cell => !cell.IsEmpty).ToArray() is [var text] && !log.IsClaimed(text) && !IsLabel(text)
            && text.Column <= label.Column && text.EndColumn >= label.EndColumn && InlineLabel.Of(text.Text) is null
            ? text
            : null;
    }

    /// <summary>All that was kept, in printed order, with labels made unique; says where every text stands.</summary>
    public static ImmutableArray<LabelledText> Read(FieldLog log)
    {
        var extra = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var kept in log.Extra.OrderBy(text => text.Row).ThenBy(text => text.Column))
        {
            var label = Unique(extra, kept.Label);
            extra.Add(label, kept.Text);
            if (kept.Value is { } value)
            {
                log.Take(FieldPointer.OfExtra(label), [value]);
            }
            else if (kept is { Line: { } line, Text.Length: > 0 })
            {
                log.Take(FieldPointer.OfExtra(label), line);
            }
        }

        return [.. extra.Select(pair => new LabelledText(pair.Key, pair.Value))];
    }

    private static string Unique(OrderedDictionary<string, string> extra, string label)
    {
        var unique = label;
        for (var n = 2; extra.ContainsKey(unique); n++)
        {
            unique = $"{label} ({n})";
        }

        return unique;
    }
}

using System.Collections.Immutable;

namespace Extractor.Ingestion.Office;

/// <summary>A worksheet as it is stored: nothing but what is there. Rows and columns count from 1.</summary>
/// <param name="Cells">By row, then by column.</param>
/// <param name="Merged">Cells that are shown as one, as the file lists them.</param>
internal sealed record Worksheet(
    string Name, ImmutableArray<StoredCell> Cells, ImmutableArray<CellRange> Merged, Axis Rows, Axis Columns);

/// <param name="Text">As a person sees it.</param>
/// <param name="Lines">The sides at which a line is drawn.</param>
internal readonly record struct StoredCell(int Row, int Column, string Text, CellSides Lines)
{
    /// <summary>Is it marked off as a cell? A line above or below may belong to its neighbour there.</summary>
    public bool IsFramed => Lines.HasFlag(CellSides.Left) || Lines.HasFlag(CellSides.Right)
        || (Lines.HasFlag(CellSides.Top) && Lines.HasFlag(CellSides.Bottom));

    public bool IsSeen => IsFramed || Text.Length > 0;
}

/// <summary>A rectangle of cells, both ends included.</summary>
internal readonly record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    /// <summary>A1:C3, or A1. Null where it is no such reference.</summary>
    public static CellRange? Parse(string? reference)
    {
        if (reference?.Split(':') is not ([_] or [_, _]) || reference.Split(':') is not [var first, .. var rest])
        {
            return null;
        }

        return CellPlace.Parse(first) is { } one && CellPlace.Parse(rest is [var second] ? second : first) is { } two
            ? new CellRange(Math.Min(one.Row, two.Row), Math.Min(one.Column, two.Column), Math.Max(one.Row, two.Row), Math.Max(one.Column, two.Column))
            : null;
    }
}

/// <summary>The place of one cell, from 1.</summary>
internal readonly record struct CellPlace(int Row, int Column)
{
    public const int LastRow = 1_048_576, LastColumn = 16_384;

    /// <summary>B7 or $B$7; null where it is none, or lies outside of what a worksheet has.</summary>
    public static CellPlace? Parse(string? reference)
    {
        int row = 0, column = 0;
        foreach (var c in reference ?? "")
        {
            if (c == '$')
            {
                continue;
            }

            if (char.IsAsciiLetter(c) && row == 0)
            {
                column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            }
            else if (char.IsAsciiDigit(c))
            {
                row = (row * 10) + (c - '0');
            }
            else
            {
                return null;
            }

            if (row > LastRow || column > LastColumn)
            {
                return null;
            }
        }

        return row > 0 && column > 0 ? new CellPlace(row, column) : null;
    }

    /// <summary>As a spreadsheet names it: B7.</summary>
    public override string ToString()
    {
        var letters = "";
        for (var left = Column; left > 0; left = (left - 1) / 26)
        {
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        }

        return $"{letters}{Row}";
    }
}

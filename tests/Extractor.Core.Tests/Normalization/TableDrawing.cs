using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Normalization;

/// <summary>Draws a logical table for a test: one string a row, cells between bars; &lt; goes on the cell to the left, ^ the cell above.</summary>
internal static class TableDrawing
{
    public static Table Of(string[] heading, params string[] rows)
    {
        var slots = rows.Select(row => row.Split('|').Select(text => text.Trim()).ToArray()).ToArray();
        var columnCount = slots[0].Length;
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        for (var r = 0; r < slots.Length; r++)
        {
            Assert.Equal(columnCount, slots[r].Length);
            for (var c = 0; c < columnCount; c++)
            {
                if (slots[r][c] is "<" or "^")
                {
                    continue;
                }

                int rowSpan = 1, columnSpan = 1;
                while (c + columnSpan < columnCount && slots[r][c + columnSpan] == "<")
                {
                    columnSpan++;
                }

                while (r + rowSpan < slots.Length && slots[r + rowSpan][c] == "^")
                {
                    rowSpan++;
                }

                var box = new Box(50 + (40 * c), 50 + (20 * r), 50 + (40 * (c + columnSpan)), 50 + (20 * (r + rowSpan)));
                cells.Add(new TableCell(r, c, rowSpan, columnSpan, slots[r][c], [new CellPart(1, box, Lines(slots[r][c], box))]));
            }
        }

        return new Table(
            [1], rows.Length, columnCount, cells.ToImmutable(),
            [.. heading.Select((text, i) => new HeadingLine(1, Line(text, new Box(50, 10 + (12 * i), 500, 20 + (12 * i)))))], []);
    }

    private static ImmutableArray<TextLine> Lines(string text, Box box) => text.Length == 0 ? [] : [Line(text, box.Inflate(-2))];

    private static TextLine Line(string text, Box box) => new(text, box, 10, 10, 10, 10, false, false, 1);
}

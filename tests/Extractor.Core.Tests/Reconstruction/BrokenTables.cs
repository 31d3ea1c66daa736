using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

/// <summary>Draws tables over two pages, the way producers draw them at a page break, and joins them.</summary>
internal static class BrokenTables
{
    public static readonly double[] Columns = [50, 150, 350, 420, 490];

    public static readonly TableLandmarks Landmarks = TableLandmarks.None with
    {
        Titles = ["自评表"],
        FirstRow = ["项目名称"],
        LastRow = ["总分"],
        AlwaysFilled = ["三级指标", "分值", "得分", "全年执行率"],
        Labels = ["数量指标", "质量指标", "社会效益指标", "服务对象满意度指标"],
        Headers = ["二级指标"],
        BeforeLastRow = ["三级指标"],
    };

    public static PageDrawing Upper(bool closed, params string[][] rows)
    {
        var page = new PageDrawing(1);
        DrawRows(page, 760 - (20 * rows.Length), true, closed, [["二级指标", "三级指标", "分值", "得分"], .. rows]);
        return page;
    }

    public static PageDrawing Lower(bool closed, params string[][] rows)
    {
        var page = new PageDrawing(2);
        DrawRows(page, 60, closed, true, rows);
        return page;
    }

    public static void DrawRows(PageDrawing page, double top, bool closedTop, bool closedBottom, params string[][] rows) =>
        DrawRows(page, top, closedTop, closedBottom, 0, rows);

    public static void DrawRows(PageDrawing page, double top, bool closedTop, bool closedBottom, int firstColumn, params string[][] rows)
    {
        double left = Columns[firstColumn], right = Columns[^1], bottom = top + (20 * rows.Length);
        for (var r = closedTop ? 0 : 1; r < rows.Length + (closedBottom ? 1 : 0); r++)
        {
            page.Horizontal(top + (20 * r), left, right);
        }

        foreach (var x in Columns[firstColumn..])
        {
            page.Vertical(x, top, bottom);
        }

        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < rows[r].Length; c++)
            {
                page.Text(Columns[firstColumn + c] + 2, top + (20 * r) + 5, rows[r][c]);
            }
        }
    }

    public static ImmutableArray<Table> Join(params PageDrawing[] pages)
    {
        var layouts = new List<PageLayout>();
        foreach (var page in pages)
        {
            layouts.Add(LayoutAnalysis.Of(page.Page(), Landmarks, layouts.LastOrDefault()));
        }

        return [.. TableStitcher.Join(PageFurniture.Remove(layouts, Landmarks), Landmarks)];
    }

    public static TableCell CellAt(Table table, int row, int column) => Assert.Single(
        table.Cells, cell => cell.Row <= row && row < cell.EndRow && cell.Column <= column && column < cell.EndColumn);

    public static string[] Row(Table table, int row) => [.. Enumerable.Range(0, table.ColumnCount).Select(column => CellAt(table, row, column).Text)];
}

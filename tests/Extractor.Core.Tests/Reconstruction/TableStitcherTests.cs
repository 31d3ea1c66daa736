using System.Collections.Immutable;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

/// <summary>Tables over two pages, drawn the way producers draw them at a page break.</summary>
public class TableStitcherTests
{
    private static readonly double[] Columns = [50, 150, 350, 420, 490];

    private static readonly TableLandmarks Landmarks = TableLandmarks.None with
    {
        Titles = ["自评表"],
        FirstRow = ["项目名称"],
        LastRow = ["总分"],
        AlwaysFilled = ["三级指标", "分值", "得分"],
        Labels = ["数量指标", "质量指标", "社会效益指标"],
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_row_cut_by_the_break_is_made_whole_whether_the_border_is_closed_or_open(bool closed)
    {
        var tables = Join(
            Upper(closed, ["数量指标", "完成一", "10", "10"], ["", "优秀大学毕业生储备计划录用人员动员会参加", "15", "15"]),
            Lower(closed, ["", "人数", "", ""], ["质量指标", "覆盖率", "20", "20"]));

        var table = Assert.Single(tables);
        Assert.Equal(4, table.RowCount);
        Assert.Equal("优秀大学毕业生储备计划录用人员动员会参加人数", CellAt(table, 2, 1).Text);
        Assert.Equal([1, 2], CellAt(table, 2, 1).Parts.Select(part => part.PageNumber));
        Assert.True(Assert.Single(table.Joins).RowCut);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_values_may_stand_in_the_lower_half(bool closed)
    {
        var table = Assert.Single(Join(
            Upper(closed, ["数量指标", "完成一", "10", "10"], ["", "优秀大学毕业生储备计划录用人员动员会参加", "", ""]),
            Lower(closed, ["", "人数", "15", "15"], ["质量指标", "覆盖率", "20", "20"])));
        Assert.Equal(["", "优秀大学毕业生储备计划录用人员动员会参加人数", "15", "15"], Row(table, 2));
    }

    [Fact]
    public void Two_rows_stay_two_rows()
    {
        var table = Assert.Single(Join(
            Upper(true, ["数量指标", "完成一", "10", "10"], ["质量指标", "覆盖率", "15", "15"]),
            Lower(true, ["质量指标", "及时率", "15", "15"], ["质量指标", "覆盖率", "20", "20"])));
        Assert.Equal(5, table.RowCount);
        Assert.False(Assert.Single(table.Joins).RowCut);
    }

    [Fact]
    public void A_repeated_header_row_is_dropped()
    {
        var table = Assert.Single(Join(
            Upper(true, ["数量指标", "完成一", "10", "10"], ["质量指标", "覆盖率", "15", "15"]),
            Lower(true, ["二级指标", "三级指标", "分值", "得分"], ["质量指标", "及时率", "20", "20"])));
        Assert.Equal(4, table.RowCount);
        Assert.Equal(1, Assert.Single(table.Joins).RepeatedRows);
    }

    [Fact]
    public void Another_form_with_the_same_columns_is_another_table()
    {
        var lower = new PageDrawing(2);
        DrawRows(lower, 60, true, true, ["项目名称", "甲项目", "", ""], ["数量指标", "完成一", "10", "10"]);
        Assert.Equal(2, Join(Upper(true, ["数量指标", "完成一", "10", "10"], ["总分", "", "100", "98"]), lower).Length);
    }

    [Fact]
    public void A_title_between_them_makes_two_tables()
    {
        var lower = new PageDrawing(2).Text(200, 50, "另一张表");
        DrawRows(lower, 70, true, true, ["数量指标", "完成一", "10", "10"], ["质量指标", "覆盖率", "15", "15"]);
        Assert.Equal(2, Join(Upper(true, ["数量指标", "完成一", "10", "10"], ["质量指标", "覆盖率", "15", "15"]), lower).Length);
    }

    [Fact]
    public void A_page_number_between_them_does_not()
    {
        var upper = Upper(true, ["数量指标", "完成一", "10", "10"], ["质量指标", "覆盖率", "15", "15"]).Text(290, 820, "— 1 —");
        var lower = Lower(true, ["质量指标", "及时率", "15", "15"], ["质量指标", "覆盖率", "20", "20"]).Text(290, 820, "— 2 —");
        Assert.Single(Join(upper, lower));
    }

    [Fact]
    public void A_merged_label_goes_on_over_the_break()
    {
        var lower = new PageDrawing(2);
        lower.Rectangle(50, 60, 150, 100);
        DrawRows(lower, 60, true, true, 1, ["及时率", "15", "15"], ["覆盖率", "20", "20"]);
        var table = Assert.Single(Join(Upper(true, ["数量指标", "完成一", "10", "10"], ["质量指标", "合格率", "15", "15"]), lower));
        var label = CellAt(table, 3, 0);
        Assert.Equal("质量指标", label.Text);
        Assert.Equal((2, 3), (label.Row, label.RowSpan));
    }

    private static PageDrawing Upper(bool closed, params string[][] rows)
    {
        var page = new PageDrawing(1);
        DrawRows(page, 760 - (20 * rows.Length), true, closed, [["二级指标", "三级指标", "分值", "得分"], .. rows]);
        return page;
    }

    private static PageDrawing Lower(bool closed, params string[][] rows)
    {
        var page = new PageDrawing(2);
        DrawRows(page, 60, closed, true, rows);
        return page;
    }

    private static void DrawRows(PageDrawing page, double top, bool closedTop, bool closedBottom, params string[][] rows) =>
        DrawRows(page, top, closedTop, closedBottom, 0, rows);

    private static void DrawRows(PageDrawing page, double top, bool closedTop, bool closedBottom, int firstColumn, params string[][] rows)
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

    private static ImmutableArray<Table> Join(params PageDrawing[] pages) =>
        TableStitcher.Join([.. pages.Select(page => LayoutAnalysis.Of(page.Page()))], Landmarks);

    private static TableCell CellAt(Table table, int row, int column) => Assert.Single(
        table.Cells, cell => cell.Row <= row && row < cell.EndRow && cell.Column <= column && column < cell.EndColumn);

    private static string[] Row(Table table, int row) => [.. Enumerable.Range(0, table.ColumnCount).Select(column => CellAt(table, row, column).Text)];
}

using CsCheck;
using Extractor.Core.Reconstruction;
using static Extractor.Core.Tests.Reconstruction.BrokenTables;

namespace Extractor.Core.Tests.Reconstruction;

/// <summary>Tables over two pages, drawn the way producers draw them at a page break.</summary>
public class TableStitcherTests
{
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

    // The head of every page is the name of the project; a seal lies on that of the first.
    [Theory]
    [InlineData("公共文化场馆。费开放", 0.5, 1)]
    [InlineData("公共文化场馆。费开放", null, 0)]  // of a text layer, which says what it says
    [InlineData("古籍数字化加工", 0.5, 0)]         // another one
    public void A_head_that_was_not_read_well_on_one_page_is_repeated_all_the_same(string read, double? confidence, int repeated)
    {
        var (upper, lower) = (new PageDrawing(), new PageDrawing(2));
        DrawRows(upper, 680, true, true, ["项目名称", "", "", ""], ["二级指标", "三级指标", "分值", "得分"], ["数量指标", "完成一", "10", "10"]);
        DrawRows(lower, 60, true, true, ["项目名称", "", "", ""], ["质量指标", "覆盖率", "15", "15"], ["总分", "", "25", "25"]);
        upper.Text(Columns[1] + 2, 685, read, recognized: confidence);
        lower.Text(Columns[1] + 2, 65, "公共文化场馆免费开放", recognized: confidence is null ? null : 0.99);
        var tables = Join(upper, lower);
        Assert.Equal(repeated, tables[0].Joins.FirstOrDefault()?.RepeatedRows ?? 0);
        Assert.Equal(repeated > 0 ? 1 : 2, tables.Length);
    }

    // The indicator is short, and its last line is not full: the values beside it alone would leave it open what goes on.
    [Theory]
    [InlineData("指标1：通过政府网站、", "指标3：覆盖率", true)]
    [InlineData("指标1：通过政府网站", "指标3：覆盖率", true)]
    [InlineData("指标1：通过政府网站", "覆盖率", false)]
    [InlineData("指标1：通过政府网站、", "覆盖率", false)]
    public void Where_rows_begin_with_their_number_a_text_without_one_goes_on_another_and_a_comma_speaks_for_it(string above, string other, bool isCut)
    {
        var table = Assert.Single(Join(
            Upper(true, ["数量指标", above, "", "10"]),
            Lower(true, ["", "社区宣传栏", "", ""], ["质量指标", "指标2：及时率", "", "10"], ["质量指标", other, "", ""], ["质量指标", other, "", ""])));
        var join = Assert.Single(table.Joins);
        Assert.Equal(isCut, join.RowCut);
        Assert.Equal(above[^1] == '、', join.Evidence.Any(evidence => evidence is { Weight: > 0 } && evidence.Observation.EndsWith("comma", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_form_with_the_same_columns_is_another_table()
    {
        var lower = new PageDrawing(2);
        DrawRows(lower, 60, true, true, ["项目名称", "甲项目", "", ""], ["数量指标", "完成一", "10", "10"]);
        Assert.Equal(2, Join(Upper(true, ["数量指标", "完成一", "10", "10"], ["总分", "", "100", "98"]), lower).Length);
    }

    // A department has two forms: the second begins with the title and the rows that the first began with.
    [Fact]
    public void A_form_that_begins_like_one_that_ended_with_its_total_and_a_note_is_another()
    {
        var (upper, lower) = (new PageDrawing().Text(200, 520, "项目自评表"), new PageDrawing(2).Text(200, 50, "项目自评表"));
        DrawRows(upper, 540, true, true, ["项目名称", "甲项目", "", ""], ["二级指标", "三级指标", "分值", "得分"], ["数量指标", "完成一", "10", "10"], ["总分", "", "100", "98"], ["备注", "无", "", ""]);
        DrawRows(lower, 70, true, true, ["项目名称", "甲项目", "", ""], ["二级指标", "三级指标", "分值", "得分"], ["质量指标", "覆盖率", "15", "15"], ["总分", "", "100", "97"]);
        Assert.Equal(2, Join(upper, lower).Length);
    }

    [Fact]
    public void A_title_between_them_makes_two_tables()
    {
        var lower = new PageDrawing(2).Text(200, 50, "另一张表");
        DrawRows(lower, 70, true, true, ["数量指标", "完成一", "10", "10"], ["质量指标", "覆盖率", "15", "15"]);
        Assert.Equal(2, Join(Upper(true, ["数量指标", "完成一", "10", "10"], ["质量指标", "覆盖率", "15", "15"]), lower).Length);
    }

    // A stamp or the hole of a binder, which recognition takes for a letter.
    [Fact]
    public void A_mark_in_the_margin_beside_the_upper_one_does_not()
    {
        var (upper, lower) = (Upper(true, ["数量指标", "完成一", "10", "10"], ["质量指标", "覆盖率", "15", "15"]), Lower(true, ["质量指标", "及时率", "15", "15"], ["质量指标", "覆盖率", "20", "20"]));
        var top = Assert.Single(LayoutAnalysis.Of(upper.Page(), Landmarks).Fragments).Box.Top;
        Assert.Single(Join(upper.Text(30, top + 10, "e"), lower));
    }

    [Fact]
    public void A_page_number_between_them_does_not()
    {
        var upper = Upper(true, ["数量指标", "完成一", "10", "10"], ["质量指标", "覆盖率", "15", "15"]).Text(290, 820, "— 1 —");
        var lower = Lower(true, ["质量指标", "及时率", "15", "15"], ["质量指标", "覆盖率", "20", "20"]).Text(290, 820, "— 2 —");
        Assert.Single(Join(upper, lower));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_row_is_not_cut_by_pages_between_which_another_is_missing(int printed, bool isCut)
    {
        var table = Assert.Single(Join(
            Upper(false, ["数量指标", "完成一", "10", "10"], ["", "优秀大学毕业生储备计划录用人员动员会参加", "15", "15"]).Text(290, 820, "— 1 —"),
            Lower(false, ["", "人数", "", ""], ["质量指标", "覆盖率", "20", "20"]).Text(290, 820, $"— {printed} —")));
        Assert.Equal(isCut, Assert.Single(table.Joins).RowCut);
        Assert.Equal(isCut ? 4 : 5, table.RowCount);
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

    [Fact]
    public void A_line_at_the_same_place_of_every_page_is_a_running_line_where_the_margins_are_large()
    {
        var pages = new[] { 1, 2, 3 }.Select(number =>
        {
            var page = new PageDrawing(number);
            page.Text(250, 130, "决算公开材料");
            DrawRows(page, number == 1 ? 700 : 150, true, true, ["项目名称", $"项目{number}", "", ""], ["数量指标", "完成", "10", "10"]);
            return page;
        });
        Assert.All(Join([.. pages]), table => Assert.Empty(table.Heading));
    }

    [Fact]
    public void A_row_that_fills_a_whole_page_and_shows_nothing_but_its_sides_is_part_of_the_table()
    {
        var upper = new PageDrawing(1);
        DrawRows(upper, 700, true, false, ["项目名称", "甲项目", "", ""], ["数量指标", "开工", "10", "10"]);
        var through = new PageDrawing(2);
        foreach (var x in Columns)
        {
            through.Vertical(x, 60, 780);
        }

        var lower = new PageDrawing(3);
        DrawRows(lower, 60, false, true, ["", "完工", "", ""], ["质量指标", "合格率", "20", "20"]);
        var table = Assert.Single(Join(upper, through.Text(152, 70, "施工"), lower));
        Assert.Equal("开工施工完工", CellAt(table, 1, 1).Text);
        Assert.Equal([1, 2, 3], table.Pages.ToArray());
    }

    [Fact]
    public void Sides_of_labels_that_run_over_the_whole_page_belong_to_its_table()
    {
        var lower = new PageDrawing(2).Vertical(50, 60, 120);
        DrawRows(lower, 60, false, true, 1, ["完成一", "10", "10"], ["完成二", "15", "15"], ["完成三", "5", "5"]);
        var table = Assert.Single(Join(Upper(true, ["数量指标", "完成", "10", "10"]), lower));
        Assert.Equal(4, table.ColumnCount);
        Assert.Equal(5, table.RowCount);
    }

    [Fact]
    public void Tables_of_different_width_that_touch_are_two_and_the_first_goes_on_the_page_before()
    {
        var lower = Lower(true, ["质量指标", "覆盖率", "20", "20"], ["总分", "", "100", "98"]);
        lower.Rectangle(50, 100.5, 550, 120).Vertical(150, 100, 120).Text(52, 105, "项目名称").Text(152, 105, "乙项目");
        var tables = Join(Upper(true, ["数量指标", "完成一", "10", "10"]), lower);
        Assert.Equal(2, tables.Length);
        Assert.Equal((4, 4), (tables[0].RowCount, tables[0].ColumnCount));
        Assert.Equal(["项目名称", "乙项目"], Row(tables[1], 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_label_is_not_the_one_that_was_said_a_page_earlier(bool closed)
    {
        var middle = LabelOver(2, "", "完成二", "完成三");
        var last = LabelOver(3, "质量指标", "合格率", "及时率");
        var table = Assert.Single(Join(Upper(closed, ["项目名称", "甲项目", "", ""], ["数量指标", "完成一", "10", "10"]), middle, last));
        Assert.Equal("质量指标", CellAt(table, table.RowCount - 1, 0).Text);
        Assert.Equal("数量指标", CellAt(table, 2, 0).Text);

        PageDrawing LabelOver(int number, string label, string first, string second)
        {
            var page = new PageDrawing(number).Text(52, 75, label);
            DrawRows(page, 60, true, true, 1, [first, "10", "10"], [second, "15", "15"]);
            if (closed || number == 3)
            {
                page.Horizontal(100, 50, 150);
            }

            return (closed ? page.Horizontal(60, 50, 150) : page).Vertical(50, 60, 100);
        }
    }

    [Fact]
    public void A_header_above_the_break_and_a_value_below_are_two_rows_however_full_the_header_is()
    {
        var upper = new PageDrawing(1);
        DrawRows(upper, 720, true, true, ["项目名称", "甲项目", "", ""], ["二级指标", "三级指标", "全年执行率", "全年执行率"]);
        Assert.Equal(3, Assert.Single(Join(upper, Lower(true, ["数量指标", "", "100.00%", "100.00%"]))).RowCount);
    }

    [Fact]
    public void Two_whole_labels_are_two_rows_although_nothing_stands_beside_the_second()
    {
        var table = Assert.Single(Join(
            Upper(true, ["数量指标", "完成", "10", "10"], ["服务对象满意度指标", "满意率", "10", "10"]),
            Lower(true, ["质量指标", "", "", ""])));
        Assert.Equal(4, table.RowCount);
    }

    /// <summary>Whole rows, broken over pages anywhere and with or without lines at the break, come out as they were.</summary>
    [Fact]
    public void Whole_rows_stay_as_they_are_wherever_the_pages_end() =>
        Gen.Select(
                Gen.Select(Gen.Int[0, 2].Select(i => new[] { "数量指标", "质量指标", "社会效益指标" }[i]), Gen.Int[1, 99], Gen.Int[0, 30]).Array[2, 24],
                Gen.Int[1, 8],
                Gen.Bool)
            .Sample((rows, height, closed) =>
            {
                string[][] texts = [["二级指标", "三级指标", "分值", "得分"], .. rows.Select((row, i) => new[] { row.Item1, $"指标{i + 1}：完成{row.Item2}次", $"{row.Item3}", $"{row.Item3}" })];
                var parts = texts.Chunk(height + 1).ToArray();
                var pages = parts.Select((part, n) =>
                {
                    var page = new PageDrawing(n + 1);
                    DrawRows(page, n < parts.Length - 1 ? 780 - (20 * part.Length) : 60, closed || n == 0, closed || n == parts.Length - 1, part);
                    return page;
                }).ToArray();
                var table = Assert.Single(Join(pages));
                Assert.Equal(texts, Enumerable.Range(0, table.RowCount).Select(row => Row(table, row)));
            });

    [Fact]
    public void Rows_that_are_all_left_open_and_say_two_things_are_two_rows_cell_by_cell()
    {
        var table = Assert.Single(Join(
            Upper(false, ["数量指标", "完成一", "10", "10"], ["成本指标", "服务成本", "5", "5"]),
            Lower(false, ["经济效益指标", "带动发展", "25", "25"], ["质量指标", "覆盖率", "20", "20"])));
        Assert.Equal(["成本指标", "服务成本", "5", "5"], Row(table, 2));
        Assert.Equal(["经济效益指标", "带动发展", "25", "25"], Row(table, 3));
    }

    [Fact]
    public void A_header_row_cut_in_two_is_one_header()
    {
        var upper = new PageDrawing(1);
        DrawRows(upper, 740, true, true, ["二级指", "三级指标", "分值", "得分"]);
        var table = Assert.Single(Join(upper, Lower(true, ["标", "", "", ""], ["数量指标", "完成一", "10", "10"])));
        Assert.Equal(["二级指标", "三级指标", "分值", "得分"], Row(table, 0));
        Assert.Equal(["数量指标", "完成一", "10", "10"], Row(table, table.RowCount - 1));
    }

    [Fact]
    public void Columns_a_little_apart_on_two_pages_are_the_same_columns()
    {
        var lower = new PageDrawing(2).Rectangle(50, 60, 490, 80)
            .Vertical(153.5, 60, 80).Vertical(346.5, 60, 80).Vertical(420, 60, 80)
            .Text(52, 65, "质量指标").Text(156, 65, "及时率").Text(352, 65, "20").Text(422, 65, "20");
        Assert.Equal(4, Assert.Single(Join(Upper(true, ["数量指标", "完成一", "10", "10"]), lower)).ColumnCount);
    }

    [Fact]
    public void A_column_goes_on_under_that_of_the_cells_at_the_foot_and_not_of_another_form_above_them()
    {
        var upper = new PageDrawing(1);
        upper.Rectangle(50, 660, 490, 680).Vertical(150, 660, 680).Vertical(350, 660, 680).Vertical(414, 660, 680)
            .Text(52, 665, "数量指标").Text(156, 665, "完成一").Text(352, 665, "10").Text(422, 665, "10");
        DrawRows(upper, 680, true, true, ["二级指标", "三级指标", "分值", "得分"], ["数量指标", "完成一", "10", "10"]);
        // Nearer to the edge of the rows above.
        var lower = new PageDrawing(2).Rectangle(50, 60, 490, 80)
            .Vertical(150, 60, 80).Vertical(350, 60, 80).Vertical(416.5, 60, 80)
            .Text(52, 65, "质量指标").Text(156, 65, "及时率").Text(352, 65, "20").Text(422, 65, "20");
        var table = Assert.Single(Join(upper, lower));
        Assert.Equal(5, table.ColumnCount);
        Assert.Equal(Starts(table, 2), Starts(table, 3));
    }

    private static int[] Starts(Table table, int row) => [.. table.Cells.Where(cell => cell.Row == row).Select(cell => cell.Column)];

    [Fact]
    public void Another_form_about_the_same_project_is_another_table()
    {
        var upper = new PageDrawing(1);
        DrawRows(upper, 680, true, true, ["项目名称", "甲项目", "", ""], ["质量指标", "甲", "", ""], ["二级指标", "三级指标", "分值", "得分"], ["数量指标", "完成一", "10", "10"]);
        var lower = new PageDrawing(2);
        DrawRows(lower, 60, true, true, ["项目名称", "甲项目", "", ""], ["质量指标", "乙", "", ""], ["二级指标", "三级指标", "分值", "得分"]);
        Assert.Equal(2, Join(upper, lower).Length);
    }

    [Fact]
    public void The_head_of_a_page_is_no_text_of_the_cells_under_it()
    {
        var upper = Upper(false, ["数量指标", "完成一", "10", "10"]);
        var lower = Lower(false, ["质量指标", "及时率", "20", "20"]).Text(Columns[1] + 4, 48, "公开材料");
        var table = Assert.Single(Join(upper.Text(Columns[1] + 4, 48, "公开材料"), lower));
        Assert.DoesNotContain(table.Cells, cell => cell.Text.Contains("公开材料", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("总分", 1)]
    [InlineData("其他", 2)]
    public void A_table_printed_as_two_with_a_heading_between_is_one_where_one_begins_and_the_other_ends_it(string last, int tables)
    {
        var page = new PageDrawing(1);
        DrawRows(page, 60, true, true, ["项目名称", "甲项目", "", ""], ["年度目标", "完成", "", ""]);
        page.Text(60, 110, "绩效指标");
        DrawRows(page, 130, true, true, ["二级指标", "三级指标", "分值", "得分"], ["数量指标", "完成一", "10", "10"], [last, "", "100", "98"]);
        Assert.Equal(tables, Join(page).Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_second_part_may_stand_on_the_next_page_or_go_on_there(int pageOfSecond)
    {
        PageDrawing first = new(1), second = new(2);
        DrawRows(first, pageOfSecond == 1 ? 660 : 700, true, true, ["项目名称", "甲项目", "", ""], ["年度目标", "完成", "", ""]);
        string[][] header = [["二级指标", "三级指标", "分值", "得分"]], rows = [["数量指标", "完成一", "10", "10"], ["总分", "", "100", "98"]];
        if (pageOfSecond == 1)
        {
            first.Text(60, 706, "绩效指标");
            DrawRows(first, 720, true, true, [.. header, ["质量指标", "合格率", "10", "10"]]);
            DrawRows(second, 60, true, true, rows);
        }
        else
        {
            second.Text(60, 50, "绩效指标");
            DrawRows(second, 70, true, true, [.. header, .. rows]);
        }

        Assert.Equal("总分", Assert.Single(Join(first, second)).Cells.Last(cell => cell.Column == 0).Text);
    }
}

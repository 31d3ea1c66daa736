using Extractor.Core.Pages;

namespace Extractor.Ingestion.Tests.Office;

public sealed class WorkbookTests
{
    [Fact]
    public void Merged_cells_are_one_and_what_stands_loose_above_the_frame_is_a_line()
    {
        var sheet = Read(
            Rows(Row(1, Text("A1", "项目支出绩效自评表", 0)), Row(2, Text("A2", "项目名称", 1), Text("B2", "甲项目", 1), Blank("C2", 1)), Row(3, Text("A3", "指标", 1), Text("B3", "一", 1), Text("C3", "二", 1)),
                Row(4, Blank("A4", 1), Text("B4", "三", 1), Text("C4", "四", 1)))
            + "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"A3:A4\"/></mergeCells>");

        Assert.Equal("项目支出绩效自评表", Assert.Single(sheet.Lines).Text);
        Assert.Equal(["项目名称 | 甲项目 1x2", "指标 2x1 | 一 | 二", "三 | 四"], Assert.Single(sheet.Tables).Drawn());
        Assert.True(sheet.Lines[0].Box.Bottom <= sheet.Tables[0].RowEdges[0]);
    }

    [Fact]
    public void An_empty_row_parts_two_tables_but_not_one_that_is_framed_or_that_a_merged_cell_crosses()
    {
        var sheet = Read(
            Rows(Row(1, Text("A1", "a", 1), Text("B1", "b", 1)), Row(2, Blank("A2", 1), Blank("B2", 1)), Row(3, Text("A3", "c", 1), Text("B3", "d", 1)),
                Row(5, Text("A5", "e", 1), Text("B5", "f", 1)), Row(7, Text("B7", "g", 1)))
            + "<mergeCells><mergeCell ref=\"A5:A7\"/></mergeCells>");

        Assert.Equal([["a | b", " | ", "c | d"], ["e 3x1 | f", "", "g"]], sheet.Tables.Select(Joined));

        static string[] Joined(SheetTable table) => table.Drawn();
    }

    [Fact]
    public void A_sheet_without_any_frame_is_a_table_where_its_rows_have_columns_and_lines_where_not()
    {
        var sheet = Read(Rows(Row(1, Text("A1", "only a title", 0)), Row(3, Text("A3", "name", 0), Text("B3", "value", 0)), Row(4, Text("A4", "x", 0), Text("B4", "1", 0))));

        Assert.Equal("only a title", Assert.Single(sheet.Lines).Text);
        Assert.Equal(["name | value", "x | 1"], Assert.Single(sheet.Tables).Drawn());
    }

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_left_out_and_told()
    {
        var file = OfficeComposer.Workbook(
            ("表一", "<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\"/></cols>" + Rows(
                Row(1, Text("A1", "a", 0), Text("B1", "secret", 0), Text("C1", "c", 0)),
                "<row r=\"2\" hidden=\"1\">" + Text("A2", "gone", 0) + "</row>",
                Row(3, Text("A3", "d", 0), Text("C3", "e", 0)))),
            ("表二!", Rows(Row(1, Text("A1", "hidden", 0)))),
            ("表三", Rows(Row(1, Text("A1", "third", 0))))).ToBytes();

        Assert.Equal(2, Opened.File(file).Head.PageCount);
        Assert.Equal(["a | c", "d | e"], Assert.Single(Opened.Sheet(file).Tables).Drawn());
        Assert.Equal("third", Assert.Single(Opened.Sheet(file, 2).Lines).Text);
        Assert.Equal(
            ["表一: 1 hidden rows and 1 hidden columns with something in them were left out.", "表二: the sheet is hidden and was left out."],
            Opened.Remarks(file));
    }

    [Fact]
    public void A_merged_cell_in_a_row_of_no_height_makes_a_table_no_wider()
    {
        var file = OfficeComposer.Workbook(("S", Rows(
            "<row r=\"1\" ht=\"0\">" + Text("A1", "a", 0) + Text("B1", "b", 0) + "</row>",
            Row(2, Text("A2", "", 0), Text("B2", "c", 0))) + "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>")).ToBytes();
        var sheet = Opened.Sheet(file);
        Assert.All(sheet.Tables, table => Assert.Equal(
            (table.RowEdges.Length - 1) * (table.ColumnEdges.Length - 1), table.Cells.Sum(cell => cell.RowSpan * cell.ColumnSpan)));
        Assert.Equal(["a", "c"], sheet.Tables.SelectMany(table => table.Cells).Select(cell => cell.Text).Concat(sheet.Lines.Select(line => line.Text)));
    }

    [Fact]
    public void Texts_are_what_is_seen()
    {
        var file = OfficeComposer.Workbook(("S", Rows(Row(1,
                "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"B1\" t=\"s\"><v>1</v></c>", "<c r=\"C1\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>",
                "<c r=\"D1\" t=\"e\"><v>#DIV/0!</v></c>", "<c r=\"E1\" t=\"b\"><v>1</v></c>", "<c r=\"F1\" t=\"str\"><f>A1</f><v>text</v></c>", "<c r=\"G1\"><f>1+1</f><v>2</v></c>"))))
            .Strings("<r><t>目标</t></r><rPh sb=\"0\" eb=\"1\"><t>mubiao</t></rPh><r><t xml:space=\"preserve\"> 一</t></r>", "<t>第一行_x000D_&#10;第二行</t>").ToBytes();

        Assert.Equal(["目标 一 | 第一行/第二行 | inline | #DIV/0! | TRUE | text | 2"], Assert.Single(Opened.Sheet(file).Tables).Drawn());
    }

    [Fact]
    public void A_formula_without_a_stored_result_is_never_computed_nor_taken_for_an_empty_cell()
    {
        var file = OfficeComposer.Workbook(("S", Rows(Row(1, "<c r=\"A1\"><v>1</v></c>", "<c r=\"B1\"><f>SUM(A1:A9)</f><v></v></c>")))).ToBytes();

        Assert.Equal(["1 | =SUM(A1:A9)"], Assert.Single(Opened.Sheet(file).Tables).Drawn());
        Assert.Contains("B1", Assert.Single(Opened.Remarks(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_format_that_is_not_known_gives_what_is_stored_and_a_remark()
    {
        var file = OfficeComposer.Workbook(("S", Rows(Row(1, "<c r=\"A1\" s=\"2\"><v>0.5</v></c>", "<c r=\"B1\"><v>1</v></c>")))).Styles("# ?/?").ToBytes();

        Assert.Equal(["0.5 | 1"], Assert.Single(Opened.Sheet(file).Tables).Drawn());
        Assert.Contains("# ?/?", Assert.Single(Opened.Remarks(file)), StringComparison.Ordinal);
    }

    [Fact]
    public void Places_are_in_points_by_the_widths_and_heights_of_the_worksheet()
    {
        var sheet = Read(
            "<sheetFormatPr defaultRowHeight=\"20\"/><cols><col min=\"1\" max=\"1\" width=\"19.29\"/></cols>"
            + Rows("<row r=\"2\" ht=\"30\">" + Text("A2", "a", 1) + Text("B2", "b", 1) + "</row>", Row(3, Text("A3", "c", 1), Text("B3", "d", 1))));

        var table = Assert.Single(sheet.Tables);
        Assert.Equal([0, 105, 153], table.ColumnEdges.Select(edge => Math.Round(edge)));
        Assert.Equal([20.0, 50, 70], table.RowEdges.ToArray());
        Assert.Equal((153, 70.0), (Math.Round(sheet.Width), sheet.Height));
    }

    [Fact]
    public void Dates_may_be_counted_from_1904()
    {
        var file = OfficeComposer.Workbook(("S", Rows(Row(1, "<c r=\"A1\" s=\"2\"><v>42798</v></c>", "<c r=\"B1\"><v>1</v></c>")))).Styles("yyyy/m/d")
            .Change("xl/workbook.xml", xml => xml.Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal)).ToBytes();

        Assert.Equal(["2021/3/5 | 1"], Assert.Single(Opened.Sheet(file).Tables).Drawn());
    }

    [Fact]
    public void What_the_file_says_of_its_size_costs_nothing()
    {
        var sheet = Read(
            "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"16384\" width=\"9\" style=\"1\"/></cols>"
            + Rows(Row(1, Text("A1", "a", 1), Text("B1", "b", 1)), Row(2, Text("A2", "c", 1), Text("B2", "d", 1)))
            + "<mergeCells><mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"C1:XFD1048576\"/></mergeCells>");

        Assert.Equal(["a 1x2", "c | d"], Assert.Single(sheet.Tables).Drawn());
    }

    [Fact]
    public void A_table_of_more_slots_than_the_limit_is_unread_and_the_other_sheets_are_read()
    {
        var file = OfficeComposer.Workbook(
            ("wide", Rows(Row(1, Text("A1", "a", 0), Text("XFD1", "b", 0)), Row(1048576, Text("A1048576", "c", 0))) + "<mergeCells><mergeCell ref=\"A1:A1048576\"/></mergeCells>"),
            ("S", Rows(Row(1, Text("A1", "x", 0))))).ToBytes();

        Assert.Equal(UnreadReason.TooLarge, Opened.Unread(file).Reason);
        Assert.Single(Opened.Sheet(file, 2).Lines);
    }

    [Fact]
    public void A_sheet_that_is_damaged_is_unread_and_the_others_are_read()
    {
        var file = OfficeComposer.Workbook(("bad", Rows(Row(1, "<c r=\"A1\" t=\"s\"><v>99</v></c>"))), ("S", Rows(Row(1, Text("A1", "x", 0))))).ToBytes();

        Assert.Equal(UnreadReason.Damaged, Opened.Unread(file).Reason);
        Assert.Single(Opened.Sheet(file, 2).Lines);
    }

    internal static string Rows(params string[] rows) => "<sheetData>" + string.Concat(rows) + "</sheetData>";

    internal static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    internal static string Text(string place, string text, int style) => $"<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Blank(string place, int style) => $"<c r=\"{place}\" s=\"{style}\"/>";

    private static Sheet Read(string content) => Opened.Sheet(OfficeComposer.Workbook(("S", content)).Styles().ToBytes());
}

using Extractor.Core.Pages;

namespace Extractor.Ingestion.Tests.Office;

public sealed class TextDocumentTests
{
    [Fact]
    public void Headings_and_tables_keep_their_order_and_cells_their_spans()
    {
        var page = Read(
            P("项目支出绩效自评表") + P("（2022年度）")
            + Table(3, Tr(Tc("项目名称"), Tc("甲项目", "<w:gridSpan w:val=\"2\"/>")), Tr(Tc("指标", "<w:vMerge w:val=\"restart\"/>"), Tc("一"), Tc("二")), Tr(Tc("", "<w:vMerge/>"), Tc("三"), Tc("四")))
            + P("以下无正文") + Table(2, Tr(Tc("a"), Tc("b"))));

        Assert.Equal(["项目支出绩效自评表", "（2022年度）", "以下无正文"], page.Lines.Select(line => line.Text));
        Assert.Equal(["项目名称 | 甲项目 1x2", "指标 2x1 | 一 | 二", "三 | 四"], page.Tables[0].Drawn());
        Assert.Equal(["a | b"], page.Tables[1].Drawn());
        Assert.True(page.Lines[1].Box.Bottom <= page.Tables[0].RowEdges[0] && page.Tables[0].RowEdges[^1] <= page.Lines[2].Box.Top);
        Assert.Equal([36.0, 136, 236, 336], page.Tables[0].ColumnEdges.ToArray());
    }

    [Fact]
    public void A_row_may_begin_late_and_end_early_and_cells_may_be_merged_to_the_left()
    {
        var page = Read(Table(3,
            Tr(Tc("a"), Tc("b"), Tc("c")),
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>" + Tc("d") + "</w:tr>",
            Tr(Tc("e", "<w:hMerge w:val=\"restart\"/>"), Tc("", "<w:hMerge/>"), Tc("f"))));

        Assert.Equal(["a | b | c", " | d | ", "e 1x2 | f"], Assert.Single(page.Tables).Drawn());
    }

    [Fact]
    public void A_cell_that_goes_on_none_above_it_is_a_cell() =>
        Assert.Equal(["x | y", "a 1x2"], Assert.Single(Read(Table(2, Tr(Tc("x"), Tc("y")), Tr(Tc("a", "<w:gridSpan w:val=\"2\"/><w:vMerge/>")))).Tables).Drawn());

    [Theory]
    [InlineData("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r>", "一/二")]
    [InlineData("<w:r><w:t>50</w:t><w:tab/><w:t xml:space=\"preserve\">个 </w:t></w:r>", "50 个")]
    [InlineData("<w:ins w:id=\"1\"><w:r><w:t>新</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>旧</w:delText></w:r></w:del>", "新")]
    [InlineData("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>", "显")]
    [InlineData("<w:hyperlink w:anchor=\"x\"><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", "7")]
    [InlineData("<w:smartTag w:uri=\"u\" w:element=\"date\"><w:r><w:t>2022</w:t></w:r><w:r><w:t>年</w:t></w:r></w:smartTag><w:r><w:t>度</w:t></w:r>", "2022年度")]
    [InlineData("<w:sdt><w:sdtContent><w:r><w:t>内容</w:t></w:r></w:sdtContent></w:sdt>", "内容")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>否</w:t></w:r>", "☑是□否")]
    [InlineData("<w:r><w:ruby><w:rt><w:r><w:t>mu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>目</w:t></w:r></w:rubyBase></w:ruby></w:r>", "目")]
    public void A_text_is_what_is_seen_of_it(string runs, string expected)
    {
        var table = Assert.Single(Read(Table(2, Tr("<w:tc><w:p>" + runs + "</w:p></w:tc>", Tc("x")))).Tables);
        Assert.Equal([expected + " | x"], table.Drawn());
    }

    [Fact]
    public void Rows_that_are_deleted_are_left_out_and_told()
    {
        var content = OfficeComposer.TextDocument(Table(2,
            Tr(Tc("a"), Tc("b")), "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + Tc("gone") + Tc("gone") + "</w:tr>", Tr(Tc("c"), Tc("d")))
            + "<w:p><w:del w:id=\"3\"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>").ToBytes();
        Assert.Equal(["a | b", "c | d"], Assert.Single(Opened.Sheet(content).Tables).Drawn());
        Assert.Equal(["The document has tracked changes. They were read as accepted."], Opened.Remarks(content));
    }

    [Fact]
    public void A_text_box_is_read_once()
    {
        var box = "<w:txbxContent>" + P("in the box") + "</w:txbxContent>";
        var page = Read(
            "<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"u\"><wps:wsp><wps:txbx>"
            + box + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
            + box + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
        Assert.Equal(["before", "in the box"], page.Lines.Select(line => line.Text));
    }

    [Fact]
    public void A_table_that_only_lays_out_is_gone_through_and_one_with_a_small_table_inside_is_data()
    {
        var inner = Table(2, Tr(Tc("a"), Tc("b")), Tr(Tc("c"), Tc("d")));
        var layout = Read(Table(1, Tr("<w:tc>" + P("title") + inner + P("after") + "</w:tc>")));
        Assert.Equal(["a | b", "c | d"], Assert.Single(layout.Tables).Drawn());
        Assert.Equal(["title", "after"], layout.Lines.Select(line => line.Text));

        var data = Read(Table(2, Tr(Tc("1"), Tc("2")), Tr(Tc("3"), Tc("4")), Tr(Tc("5"), "<w:tc>" + inner + P("") + "</w:tc>")));
        Assert.Equal(["1 | 2", "3 | 4", "5 | a b/c d"], Assert.Single(data.Tables).Drawn());
    }

    [Fact]
    public void A_document_without_a_body_has_a_page_with_nothing_on_it() => Assert.Empty(Read("").Lines);

    private static Sheet Read(string body) => Opened.Sheet(OfficeComposer.TextDocument(body).ToBytes());

    private static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Table(int columns, params string[] rows) =>
        "<w:tbl><w:tblGrid>" + string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"2000\"/>", columns)) + "</w:tblGrid>" + string.Concat(rows) + "</w:tbl>";

    private static string Tr(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Tc(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
}

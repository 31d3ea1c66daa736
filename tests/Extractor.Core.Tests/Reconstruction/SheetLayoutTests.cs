using System.Collections.Immutable;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

/// <summary>Pages whose tables are given and not drawn.</summary>
public class SheetLayoutTests
{
    [Fact]
    public void A_given_table_comes_out_as_it_is_with_places_on_its_page()
    {
        var sheet = new Sheet(1, 300, 200, [new SheetTable(
            [10, 60, 110, 160], [20, 40, 60],
            [new SheetCell(0, 0, 2, 1, "指标"), new SheetCell(0, 1, 1, 2, "一\n二"), new SheetCell(1, 1, 1, 1, ""), new SheetCell(1, 2, 1, 1, "a very long text that has no room")])], []);

        var table = Assert.Single(Join(sheet));

        Assert.Equal((2, 3), (table.RowCount, table.ColumnCount));
        Assert.Equal(["指标", "一二", "", "a very long text that has no room"], table.Cells.Select(cell => cell.Text));
        Assert.Equal([new Box(10, 20, 60, 60), new Box(60, 20, 160, 40), new Box(60, 40, 110, 60), new Box(110, 40, 160, 60)], table.Cells.Select(cell => cell.Parts[0].Box));
        Assert.All(table.Cells, cell => Assert.All(cell.Parts[0].Lines, line =>
        {
            Assert.True(cell.Parts[0].Box.Contains(new Point(line.Box.Left, line.Box.Top)) && cell.Parts[0].Box.Contains(new Point(line.Box.Right, line.Box.Bottom)));
        }));
    }

    [Theory]
    [InlineData("一\n二", "一二")]
    [InlineData("first\nsecond", "first second")]
    [InlineData("136,250.5\n4", "136,250.5 4")]
    [InlineData(" \n a \n\n b ", "a b")]
    public void A_line_break_of_the_author_ends_a_word_and_leaves_no_trace_in_Chinese(string text, string expected) =>
        Assert.Equal(expected, Join(OneTable(1, text))[0].Cells[0].Text);

    [Fact]
    public void Tables_of_two_sheets_are_two_even_where_a_page_break_would_join_them()
    {
        var tables = Join(OneTable(1, "a"), OneTable(2, "b"));
        Assert.Equal([[1], [2]], tables.Select(table => table.Pages.ToArray()));
    }

    [Fact]
    public void What_stands_above_a_table_is_its_heading_though_it_stands_on_every_sheet_and_what_stands_below_the_last_is_not_the_next_one_s()
    {
        ImmutableArray<SheetLine> lines = [new SheetLine("绩效自评", new Box(10, 0, 100, 10)), new SheetLine("1", new Box(10, 180, 100, 190))];
        var tables = Join([.. Enumerable.Range(1, 4).Select(number => OneTable(number, "a") with { Lines = lines })]);
        Assert.All(tables, table => Assert.Equal("绩效自评", Assert.Single(table.Heading).Line.Text));
    }

    [Fact]
    public void A_single_cell_is_a_frame_around_lines()
    {
        var frame = new SheetTable([0, 100], [0, 40], [new SheetCell(0, 0, 1, 1, "一\n二")]);
        var layout = SheetLayout.Of(new Sheet(1, 100, 40, [frame], []));
        Assert.Empty(layout.Fragments);
        Assert.Equal(["一", "二"], layout.Lines.Select(line => line.Text));
    }

    private static Table[] Join(params Sheet[] sheets) =>
        [.. TableStitcher.Join(PageFurniture.Remove(sheets.Select(SheetLayout.Of), TableLandmarks.None), TableLandmarks.None)];

    private static Sheet OneTable(int number, string text) => new(
        number, 200, 200, [new SheetTable([10, 60, 110], [20, 40], [new SheetCell(0, 0, 1, 1, text), new SheetCell(0, 1, 1, 1, "x")])], []);
}

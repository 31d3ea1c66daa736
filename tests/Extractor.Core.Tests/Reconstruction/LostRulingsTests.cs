using System.Text;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

/// <summary>A table of three columns and three rows, of which the second lost the rulings within it.</summary>
public sealed class LostRulingsTests
{
    private const double Size = 10;

    private static readonly double[] Columns = [50, 150, 300, 450], Rows = [100, 130, 160, 190];

    [Theory]
    [InlineData("项目名称", 80, "家庭经济", 151, "项目名称|家庭经济")]       // at the ruling that letters touch
    [InlineData("项目名称", 80, "家庭经济", 146, "项目名称|家庭经济")]       // and over it
    [InlineData("项目名称", 110, "家庭经济", 148, "项目名称|家庭经济")]      // the label touches it as well
    [InlineData("项目名称", 80, "家庭经济", 330, "项目名称|家庭经济")]       // of two columns the nearer one
    [InlineData("家庭经济", 80, "实施单位", 200, "家庭经济|实施单位")]       // a value before a label
    [InlineData("家庭经济", 80, "困难学生", 200, "家庭经济困难学生")]         // no label
    [InlineData("项目名称", 60, "家庭经济", 105, "项目名称家庭经济")]         // no column begins between them
    [InlineData("其中：", 60, "财政拨款", 160, "其中：财政拨款")]             // one label
    public void A_label_and_its_value_are_in_cells_of_their_own(string first, double at, string second, double then, string cells) =>
        Assert.Equal(cells, Row([(first, at, 140), (second, then, 140)], isRecognised: true));

    [Fact]
    public void The_labels_of_a_head_are_in_cells_of_their_own() =>
        Assert.Equal("项目名称|实施单位|财政拨款", Row([("项目名称", 80, 140), ("实施单位", 200, 140), ("财政拨款", 350, 140)], isRecognised: true));

    [Fact]
    public void Lines_of_one_label_are_one() =>
        Assert.Equal("项目名称|家庭经济", Row([("项目", 80, 134), ("家庭经济", 160, 140), ("名称", 80, 146)], isRecognised: true));

    [Fact]
    public void A_text_layer_stays() => Assert.Equal("项目名称家庭经济", Row([("项目名称", 80, 140), ("家庭经济", 151, 140)], isRecognised: false));

    [Fact]
    public void A_divided_cell_begins_at_its_column()
    {
        var cells = Layout([("项目名称", 80, 140), ("家庭经济", 330, 140)], isRecognised: true).Fragments[0].Cells.Where(cell => cell.Row == 1);
        Assert.Equal([(0, 2, 50.0, 300.0), (2, 1, 300.0, 450.0)], cells.Select(cell => (cell.Column, cell.ColumnSpan, cell.Box.Left, cell.Box.Right)));
    }

    private static string Row((string Text, double Left, double Top)[] lines, bool isRecognised)
    {
        var fragment = Layout(lines, isRecognised).Fragments[0];
        return string.Join('|', fragment.Cells.Where(cell => cell.Row == 1).Select(fragment.TextOf).Select(text => text.Replace(" ", "", StringComparison.Ordinal)));
    }

    private static PageLayout Layout((string Text, double Left, double Top)[] lines, bool isRecognised)
    {
        var landmarks = TableLandmarks.None with { Words = ["项目名称", "实施单位", "财政拨款"] };
        var glyphs = lines.Index().SelectMany(line => line.Item.Text.EnumerateRunes().Select((rune, i) => Glyph(rune, line.Item.Left + (Size * i), line.Item.Top, isRecognised ? line.Index + 1 : 0)));
        var page = new Page(1, 600, 800, isRecognised ? PageOrigin.Ocr : PageOrigin.Text, 0, 0, [.. glyphs], [.. Rulings()])
        {
            LineReadings = isRecognised ? [.. lines.Select(_ => new LineReading(Reader.PpOcr, []))] : [],
        };
        return LayoutAnalysis.Of(page, landmarks);
    }

    private static IEnumerable<Ruling> Rulings()
    {
        foreach (var y in Rows)
        {
            yield return new Ruling(RulingDirection.Horizontal, y, new Extent(Columns[0], Columns[^1]), 1);
        }

        foreach (var (i, x) in Columns.Index())
        {
            var parts = i == 0 || i == Columns.Length - 1 ? [(Rows[0], Rows[^1])] : ((double, double)[])[(Rows[0], Rows[1]), (Rows[2], Rows[3])];
            foreach (var (from, to) in parts)
            {
                yield return new Ruling(RulingDirection.Vertical, x, new Extent(from, to), 1);
            }
        }
    }

    private static Glyph Glyph(Rune rune, double left, double top, int reading) =>
        new(rune, new Box(left, top, left + Size, top + Size), new Point(left, top + (0.86 * Size)), Size, Turn: 0, 0.99) { ReadingNumber = reading };
}

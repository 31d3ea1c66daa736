using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

public class LabelReadingsTests
{
    private static readonly string[] Words = ["分值", "得分", "一级指标", "二级指标", "三级指标", "数量指标", "质量指标", "年度指标值", "偏差原因分析及改进措施", "项目年度目标", "项目效益", "项目绩效", "全年(调整)绩效目标"];

    [Theory]
    [InlineData("分值.", "分值")]
    [InlineData("I得分", "得分")]
    [InlineData("“--级指标", "一级指标")]
    [InlineData("年度指标直", "年度指标值")]
    [InlineData("度指标值", "年度指标值")]
    [InlineData("项目效〓", "项目效益")] // and not 项目绩效
    [InlineData("偏差原囚分析及改迸措施", "偏差原因分析及改进措施")]
    public void A_recognised_text_that_is_nearly_a_label_is_that_label(string read, string label)
    {
        var line = Read(0.6, [read])[0][0];
        Assert.Equal(label, line.Text);
        Assert.True(line.Confidence <= 0.9);
        Assert.Equal(read, line.Reading!.Alternatives[0]);
    }

    [Theory]
    [InlineData("数量指标")]
    [InlineData("〓量指标")] // 数 or 质
    [InlineData("级指标")]
    [InlineData("分值10")]
    [InlineData("效量指标值")]
    [InlineData("10")]
    [InlineData("……")]
    public void A_label_and_a_text_near_to_none_or_to_several_stay(string read) => Assert.Equal(read, Read(0.6, [read])[0][0].Text);

    [Fact]
    public void Of_several_labels_it_is_none_that_stands_in_its_row_already() =>
        Assert.Equal("一级指标", Read(0.6, ["级指标"], ["二级指标"], ["三级指标"])[0][0].Text);

    [Theory]
    [InlineData("分直", 0.7, "分值")]
    [InlineData("分直", 0.95, "分直")]   // recognition is sure of it
    [InlineData("权重", 0.7, "权重")]   // near to none
    public void A_header_of_two_characters_is_read_among_headers(string read, double confidence, string header)
    {
        (string Text, double Confidence)[] beside = [("二级指标", 0.99), ("三级指标", 0.99), ("得分", 0.99)];
        Assert.Equal(header, ReadAmong(read, confidence, beside));
        Assert.Equal(read, ReadAmong(read, confidence, beside[1..]));
    }

    private static string ReadAmong(string read, double confidence, (string Text, double Confidence)[] beside) =>
        Corrected([[Line(read, 0, 0, confidence)], .. beside.Select((cell, i) => (TextLine[])[Line(cell.Text, (i + 1) * Width, 0, cell.Confidence)])])[0][0].Text;

    [Fact]
    public void What_recognition_is_sure_of_is_no_other_word() => Assert.Equal("年度指标直", Read(0.99, ["年度指标直"])[0][0].Text);

    [Theory]
    [InlineData("项目年度日标", 0.97, "项目年度目标")]
    [InlineData("全年(调整(绩效目标", 0.97, "全年(调整)绩效目标")]
    [InlineData("项目年度日标", 1, "项目年度日标")]
    [InlineData("全年(调整绩效目标", 0.99, "全年(调整)绩效目标")]
    [InlineData("全年(调整2绩效目标", 0.97, "全年(调整2绩效目标")]
    public void Of_a_long_label_recognition_may_be_surer(string read, double confidence, string label) => Assert.Equal(label, Read(confidence, [read])[0][0].Text);

    [Fact]
    public void A_label_without_its_first_stroke_is_that_label_however_sure_the_rest_is() =>
        Assert.Equal("一级指标", Read(0.999, ["级指标"], ["二级指标"], ["三级指标"])[0][0].Text);

    // 满意度指标(10分), cut by the end of the page within its points.
    [Theory]
    [InlineData("数量指标(1", 0, "数量指标(1")]
    [InlineData("数量指标(", 0, "数量指标(")]
    [InlineData("数量指标(1", 1, "数量指标")]
    [InlineData("数量指标.1", 0, "数量指标")]
    public void Points_that_may_go_on_in_the_next_page_are_no_remains(string read, int rowsBelow, string label) =>
        Assert.Equal(label, Corrected([[Line(read, 0, 0, 0.6)]], rowsBelow)[0][0].Text);

    [Fact]
    public void A_text_layer_stays() => Assert.Equal("分值.", Read(null, ["分值."])[0][0].Text);

    [Fact]
    public void A_label_of_two_lines_is_read_as_one() => Assert.Equal(["年度指", "标值"], Read(0.6, ["年度指", "标直"])[0].Select(line => line.Text));

    [Theory]
    [InlineData(0.85, "年度指标值")]
    [InlineData(0.95, "年度指标值54—")]
    public void Unsure_lines_beside_a_label_are_remains_of_a_seal(double ofRemains, string text) => Assert.Equal(
        text, string.Concat(Corrected([(TextLine[])[Line("年度指标值", 0, 0, 0.97), Line("54", 0, 1, ofRemains), Line("—", 0, 2, 0.99)]])[0].Select(line => line.Text)));

    /// <param name="confidence">Of a recogniser; null for a text layer.</param>
    /// <param name="cells">The lines of each cell of a row.</param>
    /// <returns>The same after reading.</returns>
    private static TextLine[][] Read(double? confidence, params string[][] cells) =>
        Corrected([.. cells.Select((lines, column) => lines.Select((text, i) => Line(text, column * Width, i, confidence)).ToArray())]);

    private const double Width = 100;

    private static TextLine[][] Corrected(TextLine[][] cells, int rowsBelow = 0)
    {
        var row = cells.Select((lines, column) => new Cell(0, column, 1, 1, new Box(column * Width, 0, (column + 1) * Width, 40), [.. lines], false, false));
        var fragment = new Fragment(1, new Box(0, 0, cells.Length * Width, 40), [.. Enumerable.Range(0, cells.Length + 1).Select(edge => edge * Width)], [.. Enumerable.Range(0, rowsBelow + 2).Select(edge => edge * 40.0)], [.. row]);
        var layout = LabelReadings.Corrected(new PageLayout(1, 600, 800, [fragment], []), [.. Words]);
        return [.. layout.Fragments[0].Cells.Select(cell => cell.Lines.ToArray())];
    }

    private static TextLine Line(string text, double left, int number, double? confidence) =>
        new(text, new Box(left + 5, (12 * number) + 2, left + 5 + (10 * text.Length), (12 * number) + 12), 10, 10, 10, 10, false, false, confidence ?? 1)
        {
            Reading = confidence is null ? null : new LineReading(Reader.PpOcr, []),
        };
}

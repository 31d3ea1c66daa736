using System.Collections.Immutable;
using System.Text;
using Extractor.Core.Pages;
using Extractor.Ingestion.Images;
using Extractor.Ingestion.Ocr;

namespace Extractor.Ingestion.Tests.Ocr;

/// <summary>Which way a page stands, told by what its longest lines say.</summary>
public sealed class SenseTests
{
    [Fact]
    public void Lines_with_words_of_forms_stand_upright() => Assert.True(Of("财政项目支出绩效自评表", "实际完成情况", "年度指标值", "数行执").IsUpright);

    [Fact]
    public void Labels_written_downwards_do_not_make_a_page_upright_though_lines_on_their_side_look_like_short_ones()
    {
        var onItsSide = Of("年度总体目标", "绩效指标", "本升使实", "合提，充");
        Assert.False(onItsSide.IsUpright);
        Assert.True(Of("结合本单位职能和三年行动计划，资助企业", "财政项目支出绩效自评表", "项目名称").IsMoreThan(onItsSide));
    }

    [Fact]
    public void One_label_written_downwards_does_not_make_a_page_upright() => Assert.False(Of("年度目标完成情况", "数行执", "算预").IsUpright);

    [Fact]
    public void More_lines_with_words_make_more_sense() => Assert.True(Of("执行数", "预算数", "算").IsMoreThan(Of("年度目标完成情况", "数行执", "算预")));

    // The end of a table on a page of its own, and the same on its side: three lines of a label become one, and 标 stays 标.
    [Theory]
    [InlineData("部门决算公开材料", "信用监管长效机制", "服务", "100%", "10.00")]
    [InlineData("部门决算公开材料", "信用监管长效机制", "服务")]
    public void What_is_read_of_a_page_on_its_side_makes_no_more_sense_than_what_stands_upright_on_few_lines(params string[] upright)
    {
        var onItsSide = Of(0.92, "务象指标服对满度材", "影指标续响材", "度憶指标满度材");
        var straight = Of(0.999, upright);
        Assert.Equal(upright.Length == 3, onItsSide.IsMoreThan(straight));
        Assert.False(Of(0.85, "务象指标服对满度材", "影指标续响材", "度憶指标满度材").IsMoreThan(straight));
    }

    [Fact]
    public void Numbers_beside_short_labels_stand_upright_whatever_is_written_downwards_beside_them()
    {
        var last = Of(0.99, "服务对", "度指标", "满意度", "98.74", "10.00", "=85%", "100");
        Assert.True(last.IsUpright);
        Assert.False(Of(0.8, "服务对", "度指标", "满意度", "98.74", "10.00", "=85%", "100").IsUpright);
        Assert.False(Of(0.99, "服务对", "度指标", "满意度", "98.74", "10.00", "1专2路", "1").IsUpright);
    }

    [Fact]
    public void A_page_without_text_stands_as_it_is() => Assert.True(Of().IsUpright);

    private static Sense Of(params string[] lines) => Of(0.8, lines);

    private static Sense Of(double sureness, params string[] lines)
    {
        var picture = new Grey(400, 400, new byte[400 * 400]);
        var spots = lines.Select((line, i) => new TextSpot(new PixelBox(10, 40 * i, 10 + (30 * line.Length), (40 * i) + 30), 0, false, true)).ToArray();
        var straight = new StraightPicture(picture, new Bitmap(400, 400, new byte[400 * 400]), [], spots, 30, 300, new PictureTurn(96, 96, 0, 0));
        return Sense.Of(straight, new Said(sureness, lines.OrderByDescending(line => line.Length)));
    }

    /// <summary>Reads what a test says, the longest line first.</summary>
    private sealed class Said(double sureness, IEnumerable<string> lines) : IRecognizer
    {
        public string Engine => "test";

        public ImmutableArray<RecognizedLine> Read(Grey page, IReadOnlyList<PixelBox> boxes) =>
            [.. lines.Take(boxes.Count).Select(line => new RecognizedLine([.. line.EnumerateRunes().Select(rune => new RecognizedCharacter(new Rune(rune.Value), 0.5, sureness, []))]))];
    }
}

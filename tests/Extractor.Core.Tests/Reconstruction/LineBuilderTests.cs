using System.Text;
using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

public class LineBuilderTests
{
    [Fact]
    public void Chinese_is_joined_without_blanks_and_Latin_words_keep_theirs() =>
        Assert.Equal(["项目资金 (元)", "IT services 2022"], Lines(new PageDrawing().Text(50, 50, "项目资金 (元)").Text(50, 65, "IT services 2022")));

    [Fact]
    public void A_number_is_one_word_although_its_digits_have_side_bearings() =>
        Assert.Equal(["136,250.54"], Lines(new PageDrawing().Text(50, 50, "136,250.54")));

    [Fact]
    public void A_gap_without_a_blank_between_words_reads_as_one() =>
        Assert.Equal(["100 98.15"], Lines(new PageDrawing().Text(50, 50, "100").Text(72, 50, "98.15")));

    [Fact]
    public void Lines_come_top_to_bottom_whatever_the_content_order() =>
        Assert.Equal(["一级", "指标"], Lines(new PageDrawing().Text(50, 65, "指标").Text(50, 50, "一级")));

    [Fact]
    public void A_vertical_label_is_read_downwards_even_where_its_glyphs_overlap()
    {
        var page = new PageDrawing();
        for (var i = 0; i < 4; i++)
        {
            page.Text(50, 50 + (6 * i), "绩效指标"[i].ToString());
        }

        Assert.Equal("绩效指标", string.Concat(Lines(page)));
    }

    [Fact]
    public void Columns_of_upright_glyphs_are_read_from_right_to_left() =>
        Assert.Equal(["年度总体", "目标"], Lines(new PageDrawing().TextDown(70, 50, "年度总体").TextDown(55, 50, "目标")));

    [Fact]
    public void Text_turned_by_90_degrees_is_read_down_the_page()
    {
        var glyphs = "绩效指标".EnumerateRunes().Select((rune, i) =>
            new Glyph(rune, new Box(51, 50 + (10 * i), 59, 59 + (10 * i)), new Point(52, 50 + (10 * i)), 10, 90, 1)).ToArray();
        Assert.Equal("绩效指标", Assert.Single(LineBuilder.Build(glyphs, [])).Text);
    }

    [Fact]
    public void A_line_is_as_sure_as_its_least_sure_glyph()
    {
        var glyphs = new PageDrawing().Text(50, 50, "12").Page().Glyphs.ToArray();
        glyphs[1] = glyphs[1] with { Confidence = 0.7 };
        Assert.Equal(0.7, Assert.Single(LineBuilder.Build(glyphs, [])).Confidence);
    }

    /// <summary>A line as it was recognised keeps its other readings; one that is put together from several has none.</summary>
    [Fact]
    public void Glyphs_lead_to_what_was_recognised_in_their_line()
    {
        LineReading[] readings = [new(Reader.PpOcr, ["12.80"]), new(Reader.PpOcr, ["万兀"])];
        Glyph At(double left, char character, int reading) =>
            new(new Rune(character), new Box(left, 50, left + 9, 59), new Point(left, 58), 10, 0, 0.9) { ReadingNumber = reading };

        Assert.Equal<string>(["万兀"], Read(At(50, '万', 2), At(60, '元', 2))!.Alternatives);
        Assert.Empty(Read(At(40, '8', 1), At(50, '万', 2))!.Alternatives);
        Assert.Null(Read(At(40, '8', 0)));

        LineReading? Read(params Glyph[] glyphs) => Assert.Single(LineBuilder.Build(glyphs, [.. readings])).Reading;
    }

    private static string[] Lines(PageDrawing page) => [.. LineBuilder.Build(page.Page().Glyphs.AsSpan(), []).Select(line => line.Text)];
}

using Extractor.Core.Geometry;
using Extractor.Core.Pages;
using Extractor.Core.Reconstruction;

namespace Extractor.Core.Tests.Reconstruction;

public class TextJoiningTests
{
    /// <summary>Lines of 10 pt glyphs (digits and letters 5 pt wide) in a cell with the given room.</summary>
    public static TheoryData<double, string[], string> Cases => new()
    {
        { 50, ["区委干部选", "拔任用工作"], "区委干部选拔任用工作" },
        { 48, ["136,250.5", "4"], "136,250.54" },
        { 48, ["98.210000", "00000001"], "98.21000000000001" },
        { 24, ["34.2", "6%"], "34.26%" },
        { 120, ["Word processing", "licences"], "Word processing licences" },
        { 120, ["采购", "CEO特训营"], "采购CEO特训营" },
        { 49, ["举办全区C", "EO特训营"], "举办全区CEO特训营" },
        { 200, ["100", "200"], "100 200" },
        { 50, ["单行"], "单行" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lines_are_joined_as_they_were_written_before_the_wrap(double room, string[] lines, string whole)
    {
        var page = new PageDrawing();
        for (var i = 0; i < lines.Length; i++)
        {
            page.Text(50, 50 + (14 * i), lines[i]);
        }

        Assert.Equal(whole, TextJoining.Join(LineBuilder.Build(page.Page().Glyphs.AsSpan(), []), room));
    }

    [Theory]
    [InlineData(53, "预算数8870万元，执行")]
    [InlineData(70, "预算数88 70万元，执行")]
    public void The_first_line_of_a_paragraph_is_indented_and_has_less_room(double room, string whole)
    {
        var page = new PageDrawing().Text(60, 50, "预算数88").Text(50, 64, "70万元，执行").Page();
        Assert.Equal(whole, TextJoining.Join(LineBuilder.Build(page.Glyphs.AsSpan(), []), room));
    }

    [Theory]
    [InlineData(0.98, 0.63, "产出（50分）")]
    [InlineData(0.63, 0.98, "产出(50分)")]
    [InlineData(0.98, 0.98, "产出（50分)")]
    [InlineData(null, null, "产出（50分)")]
    public void Brackets_of_two_recognised_lines_are_of_one_width(double? first, double? second, string text)
    {
        TextLine Line(string said, double top, double? confidence) =>
            new(said, new Box(50, top, 80, top + 10), 10, 10, 10, 10, false, false, confidence ?? 1) { Reading = confidence is null ? null : new LineReading(Reader.PpOcr, []) };
        Assert.Equal(text, TextJoining.Join([Line("产出（50", 50, first), Line("分)", 64, second)], 40));
    }

    [Fact]
    public void A_line_is_full_where_the_next_one_begins_with_a_bracket_and_what_it_must_not_be_torn_from()
    {
        var lines = LineBuilder.Build(new PageDrawing().Text(50, 50, ">=1020件").Text(50, 65, "（套）").Page().Glyphs.AsSpan(), []);
        Assert.True(TextJoining.IsFull(lines[0], lines[1], 60));
    }

    // The ink of a closing mark fills half of its em: what is set needs the whole.
    [Theory]
    [InlineData("目）自评", 77, true)]
    [InlineData("目）自评", 85, false)]
    [InlineData("目项自评", 77, false)]
    public void A_line_is_full_where_the_next_one_begins_with_what_a_mark_closes(string next, double room, bool isFull)
    {
        var page = new PageDrawing().Text(50, 50, "农村公路跨年").Text(50, 65, next).Page();
        var lines = LineBuilder.Build([.. page.Glyphs.Select(glyph => glyph.Character.Value == '）' ? glyph with { Ink = glyph.Ink with { Right = glyph.Ink.Left + 3 } } : glyph)], []);
        Assert.Equal(isFull, TextJoining.IsFull(lines[0], lines[1], room));
    }
}

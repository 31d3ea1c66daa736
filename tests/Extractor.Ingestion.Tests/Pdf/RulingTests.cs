using System.Collections.Immutable;
using Extractor.Core.Pages;

namespace Extractor.Ingestion.Tests.Pdf;

/// <summary>Every page is 200 by 300 points; content is written y up, rulings are told y down.</summary>
public sealed class RulingTests
{
    [Theory]
    [InlineData("0.5 w 20 200 m 180 200 l S", 0.5)]
    [InlineData("2 w 20 200 m 180 200 l S", 2)]
    [InlineData("0 w 20 200 m 180 200 l S", 0.24)]
    [InlineData("1 w [3 2] 0 d 20 200 m 180 200 l S", 1)]
    [InlineData("q 2 0 0 2 0 0 cm 0.5 w 10 100 m 90 100 l S Q", 1)]
    [InlineData("q 4 0 0 1 0 0 cm 0.5 w 5 200 m 45 200 l S Q", 0.5)]
    [InlineData("q 0 1 -1 0 0 0 cm 0.5 w 200 -20 m 200 -180 l S Q", 0.5)]
    [InlineData("20 199.625 160 0.75 re f", 0.75)]
    [InlineData("20 199.625 160 0.75 re f*", 0.75)]
    [InlineData("20 200.375 160 -0.75 re f", 0.75)]
    [InlineData("20 199.5 m 180 199.5 l 179 200.5 l 21 200.5 l f", 1)]
    [InlineData("0.8 g 20 199.5 160 1 re f", 1)]
    [InlineData("q 20 199.5 160 1 re W n 0 0 200 300 re f Q", 1)]
    [InlineData("q 20 100 160 150 re W n 1 w -500 200 m 500 200 l S Q", 1)]
    [InlineData("q 20 199.5 160 30 re W n 0 170.5 200 30 re f Q", 1)]
    public void A_line_is_a_ruling_however_it_is_drawn(string content, double thickness)
    {
        var ruling = Assert.Single(Rulings(content));

        AssertIs(RulingDirection.Horizontal, 100, 20, 180, ruling);
        Assert.Equal(thickness, ruling.Thickness, 2);
    }

    [Fact]
    public void A_vertical_line_is_told_by_its_x()
    {
        AssertIs(RulingDirection.Vertical, 50, 100, 250, Assert.Single(Rulings("1 w 50 200 m 50 50 l S")));
    }

    [Theory]
    [InlineData(0, 30, RulingDirection.Horizontal, 150, 0, 30)]
    [InlineData(90, 30, RulingDirection.Vertical, 50, 0, 30)]
    [InlineData(180, 30, RulingDirection.Horizontal, 50, 70, 100)]
    [InlineData(270, 30, RulingDirection.Vertical, 150, 70, 100)]
    public void Rulings_turn_with_the_page(int rotation, double length, RulingDirection direction, double position, double from, double to)
    {
        var page = Reading.PageOf(PdfComposer.OnePage(
            $"1 w 50 90 m {50 + length} 90 l S", $"/MediaBox [0 0 300 400]/CropBox [50 40 150 240]/Rotate {rotation}"));

        AssertIs(direction, position, from, to, Assert.Single(page.Rulings));
    }

    [Theory]
    [InlineData("1 w 20 100 160 150 re S")]
    [InlineData("1 w 20 100 m 180 100 l 180 250 l 20 250 l s")]
    [InlineData("1 w 20 100 m 180 100 l 180 250 l 20 250 l 20 100 l S")]
    [InlineData("19.5 99.5 161 151 re 20.5 100.5 159 149 re f*")]
    [InlineData("19.5 99.5 161 151 re 20.5 100.5 m 20.5 249.5 l 179.5 249.5 l 179.5 100.5 l h f")]
    [InlineData("0.5 1 1 rg 1 w 20 100 160 150 re B")]
    public void A_frame_is_four_rulings(string content)
    {
        var rulings = Rulings(content);

        Assert.Equal(4, rulings.Length);
        AssertIs(RulingDirection.Horizontal, 50, 20, 180, rulings[0], 0.51);
        AssertIs(RulingDirection.Horizontal, 200, 20, 180, rulings[1], 0.51);
        AssertIs(RulingDirection.Vertical, 20, 50, 200, rulings[2], 0.51);
        AssertIs(RulingDirection.Vertical, 180, 50, 200, rulings[3], 0.51);
        Assert.All(rulings, ruling => Assert.Equal(1, ruling.Thickness, 2));
    }

    [Theory]
    [InlineData("1 g 20 199.5 160 1 re f", "white on white")]
    [InlineData("1 G 20 200 m 180 200 l S", "stroked white on white")]
    [InlineData("20 200 m 180 200 l n", "not painted")]
    [InlineData("/Clear gs 20 199.5 160 1 re f 20 100 m 180 100 l S", "no opacity")]
    [InlineData("20 400 m 180 400 l S", "off the page")]
    [InlineData("q 20 10 160 20 re W n 20 200 m 180 200 l S Q", "clipped away")]
    [InlineData("20 50 m 180 200 l S", "askew")]
    [InlineData("20 100 160 150 re f", "an area")]
    [InlineData("20 100 10 8 re f", "a small area")]
    [InlineData("20 w 20 200 m 180 200 l S", "an area drawn with a broad pen")]
    public void What_is_no_line_to_a_person_is_no_ruling(string content, string what)
    {
        Assert.True(Rulings(content).IsEmpty, what);
    }

    [Fact]
    public void A_white_line_on_a_dark_ground_is_a_ruling()
    {
        AssertIs(RulingDirection.Horizontal, 100, 20, 180, Assert.Single(Rulings("0.2 0.3 0.6 rg 10 150 180 100 re f 1 G 1 w 20 200 m 180 200 l S")));
    }

    [Theory]
    [InlineData(0.75, 1.5, 100)]
    [InlineData(0.75, 1.5, 4)]
    [InlineData(1, 2.5, 60)]
    [InlineData(2.25, 4.5, 30)]
    [InlineData(4.5, 9, 15)]
    public void A_row_of_dots_is_one_ruling(double side, double pitch, int count)
    {
        var ruling = Assert.Single(Rulings(Dots(20, 200, pitch, 0, side, count)));

        AssertIs(RulingDirection.Horizontal, 100, 20 - (side / 2), 20 + (pitch * (count - 1)) + (side / 2), ruling);
        Assert.Equal(side, ruling.Thickness, 2);
    }

    [Fact]
    public void A_dotted_frame_is_four_rulings()
    {
        var content = Dots(20, 250, 1.5, 0, 0.75, 101) + Dots(20, 100, 1.5, 0, 0.75, 101) + Dots(20, 100, 0, 1.5, 0.75, 101) + Dots(170, 100, 0, 1.5, 0.75, 101);

        var rulings = Rulings(content);

        Assert.Equal(4, rulings.Length);
        AssertIs(RulingDirection.Horizontal, 50, 19.625, 170.375, rulings[0]);
        AssertIs(RulingDirection.Vertical, 170, 49.625, 200.375, rulings[3]);
    }

    [Fact]
    public void Dots_drawn_one_by_one_are_one_ruling_too()
    {
        AssertIs(RulingDirection.Vertical, 50, 100 - 0.375, 145 + 0.375, Assert.Single(Rulings(Dots(50, 200, 0, -1.5, 0.75, 31).Replace("re ", "re f ", StringComparison.Ordinal))));
    }

    [Fact]
    public void Single_dots_are_no_rulings()
    {
        Assert.Empty(Rulings(Dots(20, 200, 40, 0, 0.75, 4) + Dots(20, 100, 1.5, 0, 0.75, 3)));
    }

    [Theory]
    [InlineData(2.25, 2.25)]
    [InlineData(4.5, 4.4)]
    [InlineData(3, 1)]
    public void Dashes_are_one_ruling(double dash, double gap)
    {
        var content = string.Concat(Enumerable.Range(0, 20).Select(i =>
            FormattableString.Invariant($"{20 + (i * (dash + gap))} 199.625 {dash} 0.75 re "))) + "f";

        AssertIs(RulingDirection.Horizontal, 100, 20, 20 + (19 * (dash + gap)) + dash, Assert.Single(Rulings(content)));
    }

    [Fact]
    public void Neighbouring_cells_with_frames_of_their_own_keep_them()
    {
        Assert.Equal(8, Rulings("0.75 w 20 200 50 30 re S 71.5 200 50 30 re S").Length);
    }

    [Fact]
    public void A_double_line_is_two_rulings()
    {
        var rulings = Rulings("20 199 160 0.75 re 20 201 160 0.75 re f");

        Assert.Equal([98.625, 100.625], rulings.Select(ruling => Math.Round(ruling.Position, 3)));
    }

    [Fact]
    public void A_line_drawn_twice_is_one_ruling()
    {
        AssertIs(RulingDirection.Horizontal, 100, 20, 180, Assert.Single(Rulings("0.5 w 20 200 m 180 200 l S 20 200 m 180 200 l S")));
    }

    [Fact]
    public void Edges_above_and_below_a_cell_that_spans_columns_stay_apart()
    {
        Assert.Equal(2, Rulings("0.5 w 50 200 m 50 210 l S 50 220 m 50 230 l S").Length);
    }

    [Fact]
    public void A_stretched_pixel_is_a_ruling()
    {
        var page = Reading.PageOf(new PdfComposer().Picture("Im").Page("q 160 0 0 0.5 20 199.75 cm /Im Do Q"));

        AssertIs(RulingDirection.Horizontal, 100, 20, 180, Assert.Single(page.Rulings));
    }

    [Fact]
    public void Lines_inside_nested_forms_stand_where_they_are_drawn()
    {
        var page = Reading.PageOf(new PdfComposer()
            .Form("Inner", "1 w 0 10 m 1000 10 l S", "/BBox [0 0 40 50]/Matrix [1 0 0 1 5 0]")
            .Form("Outer", "q 2 0 0 2 0 0 cm /Inner Do Q")
            .Page("q 1 0 0 1 20 100 cm /Outer Do Q"));

        var ruling = Assert.Single(page.Rulings);
        AssertIs(RulingDirection.Horizontal, 180, 30, 110, ruling);
        Assert.Equal(2, ruling.Thickness, 3);
    }

    [Fact]
    public void Thousands_of_dots_in_one_path_are_read_as_the_few_lines_they_draw()
    {
        var rows = string.Concat(Enumerable.Range(0, 20).Select(i => Dots(20, 20 + (i * 13), 1.2, 0, 0.6, 130)));

        Assert.Equal(20, Rulings(rows).Length);
    }

    private static string Dots(double x, double y, double dx, double dy, double side, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i =>
            FormattableString.Invariant($"{x + (i * dx) - (side / 2):F4} {y + (i * dy) - (side / 2):F4} {side} {side} re "))) + "f ";

    private static ImmutableArray<Ruling> Rulings(string content) =>
        Reading.PageOf(new PdfComposer()
            .Tap(pdf => pdf.Resource("ExtGState", "Clear", pdf.Add("<</ca 0/CA 0>>")))
            .Page(content)).Rulings;

    private static void AssertIs(
        RulingDirection direction, double position, double from, double to, Ruling ruling, double tolerance = 0.02)
    {
        Assert.Equal(direction, ruling.Direction);
        Assert.InRange(ruling.Position, position - tolerance, position + tolerance);
        Assert.InRange(ruling.Along.From, from - tolerance, from + tolerance);
        Assert.InRange(ruling.Along.To, to - tolerance, to + tolerance);
    }
}
